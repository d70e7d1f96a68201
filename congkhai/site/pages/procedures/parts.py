"""The parts of the page of a procedure: steps, dossier, fees, forms, legal basis, decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.reading import Decision, FeeOf, TimeOf
from congkhai.records.absent import Absent
from congkhai.records.procedure import Component, Form, Procedure, StatedBasis, Submission
from congkhai.site.pages.documents.documents import DocumentReference, reference
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.amount_words import fee_words, time_words
from congkhai.source.markup import to_html
from congkhai.vietnamese.citation import parse_number
from congkhai.vietnamese.quantity import read_duration, read_fee

# A step: a number with a dot at the beginning of a line, up to the next one.
_STEP = re.compile(r"^(\d{1,2})\.[ \t]+", re.MULTILINE)


class StepsView(Struct, frozen=True):
    """The steps: words before, the path (safe HTML each), words after; a text without numbers is all `before`."""

    before: str
    path: tuple[str, ...]
    after: str


class FormLink(Struct, frozen=True):
    """A form: its name, its address ("" where there is none), and what a file of ours is: "DOCX, 34 KB"."""

    name: str
    url: str
    file: str = ""


class PaperView(Struct, frozen=True):
    """A paper of a checklist."""

    id: str
    text: str
    copies: str
    note: str
    form: FormLink | None


class ChecklistView(Struct, frozen=True):
    """The papers of one case."""

    key: str
    title: str
    entries: tuple[PaperView, ...]


class ChannelRow(Struct, frozen=True):
    """A way of handing in, as a row of the fee table."""

    channel: str
    time: RichText | str
    fee: str
    signed: str
    note: str


class Part(Struct, frozen=True):
    """A part the law lists as "if any": its HTML, or why it is not there."""

    html: str
    absent: str


def steps_view(text: str) -> StepsView:
    """Steps that are numbered 1, 2, 3 … become a path; what stands around them stays prose."""
    starts = list(_STEP.finditer(text))
    if len(starts) < 2 or [int(found[1]) for found in starts] != list(range(1, len(starts) + 1)):
        return StepsView(to_html(text), (), "")
    bounds = [*(found.start() for found in starts[1:]), len(text)]
    items = [text[found.end() : bound] for found, bound in zip(starts, bounds, strict=True)]
    last, _, after = items[-1].partition("\n\n")
    path = (*items[:-1], last)
    return StepsView(
        to_html(text[: starts[0].start()]), tuple(to_html(_outdented(item)) for item in path), to_html(after)
    )


def _outdented(item: str) -> str:
    first, *rest = item.strip().split("\n")
    return "\n".join([first, *(line.removeprefix("   ") for line in rest)])


def checklists(context: Context, procedure: Procedure, href: Href) -> Iterator[ChecklistView]:
    """A checklist for each case of the dossier; a paper names its form by name or file."""
    forms = procedure.forms if isinstance(procedure.forms, tuple) else ()
    links = [(form, form_link(context, form, href)) for form in forms]
    by_name = {name: link for form, link in links if link.url for name in (form.name, form.file) if name}
    for number, case in enumerate(procedure.dossier, start=1):
        title = case.case or context.labels("procedure.dossier.one")
        entries = tuple(
            _paper(context, component, f"giay-{number}-{index}", by_name)
            for index, component in enumerate(case.components, start=1)
        )
        yield ChecklistView(f"{procedure.code}-{number}", title, entries)


def _paper(context: Context, component: Component, anchor: str, forms: dict[str, FormLink]) -> PaperView:
    form = forms.get(component.form)
    note = [component.note] if component.note else []
    if component.form and not form:
        note.append(context.labels("procedure.form", name=component.form))
    name = component.name or context.labels("procedure.paper.unnamed")
    return PaperView(anchor, name, copies_words(context, component), "\n".join(note), form)


def copies_words(context: Context, component: Component) -> str:
    """How many originals and copies, as far as the source says."""
    return _copies(context.labels, component.originals, component.copies)


@lru_cache(maxsize=256)
def _copies(labels: Labels, originals: int | None, copies: int | None) -> str:
    counted = (("originals", originals), ("copies", copies))
    return ", ".join(labels(f"procedure.{kind}", n=number) for kind, number in counted if number)


def channel_rows(context: Context, procedure: Procedure) -> Iterator[ChannelRow]:
    """The ways of handing in, each with its time and fee as understood and as written."""
    labels = context.labels
    for row in procedure.submission:
        time = time_words(labels, read_duration(row.time)) if row.time else labels("procedure.none_at_source")
        fee = fee_words(labels, read_fee(row.fee)) if row.fee else labels("procedure.none_at_source")
        signed = " · ".join(f"“{text}”" for text in (row.time, row.fee) if text)
        yield ChannelRow(channel_name(context, row), time, fee, signed, row.note)


def channel_name(context: Context, row: Submission) -> str:
    """What a way of handing in is called."""
    return context.labels(f"procedure.channel.{row.channel or 'unknown'}")


def fee_rows(context: Context, fees: tuple[FeeOf, ...]) -> tuple[tuple[str, str, str], ...]:
    """The fees of the procedure as a whole: kind, as understood, as written."""
    labels = context.labels
    return tuple(
        (labels(f"procedure.fee.{fee.kind or 'any'}"), fee_words(labels, fee.reading), fee.reading.text)
        for fee in fees
        if fee.channel is None
    )


def time_facts(context: Context, times: tuple[TimeOf, ...]) -> tuple[Fact, ...]:
    """The processing times as understood, each with its original words."""
    labels = context.labels
    return tuple(
        Fact(
            labels(f"procedure.channel.{time.channel}") if time.channel else labels("procedure.time.whole"),
            time_words(labels, time.reading),
            labels("procedure.signed", text=time.reading.text),
        )
        for time in times
    )


def part_of(context: Context, value: object) -> Part:
    """A part that may be absent: conditions, results."""
    if isinstance(value, Absent):
        return Part("", context.labels("procedure.absent.reason", reason=value.reason or "–"))
    if isinstance(value, str) and value:
        return Part(to_html(value), "")
    return Part("", context.labels("procedure.not_stated"))


def form_links(context: Context, procedure: Procedure, href: Href) -> tuple[FormLink, ...]:
    """The forms of a procedure."""
    forms = procedure.forms if isinstance(procedure.forms, tuple) else ()
    return tuple(form_link(context, form, href) for form in forms)


def form_link(context: Context, form: Form, href: Href) -> FormLink:
    """A form as a file of this portal where there is one, else at the address it names."""
    file = context.library.files.get(form.file)
    if file is None:
        return FormLink(form.name or form.file, form.url)
    kilobytes = max(1, round(file.size / 1024))
    words = context.labels("procedure.form.file", type=file.type.lstrip(".").upper(), size=kilobytes)
    return FormLink(form.name or form.file, href(urls.file_url(file.path)), words)


def basis_references(context: Context, procedure: Procedure, href: Href) -> Iterator[DocumentReference]:
    """The legal bases as references to the register; one that is not in it has the title its source states."""
    stated = {_number(basis): basis.title for basis in procedure.stated_basis}
    for number in procedure.legal_basis:
        document = context.library.documents.get(context.document_of(number, "", ""))
        if document:
            found = reference(context, document, href)
            yield found if found.title else replace(found, title=stated.get(number, ""))
        else:
            title = stated.get(number) or context.labels("procedure.basis.unknown")
            yield DocumentReference(number, "", title, "", "", "", None)


def _number(basis: StatedBasis) -> str:
    """The number of a stated basis in the spelling of legal_basis."""
    reading = parse_number(basis.number or basis.title)
    return reading.number.text if reading.number else basis.number


def history_rows(
    context: Context, decisions: tuple[Decision, ...], href: Href
) -> tuple[tuple[RichText | str, ...], ...]:
    """The decisions about a procedure, the newest first: number, change, day, note."""
    labels = context.labels
    return tuple(
        (
            (Segment("link", decision.announcement.number, href(urls.decision_url(decision.announcement.id))),),
            labels(f"procedure.change.{decision.entry.change or 'unknown'}"),
            f"{decision.day:%d/%m/%Y}" if decision.day else labels("procedure.none_at_source"),
            decision.entry.note or "–",
        )
        for decision in reversed(decisions)
    )
