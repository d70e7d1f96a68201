"""Links of the built site: every internal link and anchor leads to something."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Container, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from zlib import crc32

from msgspec import Struct, field

from congkhai.checks.subject import problem
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.problem import Place, Problem

Anchors = Callable[[str], Container[str] | None]


class Lead(NamedTuple):
    """Where a link leads: the code of its place in the site (0 for other hosts), and whether something is there."""

    code: int
    is_sound: bool


class CheckedLinks(NamedTuple):
    """The result of checking one page: the codes of all places that it links to, and its broken links."""

    codes: frozenset[int]
    problems: list[Problem]


class Site(Struct, frozen=True):
    """Where links may lead: the paths of all files, the anchors of a page (None where a path is no page), the root.

    Links whose decoded path begins with `root` count from the top of the site. What was found of a link that stands on
    many pages is `known` from then on.
    """

    files: Container[str]
    anchors_of: Anchors
    root: str = "/"
    known: dict[str, Lead] = field(default_factory=dict)


def code_of(place: str) -> int:
    """The number that stands for a place in the site: the path of a file, perhaps with "#" and an anchor.

    Two places may share one: who looks for the pages that lead to a place may look at one too many.
    """
    return crc32(place.encode())


def check_links(
    pages: Mapping[str, PageLinks], files: Container[str], root: str = "/"
) -> Iterator[tuple[str, CheckedLinks]]:
    """Every link of every page leads to a file of the site, and its anchor to an element of that page."""
    site = Site(files, lambda path: pages[path].anchors if path in pages else None, unquote(root))
    return ((path, check_page(path, page, site)) for path, page in pages.items())


def check_page(path: str, page: PageLinks, site: Site) -> CheckedLinks:
    """Check the links of the page at `path`; links to other hosts are not checked.

    A link that begins at the top of the site usually stands on many pages: it is looked up once for all of them.
    """
    up = "../" * path.count("/") or "/"  # a page at the top says nothing of where its links begin
    codes: set[int] = set()
    problems = []
    for target in page.links:
        key = _known_as(target, up)
        lead = site.known.get(key)
        if lead is None:
            lead = _resolved(path, target, site)
            if key:
                site.known[key] = lead
        codes.add(lead.code)
        if not lead.is_sound:
            problems.append(
                problem("broken-link", Place(path), page=f"/{path.removesuffix('index.html')}", target=target)
            )
    return CheckedLinks(frozenset(codes - {0}), problems)


def _known_as(target: str, up: str) -> str:
    """What a link has in common with those of other pages: its way from the top, or the other host; else ""."""
    if target.startswith(up):
        return f"/{target.removeprefix(up)}"
    return target if target.startswith(("https://", "http://")) else ""


def _resolved(path: str, target: str, site: Site) -> Lead:
    try:
        address = urlsplit(target)
    except ValueError:  # a host in brackets that is no address
        return Lead(0, is_sound=False)
    if address.scheme or address.netloc:
        return Lead(0, is_sound=True)
    place = unquote(address.path)
    if place.startswith("/"):
        if not place.startswith(site.root):
            return Lead(0, is_sound=False)
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
    return _lead(place, unquote(address.fragment), site)


def _lead(place: str, anchor: str, site: Site) -> Lead:
    if not anchor:
        return Lead(code_of(place), place in site.files)
    anchors = site.anchors_of(place) if place in site.files else ()
    return Lead(code_of(f"{place}#{anchor}"), anchors is None or anchor in anchors)
