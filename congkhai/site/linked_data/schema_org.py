"""Records as things of schema.org: procedures are services, agencies organisations, documents legislation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.records.agency import Actor, Agency, Contact
from congkhai.records.document import Document
from congkhai.records.plan import Plan
from congkhai.records.procedure import Procedure
from congkhai.site.linked_data.data_block import known

# The address of a page of this site, absolute or as seen from the page that holds the block.
Href = Callable[[str], str]
Node = dict[str, Any]
_COUNTRY = {"@type": "Country", "name": "Việt Nam"}


def service(procedure: Procedure, library: Library, labels: Labels, href: Href) -> Node:
    """A procedure as a GovernmentService."""
    sector = library.sectors.get(procedure.sector)
    operator = procedure.agency or procedure.competent_agency
    channels = dict.fromkeys(row.channel for row in procedure.submission if row.channel)
    audience = ", ".join(labels(f"choice.Applicant.{one}") for one in procedure.applicants)
    return known(
        {
            "@type": "GovernmentService",
            "name": procedure.name,
            "identifier": procedure.code,
            "url": href(urls.procedure_url(procedure.code)),
            "serviceType": sector.name if sector else "",
            "serviceOperator": {"@type": "GovernmentOrganization", "name": operator} if operator else None,
            "areaServed": _COUNTRY,
            "audience": {"@type": "Audience", "audienceType": audience} if audience else None,
            "availableChannel": [
                {"@type": "ServiceChannel", "name": labels(f"choice.Channel.{channel}")} for channel in channels
            ],
        }
    )


def organization(actor: Actor, library: Library, href: Href) -> Node:
    """An agency as a GovernmentOrganization; none for groups and phrases, which are no organisations."""
    if not isinstance(actor, Agency):
        return {}
    contact, valid = actor.contact or Contact(), actor.valid
    return known(
        {
            **named_agency(actor.id, library, href),
            "alternateName": list(actor.aliases),
            "parentOrganization": named_agency(actor.parent, library, href),
            "address": contact.address,
            "telephone": contact.phone,
            "email": contact.email,
            "sameAs": contact.url,
            "foundingDate": _iso(valid.since) if valid else "",
            "dissolutionDate": _iso(valid.until) if valid else "",
        }
    )


def named_agency(actor_id: str, library: Library, href: Href) -> Node:
    """An agency by its name and page, {} where none is known."""
    actor = library.actors.get(actor_id)
    if actor is None:
        return {}
    return {"@type": "GovernmentOrganization", "name": actor.name, "url": href(urls.agency_url(actor.id))}


def legislation(document: Document, library: Library, labels: Labels, href: Href, *, in_force: bool | None) -> Node:
    """A document as Legislation; what it amends and replaces by id; `in_force` is None where that is not known."""
    force = {True: "InForce", False: "NotInForce"}
    return known(
        {
            "@type": "Legislation",
            "name": " ".join(filter(None, (_type_of(document, labels), document.number, document.title))),
            "url": href(urls.document_url(document.id)),
            "legislationIdentifier": document.number,
            "legislationType": _type_of(document, labels),
            "legislationPassedBy": named_agency(document.issuer, library, href),
            "legislationDate": document.issued,
            "legislationLegalForce": f"https://schema.org/{force[in_force]}" if in_force is not None else "",
            "legislationChanges": list(_pages(document.amends, library, href)),
            "legislationRepeals": list(_pages(document.replaces, library, href)),
            "inLanguage": "vi",
        }
    )


def _type_of(document: Document, labels: Labels) -> str:
    return labels.get(f"document.type.{document.type}")


def _pages(ids: Iterable[str], library: Library, href: Href) -> Iterable[Node]:
    for key in ids:
        other = library.documents.get(key)
        if other:
            url = href(urls.document_url(key))
            yield {"@type": "Legislation", "legislationIdentifier": other.number, "url": url}


def plan_document(plan: Plan, library: Library, href: Href) -> Node:
    """A plan as a document of its issuer."""
    return known(
        {
            "@type": "DigitalDocument",
            "name": plan.title,
            "identifier": plan.number,
            "url": href(urls.plan_url(plan.id)),
            "author": named_agency(plan.issuer, library, href),
            "dateCreated": plan.signed,
            "datePublished": _iso(plan.published),
            "temporalCoverage": plan.years.replace("–", "/"),
            "inLanguage": "vi",
        }
    )


def due_event(row: Row, time: RowTime, leads: Iterable[str], library: Library, href: Href) -> Node:
    """The day on which a task is due as an Event, {} where no day is known."""
    if not time.due:
        return {}
    organizers = [named_agency(actor, library, href) for actor in leads]
    return known(
        {
            "@type": "Event",
            "name": row.task.title,
            "startDate": _iso(time.due),
            "endDate": _iso(time.due),
            "url": href(urls.task_url(*row.key)),
            "organizer": [one for one in organizers if one],
        }
    )


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
