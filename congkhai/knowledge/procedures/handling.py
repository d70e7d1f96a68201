"""Which agencies of the registry handle which procedures: names in procedures matched with names in the registry."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.foundation.text import fold
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard

# What stands between the agencies of one field; a comma may also belong to a name.
_BETWEEN = re.compile(r"[\n;|,]+")
# Of how many parts between commas a name is put together at the most.
_LONGEST = 6
# Marks the names of general agencies, which stand for all that are called so.
_GENERAL = "* "
# "Công an cấp Tỉnh" is what plans call "Công an tỉnh": the word for level adds nothing before a level.
_LEVEL = re.compile(r"\bcap (?=(?:tinh|xa)\b)")


class Handling(Struct, frozen=True):
    """The agencies that exist on a day by the names and other names the registry gives them.

    A national procedure names its agency by kind ("Công an tỉnh"): then every agency called so handles it, each in
    its own territory.
    """

    by_name: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, library: Library, today: datetime.date) -> Handling:
        """The names of a library's agencies that are not over."""
        found: dict[str, dict[str, None]] = {}
        for agency in library.agencies():
            if not (agency.valid and agency.valid.is_over(today)):
                for name in (agency.name, *agency.aliases):
                    found.setdefault(plain_name(name), {})[agency.id] = None
                    if agency.general:
                        found.setdefault(_GENERAL + plain_name(name), {})[agency.id] = None
        return cls({name: tuple(agency_ids) for name, agency_ids in found.items()})

    def named(self, text: str) -> str:
        """The id of the agency that a text is a name of: the general one, or the only one; "" for none or several."""
        found = self.by_name.get(plain_name(text), ())
        if len(found) > 1:
            found = self.by_name.get(_GENERAL + plain_name(text), ())
        return found[0] if len(found) == 1 else ""

    def parts(self, text: str) -> tuple[tuple[str, str], ...]:
        """The agencies of a field in their order, each as its id and words; the id is "" where no one is meant."""
        found: list[tuple[str, str]] = []
        for words in self._names(text):
            agency_id = self.named(words)
            if found and not agency_id and not found[-1][0]:
                found[-1] = ("", f"{found[-1][1]}, {words}")
            else:
                found.append((agency_id, words))
        return tuple(found)

    def agencies_of(self, procedure: ProcedureCard) -> Iterator[str]:
        """The ids of the agencies that handle or decide a procedure, each once."""
        fields = (procedure.agency, procedure.competent_agency, procedure.authorised_agency)
        names = (name for field in fields for name in self._names(field))
        return iter(dict.fromkeys(agency_id for name in names for agency_id in self.by_name.get(plain_name(name), ())))

    def _names(self, text: str) -> Iterator[str]:
        """The names of a field: the longest the registry knows, for a comma may belong to a name; else part by part."""
        pieces = [piece.strip() for piece in _BETWEEN.split(text) if piece.strip()]
        at = 0
        while at < len(pieces):
            stops = range(min(len(pieces), at + _LONGEST), at, -1)
            stop = next((stop for stop in stops if plain_name(", ".join(pieces[at:stop])) in self.by_name), at + 1)
            yield ", ".join(pieces[at:stop])
            at = stop


def codes_by_agency(cards: Iterable[ProcedureCard], handling: Handling) -> Mapping[str, tuple[str, ...]]:
    """The codes of the procedures among `cards` that each agency handles or decides, in their order."""
    found: dict[str, list[str]] = {}
    known: dict[tuple[str, ...], tuple[str, ...]] = {}  # many procedures name the same agencies
    for card in cards:
        named = (card.agency, card.competent_agency, card.authorised_agency)
        if named not in known:
            known[named] = tuple(handling.agencies_of(card))
        for agency_id in known[named]:
            found.setdefault(agency_id, []).append(card.code)
    return {agency_id: tuple(codes) for agency_id, codes in found.items()}


def codes_by_counter(cards: Iterable[ProcedureCard], handling: Handling) -> Mapping[str, tuple[str, ...]]:
    """The codes of the procedures among `cards` whose dossiers each agency takes as their single window."""
    return grouped((handling.named(card.counter), card.code) for card in cards if card.counter)


@lru_cache(maxsize=4096)  # a few agencies handle most procedures
def plain_name(name: str) -> str:
    """A name as it is compared: folded, "UBND" in full, without the word for level."""
    words = " ".join(fold(name).split()).replace("ubnd", "uy ban nhan dan")
    return _LEVEL.sub("", words)
