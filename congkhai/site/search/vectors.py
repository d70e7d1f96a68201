"""Words and pages as vectors: what is asked in words of life lies near the page that answers it, whatever its words.

The table (`vectors.txt.xz`) was learnt by benchmarks/search/vectors.py from titles, everyday names and queries written
for search: a line a feature (a syllable, or two that follow each other), an empty line, a line a procedure of the
national register, each with a letter a number, from "a" (-4) to "i" (4).
"""

from __future__ import annotations

import lzma
import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import fmean

from congkhai.vietnamese.quantity import base_code

TABLE = Path(__file__).with_name("vectors.txt.xz")
NOUGHT, MOST = "e", 4  # the letter of nought; the largest number that a letter says


def features(keys: Sequence[str]) -> set[str]:
    """What of a text has a vector: each syllable, and each two that follow each other."""
    return {*keys, *(f"{one} {next_one}" for one, next_one in pairwise(keys))}


def of_page(code: str, texts: Sequence[Sequence[str]]) -> str:
    """The vector of a page as letters: that of a procedure that the table knows, else that of what names it."""
    return _tables()[1].get(base_code(code)) or _of_texts(texts)


def of_words(known: Container[str]) -> Iterator[tuple[str, str]]:
    """The features all of whose syllables are known, each with its vector as letters; sorted."""
    for name, letters in _tables()[0].items():
        if all(key in known for key in name.split(" ")):
            yield name, letters


def rarer(feature: str) -> str:
    """The syllable of a feature that fewer features have."""
    return min(feature.split(" "), key=lambda key: (_shared()[key], key))


def middle(written: Sequence[str]) -> str:
    """The vector in the middle of some, as letters."""
    return _letters(map(fmean, zip(*map(_read, written), strict=True)))


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """The vectors of features, and those of procedures by their codes."""
    text = lzma.decompress(TABLE.read_bytes()).decode()
    features, procedures = (dict(_pairs(part)) for part in text.split("\n\n"))
    return features, procedures


def _pairs(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.splitlines():
        name, letters = line.split("\t")
        yield name, letters


@cache
def _shared() -> Counter[str]:
    """How many features have a syllable."""
    return Counter(key for name in _tables()[0] for key in name.split(" "))


@cache
def _length() -> float:
    """How long the vector of a procedure is, in the middle."""
    return fmean(math.hypot(*_read(letters)) for letters in _tables()[1].values())


def _of_texts(texts: Sequence[Sequence[str]]) -> str:
    """The sum of what the features of texts say, as long as the vector of a procedure; nought if it has none."""
    known = _tables()[0]
    found = [_read(known[one]) for one in sorted(set().union(*map(features, texts))) if one in known]
    total = [sum(parts) for parts in zip(*found, strict=True)] or [0] * len(next(iter(known.values())))
    longer = _length() / (math.hypot(*total) or 1)
    return _letters(part * longer for part in total)


def _read(letters: str) -> list[int]:
    return [ord(letter) - ord(NOUGHT) for letter in letters]


def _letters(numbers: Iterable[float]) -> str:
    return "".join(chr(ord(NOUGHT) + max(-MOST, min(MOST, round(number)))) for number in numbers)
