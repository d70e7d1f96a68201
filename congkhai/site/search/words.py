"""What the words of a whole site weigh: which there are, how rare each is, how much each title says."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

# Of each syllable: in how many titles, contexts and bodies it stands.
Words = dict[str, list[int]]

# What a syllable tells, in whole numbers, so that sums don't depend on the order of the syllables.
_ONE = 2**32
_MOST = 40
# From which mass on a title has a step: two steps a doubling.
_STEPS = [math.ceil((2 ** ((step - 0.5) / 2) - 1) * _ONE) for step in range(1, _MOST + 1)]


def change(words: Words, old: Words, new: Words) -> None:
    """Count the words of a piece as it is now in place of those it had."""
    for key, after in new.items():
        before = old.get(key, _NONE)
        if before != after:
            counts = words.setdefault(key, [0, 0, 0])
            for kind in range(3):
                counts[kind] += after[kind] - before[kind]
    for key in old.keys() - new.keys():
        counts = [count - less for count, less in zip(words.pop(key), old[key], strict=True)]
        if any(counts):
            words[key] = counts


_NONE = [0, 0, 0]


def told_by_bodies(words: Words, count: int) -> set[str]:
    """The syllables by which bodies are found: in a large site a word of one body only is mostly a slip or a name."""
    least = count / 2000
    return {key for key, (_, _, bodies) in words.items() if bodies > least}


def vocabulary(words: Words, told: Container[str]) -> list[str]:
    """All syllables that can be found, sorted."""
    return sorted(key for key, (titles, contexts, _) in words.items() if titles or contexts or key in told)


@lru_cache(maxsize=65536)
def rarity(frequency: int) -> int:
    """A frequency as one step of a logarithmic scale (0 none, 1 once, then four steps a doubling)."""
    return 0 if frequency == 0 else 1 + round(4 * math.log2(frequency))


def tells(words: Words, count: int) -> dict[str, int]:
    """How much each syllable of a title tells, of `count`: a rare one much, a common one little.

    It depends on steps of `rarity` only, so that few tell something else where a title has changed.
    """
    of_all = rarity(count)
    told = [_tells(of_all, step) for step in range(of_all + 1)]
    return {key: told[rarity(titles)] for key, (titles, _, _) in words.items() if titles}


def masses(says: Iterable[str], told: Mapping[str, int]) -> list[int]:
    """How much each title tells, as a step of a logarithmic scale."""
    return [bisect_right(_STEPS, sum(map(told.__getitem__, said.split()))) for said in says]


def _tells(of_all: int, step: int) -> int:
    """What a syllable of a step of rarity tells."""
    return round(math.log2(1 + _frequency(of_all) / (1 + _frequency(step))) * _ONE)


def _frequency(step: int) -> float:
    return 2 ** ((step - 1) / 4)
