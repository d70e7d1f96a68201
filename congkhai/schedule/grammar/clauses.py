"""One time phrase at a time: which rule reads the words that begin here, and under which bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from congkhai.schedule.calendar import ONE_DAY
from congkhai.schedule.grammar.cycles import cycle
from congkhai.schedule.grammar.dues import due
from congkhai.schedule.grammar.events import counted, deferred, on_request, triggered
from congkhai.schedule.grammar.points import Point
from congkhai.schedule.grammar.source import Clause, Source
from congkhai.schedule.grammar.spans import bounded
from congkhai.schedule.grammar.stretches import Stretch, stretches
from congkhai.schedule.model import Bound, Frequency, Kind, Schedule
from congkhai.schedule.tokens import END, NUMBER, ROMAN_NUMBER, WORD

_BOUNDS = {"before": Bound.BEFORE, "by": Bound.BY, "until": Bound.BY, "within": Bound.WITHIN}
_RANK = {Bound.BEFORE: 3, Bound.BY: 2, Bound.WITHIN: 1}
_PERIOD_STARTS = frozenset(
    {"day", "month", "quarter", "half", "week", "head", "mid", "tail", "span", "months", "quarters"}
)


def clause(src: Source, at: int) -> Clause | None:
    """Read the time phrase that begins at token `at`, or None."""
    rule = _RULES.get(src.tokens[at].kind)
    return rule(src, at) if rule else None


def _during(src: Source, at: int) -> Clause | None:
    """ "Trong giai đoạn 2021-2025" is a period, "trong giai đoạn dự thảo" an event."""
    if src.tokens[at].word.endswith("thoi gian") and src.tokens[at + 1].kind == NUMBER:
        return counted(src, at + 1, Bound.WITHIN, at)
    dated = (
        _dates(src, at + 1, Bound.WITHIN, at) if src.tokens[at + 1].kind in (NUMBER, "span", "year") else None
    )
    return dated or triggered(src, at)


def _thursday(src: Source, at: int) -> Clause | None:
    return cycle(src, at) if src.tokens[at].word == "thu" else None


def _deferred(src: Source, at: int) -> Clause | None:
    """ "Theo quý" is a cycle, "theo kế hoạch" defers."""
    return (cycle(src, at) if src.tokens[at].word == "theo" else None) or deferred(src, at)


def _always(src: Source, at: int) -> Clause:
    return Clause(Schedule(Kind.CONTINUOUS), at, at + 1)


def _whole(src: Source, at: int) -> Clause | None:
    """ "Cả năm [2024]", "suốt năm": all the time within the period."""
    token = src.tokens[at]
    if token.word.endswith("nam") and src.tokens[at + 1].kind != NUMBER:
        found: tuple[list[Stretch], int] | None = ([_this_year()], at + 1)
    elif token.word.endswith("nam"):
        found = stretches(src, at + 1)
    else:
        found = stretches(src, at + 1) or _bare_year(src, at + 1)
    if found is None or len(found[0]) != 1:
        return None
    span = bounded(src, found[0], None, at, found[1])
    return Clause(
        Schedule(Kind.CONTINUOUS, span.start, span.end),
        at,
        found[1],
        yearless=_yearless(found[0]),
        unit="year",
    )


def _limited(src: Source, at: int) -> Clause | None:
    """A bound, and whatever it bounds: a date, a period, a due day, a number of days, an event."""
    if _is_around(src, at):
        return triggered(src, at + 4)
    bound, stop = _bound_words(src, at)
    if bound is None:
        return None
    event = _bounded_event(src, stop, bound, at)
    if event:
        return event
    found = counted(src, stop, bound, at) or _dates(src, stop, bound, at)
    return found or _named_event(src, stop, bound, at)


def _is_around(src: Source, at: int) -> bool:
    """ "Trước, trong và sau Tết"."""
    return [token.kind for token in src.tokens[at : at + 5]] == ["before", ",", "within", "and", "after"]


def _bound_words(src: Source, at: int) -> tuple[Bound | None, int]:
    bound: Bound | None = None
    while True:
        token = src.tokens[at]
        found = _BOUNDS.get(token.kind)
        if found:
            bound = found if bound is None or _RANK[found] > _RANK[bound] else bound
        elif (
            bound
            and token.kind == ","
            and src.tokens[at + 1].kind == "day"
            and src.tokens[at - 1].kind in _BOUNDS
        ):
            pass
        elif token.kind != "filler" and not _is_clock(src, at):
            return bound, at
        at += 2 if _is_clock(src, at) else 1
        at += (
            src.tokens[at - 1].kind == "hour"
            and src.tokens[at].kind == NUMBER
            and len(src.tokens[at].numbers) == 1
            and (src.tokens[at + 1].kind in ("day", NUMBER, "minute", ",", "thu"))
        )
        at += src.tokens[at].kind == "minute"
        at += src.tokens[at].kind == "," and src.tokens[at - 1].kind in ("hour", NUMBER, "minute")


def _is_clock(src: Source, at: int) -> bool:
    """ "17 giờ" in front of a day is the time of day, not a number of hours."""
    tokens = src.tokens
    if tokens[at].kind != NUMBER or tokens[at + 1].kind != "hour":
        return False
    return tokens[at + 2].kind in ("day", NUMBER, ",") or tokens[at + 2].word == "thu"


def _dates(src: Source, at: int, bound: Bound | None, first: int) -> Clause | None:
    found = due(src, at, bound, first)
    if found and found.unit != "bare day":
        return found
    listed = stretches(src, at) or (
        _bare_year(src, at) if bound or src.tokens[at + 1].word in ("nay", "ke hoach") else None
    )
    if listed and not _is_count(src, listed[1], at, bound):
        points, stop = listed
        schedule = bounded(src, points, bound, first, stop)
        return Clause(schedule, first, stop, bound is not None, _yearless(points), unit=points[0].last.unit)
    return found


def _is_count(src: Source, stop: int, at: int, bound: Bound | None) -> bool:
    """Numbers in front of a noun count things: "10/12 xã", "2024 hồ sơ"."""
    bare = src.tokens[at].kind == NUMBER and len(src.tokens[at].numbers) < 3
    return (
        bare and bound in (None, Bound.WITHIN) and src.tokens[stop].kind in ("actor", "word", "times", "document")
    )


def _bare_year(src: Source, at: int) -> tuple[list[Stretch], int] | None:
    """ "trong năm", "hết năm", "đến cuối kỳ": the plan's year."""
    tokens = src.tokens
    if (
        tokens[at].kind == "year"
        and tokens[at + 1].kind not in (NUMBER, ROMAN_NUMBER)
        and tokens[at + 1].word != "hoc"
    ):
        skip = 2 if tokens[at + 1].word in ("nay", "ke hoach") else 1
        return [_this_year()], at + skip
    return None


def _this_year() -> Stretch:
    year = Point("year", 1, 12)
    return Stretch(year, year)


def _from(src: Source, at: int) -> Clause | None:
    """ "Từ A đến B", "từ A trở đi", "bắt đầu từ A", "từ nay đến B", "kể từ ngày ký"."""
    stop = at + 1
    while src.tokens[stop].kind in ("filler", "from", "within"):
        stop += 1
    if src.tokens[stop].kind == "now" or src.tokens[stop].word in ("nay", "hien nay", "thoi diem nay"):
        return _until_only(src, stop + 1, at)
    repeated = due(src, at, Bound.WITHIN, at) if src.tokens[at].word == "tu" else None
    if repeated and repeated.unit != "bare day":
        return repeated
    found = stretches(src, stop) or _bare_year(src, stop)
    if found is None:
        return _from_event(src, at)
    points, stop = found
    if len(points) != 1:
        return None
    if points[0].first != points[0].last:
        return Clause(bounded(src, points, None, at, stop), at, stop, True, _yearless(points), unit="range")
    stop += _onward(src, stop)
    span = bounded(src, points, None, at, stop)
    if span.kind is Kind.UNSPECIFIED:
        return Clause(span, at, stop)
    start = span.end if points[0].first.day else span.start
    return Clause(Schedule(Kind.CONTINUOUS, start, None), at, stop, True, _yearless(points), unit="from")


def _onward(src: Source, at: int) -> int:
    skip = int(src.tokens[at].kind == ",")
    return skip + 1 if src.tokens[at + skip].kind == "onward" else 0


def _until_only(src: Source, at: int, first: int) -> Clause | None:
    bound, stop = _bound_words(src, at)
    if bound is None:
        if src.tokens[at].kind != "-":
            return None
        stop = at + 1
    return _dates(src, stop, Bound.BY, first)


def _from_event(src: Source, at: int) -> Clause | None:
    if src.tokens[at].word.endswith(" khi"):
        return triggered(src, at)
    if src.tokens[at].word in ("ke tu", "tinh tu", "bat dau tu", "tu") and src.tokens[
        at + 1
    ].kind in ("day", "khi", "verb"):
        return triggered(src, at)
    return None


def _after(src: Source, at: int) -> Clause | None:
    """ "Sau 05 ngày kể từ …", "sau ngày 15/7/2024", else an event."""
    bare = src.tokens[at].word in ("sau", "ngay sau", "ngay sau ngay")
    if bare:
        found = counted(src, at + 1, None, at)
        if found:
            return found
        dated = stretches(src, at + 1)
        if dated and len(dated[0]) == 1 and not dated[0][0].last.part:
            span = bounded(src, dated[0], None, at, dated[1])
            start = span.end + ONE_DAY if span.end else None
            kind = Kind.CONTINUOUS if span.kind is not Kind.UNSPECIFIED else span.kind
            return Clause(
                Schedule(kind, start), at, dated[1] + _onward(src, dated[1]), yearless=_yearless(dated[0])
            )
    return triggered(src, at)


def _bounded_event(src: Source, at: int, bound: Bound, first: int) -> Clause | None:
    kind = src.tokens[at].kind
    if kind in ("khi", "before event") or (kind == "after" and (found := _after(src, at))):
        if kind == "after":
            limit = bound
            schedule = found.schedule if found else Schedule(Kind.UNSPECIFIED)
            return found._replace(first=first, schedule=_with_bound(schedule, limit)) if found else None
        return triggered(src, at, bound, first)
    return None


def _with_bound(schedule: Schedule, bound: Bound) -> Schedule:
    return Schedule(schedule.kind, schedule.start, schedule.end, bound, offset=schedule.offset)


def _named_event(src: Source, at: int, bound: Bound, first: int) -> Clause | None:
    """ "Trước kỳ họp HĐND", "trước Tết": before an event that is named without "khi"."""
    token = src.tokens[at]
    if bound is not Bound.BEFORE or token.kind in (END, NUMBER, ",", "/", ")", ";", "."):
        return None
    if token.kind in ("month", "quarter", "year") or (
        token.kind == "day" and src.tokens[at + 1].kind in (NUMBER, END)
    ):
        return None
    return triggered(src, at - 1, Bound.BEFORE, first)


def _plain(src: Source, at: int) -> Clause | None:
    """A date or period without a bound, or a cycle."""
    repeated = cycle(src, at) or _part_of_cycle(src, at)
    if repeated:
        return repeated
    found = _dates(src, at, None, at)
    return _onwards(src, found) if found else None


def _part_of_cycle(src: Source, at: int) -> Clause | None:
    """ "Cuối quý", "đầu mỗi tháng": a vague part of every cycle."""
    tokens, part = src.tokens, src.tokens[at].kind
    if part == "week":
        return _week_of_cycle(src, at)
    unit = at + 1 + (tokens[at + 1].kind == "every")
    bare = tokens[unit].kind in ("month", "quarter") and tokens[unit + 1].kind not in (NUMBER, ROMAN_NUMBER)
    if part not in ("head", "mid", "tail") or not (bare or (unit > at + 1 and tokens[unit].kind == "year")):
        return None
    found = cycle(src, unit, listed=True)
    return found and found._replace(
        schedule=replace(found.schedule, vague=f"{part} {tokens[unit].kind}"), first=at, unit="cycle"
    )


def _week_of_cycle(src: Source, at: int) -> Clause | None:
    """ "Tuần cuối hằng tháng", "tuần thứ 3 của tháng"."""
    tokens, stop = src.tokens, at + 1 + (src.tokens[at + 1].word == "thu")
    part = "head" if tokens[stop].numbers == (1,) else {"head": "head", "tail": "tail", NUMBER: "mid"}.get(tokens[stop].kind)
    stop += 1
    while tokens[stop].kind in ("of", "every") or tokens[stop].word == "tien":
        stop += 1
    if part is None or tokens[stop].kind != "month" or tokens[stop + 1].kind == NUMBER:
        return None
    schedule = Schedule(Kind.RECURRING, recurrence=(Frequency.MONTHLY,), vague=f"{part} month")
    return Clause(schedule, at, stop + 1, unit="cycle")


def _onwards(src: Source, found: Clause) -> Clause:
    """ "Năm 2024 và các năm tiếp theo", "Quý II/2024 trở đi"."""
    skip = _onward(src, found.stop)
    if not skip or found.schedule.kind not in (Kind.WITHIN_PERIOD, Kind.DATE_RANGE, Kind.BY_DATE):
        return found
    start = found.schedule.start or (found.schedule.end if found.schedule.kind is Kind.BY_DATE else None)
    return found._replace(schedule=Schedule(Kind.CONTINUOUS, start), stop=found.stop + skip, firm=True)


def _limited_onwards(src: Source, at: int) -> Clause | None:
    found = _limited(src, at)
    return _onwards(src, found) if found else None


def _number(src: Source, at: int) -> Clause | None:
    if src.tokens[at].numbers in ((24, 7), (24, 24)) and src.tokens[at + 1].kind in (END, "hour", "."):
        return Clause(Schedule(Kind.CONTINUOUS), at, at + 1 + (src.tokens[at + 1].kind == "hour"))
    found = cycle(src, at) or counted(src, at, None, at)
    if found:
        return found
    found = _dates(src, at, None, at)
    if found and found.schedule.kind is Kind.UNSPECIFIED and len(src.tokens[at].numbers) < 3:
        src.faults.pop()
        return None
    return _onwards(src, found) if found else None


def _repeated(src: Source, at: int) -> Clause | None:
    found = cycle(src, at)
    if found is None and src.tokens[at].kind == "every":
        return (
            clause(src, at + 1)
            if src.tokens[at + 1].kind in _PERIOD_STARTS | {NUMBER} and src.tokens[at].word == "cac"
            else None
        )
    return found


def _yearless(points: list[Stretch]) -> bool:
    return all(one.first.year is None and one.last.year is None and not one.last.shift for one in points)


def _onward_alone(src: Source, at: int) -> Clause:
    return Clause(Schedule(Kind.CONTINUOUS), at, at + 1, unit="onward")


_RULES: dict[str, Callable[[Source, int], Clause | None]] = {
    "always": _always,
    "whole": _whole,
    "request": on_request,
    "defer": _deferred,
    "during": _during,
    WORD: _thursday,
    **dict.fromkeys(("khi", "around", "before event"), triggered),
    **dict.fromkeys(("before", "by", "until", "within"), _limited_onwards),
    "after": _after,
    **dict.fromkeys(("from", "since"), _from),
    **dict.fromkeys(_PERIOD_STARTS | {"year"}, _plain),
    **dict.fromkeys(("every", "report"), _repeated),
    NUMBER: _number,
    "onward": _onward_alone,
}
