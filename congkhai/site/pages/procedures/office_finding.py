"""How to find the right office where a record knows only its kind: "Ủy ban nhân dân cấp xã" is one in each commune."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.records.agency import Agency
from congkhai.records.procedure import Procedure, is_internal
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.agencies import answering
from congkhai.site.pages.procedures.where import counter_beside, named_agency, office_of, taking_offices, where_fact

_FINDING = "#tim-noi-nop"
_LEVELS = ("commune", "province")


def where_answer(context: Context, procedure: Procedure, href: Href, *, asked: bool = False) -> Fact:
    """Where to hand in; the name of a kind of office leads to how the right one is found, which its page can't tell."""
    fact = where_fact(context, procedure, href, asked=asked)
    kinds = {href(urls.agency_url(one.id)) for one in kinds_of_office(context, procedure)}
    if isinstance(fact.value, str) or not kinds:
        return fact
    value = tuple(part._replace(url=_FINDING) if part.url in kinds else part for part in fact.value)
    return replace(fact, value=value)


def office_finding(context: Context, procedure: Procedure, href: Href) -> RichText:
    """That the office is only a kind, which of them it is, and where its address is found; () where one is named."""
    offices = kinds_of_office(context, procedure)
    if not offices:
        return ()
    labels = context.labels
    level = offices[0].level if len(offices) == 1 and offices[0].level in _LEVELS else "any"
    names = ", ".join(f"“{one.name}”" for one in offices)
    return (
        Segment("text", labels(f"office_finding.{level}", names=names)),
        *_which(context, procedure),
        *_of_places(context, offices, href),
        *_national(context, procedure),
    )


def kinds_of_office(context: Context, procedure: Procedure) -> tuple[Agency, ...]:
    """The agencies that take a dossier and stand for all that are called so; without those whose address is known."""
    if is_internal(procedure.applicants) or procedure.reception_address:
        return ()
    taking = _taking(context, procedure)
    return tuple(one for one in taking if one.general and not (one.contact and one.contact.address))


def _taking(context: Context, procedure: Procedure) -> Iterator[Agency]:
    """The agencies of the registry that the answer names as the place to hand in."""
    office, counter = office_of(context, procedure), counter_beside(procedure)
    if office:
        yield office
    elif counter is None:
        for agency_id, _ in taking_offices(answering(context, procedure, named_agency(procedure))):
            agency = context.library.actors.get(agency_id) if agency_id else None
            if isinstance(agency, Agency):
                yield agency


def _which(context: Context, procedure: Procedure) -> Iterator[Segment]:
    """Of which place the office is, where an editor read it."""
    reading = procedure.reading
    if reading and reading.where:
        basis = ", ".join(reading.legal_basis)
        yield Segment("text", " " + context.labels("office_finding.which", words=reading.where, basis=basis))


def _of_places(context: Context, offices: tuple[Agency, ...], href: Href) -> Iterator[Segment]:
    """Those of some places that have a page here."""
    ended = context.derived.succession.ended
    for one in offices:
        if any(local not in ended for local in context.derived.called_so.get(one.id, ())):
            yield Segment("text", f" {context.labels('office_finding.places')} ")
            yield Segment("link", one.name, href(urls.agency_url(one.id)))
            yield Segment("text", ".")


def _national(context: Context, procedure: Procedure) -> Iterator[Segment]:
    """The page of the national portal, where the record gives it."""
    if procedure.source and procedure.source.url:
        yield Segment("text", f" {context.labels('office_finding.address')} ")
        yield Segment("link", context.labels("office_finding.national"), procedure.source.url)
        yield Segment("text", ".")
