"""Links of the built site: every internal link and anchor leads to something."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterator
from typing import NamedTuple
from zlib import crc32

from msgspec import Struct, field

from congkhai.checks.subject import problem
from congkhai.foundation.leads import Lead, Leads, Linked
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.problem import Place, Problem

Anchors = Callable[[str], Container[str] | None]


class CheckedLinks(NamedTuple):
    """The result of checking one page: the codes of all places on other pages it links to, and its broken links."""

    codes: frozenset[int]
    problems: list[Problem]


class Site(Struct, frozen=True):
    """Where links may lead: the paths of all files, the anchors of a page (None where a path is no page)."""

    files: Container[str]
    anchors_of: Anchors
    leads: Leads = field(default_factory=Leads)

    def has(self, lead: Lead) -> bool:
        """Whether there is something where a link leads."""
        if lead.path not in self.files:
            return False
        anchors = self.anchors_of(lead.path) if lead.anchor else None
        return anchors is None or lead.anchor in anchors


def code_of(place: str) -> int:
    """The number that stands for a place in the site: the path of a file, perhaps with "#" and an anchor.

    Two places may share one: who looks for the pages that lead to a place may look at one too many.
    """
    return crc32(place.encode())


def check_page(path: str, page: PageLinks, site: Site, sound: Container[str] = ()) -> CheckedLinks:
    """Check the links of the page at `path`; those to other hosts, and those known to be `sound`, are not checked."""
    codes: set[int] = set()
    problems = []
    for target, lead in site.leads.of_page(path, page):
        if lead.path != path:
            codes.add(_code(lead))
        if target not in sound and not site.has(lead):
            shown = f"/{path.removesuffix('index.html')}"
            problems.append(problem("broken-link", Place(path), page=shown, target=target))
    return CheckedLinks(frozenset(codes - {0}), problems)


def _code(lead: Lead) -> int:
    return code_of(f"{lead.path}#{lead.anchor}" if lead.anchor else lead.path)


class SavedLinks(Struct, frozen=True):
    """The links of some pages, to be taken in elsewhere: all places, and by page their numbers, anchors, soundness."""

    leads: list[Lead]
    pages: dict[str, tuple[bytes, str, bool]]


class SiteLinks:
    """The links of all pages of a site: taken in page by page as they are made, and checked when all files are there.

    Every place is kept once, and of a page only the numbers of the places that it leads to.
    """

    def __init__(self) -> None:
        self._numbers: dict[Lead, int] = {}
        self._codes = array("I")
        self._pages: dict[str, tuple[array[int], Linked]] = {}

    def __len__(self) -> int:
        return len(self._pages)

    def __contains__(self, path: object) -> bool:
        return path in self._pages

    def saved(self) -> SavedLinks:
        """Return all that was taken in."""
        pages = {
            path: (numbers.tobytes(), linked.anchors, linked.is_sound_itself)
            for path, (numbers, linked) in self._pages.items()
        }
        return SavedLinks(list(self._numbers), pages)

    def take_saved(self, saved: SavedLinks) -> None:
        """Take in pages that were saved elsewhere."""
        for path, (numbers, anchors, is_sound) in saved.pages.items():
            leads = tuple(saved.leads[number] for number in memoryview(numbers).cast("I"))
            self.take(path, Linked(leads, anchors, is_sound))

    def take(self, path: str, linked: Linked) -> set[int]:
        """Take in a page; return the codes of the places that it links to."""
        numbers = array("I", map(self._number, linked.leads))
        self._pages[path] = numbers, linked._replace(leads=())
        return {self._codes[number] for number in numbers} - {0}

    def _number(self, lead: Lead) -> int:
        number = self._numbers.setdefault(lead, len(self._numbers))
        if number == len(self._codes):
            self._codes.append(_code(lead))
        return number

    def check(
        self, files: Container[str], html_of: Callable[[str], str], leads: Leads
    ) -> Iterator[tuple[str, list[Problem]]]:
        """Every link of every page leads to a file of the site, and its anchor to an element of that page.

        Yield the pages with broken links and those; they are looked up in the page itself (`html_of`).
        """
        site = Site(files, self._anchors_of, leads)
        broken = {number for lead, number in self._numbers.items() if not site.has(lead)}
        for path, (numbers, linked) in self._pages.items():
            if not (linked.is_sound_itself and broken.isdisjoint(numbers)):
                yield path, check_page(path, PageLinks.of(html_of(path)), site).problems

    def _anchors_of(self, path: str) -> Container[str] | None:
        return self._pages[path][1].anchors.split("\n") if path in self._pages else None
