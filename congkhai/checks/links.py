"""Links of the built site: every internal link and anchor leads to something."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import field
from urllib.parse import unquote, urlsplit

from congkhai.checks.subject import problem
from congkhai.page_links import PageLinks
from congkhai.problem import Place, Problem
from congkhai.values import dataclass

Anchors = Callable[[str], Container[str] | None]


@dataclass(frozen=True, slots=True)
class Site:
    """Where links may lead: the paths of all files, the anchors of a page (None where a path is no page), the root.

    Links that begin with `root` count from the top of the site. What was found of a link that stands on many pages is
    `known` from then on.
    """

    files: Container[str]
    anchors_of: Anchors
    root: str = "/"
    known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)


def check_links(pages: Mapping[str, PageLinks], files: Container[str], root: str = "/") -> Iterator[Problem]:
    """Every link of every page leads to a file of the site, and its anchor to an element of that page."""
    return links_that_lead_nowhere(
        pages, Site(files, lambda path: pages[path].anchors if path in pages else None, root)
    )


def links_that_lead_nowhere(pages: Mapping[str, PageLinks], site: Site) -> Iterator[Problem]:
    """The broken links of some pages of a site; links to other hosts are not looked at.

    Most links of a page begin at the top of the site, and stand on many pages: each of those is looked up once.
    """
    known = site.known
    for path, page in pages.items():
        up = "../" * path.count("/") or "/"  # a page at the top says nothing of where its links begin
        for target in page.links:
            key = _known_as(target, up)
            leads = known.get(key)
            if leads is None:
                leads = _leads_somewhere(path, target, site)
                if key:
                    known[key] = leads
            if not leads:
                yield problem("broken-link", Place(path), page=f"/{path.removesuffix('index.html')}", target=target)


def _known_as(target: str, up: str) -> str:
    """What a link has in common with those of other pages: its way from the top, or the other host; else ""."""
    if target.startswith(up):
        return f"/{target.removeprefix(up)}"
    return target if target.startswith(("https://", "http://")) else ""


def _leads_somewhere(path: str, target: str, site: Site) -> bool:
    try:
        address = urlsplit(target)
    except ValueError:  # a host in brackets that is no address
        return False
    if address.scheme or address.netloc:
        return True
    place = unquote(address.path)
    if place.startswith("/"):
        if not place.startswith(site.root):
            return False
        place = place.removeprefix(site.root)
    elif place:
        place = posixpath.join(posixpath.dirname(path), place)
    else:
        place = path
    if place.endswith("/") or place == "":
        place += "index.html"
    place = posixpath.normpath(place)
    if place == ".":
        place = "index.html"
    if place not in site.files:
        return False
    anchors = site.anchors_of(place) if address.fragment else None
    return anchors is None or unquote(address.fragment) in anchors
