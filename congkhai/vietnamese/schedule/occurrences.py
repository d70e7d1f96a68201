"""Deadlines of a schedule, and the days on which a recurring duty falls due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from congkhai.vietnamese.schedule.calendar import ONE_DAY, day_in_month, month_end, shift_month
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind, Rule, Schedule

_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.SEMIANNUAL: 6, Frequency.ANNUAL: 12}
_ENDING = frozenset({Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE, Kind.RELATIVE})


class Deadline(NamedTuple):
    """A day something is due at the latest, and whose or what's deadline it is ("" for the whole)."""

    day: date
    actor: str = ""
    item: str = ""


def deadlines(schedule: Schedule) -> tuple[Deadline, ...]:
    """The fixed deadlines in the order of the text; none for continuous, recurring and open duties."""
    if schedule.kind is Kind.MULTIPLE:
        return tuple(deadline for part in schedule.parts for deadline in deadlines(part))
    if schedule.kind in _ENDING and schedule.end:
        return (Deadline(schedule.end, schedule.actor, schedule.item),)
    return ()


def first_due(schedule: Schedule) -> date | None:
    """The earliest fixed deadline, or None."""
    return min((deadline.day for deadline in deadlines(schedule)), default=None)


def occurrences(schedule: Schedule, since: date, until: date) -> tuple[date, ...]:
    """The days from `since` to `until`, both included, on which a recurring duty is due, or on which its cycles end."""
    if schedule.kind is Kind.MULTIPLE:
        return tuple(sorted({day for part in schedule.parts for day in occurrences(part, since, until)}))
    if schedule.kind is not Kind.RECURRING:
        return ()
    first, last = _frame(schedule, since, until)
    rule = schedule.rule or Rule()
    if schedule.bound is Bound.WITHIN:  # "từ ngày 20 đến ngày 25 hằng tháng" is due on the 25th
        rule = rule._replace(days=rule.days[-1:])
    days = {day for frequency in schedule.recurrence for day in _days(frequency, rule, (first, last))}
    return tuple(sorted(day for day in days if first <= day <= last))


def _frame(schedule: Schedule, since: date, until: date) -> tuple[date, date]:
    """The window, narrowed to the period a duty is limited to; a report on its last cycle may fall due behind it."""
    later = schedule.rule.later if schedule.rule else 0
    if schedule.frame:
        margin = timedelta(days=92 * later)
        return max(since, schedule.frame.start), min(until, schedule.frame.end + margin)
    if schedule.start and not schedule.end:
        return max(since, schedule.start), until
    return since, until


def _days(frequency: Frequency, rule: Rule, window: tuple[date, date]) -> Iterator[date]:
    first, last = window
    if frequency is Frequency.WEEKLY:
        yield from _weekly(rule.weekday or 7, first, last)
    elif rule.year_days:
        for year in range(first.year, last.year + 1):
            yield from (day_in_month(year, one.last_month, one.day) for one in rule.year_days)
    else:
        yield from _cycles(_MONTHS[frequency], rule, first, last)


def _weekly(weekday: int, first: date, last: date) -> Iterator[date]:
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    while day <= last:
        yield day
        day += 7 * ONE_DAY


def _cycles(months: int, rule: Rule, first: date, last: date) -> Iterator[date]:
    """The due days of every cycle of so many months that can fall between two days."""
    year, month = first.year - 1, 1
    while date(year, month, 1) <= last:
        home = shift_month(year, month, rule.later * months + (rule.month or months) - 1)
        for day in rule.days:
            yield day_in_month(*home, day) if day else month_end(*home)
        year, month = shift_month(year, month, months)
