"""Tables of Vietnamese syllables, measured once over 4,031 real procedures (benchmarks/search/tables.py, telling.py).

They make the index of one page independent of all others: which syllables are asked for together, and so lie in one
shard, which are too common in long texts to tell one page from another, and which tell more or less of
what is asked for than their rarity says.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_EVERYWHERE = 3
_TOO_COMMON = 4  # a syllable in more than 2 ** -(this - 1) of all bodies tells nothing


def group_of(key: str) -> int:
    """The group of neighbours a syllable belongs to; one that the table does not know falls into any."""
    known = _groups().get(key)
    return zlib.crc32(key.encode()) % group_count() if known is None else known


def group_count() -> int:
    """How many groups there are; groups that follow each other are related."""
    return len(_lines("neighbours.txt"))


def body_rank(key: str) -> int | None:
    """How rare a syllable is in bodies, in halvings: 4 is one in twelve, 12 one of all; None if it is everywhere."""
    rank = _ranks().get(key, 99)
    return rank if rank >= _TOO_COMMON else None


def is_in_most_texts(key: str) -> bool:
    """Whether a syllable stands in so many bodies, about a quarter, that a name is hardly told by it."""
    return _ranks().get(key, 99) < _EVERYWHERE


@cache
def telling() -> str:
    """Lines of words behind the half steps that they tell more or less in speech: forms, an empty line, then keys."""
    return "\n".join(_lines("telling.txt"))


@cache
def _groups() -> dict[str, int]:
    return {key: number for number, line in enumerate(_lines("neighbours.txt")) for key in line.split()}


@cache
def _ranks() -> dict[str, int]:
    """Line n of the table lists the syllables that stand in about 2 ** -n of all bodies."""
    return {key: rank for rank, line in enumerate(_lines("commonness.txt")) for key in line.split()}


@cache
def _lines(name: str) -> list[str]:
    return (_HERE / name).read_text("utf-8").splitlines()
