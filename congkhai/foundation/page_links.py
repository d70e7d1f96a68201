"""What a page of the site links to, and which anchors it offers; read from its HTML right after it was rendered."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

# A tag of our own pages: the templates escape < and > in all values.
_TAG = re.compile(r"<[a-z][^<>]*>")
# An attribute that holds an address or an anchor; our values always stand in double quotes.
_NAMED = r'(id|href|src|action)="([^"<>]*)"'
_ATTRIBUTE = re.compile(rf"\s{_NAMED}")
# The same behind a space, which is found in a third of the time, and where a template begins a line with one.
_SPACED, _AT_LINE = re.compile(f" {_NAMED}"), re.compile(f"\n{_NAMED}")


class PageLinks(NamedTuple):
    """The links of a page as they are written, each once, and its anchors."""

    links: tuple[str, ...]
    anchors: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> PageLinks:
        """Read the links and anchors of a page of ours; its head and foot are mostly known from other pages."""
        header, main = html.find("<header"), html.find("</header>")
        switch = html.find('<ul class="language-switch"', header, main)
        main = switch if switch > 0 else main
        foot = html.find("</main>", main)
        if not 0 < header < main < foot:
            return _found(html)
        own, head, body, last = html[:header], html[header:main], html[main:foot], html[foot:]
        parts = (_found(own), _found_before(head), _found(body), _found_before(last))
        links = dict.fromkeys(link for part in parts for link in part.links)
        return cls(tuple(links), tuple(dict.fromkeys(anchor for part in parts for anchor in part.anchors)))


def _found(html: str) -> PageLinks:
    if "\t" in html or _AT_LINE.search(html):
        return _found_by_tag(html)
    links: dict[str, None] = {}
    anchors: dict[str, None] = {}
    for match in _SPACED.finditer(html):
        start = match.start()
        if html.rfind("<", 0, start) > html.rfind(">", 0, start):  # in a tag, not in a text about tags
            _take(match[1], match[2], links, anchors)
    return PageLinks(tuple(links), tuple(anchors))


_found_before = lru_cache(maxsize=64)(_found)


def _found_by_tag(html: str) -> PageLinks:
    """The same, tag by tag: whatever stands between attributes."""
    links: dict[str, None] = {}
    anchors: dict[str, None] = {}
    for tag in _TAG.finditer(html):
        for name, value in _ATTRIBUTE.findall(tag[0]):
            _take(name, value, links, anchors)
    return PageLinks(tuple(links), tuple(anchors))


def _take(name: str, value: str, links: dict[str, None], anchors: dict[str, None]) -> None:
    (anchors if name == "id" else links)[unescape(value) if "&" in value else value] = None
