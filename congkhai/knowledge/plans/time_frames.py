"""Quarters and months: what is due in one, and what goes on all through it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from msgspec import Struct

from congkhai.foundation.tracked_day import plain_day
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.knowledge.plans.states import LASTING, State, state_on

Day = datetime.date


class OnADay(Protocol):
    """What is due on a day: something of a row, or a report."""

    @property
    def day(self) -> Day:
        """The day that the document names."""


Due = TypeVar("Due", bound=OnADay)


class TimeFrame(Struct, frozen=True, order=True):
    """A quarter (1–4) or a month (1–12) of a year; the other is 0."""

    year: int
    quarter: int = 0
    month: int = 0

    @classmethod
    def quarter_of(cls, day: Day) -> TimeFrame:
        """The quarter that a day lies in."""
        known = plain_day(day)
        return cls(known.year, quarter=(known.month + 2) // 3)._of(day)

    @classmethod
    def month_of(cls, day: Day) -> TimeFrame:
        """The month that a day lies in."""
        known = plain_day(day)
        return cls(known.year, month=known.month)._of(day)

    def _of(self, day: Day) -> TimeFrame:
        """This frame; of a tracked day it is reported only that it lies in it, which stays true until its end."""
        if not self.holds(day):
            raise ValueError(day)
        return self

    @property
    def first(self) -> Day:
        """Its first day."""
        return Day(self.year, self.month or 3 * self.quarter - 2, 1)

    @property
    def last(self) -> Day:
        """Its last day."""
        month = self.month or 3 * self.quarter
        return Day(self.year, month, calendar.monthrange(self.year, month)[1])

    def next_month(self) -> TimeFrame:
        """The month after a month."""
        return TimeFrame(self.year + self.month // 12, month=self.month % 12 + 1)

    def holds(self, day: Day) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def due_in(items: Iterable[Due], frame: TimeFrame) -> tuple[Due, ...]:
    """What is due in a quarter or month, by the day that the document names."""
    return tuple(item for item in items if frame.holds(item.day))


def quarters_of(items: Iterable[Due]) -> Mapping[TimeFrame, tuple[Due, ...]]:
    """What is due by quarter, in the order of the calendar."""
    found: dict[TimeFrame, list[Due]] = {}
    for item in items:
        found.setdefault(TimeFrame.quarter_of(item.day), []).append(item)
    return {frame: tuple(found[frame]) for frame in sorted(found)}


def lasting_in(
    rows: Iterable[Row], times: Mapping[tuple[str, str], RowTime], frame: TimeFrame, today: Day
) -> tuple[Row, ...]:
    """The rows that name no day of their own and go on all through a quarter or month: the plan speaks of its year."""
    states = (*LASTING.values(), State.LAPSED)
    return tuple(
        row
        for row in rows
        if row.plan.year <= frame.year <= row.plan.last_year and state_on(times[row.key], today) in states
    )
