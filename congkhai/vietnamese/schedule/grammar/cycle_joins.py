"""What a cycle means beside a due day, a date, a period or another cycle."""

from __future__ import annotations

from msgspec.structs import replace

from congkhai.vietnamese.schedule.grammar.cycles import framed, ordered
from congkhai.vietnamese.schedule.grammar.entries import Entry
from congkhai.vietnamese.schedule.model import Frequency, Kind, Rule, Schedule, YearDay

_YEARLY = ((Frequency.ANNUAL,), ())
LONG = frozenset({"year", "range", "span"})
CLOSE = frozenset({"", ",", "("})


def cycle_from(left: Entry, right: Entry) -> Entry | None:
    """ "Hằng năm, từ 2021": a cycle that begins in a named year."""
    if right.mark not in CLOSE or right.unit != "from" or left.schedule.start:
        return left if right.mark == "(" else None
    return with_schedule(left, replace(left.schedule, start=right.schedule.start, end=None))


def both_recurring(left: Entry, right: Entry) -> Entry | None:
    """ "Hằng quý, 6 tháng, năm" is one cycle; "hằng tháng, trước ngày 25" a cycle and its due day."""
    first, second = left.schedule, right.schedule
    if right.unit == "bare day" and second.rule and second.rule.weekday and Frequency.WEEKLY not in first.recurrence:
        return None
    if left.pure_cycle and right.pure_cycle:
        return with_schedule(left, replace(first, recurrence=ordered(first.recurrence + second.recurrence)))
    if left.pure_cycle and second.rule and right.mark in CLOSE and _fits(first.recurrence, second):
        merged = replace(second, recurrence=first.recurrence or second.recurrence)
        return left._replace(schedule=merged, label=left.label or (left.words if left.unit == "named" else ""))
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
        return with_schedule(left, replace(first, recurrence=ordered(first.recurrence + second.recurrence)), unit="")
    return None


def _fits(cycles: tuple[Frequency, ...], due: Schedule) -> bool:
    """Whether a due day can belong to these cycles: day 25 of a month not to a quarter, unless it says so."""
    assert due.rule is not None
    if not due.recurrence:
        return True
    coarser = (
        due.recurrence == (Frequency.QUARTERLY,) and Frequency.MONTHLY not in cycles and Frequency.WEEKLY not in cycles
    )
    return not cycles or due.recurrence[0] in cycles or bool(due.rule.later) or coarser


def dated_cycle(left: Entry, right: Entry) -> Entry | None:
    """ "Hằng năm, trước ngày 20/12"; "Định kỳ hằng năm (tháng 11/2024)"; "Hằng quý trong năm 2024"."""
    if right.mark not in CLOSE:
        return None
    framed_year = left.schedule.frame and left.schedule.rule is None and left.schedule.recurrence == (Frequency.ANNUAL,)
    if framed_year and right.yearless and right.schedule.kind is Kind.BY_DATE and right.schedule.end:
        rule = Rule(year_days=(_year_day(right.schedule),))
        return with_schedule(left, replace(left.schedule, bound=right.schedule.bound, rule=rule))
    if left.schedule.rule and left.schedule.rule.year_days and _years_of(right):
        return with_schedule(left, framed(left.schedule, right.schedule))
    if left.schedule.end:
        return _yearly_narrowed(left, right)
    if left.schedule.rule:
        framing = right.period and right.unit in LONG and not left.schedule.rule.year_days
        return with_schedule(left, framed(left.schedule, right.schedule)) if framing else None
    if left.unit == "named" and len(left.schedule.recurrence) == 1 and right.schedule.kind is Kind.BY_DATE:
        return right._replace(mark=left.mark, label=left.label or left.words)
    placed = _placed(left, left, right)
    begun = placed and left.schedule.start and right.schedule.kind is Kind.BY_DATE
    return placed._replace(schedule=replace(placed.schedule, start=left.schedule.start)) if placed and begun else placed


def _years_of(entry: Entry) -> bool:
    """ "…, giai đoạn 2026 - 2030": the years in which a yearly day comes round."""
    start, end = entry.schedule.start, entry.schedule.end
    return bool(entry.period and start and end and start.year < end.year)


def _yearly_narrowed(left: Entry, right: Entry) -> Entry | None:
    """ "Quý IV hằng năm (trước ngày 15/12)": the due day within the period of each year."""
    when, frame = right.schedule, left.schedule
    if when.kind is not Kind.BY_DATE or when.end is None or frame.start is None or frame.end is None:
        return left if right.mark == "(" else None
    if not frame.start <= when.end <= frame.end or frame.rule is None or frame.rule.year_days[:1] == ():
        return left if right.mark == "(" else None
    rule = Rule(year_days=(_year_day(when),))
    return with_schedule(left, replace(frame, end=when.end, bound=when.bound, rule=rule))


def cycle_behind(left: Entry, right: Entry) -> Entry | None:
    """ "Trước ngày 20/11 hằng năm", "Năm 2024 (hằng quý)"."""
    if not right.pure_cycle or right.mark not in CLOSE:
        return None
    if right.unit == "named" and left.schedule.kind is Kind.BY_DATE:
        return None if left.label else left._replace(label=right.words)
    return _placed(left, right, left)


def _placed(base: Entry, cycle: Entry, dated: Entry) -> Entry | None:
    cycles, when = cycle.schedule, dated.schedule
    if not cycles.recurrence and when.kind is Kind.BY_DATE:  # "báo cáo định kỳ trước ngày 20/11": that day counts
        return with_schedule(base, when, unit=dated.unit)._replace(yearless=dated.yearless, firm=True)
    within_a_year = dated.unit == "range" and cycles.recurrence in _YEARLY and _inside_one_year(when)
    if dated.period and not within_a_year and (dated.unit in LONG or cycles.recurrence not in _YEARLY):
        return with_schedule(base, framed(cycles, when), unit="cycle")
    if when.vague and cycles.recurrence not in _YEARLY:
        return None
    single = cycles.recurrence in (*_YEARLY, (Frequency.SEMIANNUAL,))
    if not single:
        return None
    rule = Rule(year_days=(_year_day(when),)) if when.end else None
    yearly = cycles.recurrence or (Frequency.ANNUAL,) if cycle is not base or cycles.recurrence else ()
    placed = Schedule(Kind.RECURRING, when.start, when.end, when.bound, yearly, rule, vague=when.vague)
    placed = replace(placed, clock=when.clock)
    return with_schedule(base, placed, unit="cycle")


def _inside_one_year(when: Schedule) -> bool:
    start, end = when.start, when.end
    return bool(start and end and start.year == end.year and (start.month, end.month) != (1, 12))


def _year_day(when: Schedule) -> YearDay:
    assert when.end is not None
    if when.kind is Kind.BY_DATE:
        return YearDay(when.end.month, when.end.month, when.end.day)
    return YearDay((when.start or when.end).month, when.end.month, 0)


def listed_cycle(left: Entry, right: Entry) -> Entry | None:
    """ "20/6 và 20/12 hằng năm": several due days in each year."""
    several, cycles = (left, right) if left.schedule.kind is Kind.MULTIPLE else (right, left)
    if right.mark not in CLOSE or not cycles.pure_cycle:
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
    return with_schedule(left, Schedule(Kind.RECURRING, bound=limits.pop(), recurrence=cycle, rule=rule), unit="cycle")


def cycle_begun(left: Entry, right: Entry) -> Entry | None:
    """ "Từ năm 2022 và hằng năm", "từ tháng 7/2025, hằng tháng"."""
    yearly = right.schedule.recurrence == (Frequency.ANNUAL,) and right.mark != ";"
    begins = right.pure_cycle and (yearly or right.mark in CLOSE)
    return with_schedule(left, replace(right.schedule, start=left.schedule.start), unit="cycle") if begins else None


def with_schedule(entry: Entry, schedule: Schedule, *, unit: str | None = None) -> Entry:
    """The entry with another meaning, and perhaps another unit."""
    return entry._replace(schedule=schedule, unit=entry.unit if unit is None else unit)
