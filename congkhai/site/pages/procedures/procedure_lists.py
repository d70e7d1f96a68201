"""Lists of procedures: all from A to Z, and those of each value of a respect, such as a sector or an agency."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.spread import cut
from congkhai.site.data_sets.of_procedures import PROCEDURES
from congkhai.site.pages.data_links import DataLink, table_files
from congkhai.site.pages.filters import Facet
from congkhai.site.pages.page import Context, Href, MakePage, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.events import EventLink, event_links, names_of_event
from congkhai.site.pages.procedures.facets import Choice, Choices, Listed, all_choices, counted, facet_views
from congkhai.site.pages.procedures.list_links import called_for_links, intro_words, procedure_link
from congkhai.site.pages.procedures.names import heading_of
from congkhai.site.pages.procedures.others import has_others
from congkhai.site.pages.procedures.respects import respect_page, respects
from congkhai.site.pages.prose import first_letter

MOST_ON_A_PAGE = 150
PageLink = tuple[str, str, bool]


class ListView(Struct, frozen=True):
    """A page of a list of procedures; one in which all of them would stand leads to the whole list (title, href)."""

    intro: str
    facets: tuple[Facet, ...]
    respects: tuple[tuple[str, str], ...]
    letters: tuple[PageLink, ...]
    groups: tuple[tuple[str, str, tuple[LinkView, ...]], ...]
    pages: tuple[PageLink, ...]
    previous: str
    following: str
    count: str
    clear_url: str
    picture: str = ""
    events: tuple[EventLink, ...] = ()
    whole: tuple[str, str] = ("", "")
    others_url: str = ""


class _WaysOn(TypedDict):
    picture: str
    events: tuple[EventLink, ...]


class _Listing(Struct, frozen=True):
    """A list that may run over several pages: its respect, its name and the address of its first page.

    The list of an event of life knows all `events`, with their site addresses, and what its own calls for by `names`:
    codes of procedures, and matters that the site has no page of. One that everyone fits says so instead
    of telling all that the whole list tells; this tells how many of it are not in force (`over`).
    """

    facet: str
    name: str
    url: str
    events: tuple[EventLink, ...] = ()
    names: tuple[str, ...] = ()
    fits_everyone: bool = False
    over: int = 0

    @property
    def by_letter(self) -> bool:
        """Whether it stands in the order of the alphabet."""
        return self.facet != "su-kien"


class _Part(Struct, frozen=True):
    """A page of a list: its address, its procedures, and the pages beside it (site addresses or "").

    All that grows or moves with other pages stands on the first: how many there are, and where each letter begins.
    """

    url: str
    codes: tuple[str, ...]
    previous: str
    following: str
    total: int = 0
    letters: tuple[tuple[str, str], ...] = ()

    @property
    def is_of_several(self) -> bool:
        """Whether the list has other pages."""
        return bool(self.previous or self.following)


def make_procedure_lists(context: Context) -> Iterator[MakePage]:
    """All lists of procedures, each of as many pages as it needs."""
    if not context.library.cards:
        return
    cards = context.derived.in_order
    found = all_choices(context, cards)
    whole: Choice = (context.labels("procedures.title"), urls.PROCEDURES, len(cards))
    letters = {card.code: first_letter(card.name) for card in cards}
    yield from _pages(context, "", Listed(whole, tuple(letters)), counted(found), letters)
    for facet, values in found.items():
        yield partial(respect_page, context, facet, tuple(listed.choice for listed in values))
        for listed in values:
            yield from _pages(context, facet, listed, (), letters)


def _pages(
    context: Context, facet: str, listed: Listed, counts: tuple[Choices, ...], letters: dict[str, str]
) -> Iterator[MakePage]:
    events = tuple(event_links(context, str)) if facet == "su-kien" else ()
    names = names_of_event(context, listed.choice[1]) if events else ()
    name, url, total = listed.choice
    fits, over = (
        bool(facet) and total == len(letters) > MOST_ON_A_PAGE,
        0 if facet else total - len(context.derived.shown),
    )
    listing = _Listing(facet, name, url, events, names, fits, over)
    pages = tuple(cut(() if listing.fits_everyone else listed.codes, MOST_ON_A_PAGE))
    places = [url, *(urls.list_page(url, codes[0]) for codes in pages[1:])]
    begins = _letter_begins(pages, places, letters) if listing.by_letter and len(pages) > 1 else ()
    for number, codes in enumerate(pages):
        previous, following = places[number - 1] if number else "", (*places[number + 1 :], "")[0]
        part = _Part(places[number], codes, previous, following)
        if number:
            yield partial(_page, context, listing, part, ())
        else:
            yield partial(_page, context, listing, replace(part, total=total, letters=begins), counts)


def _page(context: Context, listing: _Listing, part: _Part, counts: tuple[Choices, ...]) -> Page:
    is_all, is_first = not listing.facet, part.url == listing.url
    href, labels = context.href(part.url), context.labels
    intro, here = _intro(context, listing, part), labels("procedures.n", n=len(part.codes))
    view = ListView(
        intro=intro if is_first else labels("procedures.here", n=len(part.codes)),
        facets=facet_views(context, counts, href),
        respects=respects(context, href) if is_first else (),
        letters=tuple((letter, href(url), False) for letter, url in part.letters),
        groups=tuple(_groups(context, listing, part.codes, href)),
        pages=((labels("procedures.first_page"), href(listing.url), is_first),) if part.is_of_several else (),
        previous=href(part.previous) if part.previous else "",
        following=href(part.following) if part.following else "",
        count=here if is_first and part.following else "",
        clear_url="" if is_all else href(urls.PROCEDURES),
        whole=(labels("procedures.everyone"), href(urls.PROCEDURES)) if listing.fits_everyone else ("", ""),
        others_url=href(urls.OTHERS) if is_first and has_others(context) else "",
    )
    view = replace(view, respects=(), **_ways_on(listing, href)) if listing.events else view
    above = () if is_all else ((labels("procedures.title"), href(urls.PROCEDURES)),)
    heading = listing.name if is_all or listing.events else labels("procedures.of", name=listing.name)
    title = shortened(heading, 70)
    if not is_first:
        first = context.library.cards[part.codes[0]]
        title += labels("procedures.from", name=shortened(first.name, 40), code=first.code)
        heading += labels("procedures.from", name=heading_of(first.name), code=first.code)
    return Page(
        part.url,
        "pages/procedures.html",
        title,
        view,
        view.intro,
        ((labels("home.title"), href(urls.HOME)), *above),
        chapter=urls.PROCEDURES,
        heading=heading,
        tables=_tables(listing, href) if is_first else (),
    )


def _intro(context: Context, listing: _Listing, part: _Part) -> str:
    return intro_words(context, listing.names, part.total, None if listing.facet else listing.over)


def _ways_on(listing: _Listing, href: Href) -> _WaysOn:
    """The picture of the event that a list is for, and the other events."""
    this = next((event.picture for event in listing.events if event.url == listing.url), "")
    others = (replace(event, url=href(event.url)) for event in listing.events if event.url != listing.url)
    return {"picture": this, "events": tuple(others)}


def _tables(listing: _Listing, href: Href) -> tuple[DataLink, ...]:
    """All procedures as files: a list of some is what filters of these give."""
    return () if listing.facet else table_files(href, PROCEDURES)


def _letter_begins(
    pages: tuple[tuple[str, ...], ...], places: list[str], letters: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    """Each first letter with the address of the place where it begins."""
    begins: dict[str, str] = {}
    for codes, url in zip(pages, places, strict=True):
        for code in codes:
            begins.setdefault(letters[code], f"{url}#chu-{_anchor(letters[code])}")
    return tuple(begins.items())


def _anchor(letter: str) -> str:
    return f"{ord(letter.lower()):x}" if not letter.isascii() else letter.lower()


def _groups(
    context: Context, listing: _Listing, codes: tuple[str, ...], href: Href
) -> Iterator[tuple[str, str, tuple[LinkView, ...]]]:
    if listing.names:
        yield "", "", tuple(called_for_links(context, listing.names, href))
        return
    groups: dict[str, list[LinkView]] = {}
    for code in codes:
        card = context.library.cards[code]
        letter = first_letter(card.name) if listing.by_letter else ""
        groups.setdefault(letter, []).append(procedure_link(context, card, href))
    for letter, links in groups.items():
        yield letter, f"chu-{_anchor(letter)}" if letter else "", tuple(links)
