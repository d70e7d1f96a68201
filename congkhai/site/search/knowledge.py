"""What people say and what records say: abbreviations, colloquial phrases and words that only ask."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.problem import Place, Problems
from congkhai.site.search.syllables import has_syllables, keys


class Line(NamedTuple):
    """One phrase of an editor's file: its meanings in the words of records, best first, and where it stands."""

    phrase: str
    meanings: tuple[str, ...]
    place: Place


class Knowledge(Struct, frozen=True):
    """Phrases with their meanings, and fillers ("làm thế nào để"), sorted."""

    abbreviations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fillers: tuple[str, ...] = ()

    def known_to(self, vocabulary: Iterable[str]) -> Knowledge:
        """Only what can lead somewhere: meanings all of whose syllables occur in the index."""
        known = set(vocabulary)

        def useful(lines: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
            kept = ((phrase, tuple(m for m in meanings if known.issuperset(keys(m)))) for phrase, meanings in lines)
            return tuple((phrase, meanings) for phrase, meanings in kept if meanings)

        return Knowledge(useful(self.abbreviations), useful(self.synonyms), self.fillers)


def read_knowledge(
    abbreviations: Iterable[Line], synonyms: Iterable[Line], fillers: Iterable[Line] = ()
) -> tuple[Knowledge, Problems]:
    """The knowledge of `content/search/`, and what contradicts itself in it.

    Codes: search-phrase-empty, search-phrase-repeated, search-meaning-missing, search-meaning-same,
    search-meaning-circular. A faulty line is left out; the rest is used.
    """
    problems = Problems()
    seen: dict[tuple[str, ...], Line] = {}
    short = _checked(abbreviations, seen, problems)
    spoken = _checked(synonyms, seen, problems)
    asked = _checked(fillers, seen, problems, needs_meaning=False)
    _check_circles([*short, *spoken], problems)
    return Knowledge(_pairs(short), _pairs(spoken), tuple(sorted(line.phrase for line in asked))), problems


def phrase_marks(phrases: Iterable[str]) -> str:
    """Hashes of 18 bits of all phrases: tell a client whether a query may hold one of them.

    The client fetches the phrases themselves only then; about one syllable run in 200 is marked by chance. Written as
    the gaps between the sorted hashes, six bits a letter, lowest first: from "0" on, from "p" on if more follow.
    """
    gaps = pairwise([0, *sorted({_mark(keys(phrase)) for phrase in phrases})])
    return "".join(_letters(after - before) for before, after in gaps)


def _letters(number: int) -> str:
    return chr(48 + number) if number < 64 else chr(112 + number % 64) + _letters(number >> 6)


def _mark(phrase: list[str]) -> int:
    """The hash h = 33 h + code of each character, 18 bits of it."""
    value = 5381
    for char in " ".join(phrase):
        value = (value * 33 + ord(char)) % 2**32
    return (value ^ value >> 15) % 2**18


def _pairs(lines: list[Line]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((line.phrase, line.meanings) for line in lines))


def _checked(
    lines: Iterable[Line],
    seen: dict[tuple[str, ...], Line],
    problems: Problems,
    needs_meaning: bool = True,
) -> list[Line]:
    good: list[Line] = []
    for line in lines:
        phrase = _spoken(line.phrase)
        fault = _fault(line, phrase, seen, needs_meaning)
        if fault:
            before = seen[phrase].phrase if phrase in seen else ""
            problems.add(fault, line.place, phrase=line.phrase, before=before)
            continue
        seen[phrase] = line
        good.append(line)
    return good


@lru_cache(maxsize=8192)  # more than there are phrases and meanings
def _spoken(phrase: str) -> tuple[str, ...]:
    """A phrase as it is compared: lower case, with its marks ("bảo tử" is not "báo tử")."""
    return tuple(phrase.lower().split())


def _fault(line: Line, phrase: tuple[str, ...], seen: dict[tuple[str, ...], Line], needs_meaning: bool) -> str:
    """The code of what is wrong with a line, or nothing."""
    if not has_syllables(line.phrase):
        return "search-phrase-empty"
    if phrase in seen:
        return "search-phrase-repeated"
    if needs_meaning and not any(map(has_syllables, line.meanings)):
        return "search-meaning-missing"
    if any(_spoken(meaning) == phrase for meaning in line.meanings):
        return "search-meaning-same"
    return ""


def _check_circles(lines: list[Line], problems: Problems) -> None:
    """Two phrases must not mean each other: neither would be the words of the records."""
    meanings = {_spoken(line.phrase): {_spoken(m) for m in line.meanings} for line in lines}
    for line in lines:
        phrase = _spoken(line.phrase)
        if any(phrase in meanings.get(meaning, ()) for meaning in meanings[phrase]):
            problems.add("search-meaning-circular", line.place, phrase=line.phrase)
