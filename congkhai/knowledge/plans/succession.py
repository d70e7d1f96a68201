"""Who took over from whom: agencies and groups that have ended, and who does their work on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from msgspec import Struct

from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.members import levels_of, members_of
from congkhai.records.agency import Actor, Agency, AgencyGroup, Level

Day = datetime.date


def has_ended(library: Library, actor: Actor, today: Day) -> bool:
    """Whether an actor no longer exists on a day: by its own dates, or as a group all of whose agencies have ended."""
    if not isinstance(actor, Agency | AgencyGroup):
        return False
    if actor.valid and actor.valid.until:
        return actor.valid.is_over(today)
    if not isinstance(actor, AgencyGroup):
        return False
    members = [found for member in members_of(actor.id, library) if (found := library.actors.get(member))]
    return bool(members) and all(has_ended(library, member, today) for member in members)


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
