"""Agencies that no longer exist: plans that give them work."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.knowledge.plans.succession import has_ended_by, successors_on
from congkhai.records.plan import Plan

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Row

# Who leads and by when is loaded with the rows: checks of procedures need none of it.


def check_ended_agencies(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A plan gives no work to an agency that ended before it was signed, or before the work is due.

    Told once a plan and agency, at the first such row; who follows it, as far as the registry knows, is the suggestion.
    """
    found: dict[str, tuple[str, Row, datetime.date, int]] = {}
    for row in subject.assignments.of_plan(plan.id):
        for actor_id in dict.fromkeys(_named(subject, row)):
            if told := _ended_for(subject, row, actor_id):
                code, day = told
                first = found.get(actor_id, (code, row, day, 0))
                found[actor_id] = (*first[:3], first[3] + 1)
    for actor_id, (code, row, day, count) in found.items():
        name, followers = subject.library.actors[actor_id].name, successors_on(subject.library, actor_id, subject.today)
        column = "lead" if actor_id in subject.assignments.actors[row.key].lead_agencies else "coordination"
        place = row.task.place_of(column)
        shown = f"{day:%d/%m/%Y}"
        if code == "signed":
            yield problem("agency-ended-before-plan", place, suggestions=followers, name=name, day=shown, count=count)
        else:
            yield problem("agency-ended-before-due", place, suggestions=followers, name=name, day=shown, count=count)


def _named(subject: Subject, row: Row) -> Iterator[str]:
    """The actors that a row names, or that an editor reads in it; members of groups are told by their group."""
    actors = subject.assignments.actors[row.key]
    yield from (key for key in (*actors.lead_agencies, *actors.coordinating_agencies) if key in subject.library.actors)


def _ended_for(subject: Subject, row: Row, actor_id: str) -> tuple[str, datetime.date] | None:
    """Whether an actor had ended when the plan was signed, or ends before the row is due: which, and that day."""
    from congkhai.knowledge.plans.deadlines import due_items

    actor = subject.library.actors[actor_id]
    signed = _first_day(row.plan)
    if has_ended_by(subject.library, actor, signed):
        return "signed", signed
    due = max((item.day for item in due_items(row, subject.times[row.key])), default=None)
    return ("due", due) if due and has_ended_by(subject.library, actor, due) else None


def _first_day(plan: Plan) -> datetime.date:
    """The earliest day on which a plan may have been signed: partial dates count from their first day."""
    year, month, day = (*plan.signed.split("-"), "01", "01")[:3] if plan.signed else (plan.year or 1, 1, 1)
    return datetime.date(int(year), int(month), int(day))
