"""Times: cells must be understood, deadlines must fit the plan and the plan above it, what is done must be proved."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Place, Problem
from congkhai.knowledge.documents.numbered import meant
from congkhai.records.plan import Plan
from congkhai.records.progress import Progress, Status

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Row

# Whoever reads cells is loaded with them: checks of procedures need none of it.


def check_time_cells(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """Every time cell must be understood, or an editor says how to read it."""
    for row in subject.assignments.of_plan(plan.id):
        time = subject.times[row.key]
        if not time.corrected:
            yield from time.reading.problems


def check_rows_have_time(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A row of a plan with a time column says when, or a note explains why it does not."""
    for row in subject.assignments.of_plan(plan.id):
        time = subject.times[row.key]
        if row.task.time == "" and not row.task.note and not time.corrected:
            yield problem("task-without-time", row.task.place_of("time"), task=row.task.id)


def check_deadlines_in_plan(subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A deadline lies in the plan's years or the month before them, or a note explains it."""
    from congkhai.vietnamese.schedule import deadlines

    for row in subject.assignments.of_plan(plan.id):
        if row.task.note or not row.plan.year:  # a year that can't be read is a problem of its own
            continue
        for deadline in deadlines(subject.times[row.key].schedule):
            if not _fits(deadline.day, row):
                day = deadline.day.strftime("%d/%m/%Y")
                yield problem("deadline-outside-plan", row.task.place_of("time"), day=day, year=row.plan.year)


def _fits(day: datetime.date, row: Row) -> bool:
    first, last = row.plan.year, row.plan.until or row.plan.year
    return first <= day.year <= last or (day.year == first - 1 and day.month == 12)


def check_child_plans(subject: Subject, child: Plan) -> Iterator[Problem]:
    """A plan that carries out another is signed by the day which that one demands of its issuer."""
    for index, number in enumerate(child.implements):
        parents = meant(number, subject.derived.plans_called, by=child.signed)
        if len(parents) == 1 and parents[0] != child.id:
            parent = subject.library.plans[parents[0]]
            yield from _late_child(subject, child, parent, child.place_of(f"implements/{index}"))


def _late_child(subject: Subject, child: Plan, parent: Plan, place: Place) -> Iterator[Problem]:
    from congkhai.knowledge.plans.members import members_of
    from congkhai.vietnamese.schedule import first_due, read_schedule

    for duty in parent.responsibilities:
        actors = {member for key in duty.agencies for member in (key, *members_of(key, subject.library))}
        demanded = first_due(read_schedule(duty.time, year=parent.year).schedule) if duty.time else None
        if child.issuer in actors and demanded and child.signed > demanded.isoformat():
            yield problem("child-plan-late", place, parent=parent.title, day=demanded.strftime("%d/%m/%Y"))


def check_done_has_evidence(_subject: Subject, progress: Progress) -> Iterator[Problem]:
    """What is said to be completed is proved by a document or an address."""
    for entry in progress.entries:
        if entry.status is Status.COMPLETED and not entry.evidence:
            yield problem("done-without-evidence", entry.place, task=entry.task)
