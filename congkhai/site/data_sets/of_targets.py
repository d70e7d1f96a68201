"""The targets of plans and what was measured of them, as tables."""

from __future__ import annotations

from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.knowledge.plans.targets import Measurement, PlanTarget
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
    evidence_of,
    integer,
    listing,
    signed,
    text,
)
from congkhai.site.pages.page import Context
from congkhai.vietnamese.target import Direction, Measure, Unit

_UNDERSTOOD = Origin.UNDERSTOOD


class NumberedTarget(NamedTuple):
    """A target and its place among those of its task."""

    number: int
    one: PlanTarget


def _numbered(context: Context) -> tuple[NumberedTarget, ...]:
    counts: dict[tuple[str, str], int] = {}
    found = []
    for one in context.derived.targets:
        counts[one.key] = counts.get(one.key, 0) + 1
        found.append(NumberedTarget(counts[one.key], one))
    return tuple(found)


def _target_row(context: Context, numbered: NumberedTarget) -> Row:
    one, target = numbered.one, numbered.one.target
    plan, last = one.plan, one.measured[-1] if one.measured else None
    scopes = tuple(context.labels(f"choice.Scope.{scope}") for scope in target.scope)
    return (
        plan.id,
        one.key[1],
        numbered.number,
        plan.territory,
        context.territory_name(plan.territory),
        target.words,
        target.measure.value,
        target.direction.value,
        target.value,
        target.upto,
        target.unit.value,
        target.growth,
        scopes,
        one.since,
        None if one.starts else one.until,
        not one.cell,
        last.value if last else None,
        last.on if last else None,
        address_of(context, urls.target_url(target.measure)),
    )


TARGETS = DataSet(
    "targets",
    "chi-tieu",
    (
        code("plan"),
        code("task"),
        integer("target"),
        code("territory"),
        text("territory_name"),
        signed("target_words"),
        choice("measure", Measure, "choice.Measure", _UNDERSTOOD),
        choice("direction", Direction, "choice.Direction", _UNDERSTOOD),
        Column("value", ColumnKind.NUMBER, _UNDERSTOOD),
        Column("upto", ColumnKind.NUMBER, _UNDERSTOOD),
        choice("unit", Unit, "choice.Unit", _UNDERSTOOD),
        Column("growth", ColumnKind.BOOLEAN, _UNDERSTOOD),
        listing("scope", _UNDERSTOOD),
        integer("since", _UNDERSTOOD),
        integer("until", _UNDERSTOOD),
        Column("read_by_editor", ColumnKind.BOOLEAN),
        Column("measured_value", ColumnKind.NUMBER),
        day("measured_on"),
        ADDRESS,
    ),
    _numbered,
    _target_row,
    key=3,
)


class MeasuredTarget(NamedTuple):
    """What was measured of a target by a day."""

    target: NumberedTarget
    found: Measurement


def _measured(context: Context) -> tuple[MeasuredTarget, ...]:
    return tuple(MeasuredTarget(target, found) for target in _numbered(context) for found in target.one.measured)


def _measured_row(context: Context, one: MeasuredTarget) -> Row:
    key, target = one.target.one.key, one.target.one.target
    evidence = evidence_of(one.found.evidence)
    unit, measure = target.unit.value, target.measure.value
    address = address_of(context, urls.task_url(*key))
    return *key, one.target.number, one.found.on, measure, one.found.value, unit, evidence, address


MEASURED = DataSet(
    "measured_values",
    "chi-tieu-do-duoc",
    (
        code("plan"),
        code("task"),
        integer("target"),
        day("measured_on"),
        choice("measure", Measure, "choice.Measure"),
        Column("measured_value", ColumnKind.NUMBER),
        choice("unit", Unit, "choice.Unit"),
        listing("evidence"),
        ADDRESS,
    ),
    _measured,
    _measured_row,
    key=4,
)
