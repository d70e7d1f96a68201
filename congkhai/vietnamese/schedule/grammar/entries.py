"""The time phrases of a cell in their order, each with the mark before it and the label it belongs to."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from congkhai.vietnamese.schedule.model import Kind, Schedule

DATED = frozenset({Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE})
PERIODS = frozenset({Kind.WITHIN_PERIOD, Kind.DATE_RANGE})


class Entry(NamedTuple):
    """One time phrase: what it means, how it is tied to the one before, and whose or what's time it is.

    `words` is the text of a cycle; `begin` and `stop` tell where in the cell the phrase lies.
    `mark` is "" (side by side), ",", "and", "or", "/", "(" (in brackets behind it), ";" or "line".
    """

    schedule: Schedule
    mark: str = ""
    label: str = ""
    of_actor: bool = False
    unit: str = ""
    yearless: bool = False
    firm: bool = True
    open: bool = False
    words: str = ""
    begin: int = 0
    stop: int = 0

    @property
    def dated(self) -> bool:
        """Whether this is a date or a period, not a cycle, an event or a list."""
        return self.schedule.kind in DATED

    @property
    def period(self) -> bool:
        """Whether this is a whole period or range with both its ends known to the calendar, not a part of one."""
        return self.schedule.kind in PERIODS and not self.schedule.vague

    @property
    def pure_cycle(self) -> bool:
        """Whether this says how often, and nothing else."""
        plain = self.schedule
        return (
            plain.kind is Kind.RECURRING
            and plain.rule is None
            and plain.bound is None
            and plain.end is None
            and plain.start is None
        )

    def labelled(self) -> Schedule:
        """The schedule as a part, under its actor or item."""
        if not self.label:
            return self.schedule
        if self.of_actor:
            return replace(self.schedule, actor=self.label)
        return replace(self.schedule, item=self.label)


def in_year(entry: Entry, year: int) -> Entry:
    """An entry that took the plan's year, moved to another year."""
    anchor = entry.schedule.end or entry.schedule.start
    if anchor is None or anchor.year == year:
        return entry
    by = year - anchor.year
    moved = replace(entry.schedule, start=_moved(entry.schedule.start, by), end=_moved(entry.schedule.end, by))
    return entry._replace(schedule=moved)


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    if (day.month, day.day) in ((2, 28), (2, 29)):
        following = date(day.year + years, 3, 1)
        return date.fromordinal(following.toordinal() - 1)
    return day.replace(year=day.year + years)
