"""Sources: where the text of a plan stands, and of what it carries out and stands on."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.documents.citing import citing_date
from congkhai.records.plan import Plan


def check_plan_has_text(_subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A plan says at which address its text can be read."""
    if not (plan.source and plan.source.url):
        yield problem("plan-without-text", plan.place_of("source"))


def check_basis_has_text(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """The documents that a plan carries out or stands on say at which address their texts can be read.

    Told once a plan, with their numbers.
    """
    named = (subject.citations.numbered(number, plan.territory, citing_date(plan)) for number in _numbers(plan))
    known = [subject.library.documents[key] for key in dict.fromkeys(named) if key in subject.library.documents]
    without = [document.number for document in known if not document.url]
    if without:
        place = plan.place_of("legal_basis" if plan.legal_basis else "implements")
        numbers = "; ".join(without)
        yield problem("basis-without-text", place, count=len(without), total=len(known), numbers=numbers)


def _numbers(plan: Plan) -> tuple[str, ...]:
    return (*plan.implements, *plan.legal_basis)
