"""What two time phrases side by side mean together: one narrows, bounds or repeats the other, or they are two."""

from __future__ import annotations

from msgspec.structs import replace

from congkhai.foundation.text import fold
from congkhai.vietnamese.schedule.grammar.cycle_joins import (
    CLOSE,
    LONG,
    both_recurring,
    cycle_begun,
    cycle_behind,
    cycle_from,
    dated_cycle,
    listed_cycle,
    with_schedule,
)
from congkhai.vietnamese.schedule.grammar.entries import Entry, in_year
from congkhai.vietnamese.schedule.grammar.event_joins import both_relative, event_dated, requested, with_contingent
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind, Relation, Schedule

# What sets no deadline beside one: "…, tầm nhìn đến năm 2030", "… (số liệu tính đến ngày 14/6/2025)".
_ASIDES = frozenset({"dinh huong", "tam nhin", "co dinh huong", "va dinh huong", "so lieu", "lay so lieu"})


def join(left: Entry, right: Entry) -> Entry | None:
    """The one meaning of two neighbours, or None where they stand side by side as two times."""
    if right.unit == "bare day" and right.schedule.rule and right.schedule.rule.weekday and left.dated:
        return left  # "ngày 18/7/2025 (thứ Sáu)"
    if right.unit == "contingent":
        return with_contingent(left, right)
    if _deferral(right) and left.schedule.kind is not Kind.UNSPECIFIED:
        return left if not right.label else None
    if _deferral(left) and right.schedule.kind is Kind.ON_REQUEST and right.mark in ("and", "or"):
        return None
    if _deferral(left) and (right.schedule.kind is not Kind.UNSPECIFIED) and right.mark not in (";", "line"):
        return right._replace(mark=left.mark, label=left.label, of_actor=left.of_actor)
    if right.label and fold(right.label) in _ASIDES and left.schedule.kind is not Kind.UNSPECIFIED:
        return left
    if left.label and fold(left.label) in _ASIDES and right.dated:
        return right._replace(mark=left.mark)
    if right.unit == "bare day" and left.unit == "month" and left.period and right.mark in CLOSE:
        return _day_of_month(left, right)
    if right.label and not (right.mark == "(" and not right.of_actor):
        return None
    rule = _RULES.get((left.schedule.kind, right.schedule.kind))
    if rule:
        return rule(left, right)
    if right.schedule.kind is Kind.ON_REQUEST:
        return requested(left, right)
    if right.schedule.kind is Kind.RELATIVE and left.dated and right.mark in CLOSE:
        if right.schedule.offset and right.schedule.offset.relation is Relation.DURING:
            return left
        return with_schedule(left, replace(left.schedule, offset=right.schedule.offset))
    return left if right.mark == "(" and right.schedule.kind is not Kind.MULTIPLE else None


def _deferral(entry: Entry) -> bool:
    return entry.unit == "defer"


def _day_of_month(left: Entry, right: Entry) -> Entry | None:
    """ "Tháng 6/2025 (trước ngày 20)": the day lies in the month before it."""
    month, rule = left.schedule.end, right.schedule.rule
    if month is None or rule is None or rule.days[-1] > month.day:
        return None
    day = month.replace(day=rule.days[-1])
    due = Schedule(Kind.BY_DATE, left.schedule.start, day, right.schedule.bound, clock=right.schedule.clock)
    return with_schedule(left, due, unit="day")


def _both_on_request(left: Entry, _right: Entry) -> Entry:
    return left


def _begun(left: Entry, right: Entry) -> Entry | None:
    """ "Bắt đầu từ năm 2023, hoàn thành năm 2025"."""
    start, end = left.schedule.start, right.schedule.end
    if right.mark not in ("", ",") or start is None or end is None or end < start or right.schedule.vague:
        return None
    kind = Kind.BY_DATE if right.schedule.kind is Kind.BY_DATE else Kind.DATE_RANGE
    return with_schedule(left, Schedule(kind, start, end, right.schedule.bound), unit="range")


def _continuous_dated(left: Entry, right: Entry) -> Entry | None:
    """ "Thường xuyên trong năm 2024", "Thường xuyên (quý I-IV)", "Thường xuyên đến 31/12/2025"."""
    if left.unit == "from":
        return _begun(left, right)
    if right.schedule.vague and right.mark == ",":
        return None  # "thường xuyên, tổng kết cuối năm"
    if left.unit == "year" and right.schedule.kind is Kind.BY_DATE and right.mark in ("", "("):
        return _limit_in_frame(left, right)
    if left.schedule.start or left.schedule.end or not _close_or_long(right, right):
        return left if right.mark == "(" else None
    if right.schedule.kind is Kind.BY_DATE:
        if right.schedule.bound is Bound.BY and right.mark != ",":
            return with_schedule(left, replace(left.schedule, end=right.schedule.end))
        return None
    return with_schedule(left, replace(left.schedule, start=right.schedule.start, end=right.schedule.end))


def _dated_continuous(left: Entry, right: Entry) -> Entry | None:
    """ "Năm 2024, thường xuyên"."""
    if right.schedule.start or right.schedule.end:
        return None
    if right.unit == "onward" or (left.period and _close_or_long(right, left)):
        open_end = right.unit == "onward"
        return with_schedule(
            left,
            replace(right.schedule, start=left.schedule.start, end=None if open_end else left.schedule.end),
        )
    return None


def _close_or_long(marked: Entry, period: Entry) -> bool:
    return marked.mark in ("", "(") or (marked.mark in (",", "/") and period.unit in LONG)


def _both_continuous(left: Entry, right: Entry) -> Entry | None:
    if right.mark in (";", "line"):
        return None
    start, end = left.schedule.start or right.schedule.start, left.schedule.end or right.schedule.end
    if right.unit == "onward":
        end = None
    return with_schedule(left, replace(left.schedule, start=start, end=end))


def _continuous_event(left: Entry, right: Entry) -> Entry | None:
    """ "Thường xuyên (ngay sau khi có quyết định công bố)"."""
    if right.mark not in CLOSE:
        return None
    return with_schedule(left, replace(left.schedule, offset=right.schedule.offset))


def _continuous_cycle(left: Entry, right: Entry) -> Entry | None:
    if left.unit == "from":
        return cycle_begun(left, right)
    if right.mark not in ("", "(") or left.schedule.start or fold(right.words).startswith(("bao cao", "bc ")):
        return None
    return (
        left
        if right.schedule.recurrence == (Frequency.ANNUAL,) and right.pure_cycle
        else right._replace(mark=left.mark)
    )


def _narrowed(left: Entry, right: Entry) -> Entry | None:
    """ "Quý III/2024 (trước ngày 15/7/2024)", "Năm 2024 (quý II)": the narrower time inside its frame."""
    right = _in_frame_year(left, right)
    if right.mark not in CLOSE and right.mark != "/":
        return None
    if left.period and right.schedule.kind is Kind.BY_DATE and right.schedule.end:
        return _limit_in_frame(left, right)
    if left.yearless and right.unit == "year" and not right.yearless and left.unit != "year" and right.mark != ",":
        return in_year(left, right.schedule.end.year) if right.schedule.end else None
    if (
        left.period
        and right.dated
        and _inside(right, left)
        and (right.mark == "(" or (right.yearless and left.unit == "year"))
    ):
        return right._replace(mark=left.mark, label=left.label, of_actor=left.of_actor)
    return left if right.mark == "(" else None


def _limit_in_frame(left: Entry, right: Entry) -> Entry | None:
    frame, end = left.schedule, right.schedule.end
    assert end is not None
    if frame.start is None or frame.end is None:
        return right._replace(mark=left.mark) if right.mark == "(" else None
    inside = frame.start <= end <= frame.end
    if not inside and right.mark != "(":
        return None
    start = frame.start if inside else None
    narrowed = replace(right.schedule, start=start)
    return right._replace(
        schedule=narrowed,
        mark=left.mark,
        label=left.label,
        of_actor=left.of_actor,
        unit="day" if inside else "outside",
    )


def _inside(inner: Entry, outer: Entry) -> bool:
    start, end = inner.schedule.start or inner.schedule.end, inner.schedule.end or inner.schedule.start
    if not (start and end and outer.schedule.start and outer.schedule.end):
        return bool(inner.schedule.frame)
    return outer.schedule.start <= start and end <= outer.schedule.end


def _in_frame_year(frame: Entry, entry: Entry) -> Entry:
    end = frame.schedule.end
    return in_year(entry, end.year) if entry.yearless and end and not frame.yearless else entry


_RULES = {
    (Kind.ON_REQUEST, Kind.ON_REQUEST): _both_on_request,
    (Kind.RECURRING, Kind.RECURRING): both_recurring,
    (Kind.CONTINUOUS, Kind.CONTINUOUS): _both_continuous,
    (Kind.CONTINUOUS, Kind.RELATIVE): _continuous_event,
    (Kind.CONTINUOUS, Kind.RECURRING): _continuous_cycle,
    (Kind.RECURRING, Kind.CONTINUOUS): cycle_from,
    (Kind.MULTIPLE, Kind.RECURRING): listed_cycle,
    (Kind.RECURRING, Kind.MULTIPLE): listed_cycle,
    (Kind.RELATIVE, Kind.RELATIVE): both_relative,
    (Kind.RELATIVE, Kind.BY_DATE): event_dated,
    (Kind.RELATIVE, Kind.WITHIN_PERIOD): event_dated,
    (Kind.RELATIVE, Kind.DATE_RANGE): event_dated,
    **{(Kind.RECURRING, kind): dated_cycle for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)},
    **{(kind, Kind.RECURRING): cycle_behind for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)},
    **{(Kind.CONTINUOUS, kind): _continuous_dated for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)},
    **{(kind, Kind.CONTINUOUS): _dated_continuous for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)},
    **{
        (outer, inner): _narrowed
        for outer in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)
        for inner in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)
    },
}
