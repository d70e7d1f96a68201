"""The calendar of reports on the control of procedures, to subscribe to."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.plans.report_regime import ReportDue
from congkhai.site.exports.calendars import CalendarEntry, to_ical
from congkhai.site.pages.deadlines.reports import event_words, reports_due, window_words
from congkhai.site.pages.page import Context
from congkhai.site.pages.plans.states import counted_words

# When the circular that orders the reports was signed; the events are as old.
_ORDERED = datetime.date(2020, 10, 21)


def report_calendar(context: Context) -> Iterator[tuple[str, bytes]]:
    """The reports of this year and the next, to subscribe to: path → bytes."""
    labels = context.labels
    entries = (_entry(context, due) for due in reports_due(context))
    yield urls.calendar_url(urls.REPORTS), to_ical(labels("reports.title"), entries)


def _entry(context: Context, due: ReportDue) -> CalendarEntry:
    return CalendarEntry(
        uid=f"bao-cao.{due.year}.{due.period}.{due.level}@cong-khai",
        day=due.day,
        summary=event_words(context, due),
        description="\n".join(filter(None, (window_words(context, due), counted_words(context, due.counted)))),
        url="",
        stamp=_ORDERED,
    )
