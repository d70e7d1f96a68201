"""The posting kit of a level of offices: list by sector, sheets, the poster on feedback, and the audit of a wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import orjson
from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.spread import pages_for, sheet_page
from congkhai.records.posting import Posting
from congkhai.site.pages.page import Context, Page
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.posting.kits import (
    MOST_LISTED,
    codes_of,
    kit_page,
    kits_by_level,
    level_name,
    sheets_page,
    trail_of,
)
from congkhai.site.pages.posting.sheets import pdf_url
from congkhai.site.pages.procedures.facets import LEVEL_SLUGS
from congkhai.site.pages.procedures.report_box import NATIONAL_PORTAL


class PostingView(Struct, frozen=True):
    """The ways into the kits: by level, the poster, the audits."""

    intro: str
    levels: tuple[LinkView, ...]
    others: tuple[LinkView, ...]
    codes_url: str
    has_qr: bool


class PosterView(Struct, frozen=True):
    """Where to send feedback (Decree 20/2008/NĐ-CP Art. 10, 13): agency, address, telephone, web site, mail.

    What is not known has no line; the national portal takes feedback for everybody.
    """

    lines: tuple[tuple[str, str], ...]
    pdf_url: str


class AuditView(Struct, frozen=True):
    """What to do with each sheet on a wall: keep, replace, take down, hang up."""

    office: str
    rows: tuple[tuple[str, ...], ...]
    summary: str
    note: str
    printed: str


def posting_keys(context: Context) -> Iterator[str]:
    """The index, the poster, a kit for each level, and an audit for each office: what each is made of, as JSON."""
    if not context.library.cards:
        return
    kits = kits_by_level(context)
    yield _key("index", [(level, len(kit), len(codes_of(kit))) for level, kit in kits.items()])
    yield _key("poster")
    for level, kit in kits.items():
        is_whole = len(codes_of(kit)) <= MOST_LISTED
        yield _key("list", level, "", is_whole, kit)
        for sector_id, codes in kit:
            if not is_whole:
                yield _key("list", level, sector_id, True, [(sector_id, codes)])
            yield from _sheet_keys(level, sector_id, codes)
    for posting in context.library.postings.values():
        kit = kits.get(LEVEL_SLUGS[posting.level], []) if posting.level else []
        yield _key("audit", posting.id, codes_of(kit))


def _sheet_keys(level: str, sector_id: str, codes: list[str]) -> Iterator[str]:
    pages = pages_for(len(codes))
    found: dict[int, list[str]] = {}
    for code in codes:
        found.setdefault(sheet_page(code, pages), []).append(code)
    for number in range(1, pages + 1):
        yield _key("sheets", level, sector_id, number, pages, found.get(number, []))


def _key(kind: str, *given: object) -> str:
    return orjson.dumps([kind, *given]).decode()


def posting_page(context: Context, key: str) -> Page:
    """A page for posting, made of what its key says."""
    kind, *given = orjson.loads(key)
    makers: dict[str, Callable[..., Page]] = {
        "index": _index,
        "poster": _poster,
        "list": kit_page,
        "sheets": sheets_page,
        "audit": _audit_page,
    }
    return makers[kind](context, *given)


def _index(context: Context, kits: list[tuple[str, int, int]]) -> Page:
    """The way in; `kits` are the levels with their counts of sectors and procedures."""
    href, labels = context.href(urls.POSTING), context.labels
    levels = tuple(
        LinkView(
            labels("posting.kit", level=level_name(context, level)),
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
    view = PostingView(labels("posting.intro"), levels, others, href(urls.CODES), bool(context.config.base_url))
    title = labels("posting.title")
    trail = trail_of(context, urls.POSTING)
    return Page(urls.POSTING, "pages/posting.html", title, view, view.intro, trail, chapter=urls.PROCEDURES)


def _poster(context: Context) -> Page:
    url, labels, contact = urls.FEEDBACK_POSTER, context.labels, context.config.contact
    fields = ("name", "address", "phone", "url", "email")
    known = [(labels(f"poster.{field}"), value) for field in fields if (value := getattr(contact, field, ""))]
    if not known:  # the desk itself takes feedback, wherever the sheet hangs
        known = [(labels("poster.name"), labels("poster.desk"))]
    lines = (*known, (labels("poster.national"), urlsplit(NATIONAL_PORTAL).netloc))
    view = PosterView(lines, pdf_url(context, url))
    title = labels("poster.title")
    trail = trail_of(context, url, (labels("posting.title"), urls.POSTING))
    return Page(url, "pages/poster.html", title, view, title, trail, chapter=urls.PROCEDURES)


def _audit_page(context: Context, posting_id: str, codes: list[str]) -> Page:
    url, labels, posting = urls.audit_url(posting_id), context.labels, context.library.postings[posting_id]
    rows = tuple(audit_rows(context, posting, codes))
    wrong = sum(row[-1] != labels("audit.keep") for row in rows)
    view = AuditView(
        posting.office,
        rows,
        labels("audit.summary", wrong=wrong, total=len(rows)),
        posting.note,
        f"{context.today:%d/%m/%Y}",
    )
    title = labels("posting.audit", office=posting.office)
    trail = trail_of(context, url, (labels("posting.title"), urls.POSTING))
    return Page(url, "pages/audit.html", title, view, view.summary, trail, chapter=urls.PROCEDURES)


def audit_rows(context: Context, posting: Posting, codes: list[str]) -> Iterator[tuple[str, ...]]:
    """Each procedure to be posted and each sheet that hangs there: number, code, name, versions, what to do."""
    labels, current = context.labels, {code: context.library.versions[code] for code in codes}
    hanging = {sheet.code: sheet for sheet in posting.sheets}
    for number, code in enumerate(dict.fromkeys((*current, *hanging)), start=1):
        sheet = hanging.get(code)
        name, version = _name(context, code), current.get(code, "–")
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
