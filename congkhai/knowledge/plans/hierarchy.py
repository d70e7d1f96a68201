"""Which task of the plan above each task carries out, by statement of the record; what is demanded and not planned."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.knowledge.documents.numbered import meant, numbered
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Assignments, Part, Row
from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.records.agency import Agency
from congkhai.records.plan import Plan

Key = tuple[str, str]
# What a row carries out.
Above = Callable[[Row], tuple[Row, ...]]
_LEADING = (Part.LEAD, Part.LEAD_THROUGH_GROUP)


class Coverage(Struct, frozen=True):
    """A task of the plan above: whether it is given to those whose plan this is, and their tasks that carry it out."""

    above: Row
    demanded: bool
    carried: tuple[Row, ...]

    @property
    def missing(self) -> bool:
        """Whether it is demanded and not planned."""
        return self.demanded and not self.carried


class Hierarchy(Struct, frozen=True):
    """Plans with those they carry out, and tasks with those they carry out; each both ways."""

    parents: Mapping[str, tuple[str, ...]]
    children: Mapping[str, tuple[str, ...]]
    above: Mapping[Key, tuple[Row, ...]]
    below: Mapping[Key, tuple[Row, ...]]

    @classmethod
    def of(cls, library: Library, assignments: Assignments) -> Hierarchy:
        """What the plans of a library state."""
        parents = {plan.id: found for plan in library.plans.values() if (found := tuple(_parents(library, plan)))}
        rows = {row.key: row for row in assignments.rows}
        above = {
            row.key: carried
            for row in assignments.rows
            if (carried := tuple(_above(row, parents.get(row.plan.id, ()), rows)))
        }
        children = grouped((parent, plan_id) for plan_id, found in parents.items() for parent in found)
        below = grouped((one.key, rows[key]) for key, found in above.items() for one in found)
        return cls(parents, children, above, below)


def _parents(library: Library, child: Plan) -> Iterator[str]:
    """The plans that a plan says it carries out, so far as they are here and it is clear which is meant."""
    known = numbered((plan.id, plan.number, plan.signed) for plan in library.plans.values())
    for number in child.implements:
        found = meant(number, known, by=child.signed)
        if len(found) == 1 and found[0] != child.id:
            yield found[0]


def stated_key(stated: str, parents: tuple[str, ...]) -> Key | None:
    """The plan and task that a statement names: "II.3" of the only plan above, or "<plan> II.3"; None where unclear."""
    plan, _, task = stated.strip().rpartition(" ")
    if plan:
        return (plan, task) if plan in parents else None
    return (parents[0], task) if len(parents) == 1 else None


def _above(row: Row, parents: tuple[str, ...], rows: Mapping[Key, Row]) -> Iterator[Row]:
    for stated in row.task.carries_out:
        key = stated_key(stated, parents)
        if key and key in rows:
            yield rows[key]


def coverage(library: Library, assignments: Assignments, child: Plan, parent: str, above: Above) -> list[Coverage]:
    """Every task of the plan above, with what the plan below makes of it; `above` tells what a row carries out."""
    ours = _own_agencies(library, child, library.plans[parent])
    given = {row.key for agency in ours for row in assignments.rows_of(agency, *_LEADING) if row.plan.id == parent}
    below = grouped((one.key, row) for row in assignments.of_plan(child.id) for one in above(row))
    return [Coverage(row, row.key in given, below.get(row.key, ())) for row in assignments.of_plan(parent)]


def _own_agencies(library: Library, child: Plan, parent: Plan) -> tuple[str, ...]:
    """Whose plan it is: its issuer, and, of a place below that of the plan above, all agencies of the place."""
    if child.territory == parent.territory:
        return (child.issuer,)
    found = (actor for actor in library.actors.values() if actor.territory == child.territory)
    return tuple(dict.fromkeys((child.issuer, *(actor.id for actor in found if isinstance(actor, Agency)))))


def later_than(below: RowTime, above: RowTime) -> datetime.date | None:
    """The day by which the task above is due, where the task below is due only after it."""
    if above.deadline is None or below.deadline is None or below.deadline <= above.deadline:
        return None
    return above.deadline
