"""From a citation to the record it means: numbers of places repeat, so place and date decide, or nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from congkhai.foundation.text import slug
from congkhai.vietnamese.citation.find import Citation
from congkhai.vietnamese.citation.skeleton import skeleton

CENTRE = "trung-uong"


class Candidate(Struct, frozen=True):
    """A document that may be meant: its id, number, type, the territory of its issuer, its year ("" unknown)."""

    id: str
    number: str
    type: str = ""
    territory: str = CENTRE
    year: str = ""


@lru_cache(maxsize=1 << 14)  # records name the same few thousand documents again and again
def stem(number: str) -> str:
    """What two spellings of one number share at least: "61/2018/NĐ-CP" and "61/2018" → "61 2018"."""
    numeric = [part for part in slug(number).split("-")[:2] if part.isdigit()]
    return " ".join(part.lstrip("0") for part in numeric) or slug(number).split("-")[0]


def by_stem(candidates: Iterable[Candidate]) -> Mapping[str, tuple[Candidate, ...]]:
    """The candidates by the stem of their number, so that few need to be matched."""
    found: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        found.setdefault(stem(candidate.number), []).append(candidate)
    return {key: tuple(group) for key, group in found.items()}


def match(
    citation: Citation, candidates: Iterable[Candidate], *, territories: tuple[str, ...] = (), date: str = ""
) -> str:
    """The id of the one document that is meant, or "" where none fits or several do; see `fitting`."""
    ids = fitting(citation, candidates, territories=territories, date=date)
    return ids[0] if len(ids) == 1 else ""


def fitting(
    citation: Citation, candidates: Iterable[Candidate], *, territories: tuple[str, ...] = (), date: str = ""
) -> tuple[str, ...]:
    """The ids of the documents that may be meant, by number, stated place, context and date.

    `territories` are the place that cites and those above it, nearest first; `date` is the ISO day of the citing
    text (or its beginning), after which nothing that it cites can have been issued.
    """
    found = [one for one in candidates if _same_number(citation, one)]
    places = _stated_places(citation, found) or ({CENTRE, "", *territories} if territories else set())
    found = [one for one in found if not places or one.territory in places]
    found = [one for one in found if not (citation.date and one.year) or one.year == citation.date[:4]]
    found = [one for one in found if not (date and one.year) or one.year <= date[:4]]
    return tuple(one.id for one in found)


def _same_number(citation: Citation, candidate: Candidate) -> bool:
    if stem(citation.number) != stem(candidate.number):
        return False
    stated, known = _with_symbol(citation.number), _with_symbol(candidate.number)
    if stated is not None and known is not None:
        return stated == known
    return not (citation.type and candidate.type) or citation.type == candidate.type


@lru_cache(maxsize=1 << 14)
def _with_symbol(number: str) -> str | None:
    """A number that has a symbol in one spelling, None for one that has none."""
    return slug(number).lstrip("0") if any(char.isalpha() for char in number) else None


def _stated_places(citation: Citation, candidates: Iterable[Candidate]) -> set[str]:
    if not citation.issuer:
        return set()
    stated = slug(skeleton(citation.issuer).text)
    return {one.territory for one in candidates if one.territory and stated.endswith(one.territory)}
