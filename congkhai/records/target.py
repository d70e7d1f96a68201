"""Targets that an editor states of a task, and values that were measured: numbers with what they are numbers of."""

from __future__ import annotations

import re

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import boolean, cell, line, list_of, one_of, year
from congkhai.records.model.record import Record, Shape, key, shaped
from congkhai.source.yaml_source import Node
from congkhai.vietnamese.target import Direction, Measure, Scope, Unit

# A number without dots between thousands, at most two decimals behind a comma or a dot: "1600", "99,5".
_AMOUNT = re.compile(r"\d{1,9}(?:[.,]\d{1,2})?\Z")


@shaped(Shape("line"))
def amount(node: Node, problems: Problems) -> float | None:
    """A number of what is counted, as it is written here or in YAML."""
    text = line(node, problems)
    if text is None:
        return None
    if not _AMOUNT.match(text):
        problems.add("bad-amount", node.place, text=text)
        return None
    return float(text.replace(",", "."))


class StatedTarget(Record, frozen=True, kw_only=True):
    """A target of a task as an editor understands it; where one is stated, the cells are not read for any."""

    measure: Measure = key(one_of(Measure), required=True, default=Measure.OTHER)
    value: float = key(amount, required=True, default=0.0)
    upto: float | None = key(amount)
    unit: Unit = key(one_of(Unit), required=True, default=Unit.PERCENT)
    direction: Direction = key(one_of(Direction), required=True, default=Direction.EXACTLY)
    growth: bool = key(boolean, default=False)
    scope: tuple[Scope, ...] = key(list_of(one_of(Scope)), default=())
    first_year: int | None = key(year)
    last_year: int | None = key(year)
    note: str = key(cell, default="")


class MeasuredValue(Record, frozen=True, kw_only=True):
    """What was measured by the day of an entry of progress, whose evidence proves it."""

    measure: Measure = key(one_of(Measure), required=True, default=Measure.OTHER)
    value: float = key(amount, required=True, default=0.0)
    unit: Unit = key(one_of(Unit), required=True, default=Unit.PERCENT)
    scope: tuple[Scope, ...] = key(list_of(one_of(Scope)), default=())
