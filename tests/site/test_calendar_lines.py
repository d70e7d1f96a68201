"""Calendars have the bytes that the library for them would write."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event, vText

from congkhai.site.exports.calendars import CalendarEntry, to_ical

# What has to be escaped, may begin an escape, or takes several bytes.
WORDS = st.lists(st.sampled_from(["\\", ";", ",", "\n", "^", "ộ", "Đ", "kế hoạch ", "😀"]), max_size=120).map("".join)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
ENTRIES = st.builds(
    CalendarEntry, WORDS, DAYS, WORDS, WORDS, st.sampled_from(["", "https://vi-du.example/"]), DAYS,
    st.integers(0, 10_000_000), st.booleans(), st.sampled_from(["", "FREQ=MONTHLY;COUNT=2;BYMONTHDAY=-1;BYMONTH=3,6"]),
)  # fmt: skip


def event_of(entry: CalendarEntry) -> Event:
    event, alarm = Event(), Alarm()
    stamp = datetime.datetime.combine(entry.stamp, datetime.time(), datetime.UTC)
    days = {"dtstart": entry.day, "dtend": entry.day + datetime.timedelta(days=1), "dtstamp": stamp}
    told = {"uid": entry.uid, "summary": entry.summary, "description": entry.description, "transp": "TRANSPARENT"}
    changed = {"sequence": entry.revision, "last-modified": stamp + datetime.timedelta(seconds=entry.revision)}
    url = {"url": entry.url} if entry.url else {}
    parts = (part.split("=") for part in entry.rrule.split(";") if part)
    rule = {"rrule": {name: values.split(",") for name, values in parts}}
    for name, value in (days | told | changed | url | (rule if entry.rrule else {})).items():
        event.add(name, value)
    for name, value in {"action": "DISPLAY", "description": entry.summary, "trigger": datetime.timedelta(-7)}.items():
        alarm.add(name, value)
    if not entry.done:
        event.add_component(alarm)
    return event


@given(WORDS, ENTRIES)
def test_a_calendar_is_what_the_library_writes(name: str, entry: CalendarEntry) -> None:
    calendar = Calendar()
    of_site = {"prodid": "-//cong-khai//congkhai//VI", "version": "2.0", "calscale": "GREGORIAN", "method": "PUBLISH"}
    for key, value in (of_site | {"name": vText(name), "x-wr-calname": vText(name)}).items():
        calendar.add(key, value)
    calendar.add_component(event_of(entry))
    assert to_ical(name, [entry]) == calendar.to_ical()
