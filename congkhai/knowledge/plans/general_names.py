"""Which agencies of a place a general name stands for: "Sở Nội vụ" for "Sở Nội vụ tỉnh Sơn La" and its like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from congkhai.foundation.grouping import grouped
from congkhai.foundation.text import fold
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.comparison import kind_name
from congkhai.records.agency import Agency

# The level of a place where a name ends with it, once the place itself is off ("Sở Nội vụ tỉnh").
_LEVEL = re.compile(r" (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)$", re.IGNORECASE)


def called_so(library: Library) -> Mapping[str, tuple[str, ...]]:
    """The agencies of places by the general agency whose name they bear, with or without the level of their place."""
    general = {_comparable(library, name): one.id for one in library.agencies() if one.general for name in _names(one)}
    of_places = (one for one in library.agencies() if not one.general)
    pairs = (
        (general.get(_comparable(library, name), ""), one.id) for one in of_places for name in _kinds(library, one)
    )
    found = grouped(pair for pair in pairs if pair[0])
    return {one: tuple(dict.fromkeys(ids)) for one, ids in found.items()}


def _names(general: Agency) -> Iterator[str]:
    """How a general agency is called; "cấp tỉnh" stands where a name of a place has "tỉnh"."""
    for name in (general.name, *general.aliases):
        yield name
        yield name.replace(" cấp ", " ")


def _kinds(library: Library, agency: Agency) -> Iterator[str]:
    """The name of an agency without its place, then without the level of that place."""
    name = kind_name(library, agency)
    if name != agency.name:
        yield name
        yield _LEVEL.sub("", name)


def _comparable(library: Library, name: str) -> str:
    """A name folded, its abbreviations written out."""
    words = (library.abbreviations[word].long if word in library.abbreviations else word for word in name.split())
    return fold(" ".join(words))
