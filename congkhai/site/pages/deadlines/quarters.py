"""What everybody must do in a quarter or a month: each at an address of its own, and this one at one that stays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.plans.time_frames import TimeFrame, due_in, quarters_of
from congkhai.site.pages.data_links import DataLink, calendar_link
from congkhai.site.pages.deadlines.agenda import deadline_trail
from congkhai.site.pages.deadlines.agenda_form import MonthAgenda, agenda_of
from congkhai.site.pages.deadlines.all_due import Dated, all_due, count_words, is_stated
from congkhai.site.pages.deadlines.frames import (
    beside_links,
    frame_inside,
    frame_name,
    lasting_links,
    now_links,
    this_frames,
)
from congkhai.site.pages.filters import Field
from congkhai.site.pages.page import Context, Href, MakePage, Page
from congkhai.site.pages.plans.plan_list import LinkView


class FrameView(Struct, frozen=True):
    """What is due in a quarter or month: by month, with a form, what goes on all through it, and the ways to others.

    `moving`: the one that the day of the build lies in; its months that are over lie folded.
    """

    count: str
    empty: str
    moving: bool
    months: tuple[MonthAgenda, ...]
    fields: tuple[Field, ...]
    lasting: tuple[LinkView, ...]
    others: tuple[LinkView, ...]
    links: tuple[DataLink, ...]


def make_quarter_pages(context: Context) -> Iterator[MakePage]:
    """This quarter and this month, whatever is due in them, and every quarter in which something is due."""
    for url, frame in this_frames(context):
        yield partial(_frame_page, context, url, frame)
    for frame in quarters_of(all_due(context)):
        yield partial(_frame_page, context, urls.quarter_url(frame.year, frame.quarter), frame)


def _frame_page(context: Context, url: str, frame: TimeFrame) -> Page:
    href, labels = context.href(url), context.labels
    items, inside = due_in(all_due(context), frame), frame_inside(context, frame)
    moving = url in (urls.THIS_QUARTER, urls.THIS_MONTH)
    months, fields = agenda_of(context, items, href)
    view = FrameView(
        count=count_words(context, items),
        empty="" if items else labels("deadlines.frame.empty", name=inside),
        moving=moving,
        months=months,
        fields=fields,
        lasting=lasting_links(context, context.assignments.rows, frame, href),
        others=_others(context, url, frame, href),
        links=_links(context, url, items, href),
    )
    title = frame_name(context, frame) if moving else labels("deadlines.frame.title", name=inside)
    trail = deadline_trail(context, href)
    page = Page(url, "pages/deadline_frame.html", title, view, view.empty or title, trail, chapter=urls.DEADLINES)
    return replace(page, subscriptions=view.links)


def _others(context: Context, url: str, frame: TimeFrame, href: Href) -> tuple[LinkView, ...]:
    """The addresses that stay, and the quarters before and after, as far as something is due in them."""
    return (*now_links(context, href, url), *beside_links(context, frame, href))


def _links(context: Context, url: str, items: tuple[Dated, ...], href: Href) -> tuple[DataLink, ...]:
    calendar = (calendar_link(context, url, href),) if any(is_stated(item) for item in items) else ()
    feed = (DataLink("atom", href(urls.due_feed_url(urls.DEADLINES))),) if url == urls.THIS_QUARTER else ()
    return *calendar, *feed
