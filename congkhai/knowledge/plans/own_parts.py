"""Whose day it is: the days of a row that are an agency's own, where its time cell names several actors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from congkhai.foundation.text import fold
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.knowledge.plans.members import levels_of, members_of
from congkhai.records.agency import Actor, AgencyGroup, Level

# The units of a level in folded words, "thi xa" and "thi tran" before "xa".
_UNITS = {"tinh": Level.PROVINCE, "huyen": Level.DISTRICT, "quan": Level.DISTRICT, "thi xa": Level.DISTRICT}
_UNITS |= {"thanh pho": Level.DISTRICT, "xa": Level.COMMUNE, "phuong": Level.COMMUNE, "thi tran": Level.COMMUNE}
# A phrase that names nothing but levels: "Huyện", "Cấp xã", "UBND các xã, thị trấn".
_LEVELS = re.compile(
    r"(?:(?:ubnd|uy ban nhan dan|cac|cap|o) )*(?:(?:thi xa|thi tran|thanh pho|tinh|huyen|quan|xa|phuong)[ ,]*(?:va )?)+"
)
# One unit of such a phrase.
_UNIT = re.compile(r"thi xa|thi tran|thanh pho|tinh|huyen|quan|xa|phuong")


def own_items(actor_id: str, items: Iterable[DueItem], library: Library) -> tuple[DueItem, ...]:
    """The due days that an actor has of its rows: where a cell names actors, the parts that mean this one.

    Where no part of a row means the actor, all of them are its own: it helps those who are named.
    """
    actor = library.actors.get(actor_id)
    found = tuple(items)
    if actor is None:
        return found
    owned = {row: _own(actor, tuple(mine), library) for row, mine in groupby(_by_row(found), lambda item: item.row.key)}
    return tuple(item for item in found if item in owned[item.row.key])


def _by_row(items: Iterable[DueItem]) -> list[DueItem]:
    return sorted(items, key=lambda item: item.row.key)


def _own(actor: Actor, items: tuple[DueItem, ...], library: Library) -> tuple[DueItem, ...]:
    if not any(item.actor for item in items):
        return items
    mine = tuple(item for item in items if item.actor and _means(item.actor, actor, library))
    return (*mine, *(item for item in items if not item.actor)) if mine else items


def _means(words: str, actor: Actor, library: Library) -> bool:
    """Whether the words before a part of a time cell mean an actor: its level, its name, or a group it is in."""
    said = " ".join(fold(words).split())
    if _LEVELS.fullmatch(said):
        levels = {_UNITS[unit] for unit in _UNIT.findall(said)}
        return bool(levels & levels_of(actor.id, library))
    groups = (one for one in library.actors.values() if isinstance(one, AgencyGroup))
    names = (actor, *(group for group in groups if actor.id in members_of(group.id, library)))
    return any(said == fold(name) for one in names for name in (one.name, *one.aliases))
