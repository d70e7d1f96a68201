"""The kind of work of each task: as an editor reads it, else as its words and the headings above it tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from congkhai.foundation.grouping import grouped
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.plan import Section, TaskGroup, tasks_below
from congkhai.vietnamese.task_kind import TaskKind, kind_of


def row_kind(row: Row) -> TaskKind:
    """The kind of a row."""
    task = row.task
    if task.reading and task.reading.kind:
        return task.reading.kind
    groups = reversed(tuple(groups_above(row.section, task.id)))
    return kind_of(task.title, task.deliverable or "", *groups, row.section.title)


def groups_above(part: Section | TaskGroup, task_id: str) -> Iterator[str]:
    """The titles of the groups in which a task stands, the outermost first."""
    for item in part.items:
        if isinstance(item, TaskGroup) and any(task.id == task_id for task in tasks_below(item.items)):
            yield item.title
            yield from groups_above(item, task_id)


def rows_by_kind(rows: Iterable[Row]) -> Mapping[TaskKind, tuple[Row, ...]]:
    """Rows by their kind, in the order in which kinds are listed; only kinds that a row has."""
    found = grouped((row_kind(row), row) for row in rows)
    return {kind: found[kind] for kind in TaskKind if kind in found}
