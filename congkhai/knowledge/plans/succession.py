"""Who took over from whom: agencies and groups that have ended, and who does their work on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.members import levels_of, members_of
from congkhai.knowledge.units.former_provinces import LAST_DAY, province_after
from congkhai.records.agency import Actor, Agency, AgencyGroup, Level

Day = datetime.date


class Merged(NamedTuple):
    """The province of an actor was merged into another: what it was called, what it is, and its last day."""

    before: str
    after: str
    last_day: Day


def merged_province(library: Library, actor: Actor) -> Merged | None:
    """The end of the province in whose territory, or in a part of it, an actor works; None while there is one."""
    for territory_id in library.territory_chain(actor.territory):
        registry = library.territories.get(territory_id)
        if registry and (after := province_after(registry.name)):
            return Merged(registry.name, after, LAST_DAY)
    return None


def has_ended_by(library: Library, actor: Actor, day: Day) -> bool:
    """Whether records tell that an actor no longer existed on a day.

    By its own dates, by the end of its province, or as a group all of whose agencies have ended.
    """
    return _is_over(library, actor, day, undated=False)


def has_ended(library: Library, actor: Actor, today: Day) -> bool:
    """Whether an actor no longer exists: also one that others have followed on a day that no record tells."""
    return _is_over(library, actor, today, undated=True)


def last_day(library: Library, actor: Actor) -> Day | None:
    """The last day of an actor that has ended, by its own dates or the end of its province; None where none is told."""
    if isinstance(actor, Agency | AgencyGroup) and actor.valid and actor.valid.until:
        return actor.valid.until
    merged = merged_province(library, actor)
    return merged.last_day if merged else None


def _is_over(library: Library, actor: Actor, day: Day, *, undated: bool) -> bool:
    if not isinstance(actor, Agency | AgencyGroup):
        return False
    if actor.valid and actor.valid.until:
        return actor.valid.is_over(day)
    if undated and isinstance(actor, Agency) and actor.successors:
        return True
    if (merged := merged_province(library, actor)) and day > merged.last_day:
        return True
    if not isinstance(actor, AgencyGroup):
        return False
    members = [found for member in members_of(actor.id, library) if (found := library.actors.get(member))]
    return bool(members) and all(_is_over(library, member, day, undated=undated) for member in members)


def successors_on(library: Library, actor_id: str, today: Day) -> tuple[str, ...]:
    """The actors that do the work of an ended one on a day, through any number of mergers; none for one that exists.

    A group without successors of its own is followed by those of its agencies. An ended actor whose successors are not
    recorded is followed by nobody: that is a gap of the register, and is never filled by a guess.
    """
    found: dict[str, None] = {}
    waiting, seen = [actor_id], set[str]()
    while waiting:
        actor = library.actors.get(waiting.pop(0))
        if actor is None or actor.id in seen:
            continue
        seen.add(actor.id)
        if has_ended(library, actor, today):
            waiting.extend(_named_successors(library, actor))
        elif actor.id != actor_id:
            found[actor.id] = None
    return tuple(found)


def _named_successors(library: Library, actor: Actor) -> Iterator[str]:
    if not isinstance(actor, Agency | AgencyGroup):
        return
    yield from actor.successors
    if isinstance(actor, AgencyGroup) and not actor.successors:
        for member in actor.members:
            if found := library.actors.get(member):
                yield from _named_successors(library, found)


def is_divided(library: Library, actor: Actor) -> bool:
    """Whether rules of competence decide which of its successors, at which level, does a piece of an actor's work.

    So it is of districts, whose level is no more.
    """
    return Level.DISTRICT in levels_of(actor.id, library)


class Succession(Struct, frozen=True):
    """Who has ended by a day, by whom each is followed, and whose work each does; ids of actors throughout."""

    ended: frozenset[str]
    followed_by: Mapping[str, tuple[str, ...]]
    took_over: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, library: Library, today: Day) -> Succession:
        """The succession of all actors of a library on a day."""
        ended = [actor.id for actor in library.actors.values() if has_ended(library, actor, today)]
        followed = {actor_id: successors_on(library, actor_id, today) for actor_id in ended}
        took_over: dict[str, tuple[str, ...]] = {}
        for actor_id, successors in followed.items():
            for successor in successors:
                took_over[successor] = (*took_over.get(successor, ()), actor_id)
        return cls(frozenset(ended), followed, took_over)
