"""The calendars and feeds of the portal, of each plan and of each agency."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from congkhai.foundation.text import slug
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.knowledge.plans.states import CLOSED, state_on
from congkhai.site.exports.calendars import CalendarEntry, recent, rule_of, to_ical
from congkhai.site.exports.feeds import FeedEntry, FeedHead, link_in_feed, own_address, tag_of, to_atom
from congkhai.site.exports.report_calendar import report_entries
from congkhai.site.pages.agencies.actors import full_name
from congkhai.site.pages.agencies.territory import rows_of_territory
from congkhai.site.pages.deadlines.all_due import (
    Dated,
    all_due,
    all_due_of,
    is_stated,
    reports_among,
    tasks_among,
)
from congkhai.site.pages.deadlines.report_words import report_levels
from congkhai.site.pages.deadlines.times import due_of, title_of
from congkhai.site.pages.happenings import Happening, happenings_of, happenings_of_actor
from congkhai.site.pages.page import Context, Files, shortened
from congkhai.site.pages.plans.states import counted_words
from congkhai.site.pages.plans.with_rows import ACTOR, PLAN, rows_of

# Ids must never change, wherever the site stands: a name of our own in place of a host.
_ID = "cong-khai"


_TERRITORY = "territory"


def subscription_files(context: Context) -> Iterator[tuple[str, bytes]]:
    """The calendar and the feed of the whole portal: path → bytes."""
    rows = context.assignments.rows
    return _pair(context, urls.DEADLINES, context.labels("deadlines.title"), rows, all_due(context))


def subscription_keys(context: Context) -> Iterator[str]:
    """A key for each plan, agency and territory that has a calendar and a feed of its own."""
    yield from (f"{PLAN} {plan_id}" for plan_id in context.library.plans)
    yield from (f"{_TERRITORY} {one}" for one in context.library.territories if rows_of_territory(context, one))
    for actor in context.library.actors.values():
        has_rows = rows_of(context, f"{ACTOR} {actor.id}")
        if has_rows or happenings_of_actor(context, actor) or report_levels(context, actor):
            yield f"{ACTOR} {actor.id}"


def files_of(context: Context, key: str) -> Files:
    """The calendar and the feed of a plan, an agency or a territory."""
    kind, _, name = key.partition(" ")
    if kind == _TERRITORY:
        title, rows = context.territory_name(name), rows_of_territory(context, name)
        return Files(tuple(_pair(context, urls.territory_url(name), title, rows, due_of(context, rows))))
    rows = rows_of(context, key)
    if kind == PLAN:
        title, due = context.library.plans[name].title, due_of(context, rows)
        return Files(tuple(_pair(context, urls.plan_url(name), title, rows, due)))
    actor = context.library.actors[name]
    days, happened = all_due_of(context, rows, actor), happenings_of_actor(context, actor)
    return Files(tuple(_pair(context, urls.agency_url(name), full_name(context, actor), rows, days, happened)))


def _pair(
    context: Context,
    url: str,
    name: str,
    rows: tuple[Row, ...],
    due: Iterable[Dated],
    happened: Iterable[Happening] | None = None,
) -> Iterator[tuple[str, bytes]]:
    entries_due = tuple(calendar_entries(context, filter(is_stated, due)))
    if entries_due:  # a calendar must hold something (RFC 5545 §3.4); pages link none where there is none
        yield urls.calendar_url(url), to_ical(f"{name} – {context.config.name}", recent(entries_due, context.today))
    feed_url = urls.feed_url(url)
    link = partial(link_in_feed, context.config.base_url, feed_url)
    own = own_address(context.config.base_url, feed_url)
    head = FeedHead(tag_of(feed_url), name, context.config.name, link(url), own)
    entries = happenings_of(context, rows) if happened is None else happened
    yield feed_url, to_atom(head, (_entry_of(one, link) for one in entries))


def calendar_entries(context: Context, items: Iterable[Dated]) -> Iterator[CalendarEntry]:
    """An event for each due day; a duty that comes round by a rule is one event with that rule."""
    known = tuple(items)
    yield from _task_entries(context, tasks_among(known))
    yield from report_entries(context, reports_among(known))


def _task_entries(context: Context, items: Iterable[DueItem]) -> Iterator[CalendarEntry]:
    for name, found in event_series(items):
        rule = rule_of([item.day for item in found]) if found[0].recurring else ""
        if rule or not found[0].recurring:
            yield _entry(context, found, name, rule)
        else:
            for item in found:
                yield _entry(context, [item], f"{name}.{item.day.isoformat()}", "")


def event_series(items: Iterable[DueItem]) -> Iterator[tuple[str, list[DueItem]]]:
    """The due days that are one event or one series, each under a name that is its own and the same in every build.

    The name tells the plan, the row and whose part it is; parts of a row that are called alike, or have no name, are
    counted in the order of the cell, so that a day that moves keeps its name.
    """
    series: dict[tuple[tuple[str, str], int], list[DueItem]] = {}
    for item in items:
        series.setdefault((item.row.key, item.number), []).append(item)
    names: dict[tuple[tuple[str, str], int], str] = {}
    alike: dict[str, int] = {}
    for key in sorted(series):
        row, part = series[key][0].row, slug(series[key][0].part)
        name = ".".join(filter(None, (row.plan.id, urls.row_anchor(row.task.id), part)))
        alike[name] = alike.get(name, 0) + 1
        names[key] = name if alike[name] == 1 else f"{name}~{alike[name]}"
    for key, found in series.items():
        yield names[key], found


def _entry(context: Context, found: list[DueItem], name: str, rule: str) -> CalendarEntry:
    item = found[0]
    row, time = item.row, context.times[item.row.key]
    leads = context.assignments.actors[row.key].lead_agencies
    names = "; ".join(context.library.actors[key].name for key in leads if key in context.library.actors)
    moved = "" if item.recurring else counted_words(context, context.workdays.last_day(item.day))
    first = datetime.date(row.plan.year - 1, 1, 1)
    return CalendarEntry(
        uid=f"{name}@{_ID}",
        day=item.day,
        summary=shortened(title_of(row), 120),
        description="\n".join(part for part in (item.part, names, row.task.time or "", moved, row.plan.title) if part),
        url=context.config.base_url + urls.task_url(*row.key) if context.config.base_url else "",
        stamp=_stamp(row, time.entries[-1].on if time.entries else None),
        revision=max(0, (item.day - first).days + (found[-1].day - first).days),
        done=state_on(time, context.today) in CLOSED or context.workdays.last_day(found[-1].day).day < context.today,
        rrule=rule,
        last=found[-1].day,
    )


def _stamp(row: Row, last: datetime.date | None) -> datetime.date:
    if last:
        return last
    year, month, day = (*row.plan.signed.split("-"), "01", "01")[:3] if row.plan.signed else (row.plan.year, 1, 1)
    return datetime.date(int(year), int(month), int(day))


def _entry_of(one: Happening, link: Callable[[str], str]) -> FeedEntry:
    return FeedEntry(tag_of(one.name), one.title, link(one.url), one.day, one.words)
