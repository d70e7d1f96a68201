"""The posting kit of a level of offices: list by sector, sheets, the poster on feedback, and the audit of a wall."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from congkhai import urls
from congkhai.pages.page import Context, Page, PageJob
from congkhai.pages.plans import LinkView
from congkhai.pages.procedure_facets import LEVEL_SLUGS
from congkhai.pages.sheets import TEMPLATE, pdf_url, sheet_in_kit
from congkhai.records.posting import Posting
from congkhai.text import sort_key
from congkhai.values import dataclass

_NAMES = {slug: level for level, slug in LEVEL_SLUGS.items()}


@dataclass(frozen=True, slots=True)
class PostingView:
    """The ways into the kits: by level, the poster, the audits."""

    intro: str
    levels: tuple[LinkView, ...]
    others: tuple[LinkView, ...]


class KitRow(NamedTuple):
    """A procedure in the list of a kit: its sheet, its name, and what marks it."""

    url: str
    name: str
    marks: str


@dataclass(frozen=True, slots=True)
class KitView:
    """The list of a kit by sector; each sector leads to its sheets."""

    level: str
    sectors: tuple[tuple[str, str, str, tuple[KitRow, ...]], ...]
    total: str
    printed: str
    pdf_url: str


@dataclass(frozen=True, slots=True)
class PosterView:
    """Where to send feedback (Decree 20/2008/NĐ-CP Art. 10, 13): agency, address, telephone, web site, mail."""

    lines: tuple[tuple[str, str], ...]
    printed: str
    pdf_url: str


@dataclass(frozen=True, slots=True)
class AuditView:
    """What to do with each sheet on a wall: keep, replace, take down, hang up."""

    office: str
    rows: tuple[tuple[str, ...], ...]
    summary: str
    note: str
    printed: str


# A procedure in a kit: its code, name, decision and version; and all of a kit by sector.
KitLine = tuple[str, str, str, str]
Kit = tuple[tuple[str, tuple[KitLine, ...]], ...]


def make_posting_pages(context: Context) -> Iterator[PageJob]:
    """The index of postings, a kit for each level and sector, the poster, and an audit for each office."""
    if not context.library.cards:
        return
    kits = kits_by_level(context)
    yield partial(_index, context, tuple((level, len(kit), len(_lines(kit))) for level, kit in kits.items()))
    yield partial(_poster, context)
    for level, kit in kits.items():
        yield partial(_kit_page, context, level, kit)
        for sector_id, lines in kit:
            yield partial(_sheets_page, context, level, sector_id, tuple(code for code, *_ in lines))
    for posting in context.library.postings.values():
        kit = kits.get(LEVEL_SLUGS[posting.level], ()) if posting.level else ()
        yield partial(_audit_page, context, posting, _lines(kit))


def _lines(kit: Kit) -> tuple[KitLine, ...]:
    return tuple(line for _, lines in kit for line in lines)


def kits_by_level(context: Context) -> dict[str, Kit]:
    """The procedures to be posted by level and sector, sectors and procedures in the order of the alphabet."""
    found: dict[str, dict[str, list[KitLine]]] = {}
    shown, versions = {card.code for card in context.derived.shown}, dict(context.library.versions.items())
    for card in context.derived.in_order:
        if card.code in shown:
            line = card.code, card.name, card.announcement, versions[card.code]
            for level in card.levels or ("other",):
                found.setdefault(LEVEL_SLUGS[level], {}).setdefault(card.sector, []).append(line)
    return {
        level: tuple(
            (sector, tuple(kit[sector]))
            for sector in sorted(kit, key=lambda sector: sort_key(_sector(context, sector)))
        )
        for level, kit in found.items()
    }


def _sector(context: Context, sector_id: str) -> str:
    sector = context.library.sectors.get(sector_id)
    return sector.name if sector else sector_id


def _level(context: Context, level: str) -> str:
    return context.labels(f"procedure.level.{_NAMES[level]}")


def _trail(context: Context, url: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    href, labels = context.href(url), context.labels
    above = ((labels("home.title"), urls.HOME), (labels("procedures.title"), urls.PROCEDURES), *more)
    return tuple((title, href(address)) for title, address in above)


def _index(context: Context, kits: tuple[tuple[str, int, int], ...]) -> Page:
    """The way in; `kits` are the levels with their counts of sectors and procedures."""
    href, labels = context.href(urls.POSTING), context.labels
    levels = tuple(
        LinkView(
            labels("posting.kit", level=_level(context, level)),
            href(urls.kit_url(level)),
            labels("posting.sectors", n=sectors),
            labels("procedures.n", n=sheets),
        )
        for level, sectors, sheets in kits
    )
    audits = tuple(
        LinkView(labels("posting.audit", office=posting.office), href(urls.audit_url(posting.id)))
        for posting in context.library.postings.values()
    )
    others = (LinkView(labels("poster.title"), href(urls.FEEDBACK_POSTER)), *audits)
    view = PostingView(labels("posting.intro"), levels, others)
    title = labels("posting.title")
    trail = _trail(context, urls.POSTING)
    return Page(urls.POSTING, "pages/posting.html", title, view, view.intro, trail, chapter=urls.PROCEDURES)


def _kit_page(context: Context, level: str, kit: Kit) -> Page:
    url = urls.kit_url(level)
    href, labels = context.href(url), context.labels
    sectors = tuple(
        (
            str(number),
            _sector(context, sector_id),
            href(urls.kit_url(level, sector_id)),
            _rows(context, href(urls.kit_url(level, sector_id)), lines),
        )
        for number, (sector_id, lines) in enumerate(kit, start=1)
    )
    lines = _lines(kit)
    total, printed = labels("procedures.n", n=len(lines)), f"{context.today:%d/%m/%Y}"
    view = KitView(_level(context, level), sectors, total, printed, pdf_url(context, url))
    title = labels("posting.kit", level=_level(context, level))
    twin = {
        "kind": "posting_kit",
        "url": url,
        "level": _NAMES[level],
        "sheets": [{"code": code, "version": version} for code, _, _, version in lines],
    }
    trail = _trail(context, url, (labels("posting.title"), urls.POSTING))
    return Page(url, "pages/posting_kit.html", title, view, f"{title}: {view.total}", trail, twin, urls.PROCEDURES)


def _rows(context: Context, sector_url: str, lines: tuple[KitLine, ...]) -> tuple[KitRow, ...]:
    labels, unknown = context.labels, context.labels("procedure.none_at_source")
    words = labels("sheet.code", code="{0}"), labels("sheet.decision", number="{1}"), labels("design.stamp.hash")
    marks = f"({'; '.join(words)} {{2}})".format
    return tuple(
        KitRow(f"{sector_url}#to-{number}", name, marks(code, decision or unknown, version))
        for number, (code, name, decision, version) in enumerate(lines, start=1)
    )


def _sheets_page(context: Context, level: str, sector_id: str, codes: tuple[str, ...]) -> Page:
    url = urls.kit_url(level, sector_id)
    labels = context.labels
    view = tuple(sheet_in_kit(context, code, url, str(number)) for number, code in enumerate(codes, start=1))
    title = labels("posting.sheets", sector=_sector(context, sector_id), level=_level(context, level))
    above = (labels("posting.kit", level=_level(context, level)), urls.kit_url(level))
    trail = _trail(context, url, (labels("posting.title"), urls.POSTING), above)
    return Page(url, TEMPLATE, title, view, title, trail, chapter=urls.PROCEDURES)


def _poster(context: Context) -> Page:
    url, labels, contact = urls.FEEDBACK_POSTER, context.labels, context.config.contact
    fields = ("name", "address", "phone", "url", "email")
    lines = tuple(
        (labels(f"poster.{field}"), (getattr(contact, field) if contact else "") or labels("poster.blank"))
        for field in fields
    )
    view = PosterView(lines, f"{context.today:%d/%m/%Y}", pdf_url(context, url))
    title = labels("poster.title")
    trail = _trail(context, url, (labels("posting.title"), urls.POSTING))
    return Page(url, "pages/poster.html", title, view, title, trail, chapter=urls.PROCEDURES)


def _audit_page(context: Context, posting: Posting, lines: tuple[KitLine, ...]) -> Page:
    url, labels = urls.audit_url(posting.id), context.labels
    rows = tuple(audit_rows(context, posting, lines))
    wrong = sum(row[-1] != labels("audit.keep") for row in rows)
    view = AuditView(
        posting.office,
        rows,
        labels("audit.summary", wrong=wrong, total=len(rows)),
        posting.note,
        f"{context.today:%d/%m/%Y}",
    )
    title = labels("posting.audit", office=posting.office)
    trail = _trail(context, url, (labels("posting.title"), urls.POSTING))
    return Page(url, "pages/audit.html", title, view, view.summary, trail, chapter=urls.PROCEDURES)


def audit_rows(context: Context, posting: Posting, lines: tuple[KitLine, ...]) -> Iterator[tuple[str, ...]]:
    """Each procedure to be posted and each sheet that hangs there: number, code, name, versions, what to do."""
    labels, current = context.labels, {code: (name, version) for code, name, _, version in lines}
    hanging = {sheet.code: sheet for sheet in posting.sheets}
    for number, code in enumerate(dict.fromkeys((*current, *hanging)), start=1):
        sheet = hanging.get(code)
        name, version = current.get(code) or (_name(context, code), "–")
        if code not in current:
            todo = "take_down"
        elif sheet is None:
            todo = "hang_up"
        else:
            todo = "keep" if sheet.version == version else "replace"
        posted = f"{sheet.on:%d/%m/%Y}" if sheet and sheet.on else "–"
        yield str(number), code, name, posted, sheet.version if sheet else "–", version, labels(f"audit.{todo}")


def _name(context: Context, code: str) -> str:
    card = context.library.cards.get(code)
    return card.name if card else "–"
