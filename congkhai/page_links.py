"""What a page of the site links to, and which anchors it offers; read from its HTML right after it was rendered."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

# A tag of our own pages: the templates escape < and > in all values.
_TAG = re.compile(r"<[a-z][^<>]*>")
# An attribute that holds an address or an anchor; our values always stand in double quotes.
_ATTRIBUTE = re.compile(r'\s(id|href|src|action)="([^"]*)"')


class PageLinks(NamedTuple):
    """The links of a page as they are written, each once, and its anchors."""

    links: tuple[str, ...]
    anchors: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> PageLinks:
        """Read the links and anchors of a page of ours."""
        links: dict[str, None] = {}
        anchors: dict[str, None] = {}
        for tag in _TAG.finditer(html):
            for name, value in _ATTRIBUTE.findall(tag[0]):
                (anchors if name == "id" else links)[unescape(value) if "&" in value else value] = None
        return cls(tuple(links), tuple(anchors))
