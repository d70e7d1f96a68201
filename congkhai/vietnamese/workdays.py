"""Working days in Viet Nam: weekends, public holidays, ordered swaps, and the day a statutory period ends."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from congkhai.foundation.problem import Place, Problem
from congkhai.foundation.quick_form import quick_form
from congkhai.vietnamese.lunar import days_before_new_year

# Before 2013 Tết had four days (Labour Code 1994); behind the last year the yearly letters of the Government are not
# out yet. The site adds the years whose letters it has, with `known_through`.
FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR = 2013, 2026
_ONE_DAY = timedelta(days=1)
_LONGEST_COUNT = 3660

# A day before Tết as the package names it.
_LUNAR_NAME = re.compile(r"\d\d Tết")

PeriodUnit = Literal["working_days", "days", "hours", "months"]


class ChangeKind(StrEnum):
    """What an order of the Government makes of a day."""

    DAY_OFF = "day_off"
    WORKING_DAY = "working_day"


class DayChange(NamedTuple):
    """A day that a document makes a day off or a working day; `document` is its number."""

    day: date
    kind: ChangeKind
    document: str
    note: str = ""


class Reason(NamedTuple):
    """Why a day is no working day: "weekend", "holiday" or "ordered", with the holiday's name or the document."""

    code: str
    detail: str = ""


class Skipped(NamedTuple):
    """A day that a count passed over, and why."""

    day: date
    reason: Reason


class Due(Struct, frozen=True):
    """The last day of a period (None where a year is not known), the days passed over on the way, and problems."""

    day: date | None
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()


class LastDay(NamedTuple):
    """The day on which a period ends that ends on a day off: the next working day, and why the days before are none.

    `expected`: the yearly orders of the Government are not known for one of these days, so that it rests on weekends
    and the holidays of the law alone.
    """

    day: date
    skipped: tuple[Skipped, ...] = ()
    expected: bool = False


class UnknownYearError(LookupError):
    """A day in a year whose holidays are not known."""


# Swaps that the `holidays` package does not have.
ORDERED_CHANGES = (
    DayChange(date(2026, 1, 2), ChangeKind.DAY_OFF, "12729/VPCP-KGVX", "hoán đổi với ngày 10/01/2026"),
    DayChange(date(2026, 1, 10), ChangeKind.WORKING_DAY, "12729/VPCP-KGVX", "làm bù ngày 02/01/2026"),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked: weekends and public holidays, overruled by ordered changes (the later one wins)."""

    changes: tuple[DayChange, ...] = ORDERED_CHANGES
    known_through: int = LAST_KNOWN_YEAR
    _by_day: dict[date, DayChange] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_day", {change.day: change for change in self.changes})

    def with_changes(self, changes: Iterable[DayChange], *, known_through: int | None = None) -> Calendar:
        """The same calendar with further orders, and perhaps with further known years."""
        return Calendar((*self.changes, *changes), known_through or self.known_through)

    def knows(self, day: date) -> bool:
        """Whether the holidays of the day's year are known."""
        return FIRST_KNOWN_YEAR <= day.year <= self.known_through

    def reason(self, day: date) -> Reason | None:
        """Why a day is off (Labour Code 2019 Art. 112), None for a working day; UnknownYearError outside."""
        if not self.knows(day):
            raise UnknownYearError(day.year)
        return self._stated(day)

    def last_day(self, day: date) -> LastDay:
        """Where a deadline on this day ends: a day off moves it to the next working day (Civil Code Art. 148.5)."""
        end, skipped = day, list[Skipped]()
        while reason := self._stated(end):
            skipped.append(Skipped(end, reason))
            end += _ONE_DAY
        return LastDay(end, tuple(skipped), bool(skipped) and not (self.knows(day) and self.knows(end)))

    def _stated(self, day: date) -> Reason | None:
        change = self._by_day.get(day)
        if change:
            return Reason("ordered", change.document) if change.kind is ChangeKind.DAY_OFF else None
        off, worked = _public_days(day.year)
        if day in worked:
            return None
        if day in off:
            return Reason("holiday", off[day])
        return Reason("weekend") if day.isoweekday() > 5 else None

    def is_working_day(self, day: date) -> bool:
        """Whether a day is worked; UnknownYearError outside the known years."""
        return self.reason(day) is None

    def add_working_days(self, start: date, count: int) -> date:
        """The day `count` working days after `start`, which is not counted itself (Civil Code 2015 Art. 147)."""
        return self._count(start, count)[0]

    def due_date(self, submitted: date, amount: int, unit: PeriodUnit, *, place: Place | None = None) -> Due:
        """The last day of a period that begins with a submission (Civil Code 2015 Art. 147, 148).

        The first day is not counted; a last day on a day off moves to the next working day. Hours are counted
        without the hour of submission, so the day is the latest on which they can end.
        """
        try:
            day, skipped = self._end(submitted, amount, unit)
        except UnknownYearError as error:
            problem = Problem("workdays-unknown-year", place or Place(""), (("year", str(error.args[0])),))
            return Due(None, (), (problem,))
        return Due(day, skipped)

    def _end(self, submitted: date, amount: int, unit: PeriodUnit) -> tuple[date, tuple[Skipped, ...]]:
        if not 0 <= amount <= _LONGEST_COUNT:
            raise ValueError(f"a period of {amount} {unit}")
        if not self.knows(submitted):
            raise UnknownYearError(submitted.year)
        if unit == "working_days":
            return self._count(submitted, amount)
        if unit == "months":
            return self._moved(_months_later(submitted, amount))
        return self._moved(submitted + timedelta(days=-(-amount // 24) if unit == "hours" else amount))

    def _moved(self, day: date) -> tuple[date, tuple[Skipped, ...]]:
        skipped: list[Skipped] = []
        while reason := self.reason(day):
            skipped.append(Skipped(day, reason))
            day += _ONE_DAY
        return day, tuple(skipped)

    def _count(self, start: date, count: int) -> tuple[date, tuple[Skipped, ...]]:
        day, skipped = start, list[Skipped]()
        while count > 0:
            day += _ONE_DAY
            reason = self.reason(day)
            if reason:
                skipped.append(Skipped(day, reason))
            else:
                count -= 1
        return day, tuple(skipped)


@lru_cache(maxsize=64)
def _public_days(year: int) -> tuple[dict[date, str], frozenset[date]]:
    """Public holidays with their names, and weekend days worked in exchange, which may lie in the next year."""
    table = quick_form(f"days-off-{year}", _version_of_holidays(), partial(_days_of_package, year))
    off = {date.fromisoformat(day): name for day, name in table["off"].items()}
    return off, frozenset(map(date.fromisoformat, table["worked"]))


def _days_of_package(year: int) -> dict[str, Any]:
    import holidays  # loads the holidays of all countries, which takes longer than a build of one changed record

    found = holidays.country_holidays("VN", years=[year - 1, year, year + 1], language="vi")
    off = {day.isoformat(): name for day, name in found.items() if day.year == year}
    off |= _named_by_the_moon(found, year)
    return {"off": off, "worked": sorted(day.isoformat() for day in found.weekend_workdays)}


def _named_by_the_moon(found: Mapping[date, str], year: int) -> dict[str, str]:
    """The days before Tết by their lunar date: the package calls the second one "29 Tết" in every year."""
    new_year = next((day for day, name in found.items() if day.year == year and name == "Tết Nguyên Đán"), None)
    if new_year is None:
        return {}
    last = days_before_new_year(new_year)
    before = ((ahead, new_year - ahead * _ONE_DAY) for ahead in range(2, 8))
    return {
        day.isoformat(): f"{last + 1 - ahead} Tết" for ahead, day in before if _LUNAR_NAME.fullmatch(found.get(day, ""))
    }


@cache
def _version_of_holidays() -> str:
    """The state of the files of the package that matter here, without loading it."""
    found = find_spec("holidays")
    folder = os.path.dirname(found.origin or "") if found else ""
    states = [os.stat(os.path.join(folder, name)) for name in ("version.py", "countries/vietnam.py")]
    return " ".join(f"{state.st_size} {state.st_mtime_ns}" for state in states)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last day of a shorter one (Civil Code 2015 Art. 148.3)."""
    years, month = divmod(day.month - 1 + months, 12)
    following = date(day.year + years + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - _ONE_DAY).day
    return date(day.year + years, month + 1, min(day.day, last))
