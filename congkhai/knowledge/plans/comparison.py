"""Plans side by side: agencies of one kind across places, and tasks that are the same work in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from congkhai.foundation.text import collapse, fold, slug
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Assignments, Row
from congkhai.knowledge.plans.wording import Likeness, Wording
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.records.plan import Plan

# With how many plans of other places a plan is compared: those nearest in time.
NEAREST = 3


class ActorKind(Struct, frozen=True):
    """Agencies or groups that are called alike but for their place; only those that cells of plans name themselves."""

    id: str
    name: str
    actors: tuple[str, ...]
    plans: tuple[str, ...]

    @property
    def is_one(self) -> bool:
        """Whether it is no kind: the plans name one and the same agency."""
        return len(self.actors) == 1


def kind_name(library: Library, actor: Actor) -> str:
    """The name of an actor without its place ("Sở Tư pháp tỉnh Sơn La" → "Sở Tư pháp tỉnh")."""
    registry = library.territories.get(actor.territory)
    # The proper name of a territory stands behind its level: "Tỉnh Sơn La", "Huyện Trực Ninh".
    place = registry.name.partition(" ")[2] if registry else ""
    return collapse(re.sub(rf"\s+{re.escape(place)}(?=$|,)", "", actor.name)) if place else actor.name


def kinds_of(library: Library, assignments: Assignments) -> Mapping[str, ActorKind]:
    """The kinds of agencies that several plans name, by id, those of most plans first."""
    named: dict[str, dict[str, None]] = {}
    for row in assignments.rows:
        found = assignments.actors[row.key]
        for actor_id in (*found.lead_agencies, *found.coordinating_agencies):
            named.setdefault(actor_id, {})[row.plan.id] = None
    actors: dict[str, dict[str, None]] = {}
    plans: dict[str, dict[str, None]] = {}
    for actor_id, its_plans in named.items():
        actor = library.actors.get(actor_id)
        if isinstance(actor, Agency | AgencyGroup):
            name = kind_name(library, actor)
            actors.setdefault(name, {})[actor_id] = None
            plans.setdefault(name, {}).update(its_plans)
    shared = sorted((name for name in plans if len(plans[name]) > 1), key=lambda name: (-len(plans[name]), fold(name)))
    return {slug(name): ActorKind(slug(name), name, tuple(actors[name]), tuple(plans[name])) for name in shared}


def neighbours(plans: Iterable[Plan]) -> tuple[tuple[str, str], ...]:
    """The pairs of plans that are compared, the earlier first: a plan and the one before it in the same place, and the
    plans of other places that are nearest in time."""
    ordered = sorted(plans, key=lambda plan: (plan.year, plan.signed, plan.id))
    place = {plan.id: index for index, plan in enumerate(ordered)}
    pairs: set[tuple[str, str]] = set()
    for plan in ordered:
        before = [one for one in ordered[: place[plan.id]] if one.territory == plan.territory][-1:]
        elsewhere = [one for one in ordered if one.territory != plan.territory]
        elsewhere.sort(key=lambda one: (abs(one.year - plan.year), one.id))
        for other in (*before, *elsewhere[:NEAREST]):
            first, second = sorted((plan.id, other.id), key=place.__getitem__)
            pairs.add((first, second))
    return tuple(sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]])))


class Comparison(Struct, frozen=True):
    """What can be compared: kinds of agencies by id, and the pairs of plans with their tasks that are nearly the same.

    A pair is left out where no task is nearly the same and no kind of agency is named by both.
    """

    kinds: Mapping[str, ActorKind]
    pairs: Mapping[tuple[str, str], tuple[Likeness, ...]]

    @classmethod
    def of(cls, library: Library, assignments: Assignments) -> Comparison:
        """Compare the plans of a library."""
        wording = Wording(assignments.rows, {short: one.long for short, one in library.abbreviations.items()})
        pairs = {
            (one, other): tuple(wording.alike(assignments.of_plan(one), assignments.of_plan(other)))
            for one, other in neighbours(library.plans.values())
        }
        kinds = kinds_of(library, assignments)
        telling = {pair: found for pair, found in pairs.items() if found or _kinds_in(kinds, pair)}
        return cls(kinds, telling)

    def kinds_in(self, pair: tuple[str, str]) -> tuple[ActorKind, ...]:
        """The kinds of agencies that both plans of a pair name."""
        return _kinds_in(self.kinds, pair)

    def pairs_of(self, plan_id: str) -> tuple[tuple[str, str], ...]:
        """The pairs that a plan is part of."""
        return tuple(pair for pair in self.pairs if plan_id in pair)

    def like(self, row: Row) -> tuple[Row, ...]:
        """The tasks of other plans that are nearly the same as a row, the most alike first."""
        found = [likeness for pair in self.pairs_of(row.plan.id) for likeness in self.pairs[pair]]
        mine = [likeness for likeness in found if row.key in (likeness[0].key, likeness[1].key)]
        mine.sort(key=lambda likeness: -likeness[2])
        return tuple(one if other.key == row.key else other for one, other, _ in mine)

    def kind_of(self, library: Library, actor: Actor) -> ActorKind | None:
        """The kind of an actor, None where no two plans name that kind."""
        return self.kinds.get(slug(kind_name(library, actor)))


def _kinds_in(kinds: Mapping[str, ActorKind], pair: tuple[str, str]) -> tuple[ActorKind, ...]:
    return tuple(kind for kind in kinds.values() if set(pair) <= set(kind.plans))
