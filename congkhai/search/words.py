"""What the words of a whole site weigh: which there are, how rare each is, how much each title says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from congkhai.search.segments import Piece


def vocabulary(pieces: Sequence[Piece]) -> list[str]:
    """All syllables that can be found, sorted."""
    found = chain.from_iterable((*piece["titles"], *piece["context"]) for piece in pieces)
    return sorted({*found, *told_by_bodies(pieces)})


def told_by_bodies(pieces: Sequence[Piece]) -> set[str]:
    """The syllables by which bodies are found: in a large site a word of one body only is mostly a slip or a name."""
    spread: Counter[str] = Counter()
    for piece in pieces:
        spread.update(piece["spread"])
    least = sum(piece["count"] for piece in pieces) / 2000
    return {key for key, count in spread.items() if count > least}


def titled(pieces: Sequence[Piece]) -> Counter[str]:
    """In how many titles each syllable stands, in any form."""
    found: Counter[str] = Counter()
    for piece in pieces:
        found.update(piece["titled"])
    return found


def rarity(frequency: int) -> int:
    """A frequency as one step of a logarithmic scale (0 none, 1 once, then four steps a doubling)."""
    return 0 if frequency == 0 else 1 + round(4 * math.log2(frequency))


def masses(pieces: Sequence[Piece], frequency: Counter[str], count: int) -> list[float]:
    """Of each title the sum of what its syllables tell: rare ones much, common ones little."""
    tells = {key: math.log2(1 + count / (1 + often)) for key, often in frequency.items()}
    return [math.fsum(tells[key] for key in said) for piece in pieces for said in piece["says"]]


def mass_step(mass: float) -> int:
    """A mass as a step of a logarithmic scale, two steps a doubling, 40 at most."""
    return min(40, max(0, round(2 * math.log2(1 + mass))))
