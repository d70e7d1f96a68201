"""Deadlines over all plans: what is due next, and an agenda by year, quarter and month."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.knowledge.plans.states import SOON_DAYS, State
from congkhai.knowledge.plans.time_frames import TimeFrame, quarters_of
from congkhai.site.pages.data_links import DataLink, subscriptions
from congkhai.site.pages.deadlines.frames import ROMAN, beside_links, month_name, now_links, quarter_link
from congkhai.site.pages.deadlines.strips import year_strip
from congkhai.site.pages.deadlines.times import DueView, due_view, overdue_views, state_of_item
from congkhai.site.pages.deadlines.workload import workload
from congkhai.site.pages.filters import Field, field, slots
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
    strip: WeekStrip | None
    data: tuple[DataLink, ...]


class MonthAgenda(Struct, frozen=True):
    """The things due in a month; `over`: its last day has passed."""

    id: str
    title: str
    count: str
    url: str
    items: tuple[DueView, ...]
    fits: str
    over: bool


class Quarter(Struct, frozen=True):
    """Three months."""

    id: str
    title: str
    months: tuple[MonthAgenda, ...]
    fits: str


class YearView(Struct, frozen=True):
    """An agenda of a year."""

    parts: tuple[tuple[str, str, int], ...]
    quarters: tuple[Quarter, ...]
    fields: tuple[Field, ...]
    workload: tuple[MatrixView, MatrixView | None]
    strip: WeekStrip
    total: str
    previous: LinkView | None
    following: LinkView | None


def make_deadline_pages(context: Context) -> Iterator[MakePage]:
    """The overview, and a page for each year in which something is due."""
    yield partial(_overview, context)
    years = sorted({item.day.year for item in context.due})
    for year in years:
        yield partial(_year_page, context, year, years)


def deadline_trail(context: Context, href: Href, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The pages above a page of deadlines."""
    labels = context.labels
    return ((labels("home.title"), href(urls.HOME)), (labels("deadlines.title"), href(urls.DEADLINES)), *more)


def _overview(context: Context) -> Page:
    href, labels = context.href(urls.DEADLINES), context.labels
    until = context.today + datetime.timedelta(days=_LOOK_AHEAD)
    items = [item for item in context.due if context.today <= context.workdays.last_day(item.day).day <= until]
    last = context.today + datetime.timedelta(days=SOON_DAYS)
    soon = tuple(
        replace(view, hidden=view.counted > last.isoformat())
        for view in (due_view(context, item, href, index) for index, item in enumerate(items))
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
        year_strip(context, _nearest(context), context.due, href) if context.due else None,
        subscriptions(context, urls.DEADLINES, href, context.assignments.rows),
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
    quarters = quarters_of(context.due)
    for year in sorted({frame.year for frame in quarters}, reverse=True):
        mine = {frame: len(items) for frame, items in quarters.items() if frame.year == year}
        links = tuple(quarter_link(context, frame, n, href) for frame, n in mine.items())
        total = context.labels("deadlines.n", n=sum(mine.values()))
        title = context.labels("deadlines.year", year=year)
        yield year, (LinkView(title, href(urls.year_url(year)), count=total), links)


def _nearest(context: Context) -> int:
    """The first year from this one on in which something is due, else the last before."""
    years = {item.day.year for item in context.due}
    return min((year for year in years if year >= context.today.year), default=max(years))


def _year_page(context: Context, year: int, years: list[int]) -> Page:
    url = urls.year_url(year)
    href, labels = context.href(url), context.labels
    items = [item for item in context.due if item.day.year == year]
    views = tuple(due_view(context, item, href, index) for index, item in enumerate(items))
    fields = agenda_fields(context, items, views)
    views = fitted_views(views, fields)
    quarters = tuple(_quarter(context, year, number, views, href) for number in range(1, 5))
    shown = tuple(quarter for quarter in quarters if quarter.months)
    view = YearView(
        parts=tuple((q.title, f"#{q.id}", sum(len(month.items) for month in q.months)) for q in shown),
        quarters=shown,
        fields=fields,
        workload=split(workload(context, year, items, href), _FIRST_AGENCIES),
        strip=year_strip(context, year, items, href),
        total=labels("deadlines.n", n=len(items)),
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


def _quarter(context: Context, year: int, number: int, views: tuple[DueView, ...], href: Href) -> Quarter:
    title = context.labels("deadlines.quarter", quarter=ROMAN[number - 1], year=year)
    months = tuple(_month_agenda(context, year, month, views, href) for month in range(3 * number - 2, 3 * number + 1))
    fits = slots(*(month.fits.split() for month in months))
    return Quarter(f"quy-{number}", title, tuple(month for month in months if month.items), fits)


def _month_agenda(context: Context, year: int, month: int, views: tuple[DueView, ...], href: Href) -> MonthAgenda:
    this = TimeFrame.month_of(context.today)
    mine = tuple(view for view in views if view.iso[5:7] == f"{month:02}")
    return MonthAgenda(
        f"thang-{month}",
        month_name(context, (year, month)),
        context.labels("deadlines.n", n=len(mine)),
        href(urls.month_url(year, month)),
        mine,
        slots(*(view.fits.split() for view in mine)),
        (year, month) < (this.year, this.month),
    )


def agenda_fields(context: Context, items: Iterable[DueItem], views: Iterable[DueView]) -> tuple[Field, ...]:
    """The form beside an agenda: its plans, its agencies, its states."""
    labels = context.labels
    plans = {item.row.plan.id: context.short_name(item.row.plan) for item in items}
    states = {state: labels(f"design.state.{state}") for state in dict.fromkeys(view.state for view in views)}
    actors: dict[str, str] = {}
    for item in items:
        found = context.assignments.actors[item.row.key]
        for key in (*found.lead_agencies, *found.coordinating_agencies):
            if key in context.library.actors:
                actors[key] = context.library.actors[key].name
    return (
        field("plan", "b", labels("deadlines.filter.plan"), _sorted(plans)),
        field("agency", "a", labels("deadlines.filter.agency"), _sorted(actors)),
        field("state", "c", labels("deadlines.filter.state"), _sorted(states)),
    )


def fitted_views(views: Iterable[DueView], fields: tuple[Field, ...]) -> tuple[DueView, ...]:
    """The lines of an agenda, each told which choices of the form it fits."""
    return tuple(replace(view, fits=_fits(view, fields)) for view in views)


def _sorted(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda pair: sort_key(pair[1])))


def _fits(view: DueView, fields: tuple[Field, ...]) -> str:
    values = {"plan": (view.plan_id,), "agency": view.agencies.split(), "state": (view.state,)}
    return slots(*(one.fits(values[one.name]) for one in fields))
