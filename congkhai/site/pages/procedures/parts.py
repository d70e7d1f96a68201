"""The parts of the page of a procedure: steps, dossier, fees, forms, legal basis, decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.reading import Decision
from congkhai.records.absent import Absent
from congkhai.records.procedure import Form, Procedure, StatedBasis
from congkhai.site.pages.documents.documents import DocumentReference, reference
from congkhai.site.pages.page import Context, Href
from congkhai.source.markup import to_html
from congkhai.vietnamese.citation import parse_number

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


def part_of(context: Context, value: object) -> Part:
    """A part that may be absent: conditions, results."""
    if isinstance(value, Absent):
        return Part("", context.labels("procedure.absent.reason", reason=value.reason or "–"))
    if isinstance(value, str) and value:
        return Part(to_html(value), "")
    return Part("", "")


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
            f"{decision.day:%d/%m/%Y}" if decision.day else "–",
            decision.entry.note or "–",
        )
        for decision in reversed(decisions)
    )
