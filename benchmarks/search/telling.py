"""Learns how much words of speech tell of what is asked for; writes the table that the index carries.

usage: python benchmarks/search/telling.py DATA

A word's weight says how rare it is in titles, as if each word of a query stood in the right record. Words of speech
don't: "tui", "luôn" and "hơn" are rare in titles and stand in no record that they were said about. So each form gets
the logarithm of how often the right record has it, against the average of all forms (relevance weights, as Robertson
and Spärck Jones have them, without the part that rarity tells). Learnt from the first part of spoken.txt, each query
against all that the index knows of its records, and from the everyday names, each against what the index knows of its
record without it.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus import corpus

from congkhai.site.search import Entry
from congkhai.site.search.syllables import Syllable, syllables

TARGET = Path(__file__).parents[2] / "congkhai" / "site" / "search" / "telling.txt"
SPOKEN, NAME = 3.0, 0.3  # what one query of speech counts, and one everyday name
DOUBT = 4.0  # how many average queries each form is given beforehand
STRENGTH, LEAST, MOST, HALVES = 1.6, 1.0, 5.0, 2  # of steps: how much they count; those below the least are left out


class Tally:
    """How often each form, or each key, was said, and how often a right record had it."""

    def __init__(self) -> None:
        self.said: Counter[str] = Counter()
        self.held: Counter[str] = Counter()

    def add(self, said: Iterable[str], holds: set[str], worth: float) -> None:
        """Count the words of one query."""
        for word in said:
            self.said[word] += worth  # type: ignore[assignment]
            self.held[word] += worth * (word in holds)  # type: ignore[assignment]

    def steps(self) -> dict[str, int]:
        """For each word that tells more or less than most, by how many half steps."""
        average = self.held.total() / self.said.total()
        found = {}
        for word, times in self.said.items():
            share = (self.held[word] + DOUBT * average) / (times + DOUBT)
            step = STRENGTH * max(-MOST, min(1.0, math.log2(share / average)))
            if abs(step) >= LEAST:
                found[word] = round(HALVES * step)
        return found


def main() -> None:
    """Write the table: forms with marks, then keys for queries without any."""
    entries = [entry for entry in corpus(Path(sys.argv[1])) if entry.kind == "procedure"]
    forms, keys = Tally(), Tally()
    for said, holds, worth in _lessons(entries):
        forms.add({one.form for one in said}, {one.form for one in holds}, worth)
        keys.add({one.key for one in said}, {one.key for one in holds}, worth)
    TARGET.write_text("\n".join([*_lines(forms.steps()), "", *_lines(keys.steps())]) + "\n", "utf-8")


def _lessons(entries: list[Entry]) -> Iterator[tuple[set[Syllable], set[Syllable], float]]:
    """What was said, what the right records hold, what it counts."""
    by_code: dict[str, set[Syllable]] = {}
    for entry in entries:
        own = set(syllables(" . ".join((entry.title, *entry.keywords))))
        names = [set(syllables(name)) for name in entry.called]
        by_code[entry.code] = own.union(*names)
        for number, name in enumerate(names):
            yield name, own.union(*names[:number], *names[number + 1 :]), NAME
    for query, codes in _spoken():
        yield set(syllables(query)), set().union(*(by_code.get(code, set()) for code in codes)), SPOKEN


def _spoken() -> Iterator[tuple[str, list[str]]]:
    lines = Path(__file__).with_name("spoken.txt").read_text("utf-8").split("\n# kept apart\n")[0].splitlines()
    for line in lines:
        if not line.startswith("#"):
            _, query, codes = line.split(" | ")
            yield query, codes.split()


def _lines(steps: dict[str, int]) -> Iterator[str]:
    for step in sorted(set(steps.values())):
        yield " ".join((str(step), *sorted(word for word, own in steps.items() if own == step)))


if __name__ == "__main__":
    main()
