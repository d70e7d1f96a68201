"""The legal bases on the page of a procedure: each that its source states, with its own title."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from congkhai.foundation.text import slug
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.documents.validity import expired_bases, period_over
from congkhai.records.document import Document
from congkhai.records.procedure import Procedure, StatedBasis
from congkhai.site.pages.documents.documents import DocumentReference, reference
from congkhai.site.pages.page import Context, Href
from congkhai.vietnamese.citation import parse_number


def basis_references(context: Context, procedure: Procedure, href: Href) -> Iterator[DocumentReference]:
    """The legal bases in their order; several may share a number, and what the source words otherwise is shown too."""
    stated: dict[str, dict[StatedBasis, None]] = {}
    for basis in procedure.stated_basis:
        stated.setdefault(_number(basis), {})[basis] = None
    for number in dict.fromkeys((*procedure.legal_basis, *stated)):
        yield from _of_number(context, number, tuple(stated.get(number, ())), href)


def limited_bases(context: Context, procedure: Procedure) -> Iterator[str]:
    """That the legal bases are, by their titles, for a period that is over: whether anything follows, nobody says."""
    found: dict[tuple[str, str], list[str]] = {}
    titles = {_number(basis): basis.title for basis in procedure.stated_basis if basis.title}
    for number in procedure.legal_basis:
        document = context.library.documents.get(context.document_of(number, "", ""))
        title = (document.title if document else "") or titles.get(number, "")
        if period := period_over(title, context.today):
            found.setdefault(period, []).append(number)
    for (first, last), numbers in found.items():
        yield context.labels("procedure.basis.period", numbers=", ".join(numbers), first=first, last=last)


def expired_references(context: Context, procedure: Procedure, href: Href) -> Iterator[tuple[str, RichText]]:
    """The expired documents a procedure stands on, each with what took its place."""
    bases = expired_bases(procedure.legal_basis, context.library, context.citations, context.today)
    for basis in bases:
        successors: list[Segment] = []
        for number in basis.document.repealed_by:
            document_id = context.document_of(number, "", "")
            successors += [Segment("text", "; ")] if successors else []
            url = href(urls.document_url(document_id)) if document_id else ""
            successors.append(Segment("link" if url else "text", number, url))
        day = f"{basis.document.expired:%d/%m/%Y}"
        yield context.labels("procedure.expired", number=basis.number, day=day), tuple(successors)


def _of_number(
    context: Context, number: str, stated: tuple[StatedBasis, ...], href: Href
) -> Iterator[DocumentReference]:
    """The bases of one number; of several, those are the register's document that its title fits."""
    document = context.library.documents.get(context.document_of(number, "", ""))
    known = _with_validity(context, document, reference(context, document, href)) if document else None
    if not stated:
        unknown = context.labels("procedure.basis.unknown")
        yield known or DocumentReference(number, "", unknown, "", "", "", None)
    for basis in stated:
        if known and (len(stated) == 1 or _fits(basis.title, known.title)):
            yield _with_stated(known, basis)
        else:
            yield _as_stated(context, number, basis)


def _with_validity(context: Context, document: Document, shown: DocumentReference) -> DocumentReference:
    """A reference with the days from which its record knows the document to hold, and to hold no more."""
    days = (("effective", document.effective), ("ends", document.expired))
    words = (context.labels(f"procedure.basis.{name}", day=f"{day:%d/%m/%Y}") for name, day in days if day)
    return replace(shown, issued="; ".join(filter(None, (shown.issued, *words))))


def _fits(title: str, known: str) -> bool:
    """Whether two titles name one document: one of them holds the words of the other."""
    return bool(slug(known)) and (slug(known) in slug(title) or slug(title) in slug(known))


def _with_stated(known: DocumentReference, basis: StatedBasis) -> DocumentReference:
    title = known.title or basis.title
    shown = slug(f"{known.kind} {known.number} {title} {known.issued}")
    words = (basis.number, basis.title, basis.issuer, basis.date)
    return replace(known, title=title, stated=", ".join(word for word in words if slug(word) not in shown))


def _as_stated(context: Context, number: str, basis: StatedBasis) -> DocumentReference:
    title = basis.title or context.labels("procedure.basis.unknown")
    issued = ", ".join(filter(None, (basis.issuer, basis.date)))
    return DocumentReference(basis.number or number, "", title, issued, "", "", None)


def _number(basis: StatedBasis) -> str:
    """The number of a stated basis in the spelling of legal_basis."""
    reading = parse_number(basis.number or basis.title)
    return reading.number.text if reading.number else basis.number or basis.title
