"""Plans: rows and their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.plan import Item, Plan, Section, Task


def check_tasks_exist(_subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A plan has at least one task."""
    if next(plan.tasks(), None) is None:
        yield problem("no-tasks", plan.place_of("sections"))


def check_row_numbers(_subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A number that repeats, or is missing among numbered rows, is explained in an editor's note."""
    yield from _check_siblings(plan.sections)


def _check_siblings(parts: tuple[Section, ...] | tuple[Item, ...]) -> Iterator[Problem]:
    numbered = any(part.number for part in parts)
    for part in parts:
        if numbered and "#" in part.id.rsplit(".", 1)[-1] and not part.note:
            yield problem("unexplained-number", part.place_of("number"), number=part.number)
        if not isinstance(part, Task):
            yield from _check_siblings(part.items)
