"""The page of a procedure: the answer on one screen, then every part the law names, each with its own words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import asdict, replace

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.procedures.ending import is_over
from congkhai.knowledge.procedures.reading import Decision, Standing, is_shown, standing_on, state_beside
from congkhai.records.procedure import Procedure, is_internal
from congkhai.site.exports.procedures import procedure_twin
from congkhai.site.linked_data.data_block import data_block
from congkhai.site.linked_data.schema_org import service
from congkhai.site.pages.documents.documents import DocumentReference
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.posting.sheets import sheet_href
from congkhai.site.pages.procedures.agencies import agency_facts
from congkhai.site.pages.procedures.answer import (
    AnswerView,
    Understood,
    answer_view,
    plain_words,
    understood_in,
)
from congkhai.site.pages.procedures.apply_by_words import ApplyByView, apply_by_view
from congkhai.site.pages.procedures.basis import basis_references, expired_references
from congkhai.site.pages.procedures.calculator import CalculatorView
from congkhai.site.pages.procedures.checklists import DossierView, dossier_in
from congkhai.site.pages.procedures.contents import contents_of
from congkhai.site.pages.procedures.decided import DecidedView, decided_view
from congkhai.site.pages.procedures.ended import EndedView, ended_tag, ended_view
from congkhai.site.pages.procedures.fee_parts import FeesView, fees_view
from congkhai.site.pages.procedures.in_force import InForceView, in_force_view
from congkhai.site.pages.procedures.internal import InternalView, calculator_of, internal_view
from congkhai.site.pages.procedures.names import heading_of
from congkhai.site.pages.procedures.office_finding import office_finding
from congkhai.site.pages.procedures.parts import (
    FormLink,
    Part,
    absent_words,
    form_links,
    part_of,
)
from congkhai.site.pages.procedures.process_page import process_facts
from congkhai.site.pages.procedures.report_box import ReportBox, official_copy, report_box
from congkhai.site.pages.procedures.stated_parts import (
    ChannelRow,
    channel_rows,
    read_note,
    read_parts,
    silent_parts,
    time_facts,
)
from congkhai.site.pages.procedures.steps import StepsView, steps_view
from congkhai.site.pages.procedures.where import other_place_words, taker_facts
from congkhai.site.pages.procedures.window_lists import window_list_facts
from congkhai.vietnamese.quantity import base_code


class ProcedureView(Struct, frozen=True):
    """All that the page of a procedure shows."""

    full_name: str
    state: str
    ended: EndedView | None
    usable: bool
    answer: AnswerView
    in_force: InForceView
    expired: tuple[tuple[str, RichText], ...]
    apply_by: ApplyByView | None
    calculator: CalculatorView | None
    steps: StepsView
    dossier: DossierView
    times: tuple[Fact, ...]
    reception: str
    other_place: str
    office_finding: RichText
    channels: tuple[ChannelRow, ...]
    fees: FeesView
    forms: tuple[FormLink, ...]
    forms_absent: str
    conditions: Part
    results: tuple[str, ...]
    results_absent: str
    basis: tuple[DocumentReference, ...]
    decided: DecidedView
    agencies: tuple[Fact, ...]
    official: tuple[str, str]
    report: ReportBox
    note: str
    read_note: str
    read_parts: tuple[str, ...]
    silent: str
    day: str
    version: str
    address: str
    sheet_url: str
    words_url: str
    contents: tuple[tuple[str, str, str], ...] = ()
    internal: InternalView | None = None


def procedure_page(context: Context, code: str) -> Page:
    """The page of a procedure; one that is over keeps its page and says so first."""
    procedure, decisions = context.library.procedures[code], context.derived.decisions.get(base_code(code), ())
    url = urls.procedure_url(code)
    href = context.href(url)
    standing = standing_on(procedure, decisions, context.today)
    version = context.library.versions[code]
    found = _Read(version, understood_in(context, procedure), decisions, standing)
    view = _view(context, procedure, found, href)
    view = replace(view, internal=internal_view(context, procedure))
    view = replace(view, contents=_contents(context, view))
    return Page(
        url,
        "pages/procedure.html",
        _title(procedure, "" if is_shown(standing) else ended_tag(context, procedure, standing)),
        view,
        description=_description(procedure, view),
        trail=_trail(context, procedure, href),
        twin=procedure_twin(procedure, version, found.understood.times, found.understood.fees, decisions, standing),
        chapter=urls.PROCEDURES,
        heading=heading_of(procedure.name),
        data_block=""
        if is_over(standing)
        else data_block(service(procedure, context.library, context.labels, context.address(url))),
    )


def _contents(context: Context, view: ProcedureView) -> tuple[tuple[str, str, str], ...]:
    """The parts of a page; none where they are folded because they are over."""
    if view.ended and view.ended.past:
        return ()
    has_steps, conditions = view.steps.before or view.steps.path, view.conditions.html or view.conditions.absent
    there = {
        **asdict(view),
        "fees": any(asdict(view.fees).values()),
        "steps": has_steps,
        "dossier": view.dossier.lists,
        "conditions": conditions,
    }
    return tuple(contents_of(context.labels, there, internal=view.internal is not None))


class _Read(Struct, frozen=True):
    """What was read from a procedure and said of it."""

    version: str
    understood: Understood
    decisions: tuple[Decision, ...]
    standing: Standing


def _title(procedure: Procedure, state: str) -> str:
    """The name of a procedure for the window, its state first where it is not in force.

    One that is cut is told from its like by the code.
    """
    short = shortened(procedure.name, 70)
    name = short if short == " ".join(procedure.name.split()) else f"{short} ({procedure.code})"
    return f"{state[:1].upper()}{state[1:]}: {name}" if state else name


def _trail(context: Context, procedure: Procedure, href: Href) -> tuple[tuple[str, str], ...]:
    labels, sector = context.labels, context.library.sectors.get(procedure.sector)
    return (
        (labels("home.title"), href(urls.HOME)),
        (labels("procedures.title"), href(urls.PROCEDURES)),
        *(((sector.name, href(urls.sector_url(sector.id))),) if sector else ()),
    )


def _view(context: Context, procedure: Procedure, found: _Read, href: Href) -> ProcedureView:
    standing, version, published, understood = found.standing, found.version, procedure.published, found.understood
    return ProcedureView(
        full_name="" if heading_of(procedure.name) == " ".join(procedure.name.split()) else procedure.name,
        state=state_beside(standing),
        ended=ended_view(context, procedure, found.decisions, standing, href),
        usable=not is_over(standing) and not is_internal(procedure.applicants),
        answer=answer_view(context, procedure, understood, href),
        in_force=in_force_view(context, procedure, found.decisions, standing),
        expired=tuple(expired_references(context, procedure, href)),
        apply_by=apply_by_view(context, procedure) if is_shown(standing) else None,
        calculator=calculator_of(context, procedure, found.standing, understood.time, href),
        steps=steps_view(procedure.steps),
        dossier=dossier_in(context, procedure, understood.papers),
        times=tuple(time_facts(context, procedure, understood)),
        reception=procedure.reception_address,
        other_place=other_place_words(context, procedure),
        office_finding=office_finding(context, procedure, href),
        channels=tuple(channel_rows(context, procedure, understood)),
        fees=fees_view(context, procedure, understood.fees),
        forms=form_links(context, procedure, href),
        forms_absent=absent_words(context, procedure.forms),
        conditions=part_of(context, procedure.conditions),
        results=procedure.result if isinstance(procedure.result, tuple) else (),
        results_absent=absent_words(context, procedure.result),
        basis=tuple(basis_references(context, procedure, href)),
        decided=decided_view(context, procedure, found.decisions, href),
        agencies=tuple(_agencies(context, procedure, href)),
        official=official_copy(context, procedure),
        report=report_box(context, procedure, version, href),
        note=procedure.note,
        read_note=read_note(context, procedure),
        read_parts=read_parts(procedure),
        silent=silent_parts(context, procedure),
        day=f"{published:%d/%m/%Y}" if published else "",
        version=version,
        address=f"/{urls.procedure_url(procedure.code)}",
        sheet_url=sheet_href(context, procedure, href) if is_shown(standing) else "",
        words_url=href(urls.CALENDAR_DATA),
    )


def _agencies(context: Context, procedure: Procedure, href: Href) -> Iterator[Fact]:
    for fact in agency_facts(context, procedure, href):
        yield fact
        if fact.key == context.labels("procedure.agency"):
            yield from taker_facts(context, procedure, href)
    yield from process_facts(context, procedure.code, href)
    yield from window_list_facts(context, procedure.code, href)


def _description(procedure: Procedure, view: ProcedureView) -> str:
    """Time, fee and place in one line, which search engines show below the title; of one not in force, only that."""
    if view.ended:
        return shortened(f"{view.ended.title} {procedure.name}", 200)
    facts = "; ".join(f"{fact.key}: {plain_words(fact.value)}" for fact in view.answer.facts[1:4])
    return shortened(facts or procedure.name, 200)
