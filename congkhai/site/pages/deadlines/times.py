"""The days on which something is due as views."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import DueItem, RowTime
from congkhai.knowledge.plans.own_parts import own_items
from congkhai.knowledge.plans.states import CLOSED, State, state_on
from congkhai.knowledge.plans.time_frames import OnADay
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.states import (
    MOVING,
    counted_words,
    day_words,
    extended_words,
    late_state,
    noted_words,
)


class DueView(Struct, frozen=True):
    """A line of an agenda; `counted` is the working day that ends what is due on a day off."""

    id: str
    day: str
    iso: str
    counted: str
    title: str
    url: str
    part: str
    leads: RichText
    plan: str
    plan_url: str
    state: str
    late: str
    agencies: str
    plan_id: str
    unstated: bool = False
    hidden: bool = False
    fits: str = ""


def due_view(context: Context, item: DueItem, href: Href, index: int) -> DueView:
    """A due day as a line of an agenda; the state of a recurring duty follows its own day."""
    row, time = item.row, context.times[item.row.key]
    actors = context.assignments.actors[row.key]
    state = state_of_item(context, item)
    counted = context.workdays.last_day(item.day)
    return DueView(
        id=f"h{index}",
        day=item.day.strftime("%d/%m/%Y"),
        iso=item.day.isoformat(),
        title=shortened(title_of(row), 140),
        url=href(urls.task_url(*row.key)),
        counted=counted.day.isoformat(),
        part=", ".join(
            part
            for part in (
                item.part,
                extended_words(context, time) if item.day == time.deadline else "",
                "" if item.stated else context.labels("deadlines.unstated"),
                counted_words(context, counted) if item.stated else "",
                noted_words(context, row.task),
            )
            if part
        ),
        leads=actor_links(context, actors.lead_agencies, href),
        plan=context.short_name(row.plan),
        plan_url=href(urls.plan_url(row.plan.id)),
        state=state,
        late=late_state(time) if state in MOVING else "",
        agencies=" ".join((*actors.lead_agencies, *actors.coordinating_agencies)),
        plan_id=row.plan.id,
        unstated=not item.stated,
    )


def overdue_views(views: Iterable[DueView]) -> tuple[DueView, ...]:
    """Those of some lines that are overdue, for a list of their own; only where progress is reported (`state_on`)."""
    late = [view for view in views if view.state == State.OVERDUE]
    return tuple(replace(view, id=f"qua-han-{index}") for index, view in enumerate(late))


def due_of(context: Context, rows: Iterable[Row], actor_id: str = "") -> tuple[DueItem, ...]:
    """The due days of some rows in the order of the calendar; with an actor, those that are its own."""
    items = context.derived.due_of(rows)
    return own_items(actor_id, items, context.library) if actor_id else items


def coming(context: Context, items: Iterable[DueItem]) -> Iterator[DueItem]:
    """What is still to come of some due days: neither done nor set aside, and its last working day is not over."""
    for item in items:
        last = context.workdays.last_day(item.day).day
        if last >= context.today and state_of_item(context, item) not in CLOSED:
            yield item


def due_day(context: Context, item: DueItem) -> str:
    """The day of a row as its plan names it, and beside it where it moves to."""
    return day_words(context, item.day, context.workdays.last_day(item.day))


def due_by(context: Context, item: DueItem) -> str:
    """By which day something is due, and by which plan."""
    return context.labels("home.due.by", day=due_day(context, item), plan=context.short_name(item.row.plan))


def title_of(row: Row) -> str:
    """What a row is called: by its title; where that is blank, as the row above that it goes on from, counted on."""
    if row.task.title:
        return row.task.title
    above, count = "", 1
    for task in row.plan.tasks():
        if task.id == row.task.id:
            break
        above, count = (task.title, 1) if task.title else (above, count + 1)
    return f"{above} ({count + 1})" if above else row.task.deliverable or row.task.id


def state_of_item(context: Context, item: DueItem) -> State:
    """The state of one due day of a row; that of a recurring duty follows its own day."""
    time = context.times[item.row.key]
    state = state_on(time, context.today)
    if item.recurring and time.completed and item.day.year > time.completed.year:
        return state_on(_as_if_due(context, replace(time, entries=()), item.day), context.today)
    if state in CLOSED:
        return state
    if item.stated:
        return state_on(_as_if_due(context, time, item.day), context.today)
    return state if state is State.LAPSED else State.RECURRING


def _as_if_due(context: Context, time: RowTime, day: datetime.date) -> RowTime:
    return replace(time, first_deadline=day, deadline=day, counted=context.workdays.last_day(day))


def silence_of(context: Context, rows: Iterable[Row], items: Iterable[DueItem]) -> str:
    """What past deadlines of some rows, or past days of theirs, mean where nobody reports; "" where none is past."""
    states = chain((state_on(context.times[row.key], context.today) for row in rows), _states(context, items))
    if State.UNREPORTED not in states:
        return ""
    return f"{context.labels('plan.states')} {context.labels('ask.silence')}"


def _states(context: Context, items: Iterable[DueItem]) -> Iterator[State]:
    return (state_of_item(context, item) for item in items)


def counted_by_month(items: Iterable[OnADay]) -> dict[tuple[int, int], int]:
    """How many things are due in each month."""
    counts: dict[tuple[int, int], int] = {}
    for item in items:
        key = (item.day.year, item.day.month)
        counts[key] = counts.get(key, 0) + 1
    return counts
