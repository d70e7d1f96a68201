"""How alike the words of tasks are, and which tasks of two plans are the same work."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from congkhai.foundation.text import fold
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.kinds import row_kind
from congkhai.vietnamese.abbreviation import find_abbreviations
from congkhai.vietnamese.task_kind import TaskKind

# From this likeness on two tasks count as nearly the same: found by reading all pairs of the first five plans, of
# which those above were the same work in other words, and half of those below were not.
ALIKE = 0.3
# Tasks of one kind of work need less: the eight pairs of the first five plans that are alike by 0.2 to 0.3, read one by
# one, are the same work. Plans and directions are named by what they are for, so that their kind tells too little.
ALIKE_OF_A_KIND = 0.2
_BROAD = (TaskKind.PLANNING, TaskKind.DIRECTION, TaskKind.OTHER)
# So alike they are the same work though something in them tells another kind.
_SURELY = 0.6
# A piece of wording in more titles than this tells nothing, and is not used to find candidates.
_COMMON = 30
# A title that asks for a plan: "Kế hoạch …", "Xây dựng và ban hành các kế hoạch …", folded.
_PLAN = re.compile(r"(?:\w+ ){0,5}ke hoach\b")

Likeness = tuple[Row, Row, float]


class Wording:
    """The titles of all tasks as weighed pieces: syllables and pairs of them, the rarer the heavier.

    `abbreviations` gives the long forms by the short ones, so that one plan's short form is another's words.
    """

    def __init__(self, rows: tuple[Row, ...], abbreviations: Mapping[str, str] | None = None) -> None:
        known = abbreviations or {}
        self._pieces = {row.key: _pieces(_spelt_out(row.task.title, known)) for row in rows}
        self._counts = Counter(piece for pieces in self._pieces.values() for piece in pieces)
        self._kinds: dict[tuple[str, str], TaskKind] = {}

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        return {piece: math.log((1 + len(self._pieces)) / count) for piece, count in self._counts.items()}

    def likeness(self, one: Row, other: Row) -> float:
        """How much of the wording of two titles is the same, by weight: 0 to 1."""
        mine, theirs = self._pieces[one.key], self._pieces[other.key]
        whole = self._weight(mine | theirs)
        return self._weight(mine & theirs) / whole if whole else 0.0

    def _weight(self, pieces: frozenset[str]) -> float:
        # Exact before it is rounded, so that the order of a set, another in each run, has no say.
        return math.fsum(map(self._weights.__getitem__, pieces))

    def alike(self, ours: Iterable[Row], theirs: tuple[Row, ...]) -> Iterator[Likeness]:
        """The pairs of rows that are each other's nearest and the same work, in the order of `ours`."""
        holders: dict[str, list[Row]] = {}
        for row in theirs:
            for piece in self._telling(row):
                holders.setdefault(piece, []).append(row)
        best: dict[tuple[str, str], Likeness] = {}
        found = [self._nearest(row, holders) for row in ours]
        for pair in filter(None, found):
            if pair[1].key not in best or pair[2] > best[pair[1].key][2]:
                best[pair[1].key] = pair
        yield from (pair for pair in found if pair and best[pair[1].key] is pair)

    def _nearest(self, row: Row, holders: Mapping[str, list[Row]]) -> Likeness | None:
        candidates = {other.key: other for piece in self._telling(row) for other in holders.get(piece, ())}
        pairs = ((row, other, self.likeness(row, other)) for other in candidates.values())
        same = [pair for pair in pairs if pair[2] >= ALIKE_OF_A_KIND and self._is_same_work(*pair)]
        return max(same, key=lambda pair: (pair[2], -pair[1].order), default=None)

    def _is_same_work(self, row: Row, other: Row, likeness: float) -> bool:
        """Whether two tasks are of one kind, both ask for a plan or neither does, and their words are alike enough."""
        kind = self._kind(row)
        if kind is not self._kind(other) or _asks_for_plan(row) != _asks_for_plan(other):
            return likeness >= _SURELY
        return likeness >= (ALIKE if kind in _BROAD else ALIKE_OF_A_KIND)

    def _kind(self, row: Row) -> TaskKind:
        if row.key not in self._kinds:
            self._kinds[row.key] = row_kind(row)
        return self._kinds[row.key]

    def _telling(self, row: Row) -> list[str]:
        return sorted(piece for piece in self._pieces[row.key] if self._counts[piece] <= _COMMON)


def _asks_for_plan(row: Row) -> bool:
    return bool(_PLAN.match(fold(row.task.title)))


def _spelt_out(title: str, abbreviations: Mapping[str, str]) -> str:
    """A title with long forms in the place of the short ones that are known."""
    for start, end, short in reversed(find_abbreviations(title, abbreviations)):
        title = f"{title[:start]}{abbreviations[short]}{title[end:]}"
    return title


def _pieces(title: str) -> frozenset[str]:
    # Runs of letters; numbers of years and documents change with every plan.
    words = re.findall(r"[a-z]+", fold(title))
    return frozenset((*words, *(f"{one} {other}" for one, other in pairwise(words))))
