"""Timelines of a plan or an agency: each row's time as a bar beside the same in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.knowledge.plans.deadlines import due_items
from congkhai.records.agency import Actor
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import full_name
from congkhai.site.pages.deadlines.strips import due_of, strips_of
from congkhai.site.pages.deadlines.times import DueView, due_view, title_of
from congkhai.site.pages.page import Context, Href, MakePage, Page, shortened
from congkhai.site.pages.plans.rows import rows_by_plan
from congkhai.site.pages.plans.states import row_state, words_of
from congkhai.site.pictures.weeks import WeekStrip
from congkhai.vietnamese.schedule import Kind, Schedule

Bar = tuple[int, int, str]
_WIDTH = 1000
_NARROWEST = 6


class TimelineRow(Struct, frozen=True):
    """A task with its bars: x and width in 0…1000, kind span, point or open."""

    title: str
    url: str
    words: str
    state: str
    due: str
    late: str
    bars: tuple[Bar, ...]


class TimelineView(Struct, frozen=True):
    """All rows of a timeline over the same stretch of days."""

    id: str
    caption: str
    ticks: tuple[tuple[int, str], ...]
    today: int | None
    rows: tuple[TimelineRow, ...]


class TimelinePageView(Struct, frozen=True):
    """A page with a timeline."""

    of_title: str
    of_url: str
    strips: tuple[WeekStrip, ...]
    timelines: tuple[TimelineView, ...]
    due: tuple[DueView, ...]


class _Stretch(Struct, frozen=True):
    """The days a timeline covers."""

    start: datetime.date
    end: datetime.date

    def x(self, day: datetime.date) -> int:
        """Where a day lies, 0 to 1000."""
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return round(_WIDTH * min(1.0, max(0.0, share)))


def make_timeline_pages(context: Context) -> Iterator[MakePage]:
    """A timeline for each plan, and one for each agency, group or phrase that a plan names."""
    for plan in context.library.plans.values():
        yield partial(_plan_page, context, plan)
    for actor in context.library.actors.values():
        if context.assignments.rows_of(actor.id, *Part):
            yield partial(_actor_page, context, actor)


def _plan_page(context: Context, plan: Plan) -> Page:
    above = urls.plan_url(plan.id)
    url = urls.timeline_url(above)
    href, labels = context.href(url), context.labels
    rows = context.assignments.of_plan(plan.id)
    view = _view(context, context.short_name(plan), href(above), rows, href)
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("plans.title"), href(urls.PLANS)),
        (context.short_name(plan), href(above)),
    )
    title = labels("timeline.title", name=context.short_name(plan))
    return Page(url, "pages/timeline.html", title, view, title, trail, chapter=urls.PLANS)


def _actor_page(context: Context, actor: Actor) -> Page:
    above = urls.agency_url(actor.id)
    url = urls.timeline_url(above)
    href, labels = context.href(url), context.labels
    rows = context.assignments.rows_of(actor.id, *Part)
    view = _view(context, actor.name, href(above), rows, href)
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("agencies.title"), href(urls.AGENCIES)),
        (actor.name, href(above)),
    )
    title = labels("timeline.title", name=full_name(context, actor))
    return Page(url, "pages/timeline.html", title, view, title, trail, chapter=urls.AGENCIES)


def _view(context: Context, name: str, above: str, rows: tuple[Row, ...], href: Href) -> TimelinePageView:
    return TimelinePageView(
        name,
        above,
        strips_of(context, name, rows, ""),
        tuple(_timeline(context, plan_id, found, href) for plan_id, found in rows_by_plan(rows).items()),
        tuple(due_view(context, item, href, index) for index, item in enumerate(due_of(context, rows))),
    )


def _timeline(context: Context, plan_id: str, rows: tuple[Row, ...], href: Href) -> TimelineView:
    stretch = _stretch(context, rows)
    plan = context.library.plans[plan_id]
    within = stretch.start <= context.today <= stretch.end
    return TimelineView(
        id=f"dong-{plan_id}",
        caption=context.labels("timeline.caption", name=context.short_name(plan)),
        ticks=tuple(_ticks(stretch)),
        today=stretch.x(context.today) if within else None,
        rows=tuple(_row(context, row, stretch, href) for row in rows),
    )


def _stretch(context: Context, rows: tuple[Row, ...]) -> _Stretch:
    """From the first day any row names to the last, at least the plan's year, whole years."""
    years = {year for row in rows for year in (row.plan.year, row.plan.last_year)}
    for row in rows:
        schedule = context.times[row.key].schedule
        for part in (schedule, *schedule.parts):
            years.update(day.year for day in (part.start, part.end) if day)
    return _Stretch(datetime.date(min(years), 1, 1), datetime.date(max(years), 12, 31))


def _ticks(stretch: _Stretch) -> Iterator[tuple[int, str]]:
    years = range(stretch.start.year, stretch.end.year + 1)
    months = (1, 4, 7, 10) if len(years) == 1 else (1, 7) if len(years) == 2 else (1,)
    for year in years:
        for month in months:
            yield stretch.x(datetime.date(year, month, 1)), f"{month:02}/{year}" if len(months) > 1 else str(year)


def _row(context: Context, row: Row, stretch: _Stretch, href: Href) -> TimelineRow:
    time = context.times[row.key]
    state, due, late = row_state(context, row.key)
    words = words_of(context, time) or " ".join((row.task.time or "").split()) or context.labels("times.none")
    title = shortened(title_of(row), 90)
    url = href(urls.task_url(*row.key))
    return TimelineRow(title, url, words, state, due, late, tuple(_bars(context, row, stretch)))


def _bars(context: Context, row: Row, stretch: _Stretch) -> Iterator[Bar]:
    time = context.times[row.key]
    for part in time.schedule.parts or (time.schedule,):
        if part.kind is not Kind.RECURRING:
            yield from _bar(part, stretch)
    for item in due_items(row, time):
        if item.recurring:
            yield stretch.x(item.day), 0, "point"


def _bar(part: Schedule, stretch: _Stretch) -> Iterator[Bar]:
    if part.start and part.end:
        x = stretch.x(part.start)
        yield x, max(_NARROWEST, stretch.x(part.end) - x), "span"
    elif part.end:
        yield stretch.x(part.end), 0, "point"
    elif part.start:
        x = stretch.x(part.start)
        yield x, max(_NARROWEST, _WIDTH - x), "open"
