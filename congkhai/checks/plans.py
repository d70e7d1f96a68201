"""Plans: rows and their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.plan import Item, Plan, Section, Task
from congkhai.records.position import is_dash


def check_tasks_exist(_subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A plan has at least one task."""
    if next(plan.tasks(), None) is None:
        yield problem("no-tasks", plan.place_of("sections"))


def check_row_numbers(_subject: Subject, plan: Plan) -> Iterator[Problem]:
    """A number that repeats, or is missing among numbered rows, is explained in an editor's note.

    A dash marks a point of a list and is no number.
    """
    yield from _check_siblings(plan.sections)


def _check_siblings(parts: tuple[Section, ...] | tuple[Item, ...]) -> Iterator[Problem]:
    numbered = any(part.number and not is_dash(part.number) for part in parts)
    for part in parts:
        unexplained = "#" in part.id.rsplit(".", 1)[-1] and not part.note
        if numbered and unexplained and not is_dash(part.number):
            yield problem("unexplained-number", part.place_of("number"), number=part.number)
        if not isinstance(part, Task):
            yield from _check_siblings(part.items)
