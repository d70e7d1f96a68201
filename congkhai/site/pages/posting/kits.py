"""The posting kit of a level of offices: lists by sector, and the sheets, so many on a page as one prints in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.procedures import spread
from congkhai.site.pages.page import Context, Page
from congkhai.site.pages.posting.sheets import TEMPLATE, SheetsView, pdf_url, sheet_view
from congkhai.site.pages.procedures.facets import LEVEL_SLUGS

_NAMES = {slug: level for level, slug in LEVEL_SLUGS.items()}

# The codes of the procedures of a kit by sector.
Kit = Sequence[tuple[str, list[str]]]
# Names that the list of a level holds: of more it names the sectors, each with its own list.
MOST_LISTED = 1000


class KitRow(NamedTuple):
    """A procedure in the list of a kit: its sheet, its name, and what marks it."""

    url: str
    name: str
    marks: str


class KitSector(Struct, frozen=True):
    """A sector in a list: the way to its sheets, its procedures, or how many there are and the way to their list."""

    number: str
    name: str
    url: str
    rows: tuple[KitRow, ...]
    count: str
    list_url: str


class KitView(Struct, frozen=True):
    """The list of a kit by sector; each sector leads to its sheets."""

    level: str
    sectors: tuple[KitSector, ...]
    total: str
    pdf_url: str


def kit_page(context: Context, level: str, sector: str, is_whole: bool, kit: Kit) -> Page:
    """The list of a kit, or of one of its sectors; one that is not `is_whole` names the sectors only."""
    url = urls.kit_list_url(level, sector) if sector else urls.kit_url(level)
    href, labels, versions = context.href(url), context.labels, context.library.versions
    if not is_whole:  # of thousands it is cheaper to ask for all at once
        versions = dict(versions.items())
    sectors = tuple(
        KitSector(
            str(number),
            sector_name(context, sector_id),
            href(urls.kit_url(level, sector_id)),
            _rows(context, url, level, sector_id, codes) if is_whole else (),
            labels("procedures.n", n=len(codes)),
            "" if is_whole else href(urls.kit_list_url(level, sector_id)),
        )
        for number, (sector_id, codes) in enumerate(kit, start=1)
    )
    total = labels("procedures.n", n=len(codes_of(kit)))
    view = KitView(level_name(context, level), sectors, total, pdf_url(context, url))
    title = labels("posting.kit", level=level_name(context, level))
    twin = {
        "kind": "posting_kit",
        "url": url,
        "level": _NAMES[level],
        "sheets": [{"code": code, "version": versions[code]} for code in codes_of(kit)],
    }
    above = ((title, urls.kit_url(level)),) if sector else ()
    trail = trail_of(context, url, (labels("posting.title"), urls.POSTING), *above)
    if sector:
        title = f"{title}: {sector_name(context, sector)}"
    return Page(url, "pages/posting_kit.html", title, view, f"{title}: {view.total}", trail, twin, urls.PROCEDURES)


def _rows(context: Context, page_url: str, level: str, sector_id: str, codes: list[str]) -> tuple[KitRow, ...]:
    href, labels, unknown = context.href(page_url), context.labels, context.labels("procedure.none_at_source")
    words = labels("sheet.code", code="{0}"), labels("sheet.decision", number="{1}"), labels("design.stamp.hash")
    marks = f"({'; '.join(words)} {{2}})".format
    total = context.derived.kit_pages[f"{_NAMES[level]} {sector_id}"]
    pages = [href(urls.list_page(urls.kit_url(level, sector_id), number)) for number in range(1, total + 1)]
    cards, versions = context.library.cards, context.library.versions
    return tuple(
        KitRow(
            f"{pages[spread.sheet_page(code, total) - 1]}#{urls.sheet_anchor(code)}",
            cards[code].name,
            marks(code, cards[code].announcement or unknown, versions[code]),
        )
        for code in codes
    )


def sheets_page(context: Context, level: str, sector_id: str, number: int, total: int, codes: list[str]) -> Page:
    """Sheets of one sector, one after another: page `number` of `total`."""
    first = urls.kit_url(level, sector_id)
    url, labels = urls.list_page(first, number), context.labels
    href, level_words = context.href(url), level_name(context, level)
    numbers = range(1, total + 1) if total > 1 else ()
    view = SheetsView(
        tuple(sheet_view(context, context.library.procedures[code], url) for code in codes),
        tuple((str(n), href(urls.list_page(first, n)), n == number) for n in numbers),
        pdf_url(context, url),
        (labels("posting.kit", level=level_words), href(urls.kit_url(level))),
    )
    title = labels("posting.sheets", sector=sector_name(context, sector_id), level=level_words)
    title += labels("procedures.page", n=number) if number > 1 else ""
    above = (labels("posting.kit", level=level_words), urls.kit_url(level))
    trail = trail_of(context, url, (labels("posting.title"), urls.POSTING), above)
    return Page(url, TEMPLATE, title, view, title, trail, chapter=urls.PROCEDURES)


def codes_of(kit: Kit) -> list[str]:
    """The codes of all procedures of a kit."""
    return [code for _, codes in kit for code in codes]


def kits_by_level(context: Context) -> dict[str, Kit]:
    """The procedures to be posted by level and sector, sectors and procedures in the order of the alphabet."""
    found: dict[str, dict[str, list[str]]] = {}
    shown = {card.code for card in spread.posted(context.derived.shown)}
    for card in context.derived.in_order:
        if card.code in shown:
            for level in spread.levels_of(card):
                found.setdefault(LEVEL_SLUGS[level], {}).setdefault(card.sector, []).append(card.code)
    return {
        level: [
            (sector, kit[sector]) for sector in sorted(kit, key=lambda sector: sort_key(sector_name(context, sector)))
        ]
        for level, kit in found.items()
    }


def sector_name(context: Context, sector_id: str) -> str:
    """The name of a sector, or its id where none is known."""
    sector = context.library.sectors.get(sector_id)
    return sector.name if sector else sector_id


def level_name(context: Context, level: str) -> str:
    """The words for a level of offices."""
    return context.labels(f"procedure.level.{_NAMES[level]}")


def trail_of(context: Context, url: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The pages above one of the pages for posting."""
    href, labels = context.href(url), context.labels
    above = ((labels("home.title"), urls.HOME), (labels("procedures.title"), urls.PROCEDURES), *more)
    return tuple((title, href(address)) for title, address in above)
