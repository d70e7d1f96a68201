"""A point of the calendar as a value, and the days it stands for in its year."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from congkhai.vietnamese.schedule.calendar import ONE_DAY, UNTOLD, is_year, month_end


class Point(NamedTuple):
    """A point with its unit; months from 1; `year` None where it is not written, `shift` years from the plan's.

    A `raw` point is a bare number whose unit its neighbours tell ("6" in "tháng 3, 6").
    """

    unit: str
    first: int = 0
    last: int = 0
    day: int = 0
    year: int | None = None
    part: str = ""
    shift: int = 0
    spelt: bool = False

    @property
    def complete(self) -> bool:
        """Whether the month is known, so that a year is all it may lack."""
        return self.unit != "raw" and self.first > 0


class UntoldError(ValueError):
    """A year that only its place in a plan tells."""


class ImpossibleError(ValueError):
    """A point that no calendar has: day 30 of February, quarter V, month 13."""


def bounds(point: Point, year: int | None) -> tuple[date | None, date | None]:
    """First and last day of a point in its year (or the given one); None for an unknown or vague side."""
    if point.year == UNTOLD:
        raise UntoldError
    if not (1 <= point.first <= point.last <= 12) or (point.year is not None and not is_year(point.year)):
        raise ImpossibleError
    year = point.year if point.year is not None else (year + point.shift if year is not None else None)
    if point.day:
        if point.day > month_end(year if year else 2024, point.first).day:
            raise ImpossibleError
        day = date(year, point.first, point.day) if year else None
        return day, day
    if year is None:
        return None, None
    start, end = date(year, point.first, 1), month_end(year, point.last)
    return (None if point.part in ("mid", "tail") else start), (None if point.part in ("mid", "head") else end)


def frame(point: Point, year: int) -> tuple[date, date]:
    """First and last day of the whole period that a vague point is a part of."""
    first, last = bounds(point._replace(part=""), year)
    assert first is not None
    assert last is not None
    return first, last


def before(point: Point, year: int | None) -> date | None:
    """The last day that is before the point, as plans mean it: "trước ngày X" ends with X, "trước tháng M" before M."""
    start, end = bounds(point, year)
    if point.day or point.part == "tail":
        return end
    return start - ONE_DAY if start else None


def adjoin(left: Point, right: Point) -> bool:
    """Whether one point begins on the day after the other ends, both of one unit and told in the same way."""
    if left.unit != right.unit or (left.year is None) != (right.year is None) or left.shift != right.shift:
        return False
    if not (left.complete and right.complete):
        return False
    try:
        end, start = bounds(left, 2024)[1], bounds(right, 2024)[0]
    except (ImpossibleError, UntoldError):
        return False
    return end is not None and start is not None and end + ONE_DAY == start
