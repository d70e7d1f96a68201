"""Queries that found nothing, as readers sent them, become lines of content/search for an editor to confirm."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from congkhai.foundation.labels import Labels
from congkhai.site.search.order import opening_length
from congkhai.site.search.syllables import keys

_PROPOSED = 3  # titles beside each query
_LONGEST = 120
# Nine digits or more with what people put between them: a telephone, an identity number; nobody's business here.
_PERSONAL = re.compile(r"\d(?:[ .-]?\d){8,}")


class Query(NamedTuple):
    """What was asked, how often, and the codes of procedures whose titles share most with it, the best first."""

    text: str
    times: int
    codes: tuple[str, ...]


def queries(lines: Iterable[str], titles: Mapping[str, str], known: Iterable[str]) -> list[Query]:
    """The different queries of some lines, the commonest first, without those that are phrases already.

    `titles` are names of procedures by code. Numbers of people are left out.
    """
    seen = {tuple(keys(phrase)) for phrase in known}
    said: dict[tuple[str, ...], str] = {}
    times: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        text = " ".join(_PERSONAL.sub(" ", line).split())[:_LONGEST]
        asked = tuple(keys(text))
        if asked and asked not in seen:
            said.setdefault(asked, text)
            times[asked] += 1
    nearest = _Nearest(titles)
    listed = sorted(times, key=lambda asked: (-times[asked], asked))
    return [Query(said[asked], times[asked], nearest.to(asked)) for asked in listed]


def draft(found: Iterable[Query], titles: Mapping[str, str], labels: Labels) -> Iterator[str]:
    """The lines of a file of content/search: all of it remarks, until an editor takes the mark away."""
    yield from (f"# {line}" for line in labels("unanswered.how").splitlines())
    yield "# synonyms:"
    for query in found:
        yield ""
        yield f"  # {labels('unanswered.asked', times=query.times)}"
        yield from (f"  # {code}: {titles[code]}" for code in query.codes)
        phrase = re.sub(r"[:#,/+<>\[\]{}\"']", " ", query.text)
        meaning = _without_opening(titles[query.codes[0]]) if query.codes else "…"
        yield f"  # {' '.join(phrase.split())}: {meaning}"


def _without_opening(title: str) -> str:
    words = re.sub(r"[:#,\[\]{}\"'();/]", " ", title).split()
    return " ".join(words[opening_length(keys(title)) :]).lower()


class _Nearest:
    """Titles by the syllables that they share with a query, a rare one telling more."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._said = {code: frozenset(keys(title)) for code, title in sorted(titles.items())}
        found = Counter(key for said in self._said.values() for key in said)
        self._tells = {key: math.log2(1 + len(titles) / number) for key, number in found.items()}

    def to(self, asked: Iterable[str]) -> tuple[str, ...]:
        wanted = frozenset(asked)
        scores = {code: math.fsum(map(self._tells.__getitem__, wanted & said)) for code, said in self._said.items()}
        best = heapq.nlargest(_PROPOSED, scores, key=lambda code: (scores[code], -len(self._said[code])))
        return tuple(code for code in best if scores[code])
