"""What two time phrases side by side mean together: one narrows, bounds or repeats the other, or they are two."""

from __future__ import annotations

from dataclasses import replace

from congkhai.schedule.grammar.cycles import framed, ordered
from congkhai.schedule.grammar.entries import Entry, in_year
from congkhai.schedule.model import Bound, Frequency, Kind, Offset, Rule, Schedule, YearDay
from congkhai.text import fold

_CLOSE = frozenset({"", ",", "("})
_YEARLY = ((Frequency.ANNUAL,), ())
_LONG = frozenset({"year", "range", "span"})


def join(left: Entry, right: Entry) -> Entry | None:
    """The one meaning of two neighbours, or None where they stand side by side as two times."""
    if _deferral(right) and left.schedule.kind is not Kind.UNSPECIFIED:
        return left if not right.label else None
    if _deferral(left) and (right.schedule.kind is not Kind.UNSPECIFIED) and right.mark not in (";", "line"):
        return replace(right, mark=left.mark, label=left.label, of_actor=left.of_actor)
    if right.label and not (right.mark == "(" and not right.of_actor):
        return None
    rule = _RULES.get((left.schedule.kind, right.schedule.kind))
    if rule:
        return rule(left, right)
    if right.schedule.kind is Kind.ON_REQUEST:
        return _requested(left, right)
    if right.schedule.kind is Kind.RELATIVE and left.dated and right.mark in _CLOSE:
        return _with(left, replace(left.schedule, offset=right.schedule.offset))
    return left if right.mark == "(" and right.schedule.kind is not Kind.MULTIPLE else None


def _cycle_from(left: Entry, right: Entry) -> Entry | None:
    """ "Hằng năm, từ 2021": a cycle that begins in a named year."""
    if right.mark not in _CLOSE or right.unit != "from" or left.schedule.start:
        return left if right.mark == "(" else None
    return _with(left, replace(left.schedule, start=right.schedule.start, end=None))


def _with(entry: Entry, schedule: Schedule, *, unit: str | None = None) -> Entry:
    return replace(entry, schedule=schedule, unit=entry.unit if unit is None else unit)


def _deferral(entry: Entry) -> bool:
    return entry.unit == "defer"


def _requested(left: Entry, right: Entry) -> Entry | None:
    """ "(hoặc đột xuất khi có yêu cầu)" in brackets: the main time stays, the other way is a part."""
    if right.mark == "(" and left.schedule.kind is not Kind.UNSPECIFIED:
        bare = replace(left.schedule, parts=())
        return _with(left, replace(left.schedule, parts=(bare, right.schedule)))
    return left if right.mark in ("", "(") else None


def _both_on_request(left: Entry, _right: Entry) -> Entry:
    return left


def _both_recurring(left: Entry, right: Entry) -> Entry | None:
    first, second = left.schedule, right.schedule
    if left.pure_cycle and right.pure_cycle:
        return _with(left, replace(first, recurrence=ordered(first.recurrence + second.recurrence)))
    if left.pure_cycle and second.rule and right.mark in _CLOSE and _fits(first.recurrence, second):
        merged = replace(second, recurrence=first.recurrence or second.recurrence)
        return replace(
            left, schedule=merged, label=left.label or (left.words if left.unit == "named" else "")
        )
    if (
        right.pure_cycle
        and first.rule
        and right.mark in ("", "(")
        and (
            not first.recurrence
            or set(second.recurrence) <= set(first.recurrence)
            or second.recurrence == (Frequency.QUARTERLY,)
        )
    ):
        return _with(left, replace(first, recurrence=ordered(first.recurrence + second.recurrence)), unit="")
    return None


def _fits(cycles: tuple[Frequency, ...], due: Schedule) -> bool:
    """Whether a due day can belong to these cycles: day 25 of a month not to a quarter, unless it says so."""
    assert due.rule is not None
    if not due.recurrence:
        return True
    coarser = (
        due.recurrence == (Frequency.QUARTERLY,)
        and Frequency.MONTHLY not in cycles
        and Frequency.WEEKLY not in cycles
    )
    return not cycles or due.recurrence[0] in cycles or bool(due.rule.later) or coarser


def _dated_cycle(left: Entry, right: Entry) -> Entry | None:
    """ "Hằng năm, trước ngày 20/12"; "Định kỳ hằng năm (tháng 11/2024)"; "Hằng quý trong năm 2024"."""
    if right.mark not in _CLOSE:
        return None
    if left.schedule.end:
        return _yearly_narrowed(left, right)
    if left.schedule.rule:
        framing = right.period and right.unit in _LONG and not left.schedule.rule.year_days
        return _with(left, framed(left.schedule, right.schedule)) if framing else None
    if (
        left.unit == "named"
        and len(left.schedule.recurrence) == 1
        and right.schedule.kind is Kind.BY_DATE
    ):
        return replace(right, mark=left.mark, label=left.label or left.words)
    placed = _placed(left, left, right)
    begun = placed and left.schedule.start and right.schedule.kind is Kind.BY_DATE
    return replace(placed, schedule=replace(placed.schedule, start=left.schedule.start)) if placed and begun else placed


def _yearly_narrowed(left: Entry, right: Entry) -> Entry | None:
    """ "Quý IV hằng năm (trước ngày 15/12)": the due day within the period of each year."""
    when, frame = right.schedule, left.schedule
    if when.kind is not Kind.BY_DATE or when.end is None or frame.start is None or frame.end is None:
        return left if right.mark == "(" else None
    if not frame.start <= when.end <= frame.end or frame.rule is None or frame.rule.year_days[:1] == ():
        return left if right.mark == "(" else None
    rule = Rule(year_days=(_year_day(when),))
    return _with(left, replace(frame, end=when.end, bound=when.bound, rule=rule))


def _cycle_behind(left: Entry, right: Entry) -> Entry | None:
    """ "Trước ngày 20/11 hằng năm", "Năm 2024 (hằng quý)"."""
    if not right.pure_cycle or right.mark not in _CLOSE:
        return None
    if right.unit == "named" and left.schedule.kind is Kind.BY_DATE:
        return replace(left, label=left.label or right.words)
    return _placed(left, right, left)


def _placed(base: Entry, cycle: Entry, dated: Entry) -> Entry | None:
    cycles, when = cycle.schedule, dated.schedule
    within_a_year = dated.unit == "range" and cycles.recurrence in _YEARLY and _inside_one_year(when)
    if dated.period and not within_a_year and (dated.unit in _LONG or cycles.recurrence not in _YEARLY):
        return _with(base, framed(cycles, when), unit="cycle")
    if when.vague and cycles.recurrence not in _YEARLY:
        return None
    single = cycles.recurrence in (*_YEARLY, (Frequency.SEMIANNUAL,))
    if not single:
        return None
    rule = Rule(year_days=(_year_day(when),)) if when.end else None
    yearly = cycles.recurrence or (Frequency.ANNUAL,) if cycle is not base or cycles.recurrence else ()
    placed = Schedule(Kind.RECURRING, when.start, when.end, when.bound, yearly, rule, vague=when.vague)
    return _with(base, placed, unit="cycle")


def _inside_one_year(when: Schedule) -> bool:
    start, end = when.start, when.end
    return bool(start and end and start.year == end.year and (start.month, end.month) != (1, 12))


def _year_day(when: Schedule) -> YearDay:
    assert when.end is not None
    if when.kind is Kind.BY_DATE:
        return YearDay(when.end.month, when.end.month, when.end.day)
    return YearDay((when.start or when.end).month, when.end.month, 0)


def _listed_cycle(left: Entry, right: Entry) -> Entry | None:
    """ "20/6 và 20/12 hằng năm": several due days in each year."""
    several, cycles = (left, right) if left.schedule.kind is Kind.MULTIPLE else (right, left)
    if right.mark not in _CLOSE or not cycles.pure_cycle:
        return None
    parts = several.schedule.parts
    limits = {part.bound for part in parts}
    if len(limits) != 1 or not all(
        part.kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD) and part.end and not part.vague for part in parts
    ):
        return None
    if several.unit == "year" or any(
        frequency in (Frequency.WEEKLY, Frequency.MONTHLY) for frequency in cycles.schedule.recurrence
    ):
        return None
    rule = Rule(year_days=tuple(_year_day(part) for part in parts))
    cycle = cycles.schedule.recurrence or (Frequency.ANNUAL,)
    return _with(
        left, Schedule(Kind.RECURRING, bound=limits.pop(), recurrence=cycle, rule=rule), unit="cycle"
    )


def _begun(left: Entry, right: Entry) -> Entry | None:
    """ "Bắt đầu từ năm 2023, hoàn thành năm 2025"."""
    start, end = left.schedule.start, right.schedule.end
    if right.mark not in ("", ",") or start is None or end is None or end < start or right.schedule.vague:
        return None
    kind = Kind.BY_DATE if right.schedule.kind is Kind.BY_DATE else Kind.DATE_RANGE
    return _with(left, Schedule(kind, start, end, right.schedule.bound), unit="range")


def _continuous_dated(left: Entry, right: Entry) -> Entry | None:
    """ "Thường xuyên trong năm 2024", "Thường xuyên (quý I-IV)", "Thường xuyên đến 31/12/2025"."""
    if left.unit == "from":
        return _begun(left, right)
    if left.unit == "year" and right.schedule.kind is Kind.BY_DATE and right.mark == "":
        return _limit_in_frame(left, right)
    if left.schedule.start or left.schedule.end or not _close_or_long(right, right):
        return left if right.mark == "(" else None
    if right.schedule.kind is Kind.BY_DATE:
        if right.schedule.bound is Bound.BY and right.mark != ",":
            return _with(left, replace(left.schedule, end=right.schedule.end))
        return None
    return _with(left, replace(left.schedule, start=right.schedule.start, end=right.schedule.end))


def _dated_continuous(left: Entry, right: Entry) -> Entry | None:
    """ "Năm 2024, thường xuyên"."""
    if right.schedule.start or right.schedule.end:
        return None
    if right.unit == "onward" or (left.period and _close_or_long(right, left)):
        open_end = right.unit == "onward"
        return _with(
            left,
            replace(right.schedule, start=left.schedule.start, end=None if open_end else left.schedule.end),
        )
    return None


def _close_or_long(marked: Entry, period: Entry) -> bool:
    return marked.mark in ("", "(") or (marked.mark in (",", "/") and period.unit in _LONG)


def _both_continuous(left: Entry, right: Entry) -> Entry | None:
    if right.mark in (";", "line"):
        return None
    start, end = left.schedule.start or right.schedule.start, left.schedule.end or right.schedule.end
    if right.unit == "onward":
        end = None
    return _with(left, replace(left.schedule, start=start, end=end))


def _continuous_event(left: Entry, right: Entry) -> Entry | None:
    """ "Thường xuyên (ngay sau khi có quyết định công bố)"."""
    if right.mark not in _CLOSE:
        return None
    return _with(left, replace(left.schedule, offset=right.schedule.offset))


def _cycle_begun(left: Entry, right: Entry) -> Entry | None:
    """ "Từ năm 2022 và hằng năm"."""
    begins = right.pure_cycle and right.schedule.recurrence == (Frequency.ANNUAL,) and right.mark != ";"
    return _with(left, replace(right.schedule, start=left.schedule.start), unit="cycle") if begins else None


def _continuous_cycle(left: Entry, right: Entry) -> Entry | None:
    if left.unit == "from":
        return _cycle_begun(left, right)
    if right.mark not in ("", "(") or left.schedule.start or fold(right.words).startswith(("bao cao", "bc ")):
        return None
    return (
        left
        if right.schedule.recurrence == (Frequency.ANNUAL,) and right.pure_cycle
        else replace(right, mark=left.mark)
    )


def _both_relative(left: Entry, right: Entry) -> Entry | None:
    """ "Sau khi có quyết định công bố; chậm nhất 05 ngày làm việc": the count belongs to the event before it."""
    event, count = left.schedule.offset, right.schedule.offset
    if event is None or count is None or count.event or event.days or count.days is None or event.relation != count.relation:
        return left if right.mark == "(" else None
    merged = Offset(count.days, count.unit, event.relation, event.event)
    return _with(left, replace(left.schedule, offset=merged, bound=right.schedule.bound))


def _event_dated(left: Entry, right: Entry) -> Entry | None:
    """ "Sau khi có hướng dẫn (trước 30/6/2024)": the date counts; a bare date in brackets is the event's own."""
    if right.firm and right.mark in _CLOSE and not (right.mark == "(" and right.schedule.kind is not Kind.BY_DATE):
        return replace(right, schedule=replace(right.schedule, offset=left.schedule.offset), mark=left.mark)
    return left if right.mark == "(" else None


def _narrowed(left: Entry, right: Entry) -> Entry | None:
    """ "Quý III/2024 (trước ngày 15/7/2024)", "Năm 2024 (quý II)": the narrower time inside its frame."""
    right = _in_frame_year(left, right)
    if right.mark not in _CLOSE and right.mark != "/":
        return None
    if left.period and right.schedule.kind is Kind.BY_DATE and right.schedule.end:
        return _limit_in_frame(left, right)
    if (
        left.yearless
        and right.unit == "year"
        and not right.yearless
        and left.unit != "year"
        and right.mark != ","
    ):
        return in_year(left, right.schedule.end.year) if right.schedule.end else None
    if (
        left.period
        and right.dated
        and _inside(right, left)
        and (right.mark == "(" or (right.yearless and left.unit == "year"))
    ):
        return replace(right, mark=left.mark, label=left.label, of_actor=left.of_actor)
    return left if right.mark == "(" else None


def _limit_in_frame(left: Entry, right: Entry) -> Entry | None:
    frame, end = left.schedule, right.schedule.end
    assert end is not None
    if frame.start is None or frame.end is None:
        return replace(right, mark=left.mark) if right.mark == "(" else None
    inside = frame.start <= end <= frame.end
    if not inside and right.mark != "(":
        return None
    start = frame.start if inside else None
    narrowed = replace(right.schedule, start=start)
    return replace(
        right,
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
    (Kind.RECURRING, Kind.RECURRING): _both_recurring,
    (Kind.CONTINUOUS, Kind.CONTINUOUS): _both_continuous,
    (Kind.CONTINUOUS, Kind.RELATIVE): _continuous_event,
    (Kind.CONTINUOUS, Kind.RECURRING): _continuous_cycle,
    (Kind.RECURRING, Kind.CONTINUOUS): _cycle_from,
    (Kind.MULTIPLE, Kind.RECURRING): _listed_cycle,
    (Kind.RECURRING, Kind.MULTIPLE): _listed_cycle,
    (Kind.RELATIVE, Kind.RELATIVE): _both_relative,
    (Kind.RELATIVE, Kind.BY_DATE): _event_dated,
    (Kind.RELATIVE, Kind.WITHIN_PERIOD): _event_dated,
    (Kind.RELATIVE, Kind.DATE_RANGE): _event_dated,
    **{(Kind.RECURRING, kind): _dated_cycle for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)},
    **{(kind, Kind.RECURRING): _cycle_behind for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)},
    **{
        (Kind.CONTINUOUS, kind): _continuous_dated
        for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)
    },
    **{
        (kind, Kind.CONTINUOUS): _dated_continuous
        for kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)
    },
    **{
        (outer, inner): _narrowed
        for outer in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)
        for inner in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)
    },
}
