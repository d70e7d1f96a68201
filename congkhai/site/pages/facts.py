"""Facts of a record as key and value, with which its page begins."""

from __future__ import annotations

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.documents.citing import citing_date
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.documents.expired import expired_words
from congkhai.site.pages.page import Context, Href, shown_date


class Fact(Struct, frozen=True):
    """A key and its value; `note` says where it comes from or what it lacks."""

    key: str
    value: RichText | str
    note: RichText | str = ""


def plan_facts(context: Context, plan: Plan, href: Href) -> tuple[Fact, ...]:
    """Who issued the plan, its number, when it was signed and by whom, its size; what the source leaves out is said."""
    labels = context.labels
    signer = ", ".join(part for part in (plan.signer.name, plan.signer.post) if part) if plan.signer else ""
    total = len(context.assignments.of_plan(plan.id))
    years = "plan.fact.year" if plan.last_year == plan.year else "plan.fact.years"
    facts = (
        Fact(labels("plan.fact.tasks"), str(total), labels(years, year=plan.years)),
        Fact(labels("plan.fact.issuer"), actor_links(context, (plan.issuer,), href)),
        Fact(labels("plan.fact.number"), plan.number or "", _text_link(context, plan)),
        Fact(labels("plan.fact.signed"), shown_date(plan.signed) if plan.signed else "", signer),
    )
    stated = tuple(fact for fact in facts if fact.value)
    blank = tuple(fact.key for fact in facts if not fact.value)
    if not blank:
        return stated
    words = "; ".join((blank[0], *(key.lower() for key in blank[1:])))
    notes = "\n".join(fact.note for fact in facts if not fact.value and isinstance(fact.note, str) and fact.note)
    link = () if plan.number else _text_link(context, plan)
    return (*stated, Fact(words, labels("plan.fact.blank"), link or notes))


def _text_link(context: Context, plan: Plan) -> RichText:
    """Where the signed text stands, empty where the record does not know."""
    url = plan.source.url if plan.source else ""
    return (Segment("link", context.labels("plan.fact.source.link"), url),) if url else ()


def plan_basis(context: Context, plan: Plan, href: Href) -> tuple[Fact, ...]:
    """What the plan carries out and stands on; where its text comes from is told at the top of its page."""
    labels = context.labels
    facts = []
    if plan.implements:
        facts.append(Fact(labels("plan.fact.implements"), document_links(context, plan, plan.implements, href)))
    if plan.legal_basis:
        facts.append(Fact(labels("plan.fact.legal_basis"), document_links(context, plan, plan.legal_basis, href)))
    return tuple(facts)


def source_fact(context: Context, plan: Plan) -> Fact:
    """Where the text of a plan comes from: its address, or that the site has none."""
    labels = context.labels
    if plan.source and plan.source.url:
        words = plan.source.text or labels("plan.fact.source.link")
        return Fact(labels("plan.fact.source"), (Segment("link", words, plan.source.url),))
    told, none = plan.source.text if plan.source else "", labels("document.no_address")
    return Fact(labels("plan.fact.source"), told or none, none if told else "")


def document_links(context: Context, plan: Plan, numbers: tuple[str, ...], href: Href) -> RichText:
    """Documents by number as links to their pages, with what became of the expired; others stay text."""
    found: list[Segment] = []
    for number in numbers:
        found += [Segment("text", "; ")] if found else []
        document_id = context.document_of(number, plan.territory, citing_date(plan))
        if document_id:
            title = context.library.documents[document_id].title
            found.append(Segment("link", number, href(urls.document_url(document_id)), title))
            found += expired_words(context, document_id, href)
        else:
            found.append(Segment("text", number))
    return tuple(found)
