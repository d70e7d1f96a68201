"""One number as a record lists it: read, judged, and turned into an address."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from congkhai.foundation.text import nfc, slug
from congkhai.vietnamese.citation.grammar import Number
from congkhai.vietnamese.citation.scan import sightings
from congkhai.vietnamese.citation.skeleton import skeleton
from congkhai.vietnamese.citation.symbols import office_symbol, type_symbol

# A number with its type first: "QĐ/0001-BCA", "QĐ2338-BTP".
_TYPE_FIRST = re.compile(r"([^\W\d_]{2,4}) ?[/.-]? ?(\d{1,6}) ?[-/] ?([^\W\d_]{2,12})")

_YEAR_INSIDE = re.compile(r"/((?:19|20)\d\d)/")


class NumberReading(Struct, frozen=True):
    """What an entry of a list of numbers means: the numbers in it, whether it is written well, a better form."""

    numbers: tuple[Number, ...]
    well_formed: bool
    suggestion: str

    @property
    def number(self) -> Number | None:
        """The one number of the entry, or None where it has none or several."""
        return self.numbers[0] if len(self.numbers) == 1 else None


@lru_cache(maxsize=1 << 14)  # a few thousand documents are cited again and again
def parse_number(text: str) -> NumberReading:
    """Read an entry such as a `legal_basis` number; words around the number make it malformed, not unreadable."""
    bones = skeleton(text)
    seen = {sighting.number.text: sighting for sighting in sightings(bones)}
    if not seen:
        return NumberReading((), False, _turned(bones.text) or _halved(bones.text))
    well = len(seen) == 1 and nfc(text) in seen and seen[nfc(text)].complete
    suggestion = "" if well else "; ".join(text for text, sighting in seen.items() if sighting.number.symbol)
    return NumberReading(tuple(sighting.number for sighting in seen.values()), well, suggestion)


def document_slug(number: str, issuer: str = "", year: str = "") -> str:
    """The address of a document: "61/2018/NĐ-CP" → "61-2018-nd-cp"; what the number lacks is added.

    A number that a place gives itself needs the place (`issuer`), one without a year the year of issue.
    """
    parts = (slug(number), slug(issuer), "" if year_of(number) else year)
    return "-".join(part for part in parts if part)


def year_of(number: str) -> str:
    """The year in a number, between two strokes: "61/2018/NĐ-CP"; "" where it has none."""
    found = _YEAR_INSIDE.search(number)
    return found[1] if found else ""


def _turned(text: str) -> str:
    found = _TYPE_FIRST.fullmatch(text.strip())
    if found is None or not (kind := type_symbol(found[1])) or not (office := office_symbol(found[3])):
        return ""
    return f"{found[2]}/{kind}-{office}"


def _halved(text: str) -> str:
    half = text[: len(text) // 2]
    reading = parse_number(half) if half and half * 2 == text else None
    return reading.number.text if reading and reading.number else ""
