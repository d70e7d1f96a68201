"""Stretches of the calendar as administrative plans name them: months, quarters, parts of a year."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1945, 2100
# Stands for a year that is told by its place in a plan ("năm thứ 3 của kế hoạch"): no year of the calendar.
UNTOLD = 0
# Stands for the year of a plan that has none, while a cell is read: a leap year that no plan speaks of.
STAND_IN = 1904
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, 29 if month == 2 and calendar.isleap(year) else _LENGTHS[month])


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month that lie `by` months later."""
    years, index = divmod(month - 1 + by, 12)
    return year + years, index + 1


def day_in_month(year: int, month: int, day: int) -> date:
    """Day `day` of a month, or its last day where the month is shorter or `day` is 0 (Civil Code 2015 Art. 148)."""
    last = month_end(year, month)
    return last if day == 0 or day > last.day else date(year, month, day)


def add_months(start: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month (Civil Code 2015 Art. 148)."""
    year, month = shift_month(start.year, start.month, months)
    return day_in_month(year, month, start.day)


def is_year(number: int) -> bool:
    """Whether a bare number can be the year of a plan."""
    return FIRST_YEAR <= number <= LAST_YEAR


def is_placed(day: date) -> bool:
    """Whether the year of a day is known, not stood in for."""
    return day.year >= FIRST_YEAR
