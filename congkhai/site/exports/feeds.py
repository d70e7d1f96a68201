"""Feeds of what changed (Atom, RFC 4287)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable

from msgspec import Struct

from congkhai.knowledge import urls

ATOM = "http://www.w3.org/2005/Atom"


class FeedEntry(Struct, frozen=True):
    """Something that happened on a day (ISO): a plan was signed, or the progress of a task was reported."""

    id: str
    title: str
    url: str
    day: str
    summary: str


def link_in_feed(base_url: str, feed_url: str, url: str) -> str:
    """The address of a page in a feed: absolute where the site knows where it stands, else as seen from the feed."""
    return base_url + url if base_url else urls.relative(feed_url, url)


def own_address(base_url: str, feed_url: str) -> str:
    """Where a feed itself stands; "" where the site does not know: a relative address says nothing to who keeps it."""
    return base_url + feed_url if base_url else ""


def tag_of(name: str) -> str:
    """The lasting id (tag URI, RFC 4151) of what has a name of its own on this site."""
    return f"tag:cong-khai,2026:{name}"


class FeedHead(Struct, frozen=True):
    """What a feed says of itself: its name, its author, the addresses of its page and of itself ("": not known)."""

    id: str
    title: str
    author: str
    url: str
    own_url: str


def to_atom(head: FeedHead, entries: Iterable[FeedEntry]) -> bytes:
    """A feed, the newest entries first."""
    ElementTree.register_namespace("", ATOM)
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)
    feed = ElementTree.Element(f"{{{ATOM}}}feed")
    _text(feed, "id", head.id)
    _text(feed, "title", head.title)
    _text(feed, "updated", _moment(ordered[0].day if ordered else "1970-01-01"))
    _text(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", head.author)
    kinds = {"href": head.url, "rel": "alternate", "type": "text/html"}
    ElementTree.SubElement(feed, f"{{{ATOM}}}link", kinds)
    if head.own_url:
        own = {"href": head.own_url, "rel": "self", "type": "application/atom+xml"}
        ElementTree.SubElement(feed, f"{{{ATOM}}}link", own)
    for entry in ordered:
        _add_entry(feed, entry)
    ElementTree.indent(feed, " ")
    text: str = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(feed: ElementTree.Element, entry: FeedEntry) -> None:
    element = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.day))
    ElementTree.SubElement(element, f"{{{ATOM}}}link", {"href": entry.url, "rel": "alternate"})
    _text(element, "summary", entry.summary)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _moment(day: str) -> str:
    """The beginning of a day in Viet Nam; a month or year counts from its first day."""
    year, month, date = (*day.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{date}T00:00:00+07:00"
