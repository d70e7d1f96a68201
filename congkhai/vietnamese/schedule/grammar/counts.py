"""Numbers that count things: "02 lớp", "10 xã", "3 đợt" are no months, quarters or days."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.tokens import NUMBER, WORD

# Agencies that are counted; "UBND" or "cấp" behind a number begin something new.
_COUNTED_ACTORS = frozenset(
    {"xa", "huyen", "phuong", "so", "tinh", "don vi", "co quan", "dia phuong", "phong", "quan", "truong", "thi tran"}
)
# More parts than these has no work.
_PARTS = 10


def is_count(src: Source, at: int) -> bool:
    """Whether the bare number at `at` counts the noun behind it."""
    token, noun = src.tokens[at], src.tokens[at + 1]
    if token.kind != NUMBER or len(token.numbers) != 1 or not noun.gap or noun.line:
        return False
    return noun.kind in (WORD, "times") or (noun.kind == "actor" and noun.word in _COUNTED_ACTORS)


def is_ordinal(src: Source, at: int) -> bool:
    """Whether the number at `at` counts parts of the work: "giai đoạn 1", "đợt 2", "bước 1"."""
    token, noun = src.tokens[at], src.tokens[at - 1]
    numbered = token.kind == NUMBER and len(token.numbers) == 1 and token.numbers[0] <= _PARTS
    return at > 0 and numbered and (noun.kind in ("times", "span") or noun.word in ("buoc", "vong", "nhom"))
