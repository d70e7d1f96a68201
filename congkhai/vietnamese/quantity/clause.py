"""Clauses of running text: the stretch of words that an amount belongs to, and those words without the amount."""

from __future__ import annotations

import re

from msgspec.structs import replace

from congkhai.foundation.problem import Place, Problem
from congkhai.foundation.text import nfc

# One clause ends at a line break, bar, semicolon or full stop, at a mark that opens an item, or where a new sentence
# begins without a stop ("15 ngày làm việc Đối với các xã miền núi …").
_BREAK = re.compile(
    r"\n|\||;|\.(?=\s|$)|(?<=\s)[+*](?=\s)|(?<=[.:;] )-(?=\s)|(?<=\s)-(?=\s[A-ZĐÂÊÔƠƯ])"
    r"|\s(?=(?:Đối với|Trường hợp) )"
)
_REACH = 600
# Punctuation and list marks that are left over at the ends of a clause once its amount is taken out.
_EDGE = " \t\n,.;:()-–+*/"


# Where a problem stands as long as only its text is known.
NOWHERE = Place("")


def at(place: Place, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems of a text, put where the text stands."""
    return tuple(replace(problem, place=place) for problem in problems)


def plain(text: str) -> str:
    """The text in NFC with every kind of space as one blank, line breaks kept."""
    return "\n".join(" ".join(line.split()) for line in nfc(text).splitlines())


def clause_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around `text[start:end]` begins and ends; a clause is at most 600 characters each way."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    before = [match.end() for match in _BREAK.finditer(text, low, start)]
    after = _BREAK.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


def without(text: str, bounds: tuple[int, int], start: int, end: int, *, lead_in: re.Pattern[str] | None = None) -> str:
    """The words of the clause at `bounds` without `text[start:end]`, an ellipsis between where both sides remain.

    `lead_in` matches words before the amount that say nothing without it ("không quá"); they go as well.
    """
    left, right = text[bounds[0] : start].rstrip(_EDGE), text[end : bounds[1]].strip(_EDGE)
    left = (lead_in.sub("", left) if lead_in else left).strip(_EDGE)
    return " … ".join(side for side in (left, right) if side)
