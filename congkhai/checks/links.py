"""Links of the built site: every internal link and anchor leads to something."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

from congkhai.checks.subject import problem
from congkhai.problem import Place, Problem

# A tag of our own pages: the templates escape < and > in all values.
_TAG = re.compile(r"<[a-z][^<>]*>")
# An attribute that holds an address or an anchor; our values always stand in double quotes.
_ATTRIBUTE = re.compile(r'\s(id|href|src|action)="([^"]*)"')


def check_links(files: Mapping[str, bytes], root: str = "/") -> Iterator[Problem]:
    """Every link of every page leads to a file of the site, and its anchor to an element of that page.

    Links that begin with `root` count from the top of the site; links to other hosts are not looked at.
    """
    pages = {path: _Page.of(data) for path, data in files.items() if path.endswith(".html")}
    for path, page in pages.items():
        for target in page.links:
            if not _leads_somewhere(path, target, root, files, pages):
                yield problem("broken-link", Place(path), page=f"/{path.removesuffix('index.html')}", target=target)


def _leads_somewhere(path: str, target: str, root: str, files: Mapping[str, bytes], pages: Mapping[str, _Page]) -> bool:
    try:
        address = urlsplit(target)
    except ValueError:  # a host in brackets that is no address
        return False
    if address.scheme or address.netloc:
        return True
    place = unquote(address.path)
    if place.startswith("/"):
        if not place.startswith(root):
            return False
        place = place.removeprefix(root)
    elif place:
        place = posixpath.join(posixpath.dirname(path), place)
    else:
        place = path
    if place.endswith("/") or place == "":
        place += "index.html"
    place = posixpath.normpath(place)
    if place == ".":
        place = "index.html"
    if place not in files:
        return False
    return not address.fragment or place not in pages or unquote(address.fragment) in pages[place].anchors


@dataclass(frozen=True, slots=True)
class _Page:
    """The links and anchors of a page."""

    links: tuple[str, ...]
    anchors: frozenset[str]

    @classmethod
    def of(cls, data: bytes) -> _Page:
        links: dict[str, None] = {}
        anchors: set[str] = set()
        for tag in _TAG.finditer(data.decode("utf-8")):
            for name, value in _ATTRIBUTE.findall(tag[0]):
                if name == "id":
                    anchors.add(unescape(value))
                else:
                    links[unescape(value)] = None
        return cls(tuple(links), frozenset(anchors))
