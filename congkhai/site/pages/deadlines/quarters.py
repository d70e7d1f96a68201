"""What everybody must do in a quarter or a month: each at an address of its own, and this one at one that stays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.knowledge.plans.time_frames import TimeFrame, due_in, quarters_of
from congkhai.site.pages.data_links import DataLink, calendar_link
from congkhai.site.pages.deadlines.agenda import agenda_fields, deadline_trail, fitted_views
from congkhai.site.pages.deadlines.frames import (
    frame_name,
    lasting_links,
    month_name,
    now_links,
    quarter_link,
    this_frames,
    this_name,
)
from congkhai.site.pages.deadlines.times import DueView, due_view
from congkhai.site.pages.filters import Field, slots
from congkhai.site.pages.page import Context, Href, MakePage, Page
from congkhai.site.pages.plans.plan_list import LinkView


class DueGroup(Struct, frozen=True):
    """What is due in a month; `fits` are the slots of the form that its lines fit."""

    id: str
    title: str
    items: tuple[DueView, ...]
    fits: str


class FrameView(Struct, frozen=True):
    """What is due in a quarter or month: by month, with a form, what goes on all through it, and the ways to others."""

    count: str
    empty: str
    latest: LinkView | None
    months: tuple[DueGroup, ...]
    fields: tuple[Field, ...]
    lasting: tuple[LinkView, ...]
    others: tuple[LinkView, ...]
    links: tuple[DataLink, ...]


def make_quarter_pages(context: Context) -> Iterator[MakePage]:
    """This quarter and this month, whatever is due in them, and every quarter in which something is due."""
    for url, frame in this_frames(context):
        yield partial(_frame_page, context, url, frame)
    for frame in quarters_of(context.due):
        yield partial(_frame_page, context, urls.quarter_url(frame.year, frame.quarter), frame)


def _frame_page(context: Context, url: str, frame: TimeFrame) -> Page:
    href, labels = context.href(url), context.labels
    items, name = due_in(context.due, frame), frame_name(context, frame)
    moving = url in (urls.THIS_QUARTER, urls.THIS_MONTH)
    views = tuple(due_view(context, item, href, index) for index, item in enumerate(items))
    fields = agenda_fields(context, items, views)
    view = FrameView(
        count=labels("deadlines.n", n=len(items)),
        empty="" if items else labels("deadlines.frame.empty", name=name),
        latest=None if items else _latest(context, frame, href),
        months=tuple(_by_month(context, fitted_views(views, fields))),
        fields=fields,
        lasting=lasting_links(context, context.assignments.rows, frame, href),
        others=_others(context, url, frame, href),
        links=_links(context, url, items, href),
    )
    title = this_name(context, frame) if moving else labels("deadlines.frame.title", name=name)
    trail = deadline_trail(context, href)
    page = Page(url, "pages/deadline_frame.html", title, view, view.empty or title, trail, chapter=urls.DEADLINES)
    return replace(page, subscriptions=view.links)


def _by_month(context: Context, views: tuple[DueView, ...]) -> Iterator[DueGroup]:
    for month, found in groupby(views, lambda view: view.iso[:7]):
        mine = tuple(found)
        title = month_name(context, (int(month[:4]), int(month[5:])))
        yield DueGroup(f"thang-{int(month[5:])}", title, mine, slots(*(view.fits.split() for view in mine)))


def _latest(context: Context, frame: TimeFrame, href: Href) -> LinkView | None:
    """The last quarter before this one in which something was due."""
    before, _ = _beside(context, frame)
    return quarter_link(context, *before[0], href) if before else None


def _others(context: Context, url: str, frame: TimeFrame, href: Href) -> tuple[LinkView, ...]:
    """The addresses that stay, and the quarters before and after, as far as something is due in them."""
    before, after = _beside(context, frame)
    quarters = (quarter_link(context, one, number, href) for one, number in (*before, *after))
    return (*now_links(context, href, url), *quarters)


def _beside(context: Context, frame: TimeFrame) -> tuple[list[tuple[TimeFrame, int]], list[tuple[TimeFrame, int]]]:
    """The nearest quarter before and the nearest after in which something is due, with how much; none for one."""
    counts = [(one, len(items)) for one, items in quarters_of(context.due).items()]
    before = [pair for pair in counts if pair[0].last < frame.first]
    return before[-1:], [pair for pair in counts if pair[0].first > frame.last][:1]


def _links(context: Context, url: str, items: tuple[DueItem, ...], href: Href) -> tuple[DataLink, ...]:
    calendar = (calendar_link(context, url, href),) if any(item.stated for item in items) else ()
    feed = (DataLink("atom", href(urls.due_feed_url(urls.DEADLINES))),) if url == urls.THIS_QUARTER else ()
    return *calendar, *feed
