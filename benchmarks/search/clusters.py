"""Syllables into shards: those that are asked for together lie together, so that a query needs few files."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping


def cluster(sizes: Mapping[str, int], neighbours: Counter[tuple[str, str]], target: int) -> list[list[str]]:
    """The keys in groups of about `target` bytes; a group grows by what stands most often beside its members.

    `sizes` are the bytes of each key, `neighbours` how often two keys stand side by side.
    """
    bonds = _bonds(neighbours)
    left = dict(sorted(sizes.items(), key=lambda item: (-item[1], item[0])))
    groups: list[list[str]] = []
    while left:
        groups.append(_grow(next(iter(left)), left, bonds, target))
    return [sorted(group) for group in _merged(groups, sizes, target)]


def _bonds(neighbours: Counter[tuple[str, str]]) -> defaultdict[str, Counter[str]]:
    bonds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (first, second), count in neighbours.items():
        if first != second:
            bonds[first][second] += count
            bonds[second][first] += count
    return bonds


def _grow(seed: str, left: dict[str, int], bonds: defaultdict[str, Counter[str]], target: int) -> list[str]:
    """One group around a seed; its members leave `left`."""
    group: list[str] = []
    pull: Counter[str] = Counter()
    size = 0
    best: str | None = seed
    while best is not None and size < target:
        group.append(best)
        size += left.pop(best)
        for key, count in bonds[best].items():
            if key in left:
                pull[key] += count
        best = _most_drawn(pull, left, bonds, target * 1.25 - size)
    return group


def _most_drawn(
    pull: Counter[str], left: dict[str, int], bonds: defaultdict[str, Counter[str]], room: float
) -> str | None:
    """The key that the group draws most and that fits; it leaves `pull`.

    The root lets a rare syllable that stands nowhere else win over a common one that stands everywhere.
    """
    fitting = [key for key in pull if key in left and left[key] <= room]
    if not fitting:
        return None
    best = max(fitting, key=lambda key: (pull[key] / math.sqrt(bonds[key].total()), key))
    del pull[best]
    return best


def _merged(groups: list[list[str]], sizes: Mapping[str, int], target: int) -> list[list[str]]:
    """Small left-over groups joined until they are worth a file."""
    whole: list[list[str]] = []
    rest: list[str] = []
    for group in groups:
        if sum(sizes[key] for key in group) >= target * 0.6:
            whole.append(group)
        else:
            rest += group
    rest.sort()
    open_group: list[str] = []
    for key in rest:
        open_group.append(key)
        if sum(sizes[member] for member in open_group) >= target:
            whole.append(open_group)
            open_group = []
    return [*whole, open_group] if open_group else whole
