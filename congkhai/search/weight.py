"""What a title weighs: how much it says in all."""

from __future__ import annotations

import math

from congkhai.search.postings import Postings


def masses(postings: Postings) -> list[float]:
    """Of each title the sum of what its syllables tell: rare ones much, common ones little."""
    tells = {key: math.log2(1 + postings.count / (1 + postings.frequency(key))) for key in postings.titles}
    return [sum(tells[key] for key in sorted(title)) for title in postings.title_keys]


def mass_step(mass: float) -> int:
    """A mass as a step of a logarithmic scale, four steps a doubling, 40 at most."""
    return min(40, max(0, round(4 * math.log2(1 + mass))))
