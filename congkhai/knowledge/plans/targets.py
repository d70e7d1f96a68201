"""The targets of plans: read from rows and objectives, or stated by an editor, with years and what was measured."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.records.plan import Plan
from congkhai.records.progress import Evidence
from congkhai.vietnamese.schedule import Schedule
from congkhai.vietnamese.target import Direction, Scope, Target, read_targets, scopes_in

# The cells in which plans state targets, in the order in which they are read.
_CELLS = ("title", "deliverable", "remark")


class Measurement(Struct, frozen=True):
    """What was measured of a target by a day, with what proves it."""

    on: datetime.date
    value: float
    evidence: tuple[Evidence, ...]


class PlanTarget(Struct, frozen=True):
    """A target of a plan, for the years from `since` to `until`; `cell` is where it stands, "" of an editor's.

    `row` is the task that sets it, None where the plan's own words do. A time without an end has `starts`: the years
    from which on it holds, each with the level as the cell calls it; `until` then only says how far the plan looks.
    """

    plan: Plan
    row: Row | None
    target: Target
    cell: str
    since: int
    until: int
    measured: tuple[Measurement, ...] = ()
    starts: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Plan id and task id, the latter "" where no task sets it."""
        return self.row.key if self.row else (self.plan.id, "")


def targets_of(rows: Iterable[Row], times: Mapping[tuple[str, str], RowTime]) -> tuple[PlanTarget, ...]:
    """The targets of rows in their order; what a row says twice is one target."""
    return tuple(
        replace(found, measured=tuple(_measured(found, times[row.key])))
        for row in rows
        for found in (_stated(row, times[row.key]) if row.task.targets else _read(row, times[row.key]))
    )


def targets_of_plan(plan: Plan) -> tuple[PlanTarget, ...]:
    """The targets that a plan sets outside its annex, for all its years."""
    return tuple(
        PlanTarget(plan, None, target, "objectives", plan.year, plan.last_year)
        for objective in plan.objectives
        for target in read_targets(objective.text)
    )


def _stated(row: Row, time: RowTime) -> Iterator[PlanTarget]:
    """The targets that an editor states, with the words of the task."""
    for one in row.task.targets:
        since, until = _years(row, time.schedule, one.scope)
        target = Target(
            measure=one.measure,
            value=one.value,
            unit=one.unit,
            direction=Direction.BETWEEN if one.upto is not None else one.direction,
            upto=one.upto,
            growth=one.growth,
            scope=one.scope,
            words=" ".join((row.task.title or row.task.deliverable or row.task.id).split()),
        )
        first = one.first_year or since
        starts = () if one.first_year or one.last_year else _starts(row, time.schedule, one.scope)
        yield PlanTarget(row.plan, row, target, "", first, max(first, one.last_year or until), starts=starts)


def _read(row: Row, time: RowTime) -> Iterator[PlanTarget]:
    seen: list[Target] = []
    for cell in _CELLS:
        for target in read_targets(getattr(row.task, cell) or ""):
            if not any(_says_the_same(other, target) for other in seen):
                seen.append(target)
                since, until = _years(row, time.schedule, target.scope)
                starts = _starts(row, time.schedule, target.scope)
                yield PlanTarget(row.plan, row, target, cell, since, until, starts=starts)


def _measured(found: PlanTarget, time: RowTime) -> Iterator[Measurement]:
    """What entries of progress say of a target: of the same measure and unit, for the same levels."""
    target = found.target
    for entry in time.entries:
        for one in entry.measured:
            same = (one.measure, one.unit) == (target.measure, target.unit) and set(one.scope) == set(target.scope)
            if same and entry.on:
                yield Measurement(entry.on, one.value, entry.evidence)


def _says_the_same(one: Target, other: Target) -> bool:
    """Whether a second target only repeats the first, perhaps with less of whom it is for."""
    same = (one.measure, one.value, one.upto, one.unit, one.direction, one.growth) == (
        *(other.measure, other.value, other.upto, other.unit, other.direction, other.growth),
    )
    return same and set(other.scope) <= set(one.scope)


def _years(row: Row, schedule: Schedule, scope: tuple[Scope, ...] = ()) -> tuple[int, int]:
    """The years of a target of a row: those that the time cell names for its levels, else those of the plan."""
    spans = [_span(row.plan, part) for part in _parts(schedule, scope)]
    return min(since for since, _ in spans), max(until for _, until in spans)


def _parts(schedule: Schedule, scope: tuple[Scope, ...]) -> tuple[Schedule, ...]:
    """The parts of a time that are of some levels, else all."""
    of_scope = tuple(part for part in schedule.parts if set(scopes_in(part.actor.lower())) & set(scope))
    return of_scope or schedule.parts or (schedule,)


def _starts(row: Row, schedule: Schedule, scope: tuple[Scope, ...]) -> tuple[tuple[str, int], ...]:
    """The years from which on a target holds, with the levels they are of; none where any part of its time ends."""
    parts = _parts(schedule, scope)
    starts = tuple((part.actor, part.start.year) for part in parts if part.start and _is_open(row.plan, part))
    return tuple(dict.fromkeys(starts)) if len(starts) == len(parts) else ()


def _is_open(plan: Plan, schedule: Schedule) -> bool:
    """Whether a time has a first day, in the years of the plan or later, and no last one."""
    return schedule.end is None and schedule.start is not None and schedule.start.year >= plan.year


def _span(plan: Plan, schedule: Schedule) -> tuple[int, int]:
    """The years of a time: of its period where that ends within the plan, from its first day on where it has no end."""
    first, last = schedule.start, schedule.end
    if first and _is_open(plan, schedule):
        return first.year, max(first.year, plan.last_year)
    if last is None or not plan.year <= last.year <= plan.last_year:
        return plan.year, plan.last_year
    return max(plan.year, first.year if first else last.year), last.year
