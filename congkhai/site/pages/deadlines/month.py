"""A month of deadlines: its calendar and its agenda."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.site.pages.deadlines.agenda import deadline_trail
from congkhai.site.pages.deadlines.all_due import all_due, due_line
from congkhai.site.pages.deadlines.frames import month_name
from congkhai.site.pages.deadlines.times import DueView, counted_by_month
from congkhai.site.pages.page import Context, Href, MakePage, Page


class CalendarDay(Struct, frozen=True):
    """A day in a month's calendar."""

    number: int
    iso: str
    url: str
    count: int
    words: str
    outside: bool
    day_off: bool
    holiday: str


class CalendarMonth(Struct, frozen=True):
    """A month's calendar."""

    title: str
    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    weeks: tuple[tuple[CalendarDay, ...], ...]


class MonthView(Struct, frozen=True):
    """A month: its calendar and agenda."""

    month: CalendarMonth
    items: tuple[DueView, ...]


def make_month_pages(context: Context) -> Iterator[MakePage]:
    """A page for each month in which something is due."""
    months = sorted(counted_by_month(all_due(context)))
    for month in months:
        yield partial(_month_page, context, month, months)


def _month_page(context: Context, month: tuple[int, int], months: list[tuple[int, int]]) -> Page:
    url = urls.month_url(*month)
    href, labels = context.href(url), context.labels
    items = [item for item in all_due(context) if (item.day.year, item.day.month) == month]
    views = tuple(due_line(context, item, href, index) for index, item in enumerate(items))
    view = MonthView(_calendar(context, month, months, views, href), views)
    title = labels("deadlines.month.title", month=f"{month[1]:02}", year=month[0])
    above = (labels("deadlines.year", year=month[0]), href(urls.year_url(month[0])))
    trail = deadline_trail(context, href, above)
    return Page(url, "pages/deadline_month.html", title, view, title, trail, chapter=urls.DEADLINES)


def _calendar(
    context: Context,
    month: tuple[int, int],
    months: list[tuple[int, int]],
    views: tuple[DueView, ...],
    href: Href,
) -> CalendarMonth:
    first: dict[str, DueView] = {}
    counts: dict[str, int] = {}
    for view in views:
        first.setdefault(view.iso, view)
        counts[view.iso] = counts.get(view.iso, 0) + 1
    weeks = tuple(
        tuple(_calendar_day(context, day, month, first, counts) for day in week)
        for week in calendar.Calendar().monthdatescalendar(*month)
    )
    index = months.index(month)
    before = months[index - 1] if index else None
    after = months[index + 1] if index + 1 < len(months) else None
    return CalendarMonth(
        month_name(context, month), _month_link(context, before, href), _month_link(context, after, href), weeks
    )


def _month_link(context: Context, month: tuple[int, int] | None, href: Href) -> tuple[str, str] | None:
    return (month_name(context, month), href(urls.month_url(*month))) if month else None


def _calendar_day(
    context: Context,
    day: datetime.date,
    month: tuple[int, int],
    first: dict[str, DueView],
    counts: dict[str, int],
) -> CalendarDay:
    iso, outside = day.isoformat(), day.month != month[1]
    count = 0 if outside else counts.get(iso, 0)
    words = context.labels("deadlines.day", n=count, day=day.strftime("%d/%m/%Y")) if count else ""
    holiday = "" if outside else context.holiday(day)
    off = day.weekday() >= 5 or bool(holiday)
    return CalendarDay(day.day, iso, f"#{first[iso].id}" if count else "", count, words, outside, off, holiday)
