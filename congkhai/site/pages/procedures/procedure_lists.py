"""Lists of procedures: all from A to Z, and by sector, level, applicant, life event, online level and agency."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.reading import Standing, standing_on
from congkhai.knowledge.procedures.times import time_answer
from congkhai.site.data_sets.of_procedures import PROCEDURES
from congkhai.site.pages.data_links import DataLink, part_files, table_files
from congkhai.site.pages.filters import Facet
from congkhai.site.pages.page import Context, Href, MakePage, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.events import EventLink, event_links
from congkhai.site.pages.procedures.facets import Choice, Choices, Listed, all_choices, counted, facet_views
from congkhai.site.pages.procedures.headlines import time_headline
from congkhai.site.pages.prose import first_letter
from congkhai.vietnamese.quantity import base_code

PER_PAGE = 50
PageLink = tuple[str, str, bool]


class ListView(Struct, frozen=True):
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
    picture: str = ""
    events: tuple[EventLink, ...] = ()


class IndexView(Struct, frozen=True):
    """The values of one respect with their counts."""

    intro: str
    links: tuple[LinkView, ...]


class _WaysOn(TypedDict):
    picture: str
    events: tuple[EventLink, ...]


class _Listing(Struct, frozen=True):
    """A list that may run over several pages; `begins` are its first letters with the number of their first line.

    The list of an event of life knows all `events`, with their site addresses.
    """

    facet: str
    choice: Choice
    begins: tuple[tuple[str, int], ...]
    events: tuple[EventLink, ...] = ()

    @property
    def by_letter(self) -> bool:
        """Whether it stands in the order of the alphabet."""
        return self.facet != "su-kien"

    @property
    def pages(self) -> int:
        """How many pages it fills."""
        return max(1, -(-self.choice[2] // PER_PAGE))


def make_procedure_lists(context: Context) -> Iterator[MakePage]:
    """All lists of procedures, each of as many pages as it needs."""
    if not context.library.cards:
        return
    cards = context.derived.in_order
    found = all_choices(context, cards)
    whole: Choice = (context.labels("procedures.title"), urls.PROCEDURES, len(cards))
    counts, letters = counted(found), {card.code: first_letter(card.name) for card in cards}
    yield from _pages(context, "", Listed(whole, tuple(letters)), counts, letters)
    for facet, values in found.items():
        yield partial(_index_page, context, facet, tuple(listed.choice for listed in values))
        for listed in values:
            yield from _pages(context, facet, listed, counts, letters)


def _pages(
    context: Context, facet: str, listed: Listed, counts: tuple[Choices, ...], letters: dict[str, str]
) -> Iterator[MakePage]:
    events = tuple(event_links(context, str)) if facet == "su-kien" else ()
    listing = _Listing(facet, listed.choice, (), events)
    if listing.by_letter and listing.pages > 1:
        listing = replace(listing, begins=_letter_begins(listed.codes, letters))
    for number in range(1, listing.pages + 1):
        codes = listed.codes[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield partial(_page, context, listing, number, codes, counts)


def _page(
    context: Context, listing: _Listing, number: int, codes: tuple[str, ...], counts: tuple[Choices, ...]
) -> Page:
    (name, base, total), last, is_all = listing.choice, listing.pages, not listing.facet
    url = urls.list_page(base, number)
    href, labels = context.href(url), context.labels
    view = ListView(
        intro=labels("procedures.intro" if is_all else "procedures.intro.some", total=total),
        facets=facet_views(context, counts, href, listing.facet, listing.choice),
        agencies_url=href(f"{urls.PROCEDURES}co-quan/"),
        letters=_letters(listing, href),
        groups=tuple(_groups(context, listing, codes, href)),
        pages=tuple((str(n), href(urls.list_page(base, n)), n == number) for n in _near(number, last)),
        previous=href(urls.list_page(base, number - 1)) if number > 1 else "",
        following=href(urls.list_page(base, number + 1)) if number < last else "",
        count=labels(
            "procedures.count",
            first=(number - 1) * PER_PAGE + bool(codes),
            last=(number - 1) * PER_PAGE + len(codes),
            total=total,
        ),
        clear_url="" if is_all else href(urls.PROCEDURES),
    )
    if listing.events:
        view = replace(view, facets=(), agencies_url="", count="", **_ways_on(listing, href))
    trail = [(labels("home.title"), href(urls.HOME))]
    if not is_all:
        trail.append((labels("procedures.title"), href(urls.PROCEDURES)))
    heading = name if is_all or listing.events else labels("procedures.of", name=name)
    title = shortened(heading, 70) + (labels("procedures.page", n=number) if number > 1 else "")
    above, files = tuple(trail), _tables(listing, href)
    chapter = urls.PROCEDURES
    return Page(url, "pages/procedures.html", title, view, view.intro, above, None, chapter, heading, tables=files)


def _ways_on(listing: _Listing, href: Href) -> _WaysOn:
    """The picture of the event that a list is for, and the other events."""
    this = next((event.picture for event in listing.events if event.url == listing.choice[1]), "")
    others = (replace(event, url=href(event.url)) for event in listing.events if event.url != listing.choice[1])
    return {"picture": this, "events": tuple(others)}


def _tables(listing: _Listing, href: Href) -> tuple[DataLink, ...]:
    """The procedures of the list as files: all of them, or those of a sector."""
    if listing.facet == "linh-vuc":
        return part_files(href, PROCEDURES, urls.SECTORS, listing.choice[1].split("/")[-2])
    return () if listing.facet else table_files(href, PROCEDURES)


def _near(number: int, last: int) -> Iterator[int]:
    """The pages worth a link: the first, the last, and those beside this one."""
    return (n for n in range(1, last + 1) if last > 1 and (n in (1, last) or abs(n - number) <= 2))


def _letter_begins(codes: tuple[str, ...], letters: dict[str, str]) -> tuple[tuple[str, int], ...]:
    """Each first letter with the number of the procedure that is the first under it."""
    begins: dict[str, int] = {}
    for index, code in enumerate(codes):
        begins.setdefault(letters[code], index)
    return tuple(begins.items())


def _letters(listing: _Listing, href: Href) -> tuple[PageLink, ...]:
    """Each first letter with the page and place where it begins."""
    return tuple(
        (letter, f"{href(urls.list_page(listing.choice[1], index // PER_PAGE + 1))}#chu-{_anchor(letter)}", False)
        for letter, index in listing.begins
    )


def _anchor(letter: str) -> str:
    return f"{ord(letter.lower()):x}" if not letter.isascii() else letter.lower()


def _groups(
    context: Context, listing: _Listing, codes: tuple[str, ...], href: Href
) -> Iterator[tuple[str, str, tuple[LinkView, ...]]]:
    groups: dict[str, list[LinkView]] = {}
    for code in codes:
        card = context.library.cards[code]
        letter = first_letter(card.name) if listing.by_letter else ""
        groups.setdefault(letter, []).append(_link(context, card, href))
    for letter, links in groups.items():
        yield letter, f"chu-{_anchor(letter)}" if letter else "", tuple(links)


def _link(context: Context, card: ProcedureCard, href: Href) -> LinkView:
    """A procedure as a link with its code, sector and time, and its state where it is not simply in force."""
    sector = context.library.sectors.get(card.sector)
    time = card.time_words or time_headline(context.labels, time_answer(card.times))
    meta = " · ".join(part for part in (card.code, sector.name if sector else "", time) if part)
    standing = standing_on(card, context.derived.decisions.get(base_code(card.code), ()), context.today)
    state = "" if standing is Standing.IN_FORCE else standing.value
    return LinkView(shortened(card.name, 220), href(urls.procedure_url(card.code)), meta, state=state)


def _index_page(context: Context, facet: str, values: tuple[Choice, ...]) -> Page:
    url = urls.SECTORS if facet == "linh-vuc" else f"{urls.PROCEDURES}{facet}/"
    href, labels = context.href(url), context.labels
    links = tuple(
        LinkView(shortened(name, 160), href(address), "", labels("procedures.n", n=count))
        for name, address, count in values
    )
    title = labels(f"procedures.by.{facet}")
    view = IndexView(labels("procedures.index", n=len(values)), links)
    trail = ((labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES)))
    return Page(url, "pages/procedure_index.html", title, view, view.intro, trail, chapter=urls.PROCEDURES)
