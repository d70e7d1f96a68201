"""Calendars to subscribe to (iCalendar, RFC 5545): all-day events with stable ids and a reminder."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

_ONE_DAY = datetime.timedelta(days=1)
# How long a calendar to subscribe to keeps what is over.
_KEPT = datetime.timedelta(days=366)
# A week's notice.
_NOTICE = "TRIGGER:-P7D"
# A moment in UTC (RFC 5545 §3.3.5).
_MOMENT = "%Y%m%dT%H%M%SZ"
# How long a part of a folded line may be, and what begins an escape (RFC 5545, RFC 6868).
_PART_BYTES, _ESCAPING = 74, b"\\^"


class CalendarEntry(Struct, frozen=True):
    """A thing due on a day. `uid` never changes; `stamp` is the day the plan was signed or its progress reported.

    Nobody is reminded of what is `done`: ended, set aside, or with its last day over. `last` is that of a series.

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
    last: datetime.date | None = None


def recent(entries: Sequence[CalendarEntry], today: datetime.date) -> tuple[CalendarEntry, ...]:
    """Entries without those that were over more than a year ago; all of them where nothing else is left."""
    known = tuple(entry for entry in entries if (entry.last or entry.day) >= today - _KEPT)
    return known or tuple(entries)


def to_ical(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """A calendar with an all-day event for each entry, the same bytes for the same entries."""
    named = _escaped(name)
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cong-khai//congkhai//VI", "CALSCALE:GREGORIAN")
    of_site = ("METHOD:PUBLISH", f"NAME:{named}", f"X-WR-CALNAME:{named}")
    return b"".join((_lines((*head, *of_site)), *map(_event, entries), _lines(("END:VCALENDAR",))))


@lru_cache(maxsize=4096)  # an event stands in the calendars of its plan, its agencies, its quarter and the portal
def _event(entry: CalendarEntry) -> bytes:
    summary, last = _escaped(entry.summary), entry.day + _ONE_DAY
    stamp = datetime.datetime.combine(entry.stamp, datetime.time())
    modified = stamp + datetime.timedelta(seconds=entry.revision)
    url = (f"URL:{entry.url}",) if entry.url else ()
    rule = (f"RRULE:{entry.rrule}",) if entry.rrule else ()
    reminder = ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}", _NOTICE, "END:VALARM")
    lines = (
        *("BEGIN:VEVENT", f"SUMMARY:{summary}"),
        *(f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}", f"DTEND;VALUE=DATE:{last:%Y%m%d}", f"DTSTAMP:{stamp:{_MOMENT}}"),
        *(f"UID:{_escaped(entry.uid)}", f"SEQUENCE:{entry.revision}", *rule),
        *(f"DESCRIPTION:{_escaped(entry.description)}", f"LAST-MODIFIED:{modified:{_MOMENT}}", "TRANSP:TRANSPARENT"),
        *(*url, *(() if entry.done else reminder), "END:VEVENT"),
    )
    return _lines(lines)


def _escaped(text: str) -> str:
    """A text as a value (RFC 5545 §3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")


def _lines(lines: Iterable[str]) -> bytes:
    """Lines with their ends, each folded so that no part has more than 74 bytes (RFC 5545 §3.1)."""
    return b"".join(_folded(line.encode("utf-8", "replace")) for line in lines)


def _folded(line: bytes) -> bytes:
    """A line in parts; none ends within a character of UTF-8, or between a backslash and what it escapes."""
    parts = []
    while len(line) > _PART_BYTES:
        end = _PART_BYTES
        while line[end] & 0xC0 == 0x80:
            end -= 1
        end -= line[end - 1] in _ESCAPING
        parts.append(line[:end])
        line = line[end:]
    return b"\r\n ".join((*parts, line)) + b"\r\n"


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
    of_month = f"BYMONTHDAY={-1 if month_ends else days[0].day};BYMONTH={','.join(map(str, months))}"
    expected = [(year, month) for year in range(days[0].year, days[-1].year + 1) for month in months]
    found = [(day.year, day.month) for day in days]
    first, last = expected.index(found[0]), expected.index(found[-1])
    return f"FREQ=MONTHLY;COUNT={len(days)};{of_month}" if expected[first : last + 1] == found else ""
