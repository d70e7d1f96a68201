"""The first page: search, events of life, what is due, what is new, where to complain."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.grouping import grouped
from congkhai.foundation.own_words import own, own_html
from congkhai.knowledge import urls
from congkhai.records.sector import EventPicture
from congkhai.site.pages.change_lines import change_link
from congkhai.site.pages.changes import recent_months
from congkhai.site.pages.data_days import data_days
from congkhai.site.pages.deadlines.report_words import report_day, report_title, reports_due
from congkhai.site.pages.deadlines.times import coming, due_by, title_of
from congkhai.site.pages.page import Context, DataLink, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView, in_order, is_over, plan_link
from congkhai.site.pages.procedures.events import EventLink, event_links
from congkhai.site.pages.procedures.report_box import report_places
from congkhai.source.markup import plain, to_html

# How much of each list stands on the first page; the rest is one tap away.
MOST_DUE, MOST_CHANGES, MOST_PLANS = 4, 4, 5
# What is older than this many days is not called new, what is due later is not called soon.
NEW_DAYS = 30


class HomeView(Struct, frozen=True):
    """The ways in: each list with the address of all that it is a part of."""

    tagline: str
    description: str
    events: tuple[EventLink, ...]
    due: tuple[LinkView, ...]
    changes: tuple[LinkView, ...]
    last_change: str
    plans: tuple[LinkView, ...]
    places: tuple[tuple[str, str], ...]
    events_url: str
    codes_url: str
    due_url: str
    changes_url: str
    plans_url: str
    plans_note: str
    data_days: str
    standing: str


def make_home(context: Context) -> Iterator[Page]:
    """The first page."""
    href, html, about = context.href(urls.HOME), to_html(context.config.description), plain(context.config.description)
    labels, plans = context.labels, in_order(context)[:MOST_PLANS]
    is_ours = context.edition and context.config.english and context.config.english.description
    view = HomeView(
        tagline=context.config.tagline,
        description=own_html(html) if is_ours else html,
        events=tuple(_ways_to_procedures(context, href)),
        due=tuple(islice(_due(context, href), MOST_DUE)),
        changes=tuple(islice(_changes(context, href), MOST_CHANGES)),
        last_change=_last_change(context),
        plans=tuple(plan_link(context, plan, href) for plan in plans),
        places=report_places(context, href),
        events_url=href(urls.PROCEDURES) if context.library.cards else "",
        codes_url=href(urls.CODES) if context.library.cards else "",
        due_url=href(urls.DEADLINES),
        changes_url=href(urls.CHANGES),
        plans_url=href(urls.PLANS),
        plans_note=labels("plans.all_over") if plans and all(is_over(context, plan) for plan in plans) else "",
        data_days=data_days(context),
        standing="" if context.config.contact else labels("home.standing"),
    )
    description = own(shortened(about)) if is_ours else shortened(about)
    feeds = (DataLink("atom", href(urls.feed_url(urls.CHANGES))),)
    page = Page(urls.HOME, "pages/home.html", context.config.name, view, description=description)
    yield replace(page, subscriptions=feeds)


def _ways_to_procedures(context: Context, href: Href) -> Iterator[EventLink]:
    """The events of life, and all procedures as the last of them."""
    events, labels = tuple(event_links(context, href)), context.labels
    yield from events
    if events:
        number = labels("home.event.count", n=len(context.derived.shown))
        yield EventLink(labels("home.all.procedures"), href(urls.PROCEDURES), number, EventPicture.OTHER.value)


def _due(context: Context, href: Href) -> Iterator[LinkView]:
    """What is due next, tasks of plans and the reports that every office owes, the earliest first."""
    found = merge(_tasks_due(context, href), _reports_due(context, href), key=lambda one: one[0])
    return (link for _, link in found)


def _tasks_due(context: Context, href: Href) -> Iterator[tuple[datetime.date, LinkView]]:
    for item in coming(context, context.due):
        title, url = shortened(title_of(item.row), 110), href(urls.task_url(*item.row.key))
        yield item.day, LinkView(title, url, due_by(context, item))


def _reports_due(context: Context, href: Href) -> Iterator[tuple[datetime.date, LinkView]]:
    """The reports of a period that fall due soon, as one thing with the day of each level."""
    until = context.today + datetime.timedelta(NEW_DAYS)
    soon = (due for due in reports_due(context) if context.today <= due.counted.day <= until)
    for some in grouped(((due.year, due.period), due) for due in soon).values():
        levels = (
            context.labels(
                "home.due.level", level=context.labels(f"home.due.{due.level}"), day=report_day(context, due)
            )
            for due in some
        )
        words = context.labels("home.due.days", days=context.labels("schedule.semicolon").join(levels))
        yield some[0].day, LinkView(report_title(context, some[0]), href(urls.REPORTS), words)


def _changes(context: Context, href: Href) -> Iterator[LinkView]:
    """What happened in the last NEW_DAYS days."""
    since = context.today - datetime.timedelta(NEW_DAYS)
    for _, found in recent_months(context):
        yield from (change_link(context, change, href) for change in found if change.day >= since)


def _last_change(context: Context) -> str:
    """That nothing is new, and on which day something was last; "" where nothing ever was."""
    last = next((change for _, found in recent_months(context) for change in found), None)
    return context.labels("home.changes.none", days=NEW_DAYS, day=f"{last.day:%d/%m/%Y}") if last else ""
