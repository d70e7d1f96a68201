"""Who is in a group: its agencies, those of groups within it included, and the levels of government they belong to."""

from __future__ import annotations

from congkhai.knowledge.library import Library
from congkhai.records.agency import Agency, AgencyGroup, Level


def members_of(actor_id: str, library: Library) -> tuple[str, ...]:
    """All agencies in a group, those of groups within it included, each once; none for an agency."""
    found: dict[str, None] = {}
    waiting = [actor_id]
    seen: set[str] = set()
    while waiting:
        actor = library.actors.get(waiting.pop(0))
        if actor is None or actor.id in seen:
            continue
        seen.add(actor.id)
        if isinstance(actor, AgencyGroup):
            waiting.extend(actor.members)
        elif actor.id != actor_id:
            found[actor.id] = None
    return tuple(found)


def all_in(group: AgencyGroup, library: Library) -> tuple[str, ...]:
    """What is in a group: its members, groups among them, then the agencies in those groups, each once."""
    return tuple(dict.fromkeys((*group.members, *members_of(group.id, library))))


def levels_of(actor_id: str, library: Library) -> frozenset[Level]:
    """The levels of an agency, or of a group: as its record states it, and those of its agencies."""
    found = (library.actors.get(one) for one in (actor_id, *members_of(actor_id, library)))
    return frozenset(one.level for one in found if isinstance(one, Agency | AgencyGroup) and one.level)
