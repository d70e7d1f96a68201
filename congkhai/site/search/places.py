"""Which province a page is of, so that those of the place a query names stand first and those of others behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from congkhai.knowledge.units.province_names import province_names
from congkhai.site.search.entry import Entry
from congkhai.site.search.syllables import syllables

# How the name of an agency begins; behind a comma anything else belongs to the name before.
_OPENING = (
    r"(?:Sở|Cục|Chi cục|Bộ|Ủy ban|Uỷ ban|UBND|Chủ tịch|Công an|Bảo hiểm|Cơ quan|Cơ sở|Văn phòng|Chi nhánh|Trung tâm"
    r"|Ban|Phòng) "
)
_NEXT = re.compile(rf"[;|\n]\s*|, (?={_OPENING})")
_AGENCY = re.compile(_OPENING)
ANYWHERE = "cả nước"  # the territory of what is of no place
_KINDS = ("tinh2", "phô4", "tp")  # what stands before the name of a province in a title


def place_of(entry: Entry) -> str:
    """The one province that a page is of; "" for one of the whole country.

    By its territory; or else by its agency, where each that is named is of that province; or else by its title.
    """
    territory, agency, title = entry.territory, entry.agency, entry.title
    if territory:
        return _only(_named(territory))
    parts = [part for part in _NEXT.split(agency) if _AGENCY.match(part)] or [agency]  # not what a sector is called
    agencies = {_only(_named(part)) for part in parts}
    return _only(agencies) if "" not in agencies else _only(_named(title, after=_KINDS))


def numbered(places: Iterable[str]) -> list[int]:
    """Each page's place by its number in `listed`, from 1; 0 for none, and where nearly all that have one are.

    A site of one province must not put its own records behind those of the whole country.
    """
    found = list(places)
    count = Counter(filter(None, found))
    home = next((place for place, pages in count.items() if 10 * pages > 9 * count.total()), "")
    numbers = {name: number for number, name in enumerate(province_names(), 1)}
    return [0 if not place or place == home else numbers[place] for place in found]


@cache
def listed() -> str:
    """A line of names for each province, as people write them."""
    return "\n".join(",".join(names).lower() for names in province_names().values())


def _only(places: Iterable[str]) -> str:
    found = set(places)
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=4096)  # many pages share an agency
def _named(text: str, after: Sequence[str] = ()) -> frozenset[str]:
    """The provinces that a text names; only behind one of these words, if there are any."""
    said = f" {' '.join(one.form for one in syllables(text))} "
    return frozenset(
        place
        for name, place in _forms().items()
        if (any(f" {kind} {name} " in said for kind in after) if after else f" {name} " in said)
    )


@cache
def _forms() -> dict[str, str]:
    names = ((name, place) for place, names in province_names().items() for name in names)
    return {" ".join(one.form for one in syllables(name)): place for name, place in names}
