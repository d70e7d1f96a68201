"""A stretch of days as an axis: where a day lies on it, and which months are written below it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec import Struct

WIDTH = 1000
# Bars narrower than this are not seen on a phone.
_NARROWEST = 8
# More months than this do not fit below a picture on a phone.
_MOST_TICKS = 6
# From one written month to the next; the first step that gives few enough is taken.
_STEPS = (1, 3, 6, 12, 24, 60)
Tick = tuple[int, str]


class Stretch(Struct, frozen=True):
    """The days an axis covers, whole months; lengths are in thousandths of its width."""

    start: datetime.date
    end: datetime.date

    @classmethod
    def around(cls, days: Iterable[datetime.date]) -> Stretch:
        """The months from the first to the last of some days; ValueError where there is none."""
        found = tuple(days)
        first, last = min(found), max(found)
        return cls(first.replace(day=1), _next_month(last.replace(day=1), 1) - datetime.timedelta(days=1))

    def x(self, day: datetime.date) -> int:
        """Where a day begins, 0 to 1000; days outside stand at the ends."""
        share = (day - self.start).days / ((self.end - self.start).days + 1)
        return round(WIDTH * min(1.0, max(0.0, share)))

    def bar(self, first: datetime.date, last: datetime.date) -> tuple[int, int]:
        """Where the days from the first to the last (both included) lie: x and width."""
        x = self.x(first)
        width = max(_NARROWEST, self.x(last + datetime.timedelta(days=1)) - x)
        return min(x, WIDTH - width), width

    def ticks(self) -> tuple[Tick, ...]:
        """The months that are written: x and "07/2024", or the years alone where the steps are whole years."""
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        step = next((step for step in _STEPS if months / step <= _MOST_TICKS), _STEPS[-1])
        first = self.start.replace(month=(self.start.month - 1) // min(step, 12) * min(step, 12) + 1)
        day = first if first >= self.start else _next_month(first, step)
        found: list[Tick] = []
        while day <= self.end:
            found.append((self.x(day), str(day.year) if step >= 12 else f"{day.month:02}/{day.year}"))
            day = _next_month(day, step)
        return tuple(found)


def _next_month(first: datetime.date, step: int) -> datetime.date:
    months = first.year * 12 + first.month - 1 + step
    return datetime.date(months // 12, months % 12 + 1, 1)
