"""The parts of the page of a procedure that are told in one way: conditions, forms, decisions."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.documents.numbered import meant
from congkhai.knowledge.procedures.reading import Decision
from congkhai.records.absent import Absent
from congkhai.records.announcement import AnnouncedProcedure, Change, ProcedurePart
from congkhai.records.procedure import Form, Procedure
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.decision_days import day_words
from congkhai.source.markup import to_html

Row = tuple[str, ...]


class FormLink(Struct, frozen=True):
    """A form: its name, its address ("" where there is none), and what a file of ours is
    ("DOCX, 34 KB"), or what the source calls its file; `source` is the page of the national portal that has it
    where we have none."""

    name: str
    url: str
    file: str = ""
    source: str = ""


class Part(Struct, frozen=True):
    """A part the law lists as "if any": its HTML, or why it is not there."""

    html: str
    absent: str


def part_of(context: Context, value: object) -> Part:
    """A part that may be absent: conditions, results."""
    if isinstance(value, Absent):
        return Part("", context.labels("procedure.absent.reason", reason=value.reason or "–"))
    if isinstance(value, str) and value:
        return Part(to_html(value), "")
    return Part("", "")


def absent_words(context: Context, value: object) -> str:
    """Why a part is not there, as the record states it; "" where it is there, or where nothing is stated."""
    if isinstance(value, Absent):
        return context.labels("procedure.absent.reason", reason=value.reason or "–")
    return ""


def form_links(context: Context, procedure: Procedure, href: Href) -> tuple[FormLink, ...]:
    """The forms of a procedure."""
    forms = procedure.forms if isinstance(procedure.forms, tuple) else ()
    source = procedure.source.url if procedure.source else ""
    links = (form_link(context, form, href) for form in forms)
    return tuple(link if link.url else replace(link, source=source) for link in links)


def form_link(context: Context, form: Form, href: Href) -> FormLink:
    """A form as a file of this portal where there is one, else at the address it names."""
    file = context.library.files.get(form.file)
    if file is None:
        return FormLink(form.name or form.file, form.url, form.file if form.name else "")
    kilobytes = max(1, round(file.size / 1024))
    words = context.labels("procedure.form.file", type=file.type.lstrip(".").upper(), size=kilobytes)
    return FormLink(form.name or form.file, href(urls.file_url(file.path)), words)


def before_and_after(context: Context, decisions: tuple[Decision, ...]) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """For each decision that says so, the newest first: its number, and each part before and after it as signed."""
    rows = ((decision.announcement.number, changed_parts(context, decision.entry)) for decision in reversed(decisions))
    return tuple((number, found) for number, found in rows if found)


def changed_parts(context: Context, entry: AnnouncedProcedure) -> tuple[Row, ...]:
    """The parts of a procedure that a decision changed: part, before, after; "–" for what was not there."""
    parts = [(changed.part.value, changed.before, changed.after) for changed in entry.changes if changed.part]
    if entry.new_name and ProcedurePart.NAME not in (part for part, _, _ in parts):
        parts.insert(0, (ProcedurePart.NAME.value, entry.name, entry.new_name))
    labels = context.labels
    return tuple((labels(f"choice.ProcedurePart.{part}"), old or "–", new or "–") for part, old, new in parts)


def document_links(context: Context, numbers: Iterable[str], href: Href) -> RichText:
    """Documents by number, each a link where it has a page."""
    found: list[Segment] = []
    for number in numbers:
        found += [Segment("text", "; ")] if found else []
        document_id = context.document_of(number, "", "")
        url = href(urls.document_url(document_id)) if document_id else ""
        found.append(Segment("link" if url else "text", number, url))
    return tuple(found)


def _not_told(context: Context, entry: AnnouncedProcedure) -> str:
    """What the data of a decision leave open: which kind of change it is, or what was before."""
    if entry.change is None:
        return context.labels("procedure.history.no_change")
    told = entry.changes or entry.new_name or entry.change not in (Change.AMENDED, Change.REPLACED)
    return "" if told else context.labels("procedure.history.no_before")


def history_rows(
    context: Context, procedure: Procedure, decisions: tuple[Decision, ...], href: Href
) -> tuple[tuple[RichText | str, ...], ...]:
    """The decisions about a procedure, the newest first: number, change, day, note; last the one it states itself.

    That one is left out where it is among the others already.
    """
    labels = context.labels
    rows: list[tuple[RichText | str, ...]] = []
    for decision in reversed(decisions):
        link = href(urls.decision_url(decision.announcement.id))
        rows.append(
            (
                (Segment("link", decision.announcement.number, link),),
                labels(f"procedure.change.{decision.entry.change or 'unknown'}"),
                day_words(labels, decision.announcement) or "–",
                " ".join(filter(None, (decision.entry.note, _not_told(context, decision.entry)))) or "–",
            )
        )
    stated, known = procedure.announcement, {decision.announcement.id for decision in decisions}
    named = meant(stated, context.derived.decisions_called) if stated else ()
    if stated and not known & set(named):
        number: RichText | str = stated
        if len(named) == 1:
            number = (Segment("link", stated, href(urls.decision_url(named[0]))),)
        note = labels(f"procedure.history.{'unlisted' if named else 'no_record'}")
        rows.append((number, labels("procedure.history.stated"), "–", note))
    return tuple(rows)
