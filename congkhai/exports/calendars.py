"""Calendars to subscribe to (iCalendar, RFC 5545): all-day events with stable ids and a reminder."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event

# A week's notice.
_NOTICE = datetime.timedelta(days=-7)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A thing due on a day. `uid` never changes; `stamp` is the day the plan was signed or its progress reported."""

    uid: str
    day: datetime.date
    summary: str
    description: str
    url: str
    stamp: datetime.date
    done: bool = False
    rrule: str = ""


def to_ical(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """A calendar with an all-day event for each entry, the same bytes for the same entries."""
    calendar = Calendar()
    calendar.add("prodid", "-//cong-khai//congkhai//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    stamp = datetime.datetime.combine(entry.stamp, datetime.time(), datetime.UTC)
    event.add("dtstamp", stamp)
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


def _rule(text: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in text.split(";"))


def _reminder(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", _NOTICE)
    return alarm
