"""Events of life as ways in: each with its picture and how many procedures it calls for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.records.sector import EventPicture
from congkhai.site.pages.page import Context, Href


class EventLink(Struct, frozen=True):
    """An event of life: its name, href, number of procedures in words, the name of its picture."""

    title: str
    url: str
    count: str
    picture: str


def event_links(context: Context, href: Href) -> Iterator[EventLink]:
    """The events that call for procedures of this portal."""
    for event in context.library.life_events.values():
        number = sum(code in context.library.cards for code in event.procedures)
        if number:
            url = href(urls.procedures_url("su-kien", event.id))
            yield EventLink(
                event.name,
                url,
                context.labels("home.event.count", n=number),
                (event.picture or EventPicture.OTHER).value,
            )
