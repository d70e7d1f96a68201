"""The calendar of reports on the control of procedures, to subscribe to."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.plans.report_regime import DAYS, ReportDue
from congkhai.site.exports.calendars import CalendarEntry, to_ical
from congkhai.site.pages.deadlines.reports import event_words, reports_due, reports_owed, window_words
from congkhai.site.pages.page import Context
from congkhai.site.pages.plans.states import counted_words

# When the circular that orders the reports was signed; the events are as old.
_ORDERED = datetime.date(2020, 10, 21)


def report_calendar(context: Context) -> Iterator[tuple[str, bytes]]:
    """The reports of this year and the next, to subscribe to: path → bytes."""
    labels = context.labels
    entries = (_entry(context, due) for due in reports_due(context))
    yield urls.calendar_url(urls.REPORTS), to_ical(labels("reports.title"), entries)


def reports_of_level(context: Context, level: str) -> tuple[CalendarEntry, ...]:
    """The reports that an office of a level owes, as one event that comes round without end; none for no level."""
    if not level:
        return ()
    day = dict(DAYS)[level]
    return (
        CalendarEntry(
            uid=f"bao-cao.{level}@cong-khai",
            day=datetime.date(_ORDERED.year + 1, 3, day),
            summary=context.labels("reports.event.own"),
            description="\n".join((reports_owed(context, level), context.labels("reports.event.moves"))),
            url="",
            stamp=_ORDERED,
            rrule=f"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY={day}",
        ),
    )


def _entry(context: Context, due: ReportDue) -> CalendarEntry:
    return CalendarEntry(
        uid=f"bao-cao.{due.year}.{due.period}.{due.level}@cong-khai",
        day=due.day,
        summary=event_words(context, due),
        description="\n".join(filter(None, (window_words(context, due), counted_words(context, due.counted)))),
        url="",
        stamp=_ORDERED,
    )
