"""Names of two syllables that a phrase of editors might cut: "kiện + ủy ban" is not in "ủy ban tỉnh Kiên Giang"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise

from congkhai.site.search.knowledge import Knowledge
from congkhai.site.search.syllables import syllables
from congkhai.site.search.tables import place_names

# The forms of some syllables that stand side by side.
Run = tuple[str, ...]


def may_be_cut(known: Knowledge) -> list[str]:
    """The words of two syllables one of which ends or begins a phrase, but no two words that editors know each."""
    parts = list(_parts(known))
    runs = set().union(*parts)
    first, last = {run[0] for run in runs}, {run[-1] for run in runs}
    same = {pair for part in parts for pair in _same(part)}
    kept = []
    for word in place_names():
        one, two = pair = tuple(syllable.form for syllable in syllables(word))
        apart = (one,) in runs and (two,) in runs
        if (one in last or two in first) and not apart and pair not in same:
            kept.append(word)
    return kept


def _parts(known: Knowledge) -> Iterator[set[Run]]:
    """Of each part of each phrase the ways to say it."""
    groups = dict(known.groups)
    phrases = [phrase for phrase, _ in (*known.abbreviations, *known.synonyms)]
    for part in (part for phrase in (*phrases, *known.fillers) for part in phrase.split("+")):
        said = "/".join(groups.get(one.strip(), one) for one in part.split("/"))
        if ways := {run for one in said.split("/") if (run := tuple(form for _, form in syllables(one)))}:
            yield ways


def _same(ways: Set[Run]) -> Iterator[Run]:
    """Two syllables where one way to say a thing is another with a word before or behind: "mất" and "bị mất"."""
    for run in ways:
        for at, pair in enumerate(pairwise(run), 1):
            if run[:at] in ways or run[at:] in ways:
                yield pair
