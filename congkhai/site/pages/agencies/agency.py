"""The page of an agency, group or phrase: what it leads and coordinates, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.times import time_answer
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.site.exports.twins import actor_twin
from congkhai.site.pages.agencies.actors import actor_links, kind_of, level_of, rows_through_groups, state_of
from congkhai.site.pages.data_links import TWIN, DataLink, subscriptions
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shown_date
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.rows import RowMaker, TableView, columns_of, rows_by_plan
from congkhai.site.pages.plans.scorecards import score_note, scorecard_stats
from congkhai.site.pages.procedures.headlines import time_headline
from congkhai.site.pages.prose import Stat


class ActorPart(Struct, frozen=True):
    """The rows of one plan in which an actor plays one part."""

    plan: LinkView
    table: TableView


class ActorSection(Struct, frozen=True):
    """All rows in which an actor plays one part."""

    id: str
    title: str
    count: int
    plans: tuple[ActorPart, ...]


class ActorView(Struct, frozen=True):
    """All that the page of an actor shows."""

    kind: str
    state: str
    facts: tuple[Fact, ...]
    succession: tuple[Fact, ...]
    parts: tuple[tuple[str, str, int], ...]
    sections: tuple[ActorSection, ...]
    procedures: tuple[LinkView, ...]
    empty: str
    scorecard: tuple[Stat, ...]
    score_note: str
    timeline_url: str
    data: tuple[DataLink, ...]


def agency_page(context: Context, actor_id: str) -> Page:
    """The page of an agency, group or collective phrase."""
    actor = context.library.actors[actor_id]
    procedures = tuple(context.library.cards[code] for code in context.derived.handled.get(actor_id, ()))
    url = urls.agency_url(actor.id)
    href, labels = context.href(url), context.labels
    sections = tuple(_sections(context, actor, url))
    rows = context.assignments.rows_of(actor.id, Part.LEAD, Part.COORDINATION)
    view = ActorView(
        kind=labels(f"actor.kind.{kind_of(actor)}"),
        state=state_of(context, actor) if isinstance(actor, Agency) else "",
        facts=tuple(_facts(context, actor, href)),
        succession=tuple(_succession(context, actor, href)),
        parts=(
            *((section.title, f"#{section.id}", section.count) for section in sections),
            *(((labels("agency.procedures"), "#thu-tuc", len(procedures)),) if procedures else ()),
        ),
        sections=sections,
        procedures=tuple(_procedure_link(context, card, href) for card in procedures),
        empty="" if sections or procedures else labels("agency.empty"),
        scorecard=tuple(scorecard_stats(context, actor.id)),
        score_note=score_note(context, actor.id),
        timeline_url=href(urls.timeline_url(url)) if rows else "",
        data=(TWIN, *(subscriptions(context, url, href, rows) if rows else ())),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("agencies.title"), href(urls.AGENCIES)))
    leads = len(context.assignments.rows_of(actor.id, Part.LEAD))
    description = labels("agency.description", name=actor.name, leads=leads, plans=len(context.library.plans))
    handled = [{"code": one.code, "url": urls.procedure_url(one.code)} for one in procedures]
    twin = {**actor_twin(actor, context.library, context.assignments), "procedures": handled}
    return Page(url, "pages/agency.html", actor.name, view, description, trail, twin, urls.AGENCIES)


def _procedure_link(context: Context, card: ProcedureCard, href: Href) -> LinkView:
    sector = context.library.sectors.get(card.sector)
    time = card.time_words or time_headline(context.labels, time_answer(card.times))
    meta = " · ".join(filter(None, (sector.name if sector else "", time)))
    return LinkView(card.name, href(urls.procedure_url(card.code)), meta)


def _sections(context: Context, actor: Actor, url: str) -> Iterator[ActorSection]:
    rows_of = context.assignments.rows_of
    for name, rows in (
        ("leads", rows_of(actor.id, Part.LEAD)),
        ("coordinates", rows_of(actor.id, Part.COORDINATION)),
        ("through_group", rows_through_groups(context, actor.id)),
    ):
        if rows:
            title = context.labels(f"agency.{name}")
            plans = tuple(_actor_part(context, url, name, plan_rows) for plan_rows in rows_by_plan(rows).values())
            yield ActorSection(name.replace("_", "-"), title, len(rows), plans)


def _actor_part(context: Context, url: str, name: str, rows: tuple[Row, ...]) -> ActorPart:
    plan = rows[0].plan
    href = context.href(url)
    keep = frozenset(row.task.id for row in rows)
    maker = RowMaker(context, url, plan, prefix=f"{name.replace('_', '-')}-{plan.id}-")
    caption = f"{context.labels('agency.' + name)}: {plan.title}"
    table = TableView(
        f"{name.replace('_', '-')}-{plan.id}", caption, columns_of(plan), maker.bodies(plan.sections, keep)
    )
    return ActorPart(LinkView(plan.title, href(urls.plan_url(plan.id))), table)


def _facts(context: Context, actor: Actor, href: Href) -> Iterator[Fact]:
    labels = context.labels
    yield Fact(labels("agency.territory"), context.territory_name(actor.territory))
    if isinstance(actor, Agency):
        if actor.level:
            yield Fact(labels("agency.level"), level_of(context, actor))
        if actor.parent:
            yield Fact(labels("agency.parent"), actor_links(context, (actor.parent,), href))
        if actor.contact:
            found = actor.contact
            hours = labels("answer.note.hours", hours=found.hours) if found.hours else ""
            contact = (found.office, found.address, hours, found.phone, found.email)
            yield Fact(labels("agency.contact"), "\n".join(line for line in contact if line))
    if isinstance(actor, AgencyGroup) and actor.members:
        yield Fact(labels("agency.members"), actor_links(context, actor.members, href), actor.note)
    if actor.aliases:
        yield Fact(labels("agency.aliases"), "; ".join(actor.aliases))
    groups = tuple(
        group.id
        for group in context.library.actors.values()
        if isinstance(group, AgencyGroup) and actor.id in group.members
    )
    if groups:
        yield Fact(labels("agency.groups"), actor_links(context, groups, href))


def _succession(context: Context, actor: Actor, href: Href) -> Iterator[Fact]:
    if not isinstance(actor, Agency):
        return
    labels = context.labels
    valid = actor.valid
    if valid and valid.until:
        yield Fact(
            labels("agency.until"), shown_date(valid.until.isoformat()), _authority(context, valid.document, href)
        )
    if valid and valid.since:
        yield Fact(
            labels("agency.since"), shown_date(valid.since.isoformat()), _authority(context, valid.document, href)
        )
    if actor.successors:
        yield Fact(labels("agency.successors"), actor_links(context, actor.successors, href))
    predecessors = tuple(agency.id for agency in context.library.predecessors(actor.id))
    if predecessors:
        yield Fact(labels("agency.predecessors"), actor_links(context, predecessors, href))
    if actor.note:
        yield Fact(labels("design.note"), actor.note)


def _authority(context: Context, number: str, href: Href) -> RichText:
    if not number:
        return ()
    document_id = context.document_of(number, "", "")
    words = Segment("text", context.labels("agency.by_document") + " ")
    if document_id:
        return (words, Segment("link", number, href(urls.document_url(document_id))))
    return (words, Segment("text", number))
