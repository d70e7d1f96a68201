"""Of an ended actor that nobody is recorded to follow: those near it in the register who may know of its work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.succession import Succession
from congkhai.records.agency import Actor, Agency, AgencyGroup


class Tie(NamedTuple):
    """What leads from an ended actor to others: its group or the agency above it, and those who do its work today.

    `kind` is group or parent; `today` is the agency above alone where that exists.
    """

    kind: str
    to: str
    today: tuple[str, ...]


def ties_of(library: Library, succession: Succession, actor: Actor, groups: Iterable[str]) -> Iterator[Tie]:
    """The groups of an actor that others follow, and the nearest above it of whom somebody is left.

    Nothing of one that somebody follows: it needs no guide. What is told is whom to ask, never who has taken over.
    """
    if actor.id not in succession.ended or succession.followed_by[actor.id]:
        return
    for group in groups:
        if group in succession.ended and succession.followed_by[group]:
            yield Tie("group", group, succession.followed_by[group])
    above, seen = _above(library, actor), {actor.id}
    while above in library.actors and above not in seen:
        left = succession.followed_by[above] if above in succession.ended else (above,)
        if left:
            yield Tie("parent", above, left)
            return
        seen.add(above)
        above = _above(library, library.actors[above])


def _above(library: Library, actor: Actor) -> str:
    """The agency above an actor; above a group, the one that is above each of its agencies; else ""."""
    if isinstance(actor, AgencyGroup):
        found = {_above(library, library.actors[one]) for one in actor.members if one in library.actors}
        return found.pop() if len(found) == 1 else ""
    return actor.parent if isinstance(actor, Agency) else ""
