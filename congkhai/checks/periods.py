"""Times from … until …: they must not end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.agency import Actor, Collective
from congkhai.records.document import Document
from congkhai.records.plan import Plan
from congkhai.records.window_list import WindowList


def check_existence(_subject: Subject, actor: Actor) -> Iterator[Problem]:
    """What exists from a day until another does not end before it begins."""
    valid = None if isinstance(actor, Collective) else actor.valid
    if valid and valid.since and valid.until and valid.until < valid.since:
        yield problem("reversed-period", valid.place_of("until"), since=valid.since, until=valid.until)


def check_plan_years(_subject: Subject, plan: Plan) -> Iterator[Problem]:
    """The last year a plan speaks of is not before its first."""
    if plan.until and plan.year and plan.until < plan.year:
        yield problem("reversed-period", plan.place_of("until"), since=plan.year, until=plan.until)


def check_effect(_subject: Subject, document: Document | WindowList) -> Iterator[Problem]:
    """What applies from a day until another does not end before it begins."""
    since, until = document.effective, document.expired
    if since and until and until < since:
        yield problem("reversed-period", document.place_of("expired"), since=since, until=until)
