"""Citations in running text: which words become the link, and to which document."""

from __future__ import annotations

import re

from msgspec import Struct

from congkhai.vietnamese.citation.circumstance import date_and_issuer, symbol_of_issuer
from congkhai.vietnamese.citation.number import year_of
from congkhai.vietnamese.citation.scan import Sighting, sightings
from congkhai.vietnamese.citation.skeleton import Skeleton, skeleton
from congkhai.vietnamese.citation.symbols import TYPES

# A digit with a slash or dash after it, however it is written: without one there is no number to look for.
_HINT = re.compile(r"\d[^\W\d]?\W{0,4}?[/\\⁄∕／‐‑‒–—―−-]|\d\.?[^\W\d]")


class Citation(Struct, frozen=True):
    """A reference to a document in text[start:end], its number in normal form and what is said beside it.

    `type` is an id such as "nghi-dinh", `issuer` stands as written, `date` is ISO; each "" where it is not said.
    `suggestion` is the better form of a number that is not well formed.
    """

    start: int
    end: int
    number: str
    type: str
    issuer: str = ""
    date: str = ""
    well_formed: bool = True
    suggestion: str = ""

    @property
    def dated(self) -> str:
        """The number, with its day where it has no year: such numbers begin anew each year."""
        year, _, rest = self.date.partition("-")
        if not rest or year_of(self.number):
            return self.number
        month, _, day = rest.partition("-")
        return f"{self.number} ngày {day}/{month}/{year}" if day else self.number


def find_citations(text: str) -> tuple[Citation, ...]:
    """Find the documents that a text cites, in order; white space and dashes inside a number do not matter."""
    if not _HINT.search(text):
        return ()
    bones = skeleton(text)
    return tuple(_citation(bones, seen) for seen in sightings(bones))


def _citation(bones: Skeleton, seen: Sighting) -> Citation:
    start, end = bones.span(seen.start, seen.end)
    issued, issuer = date_and_issuer(bones, seen.end)
    suggestion = _suggestion(bones, seen, issuer)
    return Citation(
        start, end, seen.number.text, seen.type, issuer, issued, not suggestion and seen.complete, suggestion
    )


def _suggestion(bones: Skeleton, seen: Sighting, issuer: str) -> str:
    written = bones.text[seen.first : seen.end].replace(" ", "")
    if seen.complete or written != seen.number.text:
        return seen.number.text if written != seen.number.text else ""
    symbol, office = TYPES[seen.type][0], symbol_of_issuer(issuer)
    base = seen.number.text.removesuffix(f"/{symbol}")
    return f"{base}/{symbol}-{office}" if symbol and office else ""
