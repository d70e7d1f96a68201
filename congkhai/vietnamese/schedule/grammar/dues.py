"""Due days inside a cycle: "ngày 25 hằng tháng", "trước ngày 15 của tháng cuối quý", "ngày 05 tháng đầu quý sau"."""

from __future__ import annotations

from typing import NamedTuple

from congkhai.vietnamese.schedule.grammar.point_days import Point
from congkhai.vietnamese.schedule.grammar.points import point
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.grammar.spans import bounded
from congkhai.vietnamese.schedule.grammar.stretches import Stretch
from congkhai.vietnamese.schedule.grammar.years import NEXT_WORDS
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind, Rule, Schedule
from congkhai.vietnamese.schedule.tokens import NUMBER, ROMAN_NUMBER

_CYCLE_OF = {
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "quarter": Frequency.QUARTERLY,
    "year": Frequency.ANNUAL,
}
_TRAILERS = frozenset({"of", "within"})


class _Home(NamedTuple):
    """Where a due day lies: in which cycle, which month of it, how many cycles later; or in one named quarter."""

    frequency: Frequency | None
    month: int = 0
    later: int = 0
    quarter: Point | None = None


def due(src: Source, at: int, bound: Bound | None, first: int) -> Clause | None:
    """Read a due day and its cycle; a bare "ngày 25" has no cycle yet, and joins one that stands before it."""
    days = _days(src, at)
    if days is None:
        return None
    day, stop, ranged = days
    home = _home(src, stop)
    if home is None:
        return _bare(first, stop, day, bound) if not ranged else None
    place, stop = home
    if place.quarter:
        last = place.quarter.last if place.month == 0 else place.quarter.first + place.month - 1
        exact = place.quarter._replace(unit="day", first=last, last=last, day=day[-1])
        if day[-1] == 0:
            exact = exact._replace(unit="month")
        limit = Bound.BEFORE if bound is Bound.BEFORE else Bound.BY
        dated = bounded(src, [Stretch(exact, exact)], limit, first, stop)
        return Clause(dated, first, stop, yearless=place.quarter.year is None, unit="day")
    rule = Rule(day, place.month, place.later)
    frequencies = (place.frequency,) if place.frequency else ()
    limit = bound if bound is Bound.BEFORE else Bound.WITHIN if ranged else Bound.BY
    return Clause(Schedule(Kind.RECURRING, None, None, limit, frequencies, rule), first, stop)


def _bare(first: int, stop: int, day: tuple[int, ...], bound: Bound | None) -> Clause | None:
    if day == (0,):
        return None
    limit = bound if bound in (Bound.BEFORE, Bound.BY) else Bound.BY
    return Clause(Schedule(Kind.RECURRING, None, None, limit, (), Rule(day)), first, stop, unit="bare day")


def _days(src: Source, at: int) -> tuple[tuple[int, ...], int, bool] | None:
    """The due days, 0 for the last one; of a range its two ends; whether it is a range."""
    tokens = src.tokens
    ranged = tokens[at].kind == "from"
    at += ranged
    if tokens[at].kind != "day":
        return _number_only(src, at)
    last = at + 1 + (tokens[at + 1].kind == "working")
    if tokens[last].kind == "tail":
        return (0,), last + 1, False
    if tokens[at + 1].kind != NUMBER or len(tokens[at + 1].numbers) != 1 or not 1 <= tokens[at + 1].numbers[0] <= 31:
        return None
    days, stop = tokens[at + 1].numbers, at + 2
    while tokens[stop].kind in ("-", "until", ",", "and"):
        mark = stop
        stop += 1 + (tokens[stop + 1].kind == "day")
        if tokens[stop].kind != NUMBER or len(tokens[stop].numbers) != 1 or not 1 <= tokens[stop].numbers[0] <= 31:
            return days, mark, ranged
        ranged |= tokens[mark].kind in ("-", "until")
        days = days[:1] + tokens[stop].numbers if ranged else days + tokens[stop].numbers
        stop += 1
    return days, stop, ranged


def _number_only(src: Source, at: int) -> tuple[tuple[int, ...], int, bool] | None:
    """ "25 hằng tháng" without "ngày"."""
    token, behind = src.tokens[at], src.tokens[at + 1]
    if token.kind == NUMBER and len(token.numbers) == 1 and 1 <= token.numbers[0] <= 31:
        if behind.kind == "every" and behind.word != "cac" and src.tokens[at + 2].kind == "month":
            return token.numbers, at + 1, False
        month = at + 1 + (behind.kind == "of")
        if (
            src.tokens[month].kind == "month"
            and src.tokens[month + 1].kind in ("head", "tail")
            and src.tokens[month + 2].kind in ("quarter", "of")
        ):
            return token.numbers, at + 1, False
    return None


def _home(src: Source, at: int) -> tuple[_Home, int] | None:
    """ "hằng tháng", "của tháng cuối quý", "tháng đầu tiên của quý tiếp theo", "của tháng sau", "cuối quý"."""
    tokens = src.tokens
    at = _skip(src, at)
    every = tokens[at].kind == "every"
    at += every
    if tokens[at].kind == "month":
        found = _in_month(src, at + 1)
    elif tokens[at].kind == "tail" and tokens[at + 1].kind == "quarter":
        found = _of_quarter(src, at + 1, 0)
    elif tokens[at].kind in ("quarter", "year") and tokens[at + 1].kind not in (NUMBER, ROMAN_NUMBER):
        found = _Home(_CYCLE_OF[tokens[at].kind], later=_later(src, at + 1)), at + 1 + _later(src, at + 1)
    elif tokens[at].kind == "quarter":
        found = _of_quarter(src, at, 0)
    else:
        return None
    return (found[0], _trailer(src, found[1])) if found else None


def _in_month(src: Source, at: int) -> tuple[_Home, int] | None:
    tokens = src.tokens
    if tokens[at].kind in ("head", "mid", "tail"):
        month = {"head": 1, "mid": 2, "tail": 0}[tokens[at].kind]
        at += 1 + (tokens[at + 1].word == "tien")
        if month == 1 and tokens[at].kind in ("after", "next"):
            return _behind_cycle(src, at)
        return _of_quarter(src, _skip(src, at), month)
    if tokens[at].word == "thu" and tokens[at + 1].kind in (NUMBER, "word"):
        month = (tokens[at + 1].numbers or (_ORDINALS.get(tokens[at + 1].word, 0),))[0]
        return _of_quarter(src, _skip(src, at + 2), month % 3) if 1 <= month <= 3 else None
    if tokens[at].kind in (NUMBER, ROMAN_NUMBER):
        return None
    behind = _behind_cycle(src, at)
    if behind:
        return behind
    if _later(src, at):
        return _Home(Frequency.MONTHLY, 1, 1), at + 1
    if tokens[at].word in ("bao cao", "nay") or tokens[at].kind in ("every",):
        at += 1
    return _Home(Frequency.MONTHLY), at


def _behind_cycle(src: Source, at: int) -> tuple[_Home, int] | None:
    """ "Tháng liền sau quý báo cáo", "tháng tiếp theo sau khi kết thúc quý": the first month behind a cycle."""
    tokens, stop = src.tokens, at
    while tokens[stop].kind in ("next", "after", "of", "during", "filler", "until") and stop < at + 4:
        stop += 1
    later = any(tokens[i].kind in ("next", "after") for i in range(at, stop))
    unit = tokens[stop].kind
    if not later or unit not in ("quarter", "month") or tokens[stop + 1].kind in (NUMBER, ROMAN_NUMBER, "head", "tail"):
        return None
    return _Home(_CYCLE_OF[unit], 1, 1), stop + 1


def _of_quarter(src: Source, at: int, month: int) -> tuple[_Home, int] | None:
    tokens = src.tokens
    at += tokens[at].kind == "every"
    if tokens[at].word in ("ky bao cao", "ky") and month == 0:
        of_quarter = tokens[at + 1].kind == "quarter" and tokens[at + 2].kind not in (NUMBER, ROMAN_NUMBER)
        return (_Home(Frequency.QUARTERLY), at + 2) if of_quarter else (_Home(None), at + 1)
    if tokens[at].kind != "quarter":
        return None
    named = point(src, at)
    if named:
        return _Home(None, month, quarter=named[0]), named[1]
    later = _later(src, at + 1)
    return _Home(Frequency.QUARTERLY, month, later), at + 1 + later


def _later(src: Source, at: int) -> int:
    return int(src.tokens[at].word in NEXT_WORDS)


def _skip(src: Source, at: int) -> int:
    while src.tokens[at].kind in _TRAILERS:
        at += 1
    return at


def _trailer(src: Source, at: int) -> int:
    """Skip "(của) kỳ báo cáo", "của quý báo cáo", "hằng quý" behind the due day."""
    stop = _skip(src, at)
    while src.tokens[stop].kind in ("every", "quarter") and src.tokens[stop + 1].kind not in (
        NUMBER,
        ROMAN_NUMBER,
    ):
        if src.tokens[stop].kind == "every" and src.tokens[stop + 1].kind not in ("quarter",):
            break
        stop, at = stop + 1, stop + 1
    if src.tokens[stop].word in ("ky bao cao", "bao cao", "ky"):
        at = stop + 1 + (src.tokens[stop + 1].word == "bao cao")
    return at


_ORDINALS = {"nhat": 1, "hai": 2, "ba": 3}
