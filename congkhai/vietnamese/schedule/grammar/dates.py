"""Dates and periods under a bound, with the words of the bound and the time of day before them."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.clock import PARTS_OF_DAY
from congkhai.vietnamese.schedule.grammar.dues import due
from congkhai.vietnamese.schedule.grammar.point_days import Point
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.grammar.spans import bounded
from congkhai.vietnamese.schedule.grammar.stretches import Stretch, stretches
from congkhai.vietnamese.schedule.model import Bound
from congkhai.vietnamese.schedule.tokens import NUMBER, ROMAN_NUMBER

_BOUNDS = {"before": Bound.BEFORE, "by": Bound.BY, "until": Bound.BY, "within": Bound.WITHIN}
_RANK = {Bound.BEFORE: 3, Bound.BY: 2, Bound.WITHIN: 1}


def dates(src: Source, at: int, bound: Bound | None, first: int) -> Clause | None:
    """Read a due day, or a list of days and periods, under a bound; None where a number only counts things."""
    found = due(src, at, bound, first)
    if found and found.unit != "bare day":
        return found
    listed = stretches(src, at) or (
        bare_year(src, at) if bound or src.tokens[at + 1].word in ("nay", "ke hoach") else None
    )
    if listed and not _is_count(src, listed[1], at, bound):
        points, stop = listed
        schedule = bounded(src, points, bound, first, stop)
        return Clause(schedule, first, stop, bound is not None, yearless(points), unit=points[0].last.unit)
    return found


def _is_count(src: Source, stop: int, at: int, bound: Bound | None) -> bool:
    """Numbers in front of a noun count things: "10/12 xã", "2024 hồ sơ"."""
    bare = src.tokens[at].kind == NUMBER and len(src.tokens[at].numbers) < 3
    return bare and bound in (None, Bound.WITHIN) and src.tokens[stop].kind in ("actor", "word", "times", "document")


def bare_year(src: Source, at: int) -> tuple[list[Stretch], int] | None:
    """ "trong năm", "hết năm", "đến cuối kỳ": the plan's year."""
    tokens = src.tokens
    if tokens[at].kind == "year" and tokens[at + 1].kind not in (NUMBER, ROMAN_NUMBER) and tokens[at + 1].word != "hoc":
        skip = 2 if tokens[at + 1].word in ("nay", "ke hoach") else 1
        return [this_year()], at + skip
    return None


def this_year() -> Stretch:
    """The plan's year."""
    year = Point("year", 1, 12)
    return Stretch(year, year)


def yearless(points: list[Stretch]) -> bool:
    """Whether all years were taken from the plan."""
    return all(one.first.year is None and one.last.year is None and not one.last.shift for one in points)


def onward(src: Source, at: int) -> int:
    """How many tokens of "trở đi" or "và các năm tiếp theo" stand here."""
    skip = int(src.tokens[at].kind == ",")
    return skip + 1 if src.tokens[at + skip].kind == "onward" else 0


def bound_words(src: Source, at: int) -> tuple[Bound | None, int]:
    """Read the words of a bound and a time of day ("chậm nhất trước 17 giờ"): the strictest and the index behind."""
    bound: Bound | None = None
    either = False
    while True:
        token = src.tokens[at]
        found = _BOUNDS.get(token.kind)
        if found:
            bound = found if bound is None or _RANK[found] > _RANK[bound] else bound
        elif bound and token.kind == "or" and src.tokens[at + 1].kind in _BOUNDS:
            either = True  # "trước hoặc trong ngày X": that day included
        elif bound and token.kind == "," and src.tokens[at + 1].kind == "day" and src.tokens[at - 1].kind in _BOUNDS:
            pass
        elif token.kind != "filler" and not _is_clock(src, at):
            return Bound.BY if either else bound, at
        at += 2 if _is_clock(src, at) else 1
        at += (
            src.tokens[at - 1].kind == "hour"
            and src.tokens[at].kind == NUMBER
            and len(src.tokens[at].numbers) == 1
            and (src.tokens[at + 1].kind in ("day", NUMBER, "minute", ",") or src.tokens[at + 1].word == "thu")
        )
        at += src.tokens[at].kind == "minute"
        at += src.tokens[at].kind == "," and src.tokens[at - 1].kind in ("hour", NUMBER, "minute")


def _is_clock(src: Source, at: int) -> bool:
    """ "17 giờ" in front of a day is the time of day, not a number of hours."""
    tokens = src.tokens
    if tokens[at].kind != NUMBER or tokens[at + 1].kind != "hour":
        return False
    behind = tokens[at + 2 + (tokens[at + 2].word.startswith(PARTS_OF_DAY))]
    return behind.kind in ("day", NUMBER, ",", "always", "every") or behind.word == "thu"
