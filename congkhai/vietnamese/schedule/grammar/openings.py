"""Times that begin somewhere: "từ A đến B", "từ A trở đi", "sau ngày A", "kể từ ngày ký"."""

from __future__ import annotations

from congkhai.vietnamese.schedule.calendar import ONE_DAY
from congkhai.vietnamese.schedule.grammar.clock import past_clock
from congkhai.vietnamese.schedule.grammar.dates import bare_year, bound_words, dates, onward, yearless
from congkhai.vietnamese.schedule.grammar.dues import due
from congkhai.vietnamese.schedule.grammar.events import counted, measure_at, triggered
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.grammar.spans import bounded
from congkhai.vietnamese.schedule.grammar.stretches import stretches
from congkhai.vietnamese.schedule.model import Bound, Kind, Schedule
from congkhai.vietnamese.schedule.tokens import ENDS, NUMBER


def opened(src: Source, at: int) -> Clause | None:
    """ "Từ A đến B", "từ A trở đi", "bắt đầu từ A", "từ nay đến B", "kể từ ngày ký"."""
    stop = at + 1
    while src.tokens[stop].kind in ("filler", "from", "within"):
        stop += 1
    stop = past_clock(src, stop)
    if src.tokens[stop].kind == "now" or src.tokens[stop].word in ("nay", "hien nay", "thoi diem nay"):
        return _until_only(src, stop + 1, at)
    repeated = due(src, at, Bound.WITHIN, at) if src.tokens[at].word == "tu" else None
    if repeated and repeated.unit != "bare day":
        return repeated
    found = stretches(src, stop) or bare_year(src, stop)
    if found is None:
        return _from_event(src, at)
    points, stop = found
    if len(points) != 1:
        return None
    if points[0].first != points[0].last:
        return Clause(bounded(src, points, None, at, stop), at, stop, True, yearless(points), unit="range")
    stop += onward(src, stop)
    span = bounded(src, points, None, at, stop)
    if span.kind is Kind.UNSPECIFIED:
        return Clause(span, at, stop)
    start = span.end if points[0].first.day else span.start
    return Clause(
        Schedule(Kind.CONTINUOUS, start, vague="" if start else span.vague, frame=span.frame if not start else None),
        at,
        stop,
        True,
        yearless(points),
        unit="from",
    )


def counted_range(src: Source, at: int, first: int) -> Clause | None:
    """ "10 ngày, từ 05/8 đến 14/8/2026", "02 ngày 15 và 16/7/2026": the count only says how long the range is."""
    measure = measure_at(src, at)
    if measure:
        stop = measure[2] + (src.tokens[measure[2]].kind == ",")
        found = opened(src, stop) if src.tokens[stop].kind == "from" else None
        dated = found is not None and found.schedule.kind is Kind.DATE_RANGE and found.schedule.end
        return found._replace(first=first) if found and dated else None
    count, unit, number = src.tokens[at : at + 3]
    months = unit.kind == "month" and src.tokens[at - 1].kind == "within"  # "02 tháng 7" alone is a day
    if count.kind != NUMBER or not (unit.kind == "day" or months) or number.kind != NUMBER or len(count.numbers) != 1:
        return None
    found = dates(src, at + 1, None, first)
    return found if found and _length(found.schedule, months=months) == count.numbers[0] > 1 else None


def _length(schedule: Schedule, *, months: bool) -> int:
    """How many days or months a list or range of them has."""
    start, end = schedule.start, schedule.end
    if schedule.parts or not (start and end):
        return len(schedule.parts)
    return (end.year - start.year) * 12 + end.month - start.month + 1 if months else (end - start).days + 1


def _until_only(src: Source, at: int, first: int) -> Clause | None:
    bound, stop = bound_words(src, at)
    if bound is None:
        if src.tokens[at].kind != "-":
            return None
        stop = at + 1
    return dates(src, stop, Bound.BEFORE if bound is Bound.BEFORE else Bound.BY, first)


def _from_event(src: Source, at: int) -> Clause | None:
    ended = ended_event(src, at)
    if ended:
        return ended
    if src.tokens[at].word.endswith(" khi"):
        return triggered(src, at)
    if src.tokens[at].word in ("ke tu", "tinh tu", "bat dau tu", "tu") and src.tokens[at + 1].kind in (
        "day",
        "khi",
        "verb",
    ):
        return triggered(src, at)
    return None


def ended_event(src: Source, at: int) -> Clause | None:
    """ "Từ ngày ký ban hành đến 31/12/2025", "từ khi ban hành đến hết năm 2028": from an event to a day."""
    for stop in range(at + 1, min(at + 12, len(src.tokens) - ENDS)):
        kind = src.tokens[stop].kind
        if kind in (",", ";", "(", ")", NUMBER) or (kind == "." and src.tokens[stop + 1].gap):
            return None
        if kind == "until":
            found = _until_only(src, stop, at)
            if found and found.schedule.kind is Kind.BY_DATE:
                return found
    return None


def after(src: Source, at: int) -> Clause | None:
    """ "Sau 05 ngày kể từ …", "sau ngày 15/7/2024", else an event."""
    bare = src.tokens[at].word in ("sau", "ngay sau", "ngay sau ngay")
    if bare:
        found = counted(src, at + 1, Bound.WITHIN, at)
        if found:
            return found
        dated = stretches(src, at + 1)
        if dated and len(dated[0]) == 1 and not dated[0][0].last.part:
            span = bounded(src, dated[0], None, at, dated[1])
            start = span.end + ONE_DAY if span.end else None
            kind = Kind.CONTINUOUS if span.kind is not Kind.UNSPECIFIED else span.kind
            return Clause(Schedule(kind, start), at, dated[1] + onward(src, dated[1]), yearless=yearless(dated[0]))
    return triggered(src, at)
