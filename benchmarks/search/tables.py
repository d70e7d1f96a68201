"""Measures the tables of syllables that congkhai/site/search/tables.py reads, over the real procedures.

usage: python benchmarks/search/tables.py DATA
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

from clusters import cluster
from corpus import corpus

from congkhai.site.search import Entry
from congkhai.site.search.order import opening_length
from congkhai.site.search.syllables import key_set, keys

GROUPS, PARTS = 24, 4  # parts of a group follow each other, so that a small site may join them
TARGET = Path(__file__).parents[2] / "congkhai" / "site" / "search"


def main() -> None:
    """Write the tables."""
    everything = corpus(Path(sys.argv[1]))
    entries = [entry for entry in everything if entry.kind != "agency"]
    (TARGET / "neighbours.txt").write_text("\n".join(_neighbours(entries)) + "\n", "utf-8")
    (TARGET / "commonness.txt").write_text("\n".join(_commonness(entries)) + "\n", "utf-8")


def _neighbours(entries: list[Entry]) -> list[str]:
    """Lines of syllables that stand side by side in titles, numbers left out: those differ everywhere."""
    sizes: Counter[str] = Counter()
    beside: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        title = keys(entry.title)
        title = title[opening_length(title) :]
        sizes.update(title)
        beside.update((a, b) for a, b in pairwise(title) if not (a[0].isdigit() or b[0].isdigit()))
    known = {key: 12 + 2 * size for key, size in sizes.items() if size > 1 and key.isalpha()}
    groups = cluster(known, beside, round(sum(known.values()) / (GROUPS + 0.5)))
    lines = []
    for group in _joined(groups, GROUPS):
        inside = {key: known[key] for key in group}
        near = Counter({pair: count for pair, count in beside.items() if inside.keys() >= set(pair)})
        parts = _joined(cluster(inside, near, sum(inside.values()) // PARTS), PARTS)
        lines += [" ".join(part) for part in parts]
    return lines


def _joined(groups: list[list[str]], most: int) -> list[list[str]]:
    """Exactly so many groups: what is over is joined to the last, what is lacking is empty."""
    over = [key for group in groups[most:] for key in group]
    kept = [*groups[:most], *[[] for _ in range(most - len(groups))]]
    return [*kept[:-1], sorted([*kept[-1], *over])]


def _commonness(entries: list[Entry]) -> list[str]:
    """Line n: the syllables in about 2 ** -n of all bodies."""
    bodies = [key_set(entry.body) for entry in entries if entry.body]
    spread = Counter(key for body in bodies for key in body if key.isalpha() and key.isascii())
    lines: dict[int, list[str]] = {}
    for key, count in sorted(spread.items()):
        if count > 1:
            lines.setdefault(round(math.log2(len(bodies) / count)), []).append(key)
    return [" ".join(lines.get(rank, [])) for rank in range(max(lines) + 1)]


if __name__ == "__main__":
    main()
