"""The calendar of reports on the control of procedures, to subscribe to."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.plans.report_regime import ReportDue
from congkhai.site.exports.calendars import CalendarEntry, to_ical
from congkhai.site.pages.deadlines.report_words import event_words, report_day, reports_due, window_words
from congkhai.site.pages.page import Context

# When the circular that orders the reports was signed; the events are as old.
_ORDERED = datetime.date(2020, 10, 21)


def report_calendar(context: Context) -> Iterator[tuple[str, bytes]]:
    """The reports of this year and the next, to subscribe to: path → bytes."""
    entries = report_entries(context, reports_due(context))
    yield urls.calendar_url(urls.REPORTS), to_ical(context.labels("reports.title"), entries)


def report_entries(context: Context, found: Iterable[ReportDue]) -> Iterator[CalendarEntry]:
    """An event for each report on the day of the law, the same in every calendar; its words say where that moves."""
    for due in found:
        yield CalendarEntry(
            uid=f"{report_name(due)}@cong-khai",
            day=due.day,
            summary=event_words(context, due),
            description="\n".join((report_day(context, due), window_words(context, due))),
            url="",
            stamp=_ORDERED,
            done=due.counted.day < context.today,
        )


def report_name(due: ReportDue) -> str:
    """The lasting name of a report in calendars and feeds."""
    return f"bao-cao.{due.year}.{due.period}.{due.level}"
