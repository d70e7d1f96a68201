"""How well a cell suits a column, told by what it looks like: a mark, a time, an agency, a sentence."""

from __future__ import annotations

from msgspec import Struct

from congkhai.editing.importers.likeness import TICKS, looks_like_agency, time_likeness
from congkhai.editing.importers.marks import Mark, MarkKind, read_mark
from congkhai.editing.importers.tables.columns import Role

_BLANK = {Role.NUMBER: 0.3, Role.TITLE: -2.5, Role.GROUP: 0.2, Role.REMARK: 0.4}


class Look(Struct, frozen=True):
    """What a cell looks like; read once, since every column asks."""

    text: str
    words: int
    mark: Mark | None
    time: int
    agency: bool


def look_at(text: str) -> Look:
    """See what a cell looks like."""
    mark = None if text in TICKS else read_mark(text)
    return Look(text, len(text.split()), mark, time_likeness(text), looks_like_agency(text))


def fit(look: Look, role: Role) -> float:
    """How well a cell suits a column: above 0 it looks like it, below 0 it looks like something else."""
    if not look.text:
        return _BLANK.get(role, 0.1)
    if look.text in TICKS:
        return 2.0 if role is Role.TIME else -3.0
    if role is Role.NUMBER:
        return 6.0 if look.mark else -20.0
    if look.mark and look.mark.kind is not MarkKind.DASH:
        return -12.0
    if look.words > 80 and role not in (Role.TITLE, Role.DELIVERABLE):
        return -5.0
    return _prose_fit(look, role)


def _prose_fit(look: Look, role: Role) -> float:
    time, words = look.time, look.words
    if role in (Role.TITLE, Role.GROUP):
        return -3.0 if time == 2 and words < 8 else -1.5 if look.agency and words < 9 else 3.0 if words > 5 else 1.5
    if role in (Role.LEAD, Role.COORDINATION):
        return (3.0 - 1.5 * time) if look.agency else -4.0 if time and words < 8 else -1.5
    if role is Role.TIME:
        return 2.0 * time if time and words < 25 else -2.0 if look.agency else -1.5
    if role is Role.DELIVERABLE:
        return -2.5 if time == 2 and words < 8 else 0.5 if look.agency and words < 8 else 2.0
    return 0.3 if words < 12 else -1.5
