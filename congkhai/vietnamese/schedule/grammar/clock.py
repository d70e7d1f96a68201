"""The time of day in front of a date ("8h00 ngày 05/3/2025"): read over, for a duty is due on a day."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.tokens import NUMBER


def past_clock(src: Source, at: int) -> int:
    """The index behind "8 giờ", "8h00", "8 giờ 30 phút," if a day follows, else `at`."""
    tokens = src.tokens
    if tokens[at].kind != NUMBER or tokens[at + 1].kind != "hour":
        return at
    stop = at + 2
    stop += tokens[stop].kind == NUMBER and len(tokens[stop].numbers) == 1
    stop += tokens[stop].kind == "minute"
    stop += tokens[stop].kind == ","
    return stop if tokens[stop].kind == "day" else at
