"""Feeds of what is due in the quarter, and the calendars of single quarters and months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from congkhai.knowledge import urls
from congkhai.knowledge.plans.time_frames import TimeFrame, due_in, quarters_of
from congkhai.site.exports.calendars import to_ical
from congkhai.site.exports.feeds import FeedEntry, FeedHead, link_in_feed, own_address, tag_of, to_atom
from congkhai.site.exports.report_calendar import report_name
from congkhai.site.exports.subscriptions import calendar_entries, event_series
from congkhai.site.pages.agencies.actors import full_name
from congkhai.site.pages.deadlines.all_due import (
    Dated,
    all_due,
    all_due_of,
    is_stated,
    reports_among,
    tasks_among,
)
from congkhai.site.pages.deadlines.frames import frame_name, this_frames
from congkhai.site.pages.deadlines.report_words import event_words, report_day
from congkhai.site.pages.deadlines.times import due_by, due_of, title_of
from congkhai.site.pages.page import Context, Files, shortened
from congkhai.site.pages.plans.with_rows import PLAN, rows_of


def due_files(context: Context) -> Iterator[tuple[str, bytes]]:
    """The calendar of each quarter, of this one and of this month; the feed of all."""
    quarters = ((urls.quarter_url(one.year, one.quarter), one) for one in quarters_of(all_due(context)))
    stated = tuple(filter(is_stated, all_due(context)))
    for url, frame in (*this_frames(context), *quarters):
        items = due_in(stated, frame)
        if items:  # a calendar must hold something (RFC 5545 §3.4)
            name = f"{frame_name(context, frame)} – {context.config.name}"
            yield urls.calendar_url(url), to_ical(name, calendar_entries(context, items))
    frame = TimeFrame.quarter_of(context.today)
    items = due_in(stated, frame)
    yield _feed(context, urls.DEADLINES, context.labels("deadlines.title"), items, frame)


def feed_of(context: Context, key: str) -> Files:
    """The feed of a plan or an agency (see `with_rows`)."""
    kind, _, name = key.partition(" ")
    frame = TimeFrame.quarter_of(context.today)
    rows = rows_of(context, key)
    if kind == PLAN:
        url, title, due = urls.plan_url(name), context.library.plans[name].title, due_of(context, rows)
        return Files((_feed(context, url, title, filter(is_stated, due_in(due, frame)), frame),))
    actor = context.library.actors[name]
    items = filter(is_stated, due_in(all_due_of(context, rows, actor), frame))
    return Files((_feed(context, urls.agency_url(name), full_name(context, actor), items, frame),))


def _feed(context: Context, url: str, name: str, items: Iterable[Dated], frame: TimeFrame) -> tuple[str, bytes]:
    """A feed in which each day of the quarter is an entry of the quarter's first day, when it is to be looked at."""
    feed_url = urls.due_feed_url(url)
    link = partial(link_in_feed, context.config.base_url, feed_url)
    title = f"{context.labels('by_time.feed')}: {name}"
    page = link(urls.THIS_QUARTER if url == urls.DEADLINES else urls.due_url(url))
    own = own_address(context.config.base_url, feed_url)
    head = FeedHead(tag_of(feed_url), title, context.config.name, page, own)
    return feed_url, to_atom(head, _entries(context, items, frame, link))


def _entries(
    context: Context, items: Iterable[Dated], frame: TimeFrame, link: Callable[[str], str]
) -> Iterator[FeedEntry]:
    known = tuple(items)
    for name, found in event_series(tasks_among(known)):
        for item in found:
            day = f"{item.day:%d/%m/%Y}"
            title = f"{day}: {shortened(title_of(item.row), 110)}"
            tag = tag_of(f"{name}:{item.day.isoformat()}")
            yield FeedEntry(
                tag, title, link(urls.task_url(*item.row.key)), frame.first.isoformat(), due_by(context, item)
            )
    for due in reports_among(known):
        title = f"{due.day:%d/%m/%Y}: {event_words(context, due)}"
        tag = tag_of(f"{report_name(due)}:{due.day.isoformat()}")
        yield FeedEntry(tag, title, link(urls.REPORTS), frame.first.isoformat(), report_day(context, due))
