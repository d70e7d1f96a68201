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


class Assignment(NamedTuple):
    """The part of one agency in one row."""

    row: PlanRow
    actor: str
    part: Part


def _assignments(context: Context) -> tuple[Assignment, ...]:
    by_actor = context.assignments.by_actor
    found = (
        Assignment(row, actor, part) for actor in by_actor for part in Part for row in by_actor[actor].get(part, ())
    )
    return tuple(sorted(found, key=lambda one: (one.row.order, tuple(Part).index(one.part), one.actor)))


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
