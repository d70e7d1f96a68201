"""Phrases are fetched only where a query may hold them: each is filed below syllables that it cannot do without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from congkhai.site.search.syllables import Syllable, syllables

# The ways to say one part of a phrase; the parts of a phrase, all of which a query must hold.
Part = list[tuple[Syllable, ...]]

_ROUNDS = 3  # after which choices change little
_SHARED = 0.05  # how common a syllable is taken to be that some phrase is filed below already, of what it is


def parts_of(phrase: str, groups: Mapping[str, str]) -> list[Part]:
    """The parts of a phrase as editors write it ("a/b + <group>"), as the client reads them."""
    return [list(_ways(part, groups)) for part in phrase.split("+")]


def _ways(part: str, groups: Mapping[str, str]) -> Iterator[tuple[Syllable, ...]]:
    for way in _written(part, groups):
        if run := tuple(syllables(way)):
            yield run


def _written(part: str, groups: Mapping[str, str]) -> Iterator[str]:
    """The ways to say a part, as they are written."""
    for one in part.split("/"):
        yield from groups.get(one.strip(), one).split("/")


def keys_said(phrases: Iterable[Sequence[Part]]) -> Counter[str]:
    """In how many phrases each key stands."""
    return Counter(key for parts in phrases for key in {one.key for part in parts for run in part for one in run})


def anchors(phrases: Sequence[Sequence[Part]], common: Callable[[str], float]) -> list[set[str]]:
    """Of each phrase the keys below which it is filed: every query that holds it has one of them.

    These are one key of each way to say one of its parts. They are chosen so that few keys are, and those that few
    queries have: `common` says how common a key is.
    """
    found: list[set[str]] = [set() for _ in phrases]
    filed: Counter[str] = Counter()
    order = sorted(range(len(phrases)), key=lambda number: (sum(map(len, phrases[number])), number))
    for _ in range(_ROUNDS):
        for number in order:
            filed.subtract(found[number])
            found[number] = _cheapest(phrases[number], filed, common)
            filed.update(found[number])
    return found


def narrowed(phrase: str, groups: Mapping[str, str], filed: Set[str], here: Set[str]) -> str:
    """A phrase as it is written below some (`here`) of the keys that it is `filed` under.

    Of the part from which those keys were chosen only the ways are left that have one of them: who says another way
    finds the phrase below another key.
    """
    parts = phrase.split("+")
    for number, part in enumerate(parts):
        ways = {way.strip(): {one.key for one in syllables(way)} for way in _written(part, groups)}
        if all(not filed.isdisjoint(keys) for keys in ways.values() if keys):
            parts[number] = "/".join(way for way, keys in ways.items() if not here.isdisjoint(keys))
            return "+".join(part.strip() for part in parts)
    return phrase


def _cheapest(parts: Sequence[Part], filed: Counter[str], common: Callable[[str], float]) -> set[str]:
    """The keys of the part that few queries have; none if the phrase has a part that nothing says."""
    chosen = [_of_part(part, filed, common) for part in parts]
    return min(chosen, key=lambda choice: (choice[0], sorted(choice[1])))[1] if all(parts) else set()


def _of_part(part: Part, filed: Counter[str], common: Callable[[str], float]) -> tuple[float, set[str]]:
    ways = [{one.key for one in run} for run in part]
    covers = Counter(key for way in ways for key in way)
    burden = {key: common(key) * (_SHARED if filed[key] > 0 else 1) for key in covers}
    keys: set[str] = set()
    for way in sorted(ways, key=lambda way: (len(way), sorted(way))):
        if keys.isdisjoint(way):
            keys.add(min(way, key=lambda key: (burden[key] / covers[key], key)))
    return sum(map(burden.__getitem__, sorted(keys))), keys
