"""What a phrase means here, worked out once: the pages whose titles say a meaning best, so that no client must look."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from congkhai.site.search import packing
from congkhai.site.search.card import KEYWORD_PLACE
from congkhai.site.search.packing import block
from congkhai.site.search.shards import Row
from congkhai.site.search.syllables import Syllable, keys, syllables

STEPS = 63  # how well a page says a meaning is a whole number up to this
_SAID = 0.6  # a meaning of which no title says this much is not known here
_HALF = 0.5  # pages that say less than this part of the best are left out
_MOST = 48  # pages of one meaning; one that more pages say in full stays words
_IN_FULL = 0.97
_ADJACENCY, _KEYWORD = 0.9, 0.9  # as `SIGNALS` of the client has them
_TONE, _OTHER = 0.72, 0.5  # how far a form agrees that has another tone, or other marks

# The documents of a syllable by number, with the quality and the places of each.
Found = dict[int, tuple[float, list[int]]]


class Meaning(NamedTuple):
    """A meaning with the pages that say it: (number, how well), by number; none if it stays words."""

    text: str
    pages: tuple[tuple[int, int], ...]

    @property
    def best(self) -> int:
        """The page that says it best."""
        return min(self.pages, key=lambda page: (-page[1], page[0]))[0]


class Meanings:
    """Resolves meanings over the titles of a whole index: `rows` gives the postings of a syllable by piece."""

    def __init__(self, rows: Callable[[str], Row], starts: Mapping[str, int], told: Mapping[str, int]) -> None:
        self._rows, self._starts, self._told = rows, starts, told
        self._met: dict[Syllable, Found] = {}

    def resolved(self, text: str) -> Meaning | None:
        """A meaning with its pages; None if no title says enough of it."""
        said = syllables(text)
        parts = self._parts(said)
        best = max(parts.values(), default=0.0)
        if best < _SAID:
            return None
        if sum(part > _IN_FULL * best for part in parts.values()) > _MOST:
            return Meaning(text, ())
        kept = sorted(parts.items(), key=lambda page: (-page[1], page[0]))[:_MOST]
        return Meaning(
            text, tuple(sorted((doc, round(STEPS * part / best)) for doc, part in kept if part >= _HALF * best))
        )

    def _parts(self, said: Sequence[Syllable]) -> dict[int, float]:
        """How much of some syllables each title has, side by side, that has the telling ones."""
        weights = [self._told.get(one.key, 0) for one in said]
        found = [self._found(one) for one in said]
        bonds = [math.sqrt(one * other) for one, other in pairwise(weights)]
        full = sum(weights) + _ADJACENCY * sum(bonds)
        matched = _matched(found, weights)
        least = _HALF * max(matched.values(), default=0.0)
        parts: dict[int, float] = {}
        for doc, score in matched.items():
            if score < least:
                continue
            here = [one.get(doc, _NOWHERE) for one in found]
            for bond, (before, first), (after, second) in zip(bonds, here, here[1:], strict=False):
                if first and second:
                    score += _ADJACENCY * bond * min(before, after) * _nearness(first, second)
            parts[doc] = score / full
        return parts

    def _found(self, said: Syllable) -> Found:
        """Where a syllable stands, marks and all; in another form it counts less."""
        if said not in self._met:
            found: Found = {}
            for piece, row in self._rows(said.key).items():
                for form, (docs, places) in row.items():
                    agrees = _agreement(said.form, form)
                    for doc, (quality, listed) in _unpacked(self._starts[piece], docs, places):
                        if agrees * quality > found.get(doc, _NOWHERE)[0]:
                            found[doc] = agrees * quality, listed
            self._met[said] = found
        return self._met[said]


# The pages of each meaning that was worked out, by its words; None where no title says enough of it.
Known = dict[str, list[list[int]] | None]


def remembering(
    resolved: Callable[[str], Meaning | None], known: Known, stale: Set[str]
) -> tuple[Callable[[str], Meaning | None], Known]:
    """Resolves as before where no word of a meaning is `stale`, and what will be known of all that were asked for."""
    asked: Known = {}

    def remembered(text: str) -> Meaning | None:
        if text in known and stale.isdisjoint(keys(text)):
            pages = asked[text] = known[text]
            return None if pages is None else Meaning(text, tuple((doc, part) for doc, part in pages))
        found = resolved(text)
        asked[text] = None if found is None else [list(page) for page in found.pages]
        return found

    return remembered, asked


_NOWHERE: tuple[float, list[int]] = (0.0, [])


def _matched(found: Sequence[Found], weights: Sequence[int]) -> dict[int, float]:
    """What the syllables of each document tell that has one of the heaviest: without those it says less than half."""
    docs: set[int] = set()
    told = 0
    for place in sorted(range(len(found)), key=lambda place: (-weights[place], place)):
        if 2 * told >= sum(weights):
            break
        told += weights[place]
        docs.update(found[place])
    matched = dict.fromkeys(sorted(docs), 0.0)
    for one, weight in zip(found, weights, strict=True):
        for doc in matched.keys() & one.keys():
            matched[doc] += weight * one[doc][0]
    return matched


def _unpacked(start: int, docs: str, places: str) -> Iterator[tuple[int, tuple[float, list[int]]]]:
    numbers = packing.numbers(packing.from_text(docs))
    placed = packing.numbers(packing.from_text(places))
    doc = start - 1
    for _ in range(next(numbers) + 1):
        doc += next(numbers) + 1
        listed, place, more = [], 0, 1
        while more:
            packed = next(placed)
            more = packed & 1
            place += packed >> 1
            listed.append(place)
        yield doc, (1.0 if listed[0] < KEYWORD_PLACE else _KEYWORD, listed)


def _agreement(said: str, form: str) -> float:
    if said == form:
        return 1.0
    return _TONE if said.rstrip("12345") == form.rstrip("12345") else _OTHER


def _nearness(before: Sequence[int], after: Sequence[int]) -> float:
    """1 for side by side in order, less for a gap of one or two or the other order, else 0."""
    gaps = {second - first for first in before for second in after}
    return next((worth for gap, worth in _NEAR if gap in gaps), 0.0)


_NEAR = ((1, 1.0), (2, 0.5), (3, 0.3), (-1, 0.3), (-2, 0.3))


def packed(meaning: Meaning) -> bytes:
    """A meaning as the client reads it: its words, its pages, how well each says it."""
    return block(
        block(meaning.text.encode())
        + packing.counted([doc for doc, _ in meaning.pages])
        + bytes(part for _, part in meaning.pages)
    )
