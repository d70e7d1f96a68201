"""A cell of any length in pieces that the rules can look ahead in, so that reading takes linear time."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.tokens import ENDS

# A rule may look ahead to the end of its tokens: a cell of any length is read in pieces of so many, in linear time.
_PIECE = 240


def segments(src: Source) -> Iterator[Source]:
    """The cell in pieces that are short enough to look ahead in, cut where a line or a part begins."""
    tokens, first = src.tokens, 0
    stop = len(tokens) - ENDS
    while True:
        last = stop if stop - first <= _PIECE else _cut(src, first)
        yield src.part(first, last, src.year)
        if last >= stop:
            return
        first = last


def _cut(src: Source, first: int) -> int:
    for at in range(first + _PIECE, first + _PIECE // 2, -1):
        if src.tokens[at].line or src.tokens[at].kind == ";":
            return at
    return first + _PIECE
