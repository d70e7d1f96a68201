"""Says dates and periods in plain Vietnamese: "trước ngày 15/07/2024", "trong quý II/2024", "cuối năm 2026"."""

from __future__ import annotations

from datetime import date

from congkhai.foundation.labels import Labels
from congkhai.vietnamese.schedule.calendar import is_placed, month_end
from congkhai.vietnamese.schedule.model import Bound, Schedule, Span

_ROMAN = ("I", "II", "III", "IV")


def shown(day: date, labels: Labels) -> str:
    """A day as dd/mm/yyyy, or as dd/mm where nobody names its year."""
    name = "schedule.date" if is_placed(day) else "schedule.unplaced.date"
    return labels(name, day=day.day, month=day.month, year=day.year)


def month_number(month: int) -> str:
    """The number of a month in running text: only 01 and 02 have a nought (Decree 30/2020/NĐ-CP, annex I)."""
    return f"{month:02d}" if month <= 2 else str(month)


def quarter_name(last_month: int) -> str:
    """The Roman number of the quarter that ends with a month."""
    return _ROMAN[last_month // 3 - 1]


def period_name(span: Span, labels: Labels) -> str | None:
    """The name of a period that has one ("quý II/2024"), or None."""
    first, last = span.start.month, span.end.month
    year = span.start.year
    if span.start.day != 1 or span.end != month_end(span.end.year, last) or span.end.year != year:
        return None
    names = "schedule.period" if is_placed(span.start) else "schedule.unplaced"
    if first == last:
        return labels(f"{names}.month", month=month_number(first), year=year)
    if (first, last) == (1, 12):
        return labels(f"{names}.year", year=year)
    if last - first == 2 and last % 3 == 0:
        return labels(f"{names}.quarter", quarter=quarter_name(last), year=year)
    if first == 1:
        return labels(f"{names}.first_months", count=last, year=year)
    return labels(f"{names}.last_months", count=13 - first, year=year) if last == 12 else None


def by_date(schedule: Schedule, labels: Labels) -> str:
    """A deadline, with its hour where one is named."""
    if schedule.end is None:
        return labels("schedule.by_date.unknown")
    bound, end = schedule.bound or Bound.BY, shown(schedule.end, labels)
    if schedule.clock:
        due = labels(f"schedule.by_hour.{bound}", clock=schedule.clock, end=end)
    else:
        due = labels(f"schedule.by_date.{bound}", end=end)
    return labels("schedule.by_date.from", start=shown(schedule.start, labels), due=due) if schedule.start else due


def within(schedule: Schedule, labels: Labels) -> str:
    """A period by its name, or its first and last day."""
    if schedule.vague:
        return vague(schedule, labels)
    if schedule.start is None or schedule.end is None:
        return labels("schedule.range.unknown")
    name = period_name(Span(schedule.start, schedule.end), labels)
    return labels("schedule.within", period=name) if name else ranged(schedule, labels)


def vague(schedule: Schedule, labels: Labels) -> str:
    """A part of a period: "cuối quý II/2024"."""
    part, unit = schedule.vague.split()
    name = period_name(schedule.frame, labels) if schedule.frame else None
    return labels(f"schedule.vague.{part}", period=name or labels(f"schedule.unit.{unit}"))


def ranged(schedule: Schedule, labels: Labels) -> str:
    """From one day or period to another, as the text has it."""
    start, end = schedule.start, schedule.end
    if start is None or end is None:
        return labels("schedule.by_date.by", end=shown(end, labels)) if end else labels("schedule.range.unknown")
    if start.day != 1 or end != month_end(end.year, end.month):
        return labels("schedule.range.days", start=shown(start, labels), end=shown(end, labels))
    years = start.month == 1 and end.month == 12 and start.year != end.year
    first, last = (Span(date(day.year, 1, 1), date(day.year, 12, 31)) if years else _month(day) for day in (start, end))
    return labels("schedule.range.months", first=period_name(first, labels), last=period_name(last, labels))


def _month(day: date) -> Span:
    return Span(day.replace(day=1), month_end(day.year, day.month))
