"""Lists of procedures: all from A to Z, and by sector, level, applicant, life event, online level and agency."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from congkhai import urls
from congkhai.pages.filters import Facet
from congkhai.pages.page import Context, Href, Page, PageJob, shortened
from congkhai.pages.plans import LinkView
from congkhai.pages.procedure_answer import time_answer
from congkhai.pages.procedure_facets import Choice, choices, facet_views, in_order
from congkhai.pages.prose import first_letter
from congkhai.procedure_reading import Standing, decisions_of, read_times, standing_on
from congkhai.quantity import base_code
from congkhai.records.procedure import Procedure
from congkhai.values import dataclass

PER_PAGE = 50
PageLink = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class ListView:
    """A page of a list of procedures."""

    intro: str
    facets: tuple[Facet, ...]
    agencies_url: str
    letters: tuple[PageLink, ...]
    groups: tuple[tuple[str, str, tuple[LinkView, ...]], ...]
    pages: tuple[PageLink, ...]
    previous: str
    following: str
    count: str
    clear_url: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The values of one respect with their counts."""

    intro: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list that may run over several pages."""

    url: str
    title: str
    procedures: tuple[Procedure, ...]
    states: dict[str, str]
    found: dict[str, tuple[Choice, ...]]
    by_letter: bool = True


def make_procedure_lists(context: Context) -> Iterator[PageJob]:
    """All lists of procedures, each of as many pages as it needs."""
    if not context.library.procedures:
        return
    procedures = in_order(context.library.procedures.values())
    found, states = choices(context, procedures), _states(context)
    title = context.labels("procedures.title")
    yield from _pages(context, _Listing(urls.PROCEDURES, title, procedures, states, found))
    for facet, values in found.items():
        yield partial(_index_page, context, facet, values)
        for choice in values:
            listed = _Listing(choice.url, choice.name, choice.procedures, states, found, facet != "su-kien")
            yield from _pages(context, listed)


def _states(context: Context) -> dict[str, str]:
    """The states of procedures that are not simply in force, by code."""
    decisions = decisions_of(context.library)
    standings = {
        code: standing_on(procedure, decisions.get(base_code(code), ()), context.today)
        for code, procedure in context.library.procedures.items()
    }
    return {code: standing.value for code, standing in standings.items() if standing is not Standing.IN_FORCE}


def _pages(context: Context, listing: _Listing) -> Iterator[PageJob]:
    last = _page_count(listing)
    begins = _letter_begins(listing) if listing.by_letter and last > 1 else {}
    for number in range(1, last + 1):
        yield partial(_page, context, listing, number, begins)


def _page_count(listing: _Listing) -> int:
    return max(1, -(-len(listing.procedures) // PER_PAGE))


def _page(context: Context, listing: _Listing, number: int, begins: dict[str, int]) -> Page:
    url = urls.list_page(listing.url, number)
    href, labels = context.href(url), context.labels
    shown = listing.procedures[(number - 1) * PER_PAGE : number * PER_PAGE]
    total, last = len(listing.procedures), _page_count(listing)
    is_all = listing.url == urls.PROCEDURES
    view = ListView(
        intro=labels("procedures.intro" if is_all else "procedures.intro.some", total=total),
        facets=facet_views(context, listing.found, href, listing.url),
        agencies_url=href(f"{urls.PROCEDURES}co-quan/"),
        letters=_letters(listing, begins, href),
        groups=tuple(_groups(context, listing, shown, href)),
        pages=tuple((str(n), href(urls.list_page(listing.url, n)), n == number) for n in _near(number, last)),
        previous=href(urls.list_page(listing.url, number - 1)) if number > 1 else "",
        following=href(urls.list_page(listing.url, number + 1)) if number < last else "",
        count=labels(
            "procedures.count",
            first=(number - 1) * PER_PAGE + bool(shown),
            last=(number - 1) * PER_PAGE + len(shown),
            total=total,
        ),
        clear_url="" if is_all else href(urls.PROCEDURES),
    )
    trail = [(labels("home.title"), href(urls.HOME))]
    if not is_all:
        trail.append((labels("procedures.title"), href(urls.PROCEDURES)))
    heading = listing.title if is_all else labels("procedures.of", name=listing.title)
    title = shortened(heading, 70) + (labels("procedures.page", n=number) if number > 1 else "")
    return Page(
        url, "pages/procedures.html", title, view, view.intro, tuple(trail), chapter=urls.PROCEDURES, heading=heading
    )


def _near(number: int, last: int) -> Iterator[int]:
    """The pages worth a link: the first, the last, and those beside this one."""
    return (n for n in range(1, last + 1) if last > 1 and (n in (1, last) or abs(n - number) <= 2))


def _letter_begins(listing: _Listing) -> dict[str, int]:
    """Each first letter with the number of the procedure that is the first under it."""
    begins: dict[str, int] = {}
    for index, procedure in enumerate(listing.procedures):
        begins.setdefault(first_letter(procedure.name), index)
    return begins


def _letters(listing: _Listing, begins: dict[str, int], href: Href) -> tuple[PageLink, ...]:
    """Each first letter with the page and place where it begins."""
    return tuple(
        (letter, f"{href(urls.list_page(listing.url, index // PER_PAGE + 1))}#chu-{_anchor(letter)}", False)
        for letter, index in begins.items()
    )


def _anchor(letter: str) -> str:
    return f"{ord(letter.lower()):x}" if not letter.isascii() else letter.lower()


def _groups(
    context: Context, listing: _Listing, shown: tuple[Procedure, ...], href: Href
) -> Iterator[tuple[str, str, tuple[LinkView, ...]]]:
    groups: dict[str, list[LinkView]] = {}
    for procedure in shown:
        letter = first_letter(procedure.name) if listing.by_letter else ""
        groups.setdefault(letter, []).append(procedure_link(context, procedure, href, listing.states))
    for letter, links in groups.items():
        yield letter, f"chu-{_anchor(letter)}" if letter else "", tuple(links)


def procedure_link(context: Context, procedure: Procedure, href: Href, states: dict[str, str]) -> LinkView:
    """A procedure as a link with its code, sector and time."""
    sector = context.library.sectors.get(procedure.sector)
    time = time_answer(context, tuple(read_times(procedure)))
    meta = " · ".join(part for part in (procedure.code, sector.name if sector else "", time) if part)
    title = shortened(procedure.name, 220)
    return LinkView(title, href(urls.procedure_url(procedure.code)), meta, state=states.get(procedure.code, ""))


def _index_page(context: Context, facet: str, values: tuple[Choice, ...]) -> Page:
    url = urls.SECTORS if facet == "linh-vuc" else f"{urls.PROCEDURES}{facet}/"
    href, labels = context.href(url), context.labels
    links = tuple(
        LinkView(shortened(choice.name, 160), href(choice.url), "", labels("procedures.n", n=len(choice.procedures)))
        for choice in values
    )
    title = labels(f"procedures.by.{facet}")
    view = IndexView(labels("procedures.index", n=len(values)), links)
    trail = ((labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES)))
    return Page(url, "pages/procedure_index.html", title, view, view.intro, trail, chapter=urls.PROCEDURES)
