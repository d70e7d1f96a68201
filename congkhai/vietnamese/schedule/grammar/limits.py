"""A bound and what it bounds: a date, a due day, a number of days, an event."""

from __future__ import annotations

from msgspec.structs import replace

from congkhai.vietnamese.schedule.grammar.clock import clock_in
from congkhai.vietnamese.schedule.grammar.cycle_items import day_of_week, is_weekday
from congkhai.vietnamese.schedule.grammar.cycles import cycle
from congkhai.vietnamese.schedule.grammar.dates import bound_words, dates
from congkhai.vietnamese.schedule.grammar.events import counted, triggered
from congkhai.vietnamese.schedule.grammar.openings import after, counted_range
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind, Rule, Schedule
from congkhai.vietnamese.schedule.tokens import END, NUMBER


def limited(src: Source, at: int) -> Clause | None:
    """A bound, and whatever it bounds: a date, a period, a due day, a number of days, an event."""
    if _is_around(src, at):
        return triggered(src, at + 4)
    bound, stop = bound_words(src, at)
    if bound is None:
        return None
    if src.tokens[stop].kind == "always" and clock_in(src, at, stop):
        return Clause(Schedule(Kind.CONTINUOUS), at, stop + 1)  # "trước 11 giờ hằng ngày"
    weekly = _weekly(src, stop, bound, at)
    if weekly:
        return weekly
    event = _bounded_event(src, stop, bound, at)
    if event:
        return event
    found = counted_range(src, stop, at) or counted(src, stop, bound, at) or dates(src, stop, bound, at)
    return found or _named_event(src, stop, bound, at)


def _weekly(src: Source, at: int, bound: Bound, first: int) -> Clause | None:
    """ "Trước 16h00 thứ Năm hằng tuần", "chậm nhất ngày thứ Sáu hằng tuần", "trước thứ Sáu, ngày 20/6/2025"."""
    often = src.tokens[at].word == "cac"
    at += often
    at += src.tokens[at].kind == "day" and src.tokens[at + 1].word == "thu"
    if not is_weekday(src, at):
        return None
    found = cycle(src, at)
    if found:
        return found._replace(first=first, schedule=replace(found.schedule, bound=bound))
    stop = at + 2 + (src.tokens[at + 2].kind == ",")
    if src.tokens[stop].kind == "day":
        return dates(src, stop, bound, first)
    cycle_of = (Frequency.WEEKLY,) if often else ()
    schedule = Schedule(Kind.RECURRING, None, None, bound, cycle_of, Rule(weekday=day_of_week(src, at)))
    return Clause(schedule, first, at + 2, unit="" if often else "bare day")


def _is_around(src: Source, at: int) -> bool:
    """ "Trước, trong và sau Tết"."""
    return [token.kind for token in src.tokens[at : at + 5]] == ["before", ",", "within", "and", "after"]


def _bounded_event(src: Source, at: int, bound: Bound, first: int) -> Clause | None:
    kind = src.tokens[at].kind
    if kind in ("khi", "before event"):
        return triggered(src, at, bound, first)
    found = after(src, at) if kind == "after" else None
    return found and found._replace(first=first, schedule=_with_bound(found.schedule, bound))


def _with_bound(schedule: Schedule, bound: Bound) -> Schedule:
    return Schedule(schedule.kind, schedule.start, schedule.end, bound, offset=schedule.offset)


def _named_event(src: Source, at: int, bound: Bound, first: int) -> Clause | None:
    """ "Trước kỳ họp HĐND", "trước Tết": before an event that is named without "khi"."""
    token = src.tokens[at]
    if bound is not Bound.BEFORE or token.kind in (END, NUMBER, ",", "/", ")", ";", "."):
        return None
    if token.kind in ("month", "quarter", "year") or (token.kind == "day" and src.tokens[at + 1].kind in (NUMBER, END)):
        return None
    return triggered(src, at - 1, Bound.BEFORE, first)
