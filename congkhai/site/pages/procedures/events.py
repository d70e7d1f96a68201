"""Events of life as ways in: each with its picture and how many procedures it calls for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.elsewhere import Matter, called_for
from congkhai.records.sector import EventPicture, LifeEvent
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
        number = len(procedures_of_event(context, event))
        if number:
            url = href(urls.procedures_url("su-kien", event.id))
            yield EventLink(
                event.name,
                url,
                context.labels("home.event.count", n=number),
                (event.picture or EventPicture.OTHER).value,
            )


def names_of_event(context: Context, url: str) -> tuple[str, ...]:
    """What the event with the list at an address calls for, as its record names it."""
    events = context.library.life_events.values()
    return next((one.procedures for one in events if urls.procedures_url("su-kien", one.id) == url), ())


def procedures_of_event(context: Context, event: LifeEvent) -> tuple[str, ...]:
    """The codes of the site's own procedures among what an event calls for."""
    found = called_for(context.library, event.procedures, register=False)
    return tuple(one.code for one in found if not isinstance(one, Matter))
