"""Timelines of a plan or an agency: each row's time as a bar beside the same in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import due_items
from congkhai.records.agency import Actor
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import full_name
from congkhai.site.pages.deadlines.strips import lines_of, strips_of
from congkhai.site.pages.deadlines.times import due_of, silence_of, state_of_item, title_of
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.rows import rows_by_plan
from congkhai.site.pages.plans.states import noted_words, row_state, words_of
from congkhai.site.pages.plans.with_rows import PLAN, rows_of, rows_today, with_rows
from congkhai.site.pictures.looks import LOOKS, LegendEntry, legend
from congkhai.site.pictures.stretch import Stretch, Tick
from congkhai.site.pictures.weeks import WeekStrip
from congkhai.vietnamese.schedule import Kind, Schedule

# An agency with fewer rows that have a day gets no timeline of its own.
_FEWEST = 3


class Bar(Struct, frozen=True):
    """A mark of a row: where it lies (thousandths of the width), its look, and span, point, open or extended."""

    x: int
    width: int
    kind: str
    look: str


class TimelineRow(Struct, frozen=True):
    """A task with its bars; `extended` says that its deadline was moved."""

    title: str
    url: str
    words: str
    extended: str
    state: str
    due: str
    late: str
    bars: tuple[Bar, ...]


class TimelineView(Struct, frozen=True):
    """All rows of a timeline over the same stretch of days; without any bar there is no axis."""

    id: str
    caption: str
    ticks: tuple[Tick, ...]
    today: int | None
    rows: tuple[TimelineRow, ...]
    legend: tuple[LegendEntry, ...]


class TimelinePageView(Struct, frozen=True):
    """A page with a timeline."""

    of_title: str
    of_url: str
    strips: tuple[WeekStrip, ...]
    silence: str
    timelines: tuple[TimelineView, ...]


def timeline_keys(context: Context) -> Iterator[str]:
    """A key for each plan, and for each agency, group or phrase with rows enough for a picture."""
    for key in with_rows(context):
        if key.startswith(f"{PLAN} ") or has_timeline(context, rows_of(context, key)):
            yield key


def has_timeline(context: Context, rows: Iterable[Row]) -> bool:
    """Whether so many rows have a day that a picture of them tells more than their table."""
    dated = (row for row in rows if next(due_items(row, context.times[row.key]), None))
    return len(tuple(islice(dated, _FEWEST))) == _FEWEST


def timeline_page(context: Context, key: str) -> Page:
    """The timeline of a plan, or of an agency, group or phrase that a plan names, by its key (see `with_rows`)."""
    kind, _, name = key.partition(" ")
    if kind == PLAN:
        return _plan_page(context, context.library.plans[name])
    return _actor_page(context, context.library.actors[name])


def _plan_page(context: Context, plan: Plan) -> Page:
    above = urls.plan_url(plan.id)
    url = urls.timeline_url(above)
    href, labels = context.href(url), context.labels
    rows = context.assignments.of_plan(plan.id)
    view = _view(context, context.short_name(plan), above, rows, href)
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
    rows = rows_today(context, actor.id)
    view = _view(context, actor.name, above, rows, href, actor.id)
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("agencies.title"), href(urls.AGENCIES)),
        (actor.name, href(above)),
    )
    title = labels("timeline.title", name=full_name(context, actor))
    return Page(url, "pages/timeline.html", title, view, title, trail, chapter=urls.AGENCIES)


def _view(
    context: Context, name: str, above: str, rows: tuple[Row, ...], href: Href, actor_id: str = ""
) -> TimelinePageView:
    due = due_of(context, rows, actor_id)
    return TimelinePageView(
        name,
        href(above),
        strips_of(context, name, lines_of(due, href(urls.due_url(above)))),
        silence_of(context, rows, due),
        tuple(_timeline(context, plan_id, found, href) for plan_id, found in rows_by_plan(rows).items()),
    )


def _timeline(context: Context, plan_id: str, rows: tuple[Row, ...], href: Href) -> TimelineView:
    stretch = Stretch.around(_days(context, rows))
    within = stretch.start <= context.today <= stretch.end
    shown = tuple(_row(context, row, stretch, href) for row in rows)
    dated = any(row.bars for row in shown)
    return TimelineView(
        id=f"dong-{plan_id}",
        caption=context.labels("timeline.caption", name=context.short_name(context.library.plans[plan_id])),
        ticks=stretch.ticks() if dated else (),
        today=stretch.x(context.today) if within and dated else None,
        rows=shown,
        legend=legend((row.state for row in shown if row.bars), context.labels),
    )


def _days(context: Context, rows: tuple[Row, ...]) -> Iterator[datetime.date]:
    """The days that the rows of a plan name, and where some go on all the time, those of the plan's years."""
    plan = rows[0].plan
    for row in rows:
        time = context.times[row.key]
        for part in time.schedule.parts or (time.schedule,):
            yield from (day for day in (part.start, part.end) if day and part.kind is not Kind.RECURRING)
        yield from (item.day for item in due_items(row, time))
    yield from (datetime.date(plan.year, 1, 1), datetime.date(plan.last_year, 12, 31))


def _row(context: Context, row: Row, stretch: Stretch, href: Href) -> TimelineRow:
    time, labels = context.times[row.key], context.labels
    state, due, late = row_state(context, row.key)
    words = words_of(context, time) or " ".join((row.task.time or "").split()) or labels("times.none")
    moved = time.deadline if time.deadline != time.first_deadline else None
    return TimelineRow(
        title=shortened(title_of(row), 90),
        url=href(urls.task_url(*row.key)),
        words=labels("schedule.semicolon").join(filter(None, (words, noted_words(context, row.task)))),
        extended=labels("task.progress.extended", day=f"{moved:%d/%m/%Y}") if moved else "",
        state=state,
        due=due,
        late=late,
        bars=tuple(_bars(context, row, stretch, LOOKS[state])),
    )


def _bars(context: Context, row: Row, stretch: Stretch, look: str) -> Iterator[Bar]:
    time = context.times[row.key]
    for part in time.schedule.parts or (time.schedule,):
        if part.kind is not Kind.RECURRING:
            yield from _bar(part, row.plan, stretch, look)
    if time.first_deadline and time.deadline and time.deadline > time.first_deadline:
        yield Bar(*stretch.bar(time.first_deadline, time.deadline), "extended", look)
    for item in due_items(row, time):
        if item.recurring:
            yield Bar(stretch.x(item.day), 0, "point", LOOKS[state_of_item(context, item)])


def _bar(part: Schedule, plan: Plan, stretch: Stretch, look: str) -> Iterator[Bar]:
    if part.start and part.end:
        yield Bar(*stretch.bar(part.start, part.end), "span", look)
    elif part.end:
        yield Bar(stretch.x(part.end), 0, "point", look)
    elif part.start or part.kind is Kind.CONTINUOUS:
        start = part.start or datetime.date(plan.year, 1, 1)
        yield Bar(*stretch.bar(start, max(start, datetime.date(plan.last_year, 12, 31))), "open", look)
