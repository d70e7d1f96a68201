"""Where the links of a page lead, worked out where the page is made, so that its words need not travel or be kept."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from congkhai.foundation.page_links import PageLinks


class Lead(NamedTuple):
    """A place that a link leads to: the path of a file of the site ("" outside of it), and an anchor there or ""."""

    path: str
    anchor: str = ""


# No file of the site has this path, so that whatever leads here is broken.
NOWHERE = Lead("")


class Linked(NamedTuple):
    """What a page has to do with others: where it leads, its anchors (lines); and whether its links to itself hold."""

    leads: tuple[Lead, ...]
    anchors: str
    is_sound_itself: bool


class Leads:
    """Finds where links lead; those that count from the top of the site usually stand on many pages, and are kept.

    Links whose decoded path begins with `root` count from the top of the site.
    """

    def __init__(self, root: str = "/") -> None:
        self._root = unquote(root)
        self._known: dict[str, Lead | None] = {}

    def linked(self, path: str, page: PageLinks) -> Linked:
        """Return what the page at a path has to do with others."""
        others: dict[Lead, None] = {}
        is_sound = True
        for _, lead in self.of_page(path, page):
            if lead.path != path:
                others[lead] = None
            elif lead.anchor and lead.anchor not in page.anchors:
                is_sound = False
        return Linked(tuple(others), "\n".join(page.anchors), is_sound)

    def of_page(self, path: str, page: PageLinks) -> Iterator[tuple[str, Lead]]:
        """Yield every link of the page at a path that does not leave for another host, and where it leads."""
        up, known = "../" * path.count("/") or "/", self._known  # a page at the top says nothing of where links begin
        for target in page.links:
            if target.startswith("#"):
                yield target, Lead(path, unquote(target[1:]))
                continue
            key = _known_as(target, up)
            if key in known:
                lead = known[key]
            else:
                lead = self._found(path, target)
                if key:
                    known[key] = lead
            if lead:
                yield target, lead

    def _found(self, path: str, target: str) -> Lead | None:
        """Where a link on the page at a path leads, None for another host."""
        try:
            address = urlsplit(target)
        except ValueError:  # a host in brackets that is no address
            return NOWHERE
        if address.scheme or address.netloc:
            return None
        place = unquote(address.path)
        if place.startswith("/"):
            if not place.startswith(self._root):
                return NOWHERE
            place = place.removeprefix(self._root)
        else:
            place = posixpath.join(posixpath.dirname(path), place) if place else path
        if place.endswith("/") or place == "":
            place += "index.html"
        place = posixpath.normpath(place)
        return Lead("index.html" if place == "." else place, unquote(address.fragment))


def _known_as(target: str, up: str) -> str:
    """What a link has in common with those of other pages: its way from the top, or the other host; else ""."""
    if target.startswith(up):
        return f"/{target.removeprefix(up)}"
    return target if target.startswith(("https://", "http://")) else ""
