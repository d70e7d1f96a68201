"""Quarters and months in words and as links, for all pages that speak of them."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.time_frames import TimeFrame, due_in, lasting_in, quarters_of
from congkhai.site.pages.deadlines.all_due import Dated, all_due, count_words
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.plan_list import LinkView

ROMAN = ("I", "II", "III", "IV")


def month_name(context: Context, month: tuple[int, int]) -> str:
    """A month in words ("Tháng 07/2024")."""
    return context.labels("deadlines.month", month=f"{month[1]:02}", year=month[0])


def frame_name(context: Context, frame: TimeFrame) -> str:
    """A quarter or month in words ("Quý III/2024")."""
    if frame.month:
        return month_name(context, (frame.year, frame.month))
    return context.labels("deadlines.quarter", quarter=ROMAN[frame.quarter - 1], year=frame.year)


def frame_inside(context: Context, frame: TimeFrame) -> str:
    """A quarter or month inside a sentence ("quý III/2024")."""
    if frame.month:
        return context.labels("deadlines.month.inside", month=f"{frame.month:02}", year=frame.year)
    return context.labels("deadlines.quarter.inside", quarter=ROMAN[frame.quarter - 1], year=frame.year)


def this_frames(context: Context) -> tuple[tuple[str, TimeFrame], ...]:
    """The quarter and the month of the build with the addresses that stay."""
    today = context.today
    return (urls.THIS_QUARTER, TimeFrame.quarter_of(today)), (urls.THIS_MONTH, TimeFrame.month_of(today))


def now_links(context: Context, href: Href, here: str = "") -> tuple[LinkView, ...]:
    """The quarter and the month of the build and the month after, but for the page at the address `here`.

    They are called by their names alone: whoever reads a day later may be in another month.
    """
    frames = tuple((href(url), frame) for url, frame in this_frames(context) if url != here)
    after = TimeFrame.month_of(context.today).next_month()
    due = all_due(context)
    later = href(urls.month_url(after.year, after.month)) if due_in(due, after) else ""
    return tuple(
        LinkView(frame_name(context, frame), url, count=count_words(context, due_in(due, frame)))
        for url, frame in (*frames, (later, after))
    )


def quarter_link(context: Context, frame: TimeFrame, items: Iterable[Dated], href: Href) -> LinkView:
    """A quarter with how much is due in it, as a link."""
    url = href(urls.quarter_url(frame.year, frame.quarter))
    return LinkView(frame_name(context, frame), url, count=count_words(context, items))


def lasting_links(context: Context, rows: tuple[Row, ...], frame: TimeFrame, href: Href) -> tuple[LinkView, ...]:
    """Rows that go on all through a quarter or month, as links with their plan."""
    found = lasting_in(rows, context.times, frame, context.today)
    return tuple(
        LinkView(shortened(title_of(row), 140), href(urls.task_url(*row.key)), context.short_name(row.plan))
        for row in found
    )


def beside_links(context: Context, frame: TimeFrame, href: Href) -> tuple[LinkView, ...]:
    """The nearest quarter before and the nearest after in which something is due, with how much; as far as there is."""
    quarters = tuple(quarters_of(all_due(context)).items())
    before = [pair for pair in quarters if pair[0].last < frame.first][-1:]
    after = [pair for pair in quarters if pair[0].first > frame.last][:1]
    return tuple(quarter_link(context, one, items, href) for one, items in (*before, *after))
