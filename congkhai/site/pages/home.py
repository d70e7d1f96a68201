"""The first page: search, events of life, what is due, what is new, where to complain."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.own_words import own, own_html
from congkhai.knowledge import urls
from congkhai.records.sector import EventPicture
from congkhai.site.pages.changes import change_link, recent_months
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, DataLink, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView, plan_links
from congkhai.site.pages.procedures.events import EventLink, event_links
from congkhai.site.pages.procedures.report_box import report_places
from congkhai.source.markup import plain, to_html

# How much of each list stands on the first page; the rest is one tap away.
MOST_DUE, MOST_CHANGES, MOST_PLANS = 4, 4, 5


class HomeView(Struct, frozen=True):
    """The ways in: each list with the address of all that it is a part of."""

    tagline: str
    description: str
    events: tuple[EventLink, ...]
    due: tuple[LinkView, ...]
    changes: tuple[LinkView, ...]
    plans: tuple[LinkView, ...]
    places: tuple[tuple[str, str], ...]
    events_url: str
    codes_url: str
    due_url: str
    changes_url: str
    plans_url: str


def make_home(context: Context) -> Iterator[Page]:
    """The first page."""
    href, html, about = context.href(urls.HOME), to_html(context.config.description), plain(context.config.description)
    is_ours = context.edition and context.config.english and context.config.english.description
    view = HomeView(
        tagline=context.config.tagline,
        description=own_html(html) if is_ours else html,
        events=tuple(_ways_to_procedures(context, href)),
        due=tuple(islice(_due(context, href), MOST_DUE)),
        changes=tuple(islice(_changes(context, href), MOST_CHANGES)),
        plans=plan_links(context, href)[:MOST_PLANS],
        places=report_places(context, href),
        events_url=href(urls.PROCEDURES) if context.library.cards else "",
        codes_url=href(urls.CODES) if context.library.cards else "",
        due_url=href(urls.DEADLINES) if context.library.plans else "",
        changes_url=href(urls.CHANGES),
        plans_url=href(urls.PLANS),
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
        number = labels("home.event.count", n=len(context.library.cards))
        yield EventLink(labels("home.all.procedures"), href(urls.PROCEDURES), number, EventPicture.OTHER.value)


def _due(context: Context, href: Href) -> Iterator[LinkView]:
    """What is due next, the earliest first."""
    for item in context.due:
        if item.day >= context.today:
            words = context.labels("home.due.by", day=f"{item.day:%d/%m/%Y}", plan=context.short_name(item.row.plan))
            yield LinkView(shortened(title_of(item.row), 110), href(urls.task_url(*item.row.key)), words)


def _changes(context: Context, href: Href) -> Iterator[LinkView]:
    for _, found in recent_months(context):
        yield from (change_link(context, change, href) for change in found)
