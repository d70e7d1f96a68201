"""What to say first of a procedure that is over or not yet begun: since when, by which decision, what follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.ending import Ending, ending_of
from congkhai.knowledge.procedures.reading import Decision, Standing, is_shown
from congkhai.records.procedure import Procedure
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.decision_days import day_words
from congkhai.site.pages.procedures.parts import document_links
from congkhai.vietnamese.quantity import base_code


class EndedView(Struct, frozen=True):
    """The notice on top of the page; `past` heads the contents that are folded because they are over, else ""."""

    title: str
    facts: tuple[Fact, ...]
    past: str


def ended_view(
    context: Context, procedure: Procedure, decisions: tuple[Decision, ...], standing: Standing, href: Href
) -> EndedView | None:
    """What to say first; None for a procedure that is posted."""
    if is_shown(standing):
        return None
    title = context.labels(f"procedure.ended.{standing}")
    ending = ending_of(procedure, decisions, standing)
    if ending is None:
        return EndedView(title, (), "")
    facts = tuple(fact for fact in _facts(context, ending, href) if fact.value)
    return EndedView(title, facts, context.labels("procedure.ended.past"))


def ended_words(context: Context, procedure: Procedure, decisions: tuple[Decision, ...], standing: Standing) -> str:
    """The end of a procedure in one line, for lists: by which decision, of which day; "" for one that is not over."""
    ending = ending_of(procedure, decisions, standing)
    if ending is None or ending.decision is None:
        return ""
    announcement = ending.decision.announcement
    number = context.labels("decision.heading", number=announcement.number)
    return " ".join(filter(None, (number, day_words(context.labels, announcement))))


def ended_tag(context: Context, procedure: Procedure, standing: Standing) -> str:
    """The state of a procedure that is not in force, with what follows it where the record says so."""
    if standing is Standing.REPLACED and procedure.successors:
        return context.labels("procedure.ended.by", codes=", ".join(procedure.successors))
    return context.labels(f"design.state.{standing}")


def _facts(context: Context, ending: Ending, href: Href) -> Iterator[Fact]:
    labels, decision = context.labels, ending.decision
    if decision:
        found = decision.announcement
        link = Segment("link", found.number, href(urls.decision_url(found.id)))
        words = day_words(labels, found)
        note = "" if found.effective else labels("procedure.ended.no_day")
        yield Fact(labels("procedure.ended.decision"), (link, Segment("text", f" {words}")) if words else (link,), note)
        yield Fact(labels("procedure.ended.basis"), document_links(context, decision.entry.documents, href))
    yield Fact(labels("procedure.ended.successors"), _links(context, ending.successors, href))
    beside = _links(context, ending.beside, href)
    if beside:
        yield Fact(labels("procedure.ended.beside"), beside, labels("procedure.ended.beside.note"))
    elif not ending.successors:
        yield Fact(labels("procedure.ended.successors"), labels("procedure.ended.no_successor"))


def _links(context: Context, codes: Iterable[str], href: Href) -> RichText:
    """The procedures of these codes that have a page here, each with its name."""
    found: list[Segment] = []
    for code in codes:
        card = context.library.cards.get(base_code(code))
        if card:
            found += [Segment("text", "\n")] if found else []
            found += [
                Segment("link", card.name, href(urls.procedure_url(card.code))),
                Segment("text", f" ({card.code})"),
            ]
    return tuple(found)
