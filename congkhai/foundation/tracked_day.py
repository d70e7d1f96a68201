"""The day of a build, which reports what is asked of it: a page depends on the days it compares with, not on today.

Most pages ask whether a day has come (a decision takes effect, a deadline has passed). Such an answer stays the same
for months, so on a new day only the few pages are made again for which it has changed, or that show the day itself.
`datetime.combine` reads a day without a call that could be reported: give it `plain` days.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from congkhai.foundation.dependencies import ALL, OnRead

# The mapping of the dependencies: the key is a day (ISO) with which today was compared, or ALL for today itself.
DAY = "day"


def day_since(today: datetime.date, key: str) -> str:
    """Return what a dependency on the day is worth: today itself, or whether it is before, on or after the key."""
    if key == ALL:
        return today.isoformat()
    return str((today.isoformat() > key) - (today.isoformat() < key))


def plain_day(day: datetime.date) -> datetime.date:
    """Return a day without reporting it where it is tracked: for what is reported in another way."""
    return day.plain() if isinstance(day, TrackedDay) else day


class TrackedDay(datetime.date):
    """A day that calls `on_read` for whatever is asked of it, also where it stands on the right of an operator."""

    _on_read: OnRead

    @classmethod
    def of(cls, day: datetime.date, on_read: OnRead) -> TrackedDay:
        """Return the same day, tracked."""
        found = cls(day.year, day.month, day.day)
        found._on_read = on_read
        return found

    def plain(self) -> datetime.date:
        """Return the day without reporting it: for what is reported in another way."""
        return datetime.date.fromordinal(super().toordinal())

    def _read(self) -> datetime.date:
        self._on_read(DAY, ALL)
        return self.plain()

    def _compared(self, other: object) -> datetime.date:
        if isinstance(other, datetime.date) and not isinstance(other, datetime.datetime):
            self._on_read(DAY, datetime.date.isoformat(other))
        return self.plain()

    def __eq__(self, other: object) -> bool:
        return self._compared(other) == other

    def __ne__(self, other: object) -> bool:
        return self._compared(other) != other

    def __lt__(self, other: datetime.date) -> bool:
        return self._compared(other) < other

    def __le__(self, other: datetime.date) -> bool:
        return self._compared(other) <= other

    def __gt__(self, other: datetime.date) -> bool:
        return self._compared(other) > other

    def __ge__(self, other: datetime.date) -> bool:
        return self._compared(other) >= other

    def __hash__(self) -> int:
        return hash(self._read())

    def __reduce__(self) -> Any:
        return self._read().__reduce__()

    def __copy__(self) -> TrackedDay:
        return self

    def __deepcopy__(self, _memo: object) -> TrackedDay:
        return self

    def __rsub__(self, other: datetime.date) -> datetime.timedelta:
        return other - self._read()


def _reporting(name: str) -> Any:
    """Return the method of a date that first reports that the day itself is asked for."""

    def method(self: TrackedDay, *given: Any, **named: Any) -> Any:
        return getattr(self._read(), name)(*given, **named)

    return method


if not TYPE_CHECKING:
    for _name in (
        *("__add__", "__radd__", "__sub__", "__format__", "__str__", "__repr__", "strftime", "isoformat", "ctime"),
        *("timetuple", "toordinal", "weekday", "isoweekday", "isocalendar", "replace"),
    ):
        setattr(TrackedDay, _name, _reporting(_name))
    for _name in ("year", "month", "day"):
        setattr(TrackedDay, _name, property(lambda self, name=_name: getattr(self._read(), name)))
