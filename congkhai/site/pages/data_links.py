"""Links to the facts of a page in other formats: its twin, its calendar, its feed."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import due_items
from congkhai.site.data_sets.columns import DataSet
from congkhai.site.pages.page import Context, DataLink, Href

__all__ = ["DataLink", "calendar_link", "part_files", "subscriptions", "table_files"]


def subscriptions(
    context: Context, url: str, href: Href, rows: Iterable[Row], *, reports: bool = False
) -> tuple[DataLink, ...]:
    """The calendar and the feed of a page; without a day that is due, or `reports`, there is no calendar."""
    days = [item.day for row in rows for item in due_items(row, context.times[row.key]) if item.stated]
    calendar = (calendar_link(context, url, href),) if days or reports else ()
    if days and not reports and max(days) < context.today:
        calendar = (DataLink("ics", href(urls.calendar_url(url)), context.labels("design.updated.ics.over")),)
    return *calendar, DataLink("atom", href(urls.feed_url(url)))


def calendar_link(context: Context, url: str, href: Href) -> DataLink:
    """The calendar of a page, with the whole address under which programs subscribe to it, where that is known."""
    base, calendar = context.config.base_url, urls.calendar_url(url)
    return DataLink("ics", href(calendar), address=base + calendar if base else "")


def table_files(href: Href, data_set: DataSet) -> tuple[DataLink, ...]:
    """A whole data set as files for people."""
    return tuple(DataLink(form, href(urls.data_url(data_set.file_name, form))) for form in ("xlsx", "csv"))


def part_files(
    href: Href, data_set: DataSet, folder: str, part: str, *, workbook: bool = False
) -> tuple[DataLink, ...]:
    """The part of a data set that belongs to a plan, an agency, a sector or a year as files for people."""
    forms = ("xlsx", "csv") if workbook else ("csv",)
    return tuple(DataLink(form, href(urls.part_url(folder, data_set.file_name, part, form))) for form in forms)
