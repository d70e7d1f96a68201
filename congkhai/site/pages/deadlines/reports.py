"""The calendar of reports on the control of procedures: who owes which by when, and the days that its figures cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.report_regime import DAYS, ReportDue
from congkhai.site.pages.data_links import calendar_link
from congkhai.site.pages.deadlines.agenda import deadline_trail
from congkhai.site.pages.deadlines.report_words import (
    next_report,
    period_words,
    report_day,
    reports_due,
    window_words,
)
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, DataLink, MakePage, Page

Row = tuple[str, ...]


class ReportsView(Struct, frozen=True):
    """The reports of this year and the next, a row for each period and level."""

    intro: str
    basis: str
    coming: tuple[Fact, ...]
    years: tuple[tuple[str, tuple[Row, ...]], ...]
    links: tuple[DataLink, ...]


def make_report_page(context: Context) -> Iterator[MakePage]:
    """The calendar of reports."""
    yield partial(_page, context)


def _page(context: Context) -> Page:
    href, labels = context.href(urls.REPORTS), context.labels
    found = list(reports_due(context))
    years = tuple(
        (labels("reports.year", year=year), tuple(_row(context, due) for due in found if due.year == year))
        for year in dict.fromkeys(due.year for due in found)
    )
    calendar = calendar_link(context, urls.REPORTS, href)
    view = ReportsView(
        labels("reports.intro"), labels("reports.basis"), tuple(_coming(context, found)), years, (calendar,)
    )
    twin = {"kind": "reports", "url": urls.REPORTS, "reports": [_data(due) for due in found]}
    title = labels("reports.title")
    trail = deadline_trail(context, href)
    return Page(
        urls.REPORTS,
        "pages/reports.html",
        title,
        view,
        description=view.intro,
        trail=trail,
        twin=twin,
        chapter=urls.DEADLINES,
        subscriptions=view.links,
    )


def _coming(context: Context, found: Iterable[ReportDue]) -> Iterator[Fact]:
    """Of each level the report that is due next."""
    known = tuple(found)
    for level, _ in DAYS:
        if due := next_report(context, (one for one in known if one.level == level)):
            words = context.labels(
                "reports.coming", period=period_words(context, due), window=window_words(context, due)
            )
            yield Fact(context.labels(f"reports.level.{level}"), report_day(context, due), words)


def _row(context: Context, due: ReportDue) -> Row:
    level = context.labels(f"reports.level.{due.level}")
    return period_words(context, due), level, report_day(context, due), window_words(context, due)


def _data(due: ReportDue) -> dict[str, object]:
    days = {"since": due.since, "until": due.until, "day": due.day, "counted": due.counted.day}
    told = {name: day.isoformat() for name, day in days.items()}
    return {"year": due.year, "period": due.period, "level": due.level, **told, "expected": due.counted.expected}
