"""The sheet of a procedure for the wall of an office (niêm yết; Circular 02/2017/TT-VPCP Art. 14–16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import escape
from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.spread import sheet_page
from congkhai.records.absent import Absent
from congkhai.records.procedure import Form, Procedure
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.posting.sheet_answers import (
    SheetPapers,
    channel_lines,
    fee_lines,
    sheet_papers,
    time_lines,
    where_lines,
)
from congkhai.site.pages.procedures.answer import Understood, understood_in
from congkhai.site.pages.procedures.facets import LEVEL_SLUGS
from congkhai.site.pages.procedures.stated_parts import silent_parts
from congkhai.site.qr_codes import qr_svg
from congkhai.source.markup import to_html

TEMPLATE = "pages/sheet.html"
_SHORT_PART = 300  # characters of HTML
# What can't stand in a paragraph.
_BLOCK = re.compile("<(?:p|ul|ol|table|blockquote|h[1-6]|pre|hr)\\b")


class SheetView(Struct, frozen=True):
    """A procedure as it hangs on the wall: its parts in the order of the law, and which version it is."""

    anchor: str
    code: str
    name: str
    sector: str
    url: str
    parts: tuple[tuple[str, str, bool], ...] = ()
    silent: str = ""
    papers: SheetPapers = SheetPapers()
    sets: str = ""
    where: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    forms_absent: str = ""
    decision: str = ""
    version: str = ""
    address: str = ""
    qr: str = ""


class SheetsView(Struct, frozen=True):
    """The sheets of a page, each of which can be printed alone, and the pages of its sector (number, href, current).

    `back` is the kit (words, href); each sheet leads to its procedure.
    """

    sheets: tuple[SheetView, ...]
    pages: tuple[tuple[str, str, bool], ...]
    pdf_url: str
    back: tuple[str, str] = ("", "")


def sheet_view(context: Context, procedure: Procedure, page_url: str) -> SheetView:
    """The sheet of a procedure on the page at `page_url`."""
    labels = context.labels
    version = context.library.versions[procedure.code]
    address = f"{urls.procedure_url(procedure.code)}?ma={version}"
    base = context.config.base_url
    forms = procedure.forms if isinstance(procedure.forms, tuple) else ()
    found = understood_in(context, procedure)
    return SheetView(
        anchor=urls.sheet_anchor(procedure.code),
        code=procedure.code,
        name=procedure.name,
        sector=_sector(context, procedure.sector),
        url=context.href(page_url)(urls.procedure_url(procedure.code)),
        parts=tuple(_part(title, html) for title, html in _parts(context, procedure, found) if html),
        silent=silent_parts(context, procedure),
        papers=sheet_papers(context, procedure, found),
        sets=labels("procedure.sets", n=procedure.dossier_sets) if procedure.dossier_sets else "",
        where=tuple(where_lines(context, procedure)),
        channels=tuple(channel_lines(context, procedure, found)),
        forms=tuple(_form(context, form) for form in forms),
        forms_absent=procedure.forms.reason or labels("procedure.absent")
        if isinstance(procedure.forms, Absent)
        else "",
        decision=procedure.announcement or labels("decision.day.none"),
        version=version,
        address=base + address if base else f"/{address}",
        qr=qr_svg(base + address) if base else "",
    )


def _form(context: Context, form: Form) -> str:
    """A form by its name, and whether there is a file to put behind the sheet: else at which address it is found."""
    state = "file" if form.file in context.library.files else "url" if form.url else "none"
    return context.labels(f"sheet.form.{state}", name=form.name or form.file, url=form.url)


def _sector(context: Context, sector_id: str) -> str:
    sector = context.library.sectors.get(sector_id)
    return sector.name if sector else sector_id


def pdf_url(context: Context, page_url: str) -> str:
    """The PDF of a page for the wall, "" where this build writes none."""
    return context.href(page_url)(urls.posting_pdf_url(page_url)) if context.posting else ""


def sheet_href(context: Context, procedure: Procedure, href: Href) -> str:
    """The way to the sheet of a procedure in the first kit that has it; where PDF are made, to a page of its own."""
    code = procedure.code
    if context.posting:
        return href(urls.sheet_url(code))
    level = next(iter(procedure.levels), "other")
    pages = context.derived.kit_pages.get(f"{level} {procedure.sector}", 1)
    kit = urls.kit_url(LEVEL_SLUGS[level], procedure.sector)
    return f"{href(urls.list_page(kit, sheet_page(code, pages)))}#{urls.sheet_anchor(code)}"


def single_sheet_keys(context: Context) -> Iterator[str]:
    """The codes whose sheet has a page of its own: only where a PDF is made of each."""
    return (card.code for card in context.derived.shown) if context.posting else iter(())


def single_sheet_page(context: Context, code: str) -> Page:
    """The sheet of a procedure in force alone; others have none (Circular 02/2017/TT-VPCP Art. 14.1)."""
    procedure, url = context.library.procedures[code], urls.sheet_url(code)
    title = context.labels("sheet.title", code=procedure.code)
    view = SheetsView((sheet_view(context, procedure, url),), (), pdf_url(context, url))
    trail = (
        (context.labels("home.title"), context.href(url)(urls.HOME)),
        (shortened(procedure.name, 60), context.href(url)(urls.procedure_url(procedure.code))),
    )
    return Page(url, TEMPLATE, title, view, shortened(f"{title}. {procedure.name}"), trail, chapter=urls.PROCEDURES)


def _parts(context: Context, procedure: Procedure, found: Understood) -> Iterator[tuple[str, str]]:
    """The parts beside dossier and channels: heading and safe HTML, "" for a blank one (named at the end)."""
    labels = context.labels
    applicants = (labels(f"procedure.applicant.{applicant}") for applicant in procedure.applicants)
    yield labels("procedure.steps"), to_html(procedure.steps)
    yield labels("procedure.time"), _lines(context, time_lines(context, procedure, found))
    yield labels("procedure.fees"), _lines(context, fee_lines(context, procedure, found))
    yield labels("procedure.applicants"), _lines(context, ["; ".join(applicants)])
    yield labels("procedure.agency"), _lines(context, [procedure.agency])
    yield labels("procedure.competent_agency"), _lines(context, [procedure.competent_agency])
    yield labels("procedure.result"), _lines(context, procedure.result)
    conditions = procedure.conditions
    html = to_html(conditions) if isinstance(conditions, str) and conditions else _lines(context, conditions)
    yield labels("procedure.conditions"), html
    yield labels("procedure.basis"), _lines(context, ["; ".join(procedure.legal_basis)])


def _part(title: str, html: str) -> tuple[str, str, bool]:
    """A part, and whether it stands right behind its heading: paper is dear, and a sheet has one side."""
    inside = html.removeprefix("<p>").removesuffix("</p>")
    is_short = len(inside) == len(html) - len("<p></p>") < _SHORT_PART and not _BLOCK.search(inside)
    return title, inside if is_short else html, is_short


def _lines(context: Context, value: object) -> str:
    """Lines of text as HTML: a paragraph, or a list where there are several; why there are none, if stated."""
    if isinstance(value, Absent):
        value = [context.labels("procedure.absent.reason", reason=value.reason or "–")]
    lines = [str(line) for line in value if line] if isinstance(value, list | tuple) else []
    if len(lines) > 1:
        return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
    return f"<p>{escape(lines[0])}</p>" if lines else ""
