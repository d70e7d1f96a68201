"""Deadlines over all plans: what is due next, and an agenda by year, quarter and month."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.plans.states import SOON_DAYS, State
from congkhai.knowledge.plans.time_frames import TimeFrame, quarters_of
from congkhai.site.pages.data_links import DataLink, subscriptions
from congkhai.site.pages.deadlines.agenda_form import MonthAgenda, agenda_of
from congkhai.site.pages.deadlines.all_due import all_due, count_words, due_line, tasks_among
from congkhai.site.pages.deadlines.frames import ROMAN, beside_links, now_links, quarter_link
from congkhai.site.pages.deadlines.strips import year_strip
from congkhai.site.pages.deadlines.times import DueView, due_view, overdue_views, state_of_item
from congkhai.site.pages.deadlines.workload import workload
from congkhai.site.pages.filters import Field, slots
from congkhai.site.pages.page import Context, Href, MakePage, Page
from congkhai.site.pages.plans.matrix import MatrixView, split
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pictures.weeks import WeekStrip

# Things that may become due within 30 days while a page built today is read: it is rebuilt well within this.
_LOOK_AHEAD = 90
# How many agencies are shown at once against the months of a year; the others are shown on request.
_FIRST_AGENCIES = 15


# A year with how much is due in it, and its quarters.
YearLinks = tuple[LinkView, tuple[LinkView, ...]]


class DeadlinesView(Struct, frozen=True):
    """What is due next and what is overdue, then the years; `beside` are the quarters in which something was due last
    and will be next, `past` the years that are over."""

    soon: tuple[DueView, ...]
    soon_count: int
    soon_days: int
    beside: tuple[LinkView, ...]
    overdue: tuple[DueView, ...]
    now: tuple[LinkView, ...]
    years: tuple[YearLinks, ...]
    past: tuple[YearLinks, ...]
    strip: WeekStrip
    data: tuple[DataLink, ...]


class Quarter(Struct, frozen=True):
    """Three months."""

    id: str
    title: str
    months: tuple[MonthAgenda, ...]
    fits: str


class YearView(Struct, frozen=True):
    """An agenda of a year; there is no `workload` where no plan sets a day in it."""

    parts: tuple[tuple[str, str, int], ...]
    quarters: tuple[Quarter, ...]
    fields: tuple[Field, ...]
    workload: tuple[MatrixView, MatrixView | None] | None
    strip: WeekStrip
    total: str
    previous: LinkView | None
    following: LinkView | None


def make_deadline_pages(context: Context) -> Iterator[MakePage]:
    """The overview, and a page for each year in which something is due."""
    yield partial(_overview, context)
    years = sorted({item.day.year for item in all_due(context)})
    for year in years:
        yield partial(_year_page, context, year, years)


def deadline_trail(context: Context, href: Href, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The pages above a page of deadlines."""
    labels = context.labels
    return ((labels("home.title"), href(urls.HOME)), (labels("deadlines.title"), href(urls.DEADLINES)), *more)


def _overview(context: Context) -> Page:
    href, labels = context.href(urls.DEADLINES), context.labels
    until = context.today + datetime.timedelta(days=_LOOK_AHEAD)
    due = all_due(context)
    items = [item for item in due if context.today <= context.workdays.last_day(item.day).day <= until]
    last = context.today + datetime.timedelta(days=SOON_DAYS)
    soon = tuple(
        replace(view, hidden=view.counted > last.isoformat())
        for view in (due_line(context, item, href, index) for index, item in enumerate(items))
    )
    this, years = TimeFrame.quarter_of(context.today).year, dict(_years(context, href))
    view = DeadlinesView(
        soon,
        sum(not item.hidden for item in soon),
        SOON_DAYS,
        beside_links(context, TimeFrame.quarter_of(context.today), href),
        _overdue(context, href),
        now_links(context, href),
        tuple(links for year, links in years.items() if year >= this),
        tuple(links for year, links in years.items() if year < this),
        year_strip(context, TimeFrame.quarter_of(context.today).year, due, href),
        subscriptions(context, urls.DEADLINES, href, context.assignments.rows, reports=True),
    )
    title = labels("deadlines.title")
    trail = ((labels("home.title"), href(urls.HOME)),)
    description = labels("deadlines.description")
    page = Page(urls.DEADLINES, "pages/deadlines.html", title, view, description, trail, chapter=urls.DEADLINES)
    return replace(page, subscriptions=view.data)


def _overdue(context: Context, href: Href) -> tuple[DueView, ...]:
    late = (item for item in reversed(context.due) if state_of_item(context, item) is State.OVERDUE)
    return overdue_views(due_view(context, item, href, 0) for item in late)


def _years(context: Context, href: Href) -> Iterator[tuple[int, YearLinks]]:
    """Each year in which something is due, the latest first, with its quarters."""
    quarters = quarters_of(all_due(context))
    for year in sorted({frame.year for frame in quarters}, reverse=True):
        mine = {frame: items for frame, items in quarters.items() if frame.year == year}
        links = tuple(quarter_link(context, frame, items, href) for frame, items in mine.items())
        total = count_words(context, (item for items in mine.values() for item in items))
        title = context.labels("deadlines.year", year=year)
        yield year, (LinkView(title, href(urls.year_url(year)), count=total), links)


def _year_page(context: Context, year: int, years: list[int]) -> Page:
    url = urls.year_url(year)
    href, labels = context.href(url), context.labels
    items = [item for item in all_due(context) if item.day.year == year]
    tasks = tasks_among(items)
    months, fields = agenda_of(context, items, href)
    quarters = tuple(_quarters(context, year, months))
    view = YearView(
        parts=tuple((q.title, f"#{q.id}", sum(len(month.items) for month in q.months)) for q in quarters),
        quarters=quarters,
        fields=fields,
        workload=split(workload(context, year, tasks, href), _FIRST_AGENCIES) if tasks else None,
        strip=year_strip(context, year, items, href),
        total=count_words(context, items),
        previous=_year_link(context, years, year, -1, href),
        following=_year_link(context, years, year, 1, href),
    )
    title = labels("deadlines.year.title", year=year)
    return Page(
        url, "pages/deadline_year.html", title, view, title, deadline_trail(context, href), chapter=urls.DEADLINES
    )


def _year_link(context: Context, years: list[int], year: int, step: int, href: Href) -> LinkView | None:
    index = years.index(year) + step
    if not 0 <= index < len(years):
        return None
    return LinkView(context.labels("deadlines.year", year=years[index]), href(urls.year_url(years[index])))


def _quarters(context: Context, year: int, months: tuple[MonthAgenda, ...]) -> Iterator[Quarter]:
    """The quarters of a year in which something is due."""
    for number in range(1, 5):
        ids = {f"thang-{month}" for month in range(3 * number - 2, 3 * number + 1)}
        mine = tuple(month for month in months if month.id in ids)
        if mine:
            title = context.labels("deadlines.quarter", quarter=ROMAN[number - 1], year=year)
            yield Quarter(f"quy-{number}", title, mine, slots(*(month.fits.split() for month in mine)))
