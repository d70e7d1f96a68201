"""The sheet of a procedure for the wall of an office (niêm yết; Circular 02/2017/TT-VPCP Art. 14–16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import escape
from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import fold
from congkhai.knowledge import urls
from congkhai.knowledge.procedures.spread import nearest_level, posted, sheet_page
from congkhai.records.absent import Absent
from congkhai.records.procedure import Form, Procedure, is_internal
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.posting.sheet_answers import (
    SheetPapers,
    agency_line,
    channel_lines,
    fee_lines,
    sheet_papers,
    time_lines,
    where_lines,
)
from congkhai.site.pages.posting.sheet_size import closeness
from congkhai.site.pages.procedures.answer import Understood, understood_in
from congkhai.site.pages.procedures.facets import LEVEL_SLUGS
from congkhai.site.pages.procedures.stated_parts import silent_parts
from congkhai.site.qr_codes import qr_svg
from congkhai.source.markup import to_html

TEMPLATE = "pages/sheet.html"
# Lines that together are no longer than this stand behind their heading, not below it: paper is dear.
_RUN_IN = 260
# What can't stand in a paragraph.
_BLOCK = re.compile("<(?:p|ul|ol|table|blockquote|h[1-6]|pre|hr)\\b")


class SheetView(Struct, frozen=True):
    """A procedure as it hangs on the wall: its parts in the order of the law, which version it is, how it is set."""

    anchor: str
    code: str
    name: str
    sector: str
    url: str
    parts: tuple[tuple[str, str, bool], ...] = ()
    silent: str = ""
    papers: SheetPapers = SheetPapers()
    sets: str = ""
    place: str = ""
    where: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    forms_line: str = ""
    forms: tuple[str, ...] = ()
    decision: str = ""
    version: str = ""
    address: str = ""
    qr: str = ""
    set: str = ""


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
    view = _sheet_view(context, procedure, page_url)
    return replace(view, set=closeness(_pieces(view), has_qr=bool(view.qr)))


def _pieces(view: SheetView) -> Iterator[str]:
    yield from (f"<p>{title} {html}" if is_short else f"<h3>{title} {html}" for title, html, is_short in view.parts)
    for title, lines in view.papers.lists:
        yield f"<h4>{title}" + "".join(f"<li>{words}" for words, _ in lines)
    yield from (f"<p>{line}" for line in (view.name, view.papers.count, view.sets, view.place, view.forms_line) if line)
    yield from (f"<li>{line}" for line in (*view.where, *view.channels, *view.forms))


def _sheet_view(context: Context, procedure: Procedure, page_url: str) -> SheetView:
    labels = context.labels
    version = context.library.versions[procedure.code]
    address = f"{urls.procedure_url(procedure.code)}?ma={version}"
    base = context.config.base_url
    found = understood_in(context, procedure)
    where, channels = tuple(where_lines(context, procedure)), tuple(channel_lines(context, procedure, found))
    place = run_in((*where, *channels), ". ")
    forms = _forms(context, procedure)
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
        place=place,
        where=() if place else where,
        channels=() if place else channels,
        forms_line=run_in(forms, "; "),
        forms=() if run_in(forms, "; ") else forms,
        decision=procedure.announcement or labels("decision.day.none"),
        version=version,
        address=base + address if base else "",
        qr=qr_svg(base + address) if base else "",
    )


def run_in(lines: tuple[str, ...], between: str) -> str:
    """Lines as one that stands behind its heading; "" where they are too long together."""
    *before, last = lines or ("",)
    words = between.join((*(line.strip().rstrip(".") for line in before), last.strip()))
    return words if len(words) <= _RUN_IN else ""


def _forms(context: Context, procedure: Procedure) -> tuple[str, ...]:
    """The forms of a procedure, or why there are none, where that is stated."""
    if isinstance(procedure.forms, Absent):
        return (procedure.forms.reason or context.labels("procedure.absent"),)
    return tuple(_form(context, form) for form in procedure.forms) if isinstance(procedure.forms, tuple) else ()


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
    """The way to the sheet of a procedure in the kit nearest to the citizen; its own page where PDF are made.

    "" for what passes between offices, which hangs nowhere.
    """
    code = procedure.code
    if is_internal(procedure.applicants):
        return ""
    if context.posting:
        return href(urls.sheet_url(code))
    level = nearest_level(procedure.levels)
    pages = context.derived.kit_pages.get(f"{level} {procedure.sector}", 1)
    kit = urls.kit_url(LEVEL_SLUGS[level], procedure.sector)
    return f"{href(urls.list_page(kit, sheet_page(code, pages)))}#{urls.sheet_anchor(code)}"


def single_sheet_keys(context: Context) -> Iterator[str]:
    """The codes whose sheet has a page of its own: only where a PDF is made of each."""
    return (card.code for card in posted(context.derived.shown)) if context.posting else iter(())


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
    agency, deciding = procedure.agency, procedure.competent_agency
    if agency and fold(agency) == fold(deciding):
        yield labels("sheet.agencies"), _lines(context, [agency_line(context, procedure, agency)])
    else:
        yield labels("procedure.agency"), _lines(context, [agency_line(context, procedure, agency)])
        yield labels("procedure.competent_agency"), _lines(context, [agency_line(context, procedure, deciding)])
    yield labels("procedure.result"), _lines(context, procedure.result)
    conditions = procedure.conditions
    html = to_html(conditions) if isinstance(conditions, str) and conditions else _lines(context, conditions)
    yield labels("procedure.conditions"), html
    yield labels("procedure.basis"), _lines(context, ["; ".join(procedure.legal_basis)])


def _part(title: str, html: str) -> tuple[str, str, bool]:
    """A part, and whether it is a paragraph that stands right behind its heading."""
    inside = html.removeprefix("<p>").removesuffix("</p>")
    is_short = len(inside) == len(html) - len("<p></p>") and not _BLOCK.search(inside)
    return title, inside if is_short else html, is_short


def _lines(context: Context, value: object) -> str:
    """Lines of text as HTML: a paragraph, or a list where there are several; why there are none, if stated."""
    if isinstance(value, Absent):
        value = [context.labels("procedure.absent.reason", reason=value.reason or "–")]
    lines = [str(line) for line in value if line] if isinstance(value, list | tuple) else []
    if len(lines) > 1 and (line := run_in(tuple(lines), "; ")):
        lines = [line]
    if len(lines) > 1:
        return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
    return f"<p>{escape(lines[0])}</p>" if lines else ""
