"""Who has which part in the tasks of plans, and how far these are, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part
from congkhai.knowledge.plans.assignments import Row as PlanRow
from congkhai.records.progress import ProgressEntry, Status
from congkhai.site.data_sets.columns import (
    ADDRESS,
    ByKey,
    Column,
    ColumnKind,
    DataSet,
    Origin,
    Row,
    address_of,
    choice,
    code,
    day,
    integer,
    listing,
    name_of,
    text,
)
from congkhai.site.pages.page import Context

_UNDERSTOOD = Origin.UNDERSTOOD
_PARTS = tuple(Part)


class Assignment(NamedTuple):
    """The part of one agency in one row."""

    row: PlanRow
    actor: str
    part: Part


def _assignments(context: Context) -> tuple[Assignment, ...]:
    return tuple(one for plan in context.library.plans for one in _assignments_in(context, plan))


def _assignments_in(context: Context, plan: str) -> list[Assignment]:
    """The parts in the rows of one plan, row by row."""
    assignments = context.assignments
    rows = assignments.of_plan(plan)
    actors = dict.fromkeys(actor for row in rows for actor in assignments.actors[row.key].everyone)
    found = (
        Assignment(row, actor, part)
        for actor in actors
        for part, mine in assignments.parts_in(plan, actor).items()
        for row in mine
    )
    return sorted(found, key=lambda one: (one.row.order, _PARTS.index(one.part), one.actor))


def _assignment_row(context: Context, one: Assignment) -> Row:
    through = one.part in (Part.LEAD_THROUGH_GROUP, Part.COORDINATION_THROUGH_GROUP)
    leads = one.part in (Part.LEAD, Part.LEAD_THROUGH_GROUP)
    return (
        one.row.plan.id,
        one.row.task.id,
        one.actor,
        "lead" if leads else "coordination",
        through,
        name_of(context, one.actor),
        one.row.plan.year,
    )


ASSIGNMENTS = DataSet(
    "assignments",
    "phan-cong",
    (
        code("plan"),
        code("task"),
        Column("agency", ColumnKind.CODE, _UNDERSTOOD),
        Column("part", ColumnKind.CHOICE, _UNDERSTOOD, ("lead", "coordination"), "data.part"),
        Column("through_group", ColumnKind.BOOLEAN, _UNDERSTOOD),
        text("agency_name", _UNDERSTOOD),
        integer("year"),
    ),
    _assignments,
    _assignment_row,
    key=5,
    by_key=ByKey(lambda context: context.library.plans, _assignments_in, 4),
)


def _entries(context: Context) -> tuple[tuple[str, ProgressEntry], ...]:
    return tuple((plan, entry) for plan, progress in context.library.progress.items() for entry in progress.entries)


def _progress_row(context: Context, one: tuple[str, ProgressEntry]) -> Row:
    plan, entry = one
    return (
        plan,
        entry.task,
        entry.on,
        entry.status.value if entry.status else None,
        entry.extended_to,
        entry.note,
        tuple(_evidence(entry)),
        entry.by,
        address_of(context, urls.task_url(plan, entry.task)),
    )


def _evidence(entry: ProgressEntry) -> Iterator[str]:
    for found in entry.evidence:
        yield " ".join(filter(None, (found.title, found.document, found.url)))


PROGRESS = DataSet(
    "progress",
    "tien-do",
    (
        code("plan"),
        code("task"),
        day("on"),
        choice("status", Status, "choice.Status"),
        day("extended_to"),
        text("note"),
        listing("evidence"),
        code("by"),
        ADDRESS,
    ),
    _entries,
    _progress_row,
    key=0,
)
