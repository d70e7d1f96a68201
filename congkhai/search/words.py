"""What the words of a whole site weigh: which there are, how rare each is, how much each title says."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Container, Iterable

# Of each syllable: in how many titles, contexts and bodies it stands.
Words = dict[str, list[int]]

# What a syllable tells, in whole numbers, so that sums don't depend on the order of the syllables.
_ONE = 2**32
_MOST = 40
# From which mass on a title has a step: two steps a doubling.
_STEPS = [math.ceil((2 ** ((step - 0.5) / 2) - 1) * _ONE) for step in range(1, _MOST + 1)]


def change(words: Words, old: Words, new: Words) -> None:
    """Count the words of a piece as it is now in place of those it had."""
    for key in {*old, *new}:
        before, after = old.get(key, _NONE), new.get(key, _NONE)
        if before != after:
            counts = [
                count - less + more for count, less, more in zip(words.get(key, _NONE), before, after, strict=True)
            ]
            if any(counts):
                words[key] = counts
            else:
                del words[key]


_NONE = [0, 0, 0]


def told_by_bodies(words: Words, count: int) -> set[str]:
    """The syllables by which bodies are found: in a large site a word of one body only is mostly a slip or a name."""
    least = count / 2000
    return {key for key, (_, _, bodies) in words.items() if bodies > least}


def vocabulary(words: Words, told: Container[str]) -> list[str]:
    """All syllables that can be found, sorted."""
    return sorted(key for key, (titles, contexts, _) in words.items() if titles or contexts or key in told)


def rarity(frequency: int) -> int:
    """A frequency as one step of a logarithmic scale (0 none, 1 once, then four steps a doubling)."""
    return 0 if frequency == 0 else 1 + round(4 * math.log2(frequency))


def masses(says: Iterable[str], words: Words, count: int) -> list[int]:
    """How much each title tells, as a step of a logarithmic scale: rare syllables much, common ones little."""
    tells = {key: round(math.log2(1 + count / (1 + titles)) * _ONE) for key, (titles, _, _) in words.items() if titles}
    return [bisect_right(_STEPS, sum(map(tells.__getitem__, said.split()))) for said in says]
