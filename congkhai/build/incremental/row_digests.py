"""The digests of what build tasks read of the rows of plans: of all, of one plan, of one actor, of rows compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from congkhai.knowledge.derived import Derived
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.row_mapping import ROWS, ROWS_OF_ACTOR, ROWS_OF_PLAN

# What reads rows is loaded when a plan, an agency or a report of progress has changed.
if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Row, RowsByPart


class DigestOfValue(Protocol):
    """Returns the digest of a value."""

    def __call__(self, value: Any, *, placed: bool) -> bytes:
        """Return the digest; with `placed`, line and column of records count as well."""


class RowDigests:
    """Digests of the rows of a library with what was understood of them."""

    def __init__(self, library: Library, derived: Derived, digest: DigestOfValue) -> None:
        self._library, self._derived, self._digest = library, derived, digest
        self._plans: dict[tuple[str, bool], bytes] = {}

    def __call__(self, topic: str, key: str, placed: bool) -> bytes:
        """Return the digest of a dependency; b"" where there is no such row or pair."""
        if topic == ROWS:
            return self._digest([self._of_plan(plan_id, placed).hex() for plan_id in self._library.plans], placed=False)
        if topic == ROWS_OF_PLAN:
            return self._of_plan(key, placed)
        if topic == ROWS_OF_ACTOR:
            return self._of_actor(key, placed)
        found = _COMPARED[topic](self._derived, key)
        return b"" if found is None else self._digest(found, placed=False)

    def _of_plan(self, plan_id: str, placed: bool) -> bytes:
        """A plan with the actors and the time of each of its rows."""
        if (plan_id, placed) not in self._plans:
            derived = self._derived
            rows = derived.assignments.of_plan(plan_id)
            understood = [(derived.assignments.actors[row.key], derived.times[row.key]) for row in rows]
            actors = dict.fromkeys(actor for of_row, _ in understood for actor in of_row.everyone)
            parts = {actor: _keys(derived.assignments.parts_in(plan_id, actor)) for actor in actors}
            value = [self._library.plans.get(plan_id), understood, parts]
            self._plans[plan_id, placed] = self._digest(value, placed=placed)
        return self._plans[plan_id, placed]

    def _of_actor(self, actor_id: str, placed: bool) -> bytes:
        """The rows of an actor by its parts, and the plans they stand in."""
        parts = self._derived.assignments.parts_of(actor_id)
        plans = dict.fromkeys(row.plan.id for rows in parts.values() for row in rows)
        return self._digest([_keys(parts), [self._of_plan(one, placed).hex() for one in plans]], placed=False)


def _keys(parts: RowsByPart) -> list[object]:
    return [[part, [row.key for row in rows]] for part, rows in parts.items()]


def _like(derived: Derived, key: str) -> object:
    row = _row(derived, key)
    return [other.key for other in derived.like(row)] if row else None


def _alike(derived: Derived, key: str) -> object:
    first, _, second = key.partition(" ")
    if (first, second) not in derived.comparison.pairs:
        return None
    return [[one.key, other.key] for one, other, _ in derived.alike((first, second))]


def _kinds_in(derived: Derived, key: str) -> object:
    first, _, second = key.partition(" ")
    return [[kind.id, kind.name, kind.actors] for kind in derived.kinds_in((first, second))]


def _kind_of(derived: Derived, key: str) -> object:
    kind = derived.kind_called(key)
    return [kind.id, kind.name] if kind else None


def _carried(derived: Derived, key: str) -> object:
    row = _row(derived, key)
    return [[other.key for other in rows] for rows in derived.carried(row)] if row else None


def _row(derived: Derived, key: str) -> Row | None:
    plan_id, _, task_id = key.partition(" ")
    return next((row for row in derived.assignments.of_plan(plan_id) if row.task.id == task_id), None)


_COMPARED: dict[str, Callable[[Derived, str], object]] = {
    "like": _like,
    "alike": _alike,
    "carried": _carried,
    "carrying": lambda derived, key: derived.carrying(key),
    "pairs_of": lambda derived, key: derived.pairs_of(key),
    "kinds_in": _kinds_in,
    "kind_of": _kind_of,
}
ROW_TOPICS = frozenset((ROWS, ROWS_OF_PLAN, ROWS_OF_ACTOR, *_COMPARED))
