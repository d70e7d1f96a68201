"""The territory of a plan: the registry that a source has for it, or the unit that the document itself names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.foundation.text import slug
from congkhai.knowledge.library import Library
from congkhai.knowledge.units import Unit, units_named

# A kind of unit as documents write it; the words of the name follow.
_KIND = re.compile(r"\b(xã|phường|đặc khu|tỉnh|thành phố)\s", re.IGNORECASE)
# A word of a name, with a hyphen between two ("Xuân Hương - Đà Lạt").
_WORD = re.compile(r"(?:-\s)?[^\W\d_]+\s?")
_LONGEST = 6
# The province of a commune that is in no list and whose document names none.
_NOT_NAMED = "?"


def known_territory(area: str, library: Library) -> str:
    """The one registry that a short id ("an-binh") can mean ("xa-an-binh"); the id itself where there is none."""
    if not area or area in library.territories:
        return area
    meant = [key for key, registry in library.territories.items() if slug(Unit("", registry.name).bare) == area]
    return meant[0] if len(meant) == 1 else area


def unit_of(area: str, text: str) -> Unit | None:
    """The unit that a document means by a short id: its kind and name as the document writes them.

    Its province is the one that the list has for it, or the only one that the document names.
    """
    own = next((unit for unit in _units(text) if slug(unit.bare) == area), None)
    if own is None:
        return None
    if own.name.casefold().startswith(("tỉnh", "thành phố")):
        return own
    listed = units_named(own.name)
    above = {unit.province for unit in listed} if len(listed) == 1 else _provinces(text)
    return Unit("", own.name, above.pop()) if len(above) == 1 else Unit("", own.name, _NOT_NAMED)


def _units(text: str) -> Iterator[Unit]:
    """Each kind of unit in a text with one, two … of the words behind it that begin with capitals, the longest first.

    A name in capitals throughout ("XÃ AN BÌNH") is not how it is written.
    """
    for found in _KIND.finditer(text):
        words: list[str] = []
        at = found.end()
        while len(words) < _LONGEST and (word := _WORD.match(text, at)) and word[0].lstrip("- ")[0].isupper():
            words.append(word[0].strip())
            at = word.end()
        if words and not words[0].isupper():
            yield from (Unit("", " ".join((found[1].capitalize(), *words[:end]))) for end in range(len(words), 0, -1))


def _provinces(text: str) -> set[str]:
    named = {found.name for unit in _units(text) for found in units_named(unit.name) if not found.province}
    return {name for name in named if name.startswith(("Tỉnh", "Thành phố"))}
