"""Abbreviations in running text, so that a page can say what each stands for where it is first used."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from functools import lru_cache

# The rest of a document number from its last digit before a slash or hyphen on ("…1/2018/NĐ-CP", "…2-NQ/TU").
_NUMBER = re.compile(r"\d\w?[/-][^\s,;()]*")


def find_abbreviations(text: str, known: Iterable[str]) -> tuple[tuple[int, int, str], ...]:
    """Find the known abbreviations of a text as (start, end, abbreviation), in order and without overlap.

    Whole words only, capitals and marks as given, the longest first ("TT&TT" before "TT"); white space inside
    one may differ. The symbols inside document numbers are left alone. Text and abbreviations are NFC.
    """
    pattern = _pattern(frozenset(known))
    if pattern is None:
        return ()
    numbers = deque(found.span() for found in _NUMBER.finditer(text))
    found: list[tuple[int, int, str]] = []
    for match in pattern.finditer(text):
        while numbers and numbers[0][1] <= match.start():
            numbers.popleft()
        if not numbers or numbers[0][0] > match.start():
            found.append((match.start(), match.end(), " ".join(match.group().split())))
    return tuple(found)


@lru_cache(maxsize=8)
def _pattern(known: frozenset[str]) -> re.Pattern[str] | None:
    longest_first = sorted((" ".join(short.split()) for short in known if short.strip()), key=lambda s: (-len(s), s))
    if not longest_first:
        return None
    either = "|".join(re.escape(short).replace(r"\ ", r"\s+") for short in longest_first)
    # No letter or digit on either side: a short form inside a longer word is another word.
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])")
