"""Links to the facts of a page in other formats: its twin, its calendar, its feed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import due_items
from congkhai.site.pages.page import Context, Href


class DataLink(Struct, frozen=True):
    """The same facts in another format."""

    format: str
    url: str
    note: str = ""


TWIN = DataLink("json", "index.json")


def subscriptions(context: Context, url: str, href: Href, rows: Iterable[Row]) -> tuple[DataLink, ...]:
    """The calendar and the feed of a page; without a day that is due there is no calendar."""
    dated = any(True for row in rows for _ in due_items(row, context.times[row.key]))
    calendar = (DataLink("ics", href(urls.calendar_url(url))),) if dated else ()
    return *calendar, DataLink("atom", href(urls.feed_url(url)))
