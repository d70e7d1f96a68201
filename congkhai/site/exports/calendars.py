"""Calendars to subscribe to (iCalendar, RFC 5545): all-day events with stable ids and a reminder."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

# Takes longer to load than most builds of one changed record: loaded when a calendar is written.
if TYPE_CHECKING:
    from icalendar import Alarm, Event

_ONE_DAY = datetime.timedelta(days=1)
# A week's notice.
_NOTICE = datetime.timedelta(days=-7)


class CalendarEntry(Struct, frozen=True):
    """A thing due on a day. `uid` never changes; `stamp` is the day the plan was signed or its progress reported.

    `revision` follows from the days of the event alone, and is higher the later they are: a calendar that knows the
    event learns that it moved (RFC 5546 §2.1.5), and the same source gives the same bytes.
    """

    uid: str
    day: datetime.date
    summary: str
    description: str
    url: str
    stamp: datetime.date
    revision: int = 0
    done: bool = False
    rrule: str = ""


def to_ical(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """A calendar with an all-day event for each entry, the same bytes for the same entries."""
    from icalendar import Calendar, vText

    calendar = Calendar()
    calendar.add("prodid", "-//cong-khai//congkhai//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(name))  # the library knows neither, and would not escape them
    head, end, last = calendar.to_ical().rpartition(b"END:")
    return b"".join((head, *map(_event_lines, entries), end, last))


@lru_cache(maxsize=4096)  # an event stands in the calendars of its plan, its agencies, its quarter and the portal
def _event_lines(entry: CalendarEntry) -> bytes:
    return bytes(_event(entry).to_ical())


def _event(entry: CalendarEntry) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    stamp = datetime.datetime.combine(entry.stamp, datetime.time(), datetime.UTC)
    event.add("dtstamp", stamp)
    event.add("sequence", entry.revision)
    event.add("last-modified", stamp + datetime.timedelta(seconds=entry.revision))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + datetime.timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    if entry.url:
        event.add("url", entry.url)
    if entry.rrule:
        event.add("rrule", _rule(entry.rrule))
    if not entry.done:
        event.add_component(_reminder(entry.summary))
    return event


def rule_of(days: Sequence[datetime.date]) -> str:
    """The recurrence rule (RFC 5545 §3.3.10) that gives exactly these days in their order, "" where none does."""
    if len(days) < 2:
        return ""
    if all((after - day).days == 7 for day, after in pairwise(days)):
        return f"FREQ=WEEKLY;COUNT={len(days)}"
    month_ends = all((day + _ONE_DAY).day == 1 for day in days)
    if not month_ends and len({day.day for day in days}) > 1:
        return ""
    months = sorted({day.month for day in days})
    rule = f"FREQ=MONTHLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={-1 if month_ends else days[0].day}"
    expected = [(year, month) for year in range(days[0].year, days[-1].year + 1) for month in months]
    found = [(day.year, day.month) for day in days]
    first, last = expected.index(found[0]), expected.index(found[-1])
    return f"{rule};COUNT={len(days)}" if expected[first : last + 1] == found else ""


def _rule(text: str) -> dict[str, list[str]]:
    return {name: values.split(",") for name, values in (part.split("=", 1) for part in text.split(";"))}


def _reminder(words: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", _NOTICE)
    return alarm
