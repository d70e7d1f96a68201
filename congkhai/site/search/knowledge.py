"""What people say and what records say: abbreviations, colloquial phrases and words that only ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.problem import Place, Problems
from congkhai.foundation.text import near_misses
from congkhai.site.search.syllables import has_syllables, keys


class Line(NamedTuple):
    """One phrase of an editor's file: its meanings in the words of records, best first, and where it stands."""

    phrase: str
    meanings: tuple[str, ...]
    place: Place


class Knowledge(Struct, frozen=True):
    """Phrases with their meanings, fillers ("làm thế nào để"), groups of words in phrases, regional words; sorted.

    `elsewhere`: marks of the phrases for what others handle, which the engine hands on to the page.
    """

    abbreviations: tuple[tuple[str, tuple[str, ...]], ...] = ()
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fillers: tuple[str, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()
    regional: tuple[tuple[str, tuple[str, ...]], ...] = ()
    elsewhere: str = ""

    def known_to(self, vocabulary: Iterable[str]) -> Knowledge:
        """Only what can lead somewhere: meanings all of whose syllables occur in the index."""
        known = set(vocabulary)

        def useful(lines: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
            kept = ((phrase, tuple(m for m in meanings if known.issuperset(keys(m)))) for phrase, meanings in lines)
            return tuple((phrase, meanings) for phrase, meanings in kept if meanings)

        # Records abbreviate, too: who writes in full finds "BHXH".
        meant = dict(self.synonyms)
        for short, (full, *_) in self.abbreviations:
            if len(short) > _TELLS_NOTHING:
                meant[full] = (*meant.get(full, ()), short)
        spoken = useful(tuple(sorted(meant.items())))
        rest = (self.fillers, self.groups, self.regional, self.elsewhere)
        return Knowledge(useful(self.abbreviations), spoken, *rest)


_TELLS_NOTHING = 2  # letters: "TC" in a title may be any of many things


def read_knowledge(
    abbreviations: Iterable[Line],
    synonyms: Iterable[Line],
    fillers: Iterable[Line] = (),
    groups: Iterable[Line] = (),
    regional: Iterable[Line] = (),
) -> tuple[Knowledge, Problems]:
    """The knowledge of `content/search/`, and what contradicts itself in it.

    Codes: search-phrase-empty, search-phrase-repeated, search-meaning-missing, search-meaning-same,
    search-meaning-circular, search-group-unknown. A faulty line is left out; the rest is used.
    """
    problems = Problems()
    named = {line.phrase: line for line in groups}
    seen: dict[tuple[str, ...], Line] = {}
    short = _checked(abbreviations, seen, problems)
    spoken = [line for line in _checked(synonyms, seen, problems) if _names_groups(line, named, problems)]
    asked = _checked(fillers, seen, problems, needs_meaning=False)
    _check_circles([*short, *spoken], problems)
    used = tuple((f"<{name}>", "/".join(line.meanings)) for name, line in sorted(named.items()))
    local = _pairs(_checked(regional, {}, problems))
    return Knowledge(_pairs(short), _pairs(spoken), tuple(sorted(line.phrase for line in asked)), used, local), problems


# The name of a group between angle brackets, in a phrase.
_GROUP = re.compile(r"<([^<>]*)>")


def _names_groups(line: Line, named: Mapping[str, Line], problems: Problems) -> bool:
    """Whether all groups that a phrase names are there."""
    unknown = [name for name in _GROUP.findall(line.phrase) if name not in named]
    for name in unknown:
        problems.add("search-group-unknown", line.place, suggestions=near_misses(name, named), group=name)
    return not unknown


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
