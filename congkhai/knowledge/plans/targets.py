"""The targets of plans: read from the cells of their rows, or stated by an editor, with years and what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.vietnamese.target import Target, read_targets

# The cells in which plans state targets, in the order in which they are read.
_CELLS = ("title", "deliverable", "remark")


class PlanTarget(Struct, frozen=True):
    """A target of a row, for the years from `since` to `until`; `cell` is where it stands."""

    row: Row
    target: Target
    cell: str
    since: int
    until: int


def targets_of(rows: Iterable[Row], times: Mapping[tuple[str, str], RowTime]) -> tuple[PlanTarget, ...]:
    """The targets of rows in their order; what a row says twice is one target."""
    return tuple(target for row in rows for target in _of_row(row, times[row.key]))


def _of_row(row: Row, time: RowTime) -> Iterator[PlanTarget]:
    since, until = _years(row, time)
    seen: list[Target] = []
    for cell in _CELLS:
        for target in read_targets(getattr(row.task, cell) or ""):
            if not any(_says_the_same(other, target) for other in seen):
                seen.append(target)
                yield PlanTarget(row, target, cell, since, until)


def _says_the_same(one: Target, other: Target) -> bool:
    """Whether a second target only repeats the first, perhaps with less of whom it is for."""
    same = (one.measure, one.value, one.upto, one.unit, one.direction, one.growth) == (
        *(other.measure, other.value, other.upto, other.unit, other.direction, other.growth),
    )
    return same and set(other.scope) <= set(one.scope)


def _years(row: Row, time: RowTime) -> tuple[int, int]:
    """The years of a row: those of its period, where that has an end, else those of its plan."""
    schedule = time.schedule
    if schedule.end is None or not row.plan.year <= schedule.end.year <= row.plan.last_year:
        return row.plan.year, row.plan.last_year
    start = schedule.start.year if schedule.start else schedule.end.year
    return max(row.plan.year, start), schedule.end.year
