"""Links of the built site: every internal link and anchor leads to something."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from congkhai.checks.subject import problem
from congkhai.page_links import PageLinks
from congkhai.problem import Place, Problem


def check_links(pages: Mapping[str, PageLinks], files: Container[str], root: str = "/") -> Iterator[Problem]:
    """Every link of every page leads to a file of the site, and its anchor to an element of that page.

    Links that begin with `root` count from the top of the site; links to other hosts are not looked at.
    """
    for path, page in pages.items():
        for target in page.links:
            if not _leads_somewhere(path, target, root, files, pages):
                yield problem("broken-link", Place(path), page=f"/{path.removesuffix('index.html')}", target=target)


def _leads_somewhere(path: str, target: str, root: str, files: Container[str], pages: Mapping[str, PageLinks]) -> bool:
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
