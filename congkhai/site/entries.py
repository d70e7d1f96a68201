"""The records as search sees them: one entry a page, made of plain values."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from congkhai.knowledge import urls
from congkhai.knowledge.plans.succession import last_day
from congkhai.records.agency import Actor, Agency
from congkhai.records.announcement import Announcement
from congkhai.records.document import Document
from congkhai.records.plan import Plan
from congkhai.records.prose import ProsePage
from congkhai.records.sector import LifeEvent
from congkhai.site.pages.documents.documents import title_beside_kind
from congkhai.site.pages.page import Context, shortened
from congkhai.site.pages.procedures.decision_words import about_words, count_words, when_words
from congkhai.site.procedure_entries import BODY, procedure_entry, said
from congkhai.site.search import Entry
from congkhai.source.markup import plain
from congkhai.vietnamese.quantity import base_code

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Row

# Pages of no record that people ask for by name: address, the beginning of their labels, how far they reach.
_CHAPTERS = (
    (urls.FEEDBACK, "feedback", 6),
    (urls.SUCCESSION, "succession", 2),
    (urls.TARGETS, "targets", 2),
    (urls.KINDS, "kinds", 2),
    (urls.COMPARISON, "compare", 2),
    (urls.REPORTS, "reports", 2),
    (urls.CHANGES, "changes", 2),
    (urls.OPEN_DATA, "data", 2),
)
# Those of them that only plans fill.
_OF_PLANS = (urls.TARGETS, urls.KINDS, urls.COMPARISON)

# How much less an agency is asked for that no plan and no procedure names, and a decision than what it is about.
_IDLE = -3
# And one that has ended: of those called alike, one that exists is meant first.
_OVER = -6

MakeEntry = Callable[[], Entry]


def entries(context: Context) -> Iterator[Entry]:
    """Every record page as search sees it."""
    yield from (procedure_entry(context, code) for code in context.library.cards)
    yield from (make() for _, make in entry_makers(context))


def entry_makers(context: Context) -> Iterator[tuple[str, MakeEntry]]:
    """How the entry of every record that is no procedure is made, by the id of its card ("plan:truc-ninh-2022")."""
    library = context.library
    for plan in library.plans.values():
        yield f"plan:{plan.id}", partial(_plan, context, plan)
    for row in context.assignments.rows:
        yield f"task:{row.plan.id}/{row.task.id}", partial(_task, context, row)
    for actor in library.actors.values():
        yield f"agency:{actor.id}", partial(_actor, context, actor)
    for document in library.documents.values():
        yield f"document:{document.id}", partial(_document, context, document)
    for decision in library.announcements.values():
        yield f"announcement:{decision.id}", partial(_decision, context, decision)
    for event in library.life_events.values():
        yield f"life_event:{event.id}", partial(_life_event, context, event)
    for page in library.prose.values():
        yield f"page:{page.id}", partial(_prose, page)
    for url, name, reach in _CHAPTERS:
        if url in _OF_PLANS and not library.plans:
            continue
        yield f"page:/{url}", partial(_chapter, context, url, name, reach)


def _plan(context: Context, plan: Plan) -> Entry:
    issuer = context.library.actors.get(plan.issuer)
    name = issuer.name if issuer else ""
    return Entry(
        id=f"plan:{plan.id}",
        url=urls.plan_url(plan.id),
        title=plan.title,
        kind="plan",
        code=plan.number,
        agency=name,
        territory=_territory(context, plan.territory),
        body=said(plan.summary)[:BODY],
        facets=(("kind", "plan"), ("plan", context.short_name(plan))),
        summary=" · ".join(part for part in (plan.number, name, plan.years) if part),
    )


def _task(context: Context, row: Row) -> Entry:
    from congkhai.site.pages.deadlines.times import title_of
    from congkhai.site.pages.plans.states import row_state

    task, time = row.task, context.times[row.key]
    leads = [
        context.library.actors[key].name
        for key in context.assignments.actors[row.key].lead_agencies
        if key in context.library.actors
    ]
    state = context.labels(f"design.state.{row_state(context, row.key)[0]}")
    facets = [("kind", "task"), ("plan", context.short_name(row.plan)), ("state", state)]
    facets += [("agency", name) for name in leads]
    if time.deadline:
        facets.append(("due", time.deadline.isoformat()[:7]))
    return Entry(
        id=f"task:{row.plan.id}/{task.id}",
        url=urls.task_url(*row.key),
        title=shortened(title_of(row), 300),
        kind="task",
        agency="; ".join(leads),
        territory=_territory(context, row.plan.territory),
        body="\n".join(part for part in (task.deliverable_read, task.time, task.coordination) if part),
        facets=tuple(facets),
        summary=f"{context.short_name(row.plan)} · {'; '.join(leads) or task.lead or ''}".rstrip(" ·"),
        deadline=time.deadline.isoformat() if time.deadline else "",
    )


def _actor(context: Context, actor: Actor) -> Entry:
    level = context.labels(f"level.{actor.level}") if isinstance(actor, Agency) and actor.level else ""
    is_over = actor.id in context.derived.succession.ended
    return Entry(
        id=f"agency:{actor.id}",
        url=urls.agency_url(actor.id),
        title=actor.name,
        kind="agency",
        keywords=actor.aliases,
        territory=_territory(context, actor.territory),
        facets=(("kind", "agency"), *((("level", level),) if level else ())),
        summary=" · ".join(dict.fromkeys(part for part in (level, context.territory_name(actor.territory)) if part)),
        reach=_OVER * is_over + _IDLE * (not _is_busy(context, actor)),
        state=_ended_words(context, actor) if is_over else "",
    )


def _territory(context: Context, territory_id: str) -> str:
    """The names of a territory and of those above it."""
    return "; ".join(context.territory_name(one) for one in context.library.territory_chain(territory_id))


def _ended_words(context: Context, actor: Actor) -> str:
    """That an actor has ended, and whose it was: offices of the same name go on elsewhere."""
    place = context.territory_name(actor.territory)
    day = last_day(context.library, actor)
    if place and day:
        return context.labels("entry.ended.since", place=place, day=f"{day + datetime.timedelta(days=1):%d/%m/%Y}")
    return context.labels("entry.ended.place", place=place) if place else context.labels("design.state.ended")


def _is_busy(context: Context, actor: Actor) -> bool:
    """Whether plans or procedures give an actor work: of those called alike it is the one meant."""
    works = (context.assignments.by_actor, context.derived.handled, context.derived.handed_in)
    return any(bool(work.get(actor.id)) for work in works)


def _life_event(context: Context, event: LifeEvent) -> Entry:
    names = [context.library.cards[code].name for code in event.procedures if code in context.library.cards]
    return Entry(
        id=f"life_event:{event.id}",
        url=urls.procedures_url("su-kien", event.id),
        title=event.name,
        kind="life_event",
        body="\n".join(names),
        facets=(("kind", "life_event"),),
        summary=shortened("; ".join(names), 160),
        reach=6,
    )


def _document(context: Context, document: Document) -> Entry:
    kind = context.labels.get(f"document.type.{document.type}", document.type)
    return Entry(
        id=f"document:{document.id}",
        url=urls.document_url(document.id),
        title=shortened(f"{kind} {document.number} {title_beside_kind(kind, document.title)}", 300),
        kind="document",
        code=document.number,
        territory=_territory(context, document.territory),
        facets=(("kind", "document"),),
        summary=document.note and shortened(document.note, 160),
    )


def _decision(context: Context, decision: Announcement) -> Entry:
    """An announcing decision, found also by the codes that it names and that have no page here."""
    labels, library = context.labels, context.library
    issuer = library.actors.get(decision.issuer)
    about = "" if decision.title else about_words(context, decision)
    when = (issuer.name if issuer else "", when_words(context, decision))
    parts = (count_words(context, decision), about, *when)
    named = dict.fromkeys(base_code(entry.code) for entry in decision.entries if entry.code)
    return Entry(
        id=f"announcement:{decision.id}",
        url=urls.decision_url(decision.id),
        title=shortened(f"{labels('decision.heading', number=decision.number)} {decision.title}".strip(), 300),
        kind="announcement",
        code=decision.number,
        named=tuple(code for code in named if code not in library.cards),
        facets=(("kind", "announcement"),),
        summary=shortened(" · ".join(filter(None, parts)), 220),
        reach=_IDLE,
    )


def _chapter(context: Context, url: str, name: str, reach: int) -> Entry:
    """A page that is no record's, by all the names people give it ("feedback.keywords")."""
    labels = context.labels
    return Entry(
        id=f"page:/{url}",
        url=url,
        title=labels(f"{name}.title"),
        kind="page",
        keywords=tuple(labels(f"{name}.keywords").split("; ")),
        facets=(("kind", "page"),),
        summary=labels.get(f"{name}.summary") or labels(f"{name}.intro"),
        reach=reach,
    )


def _prose(page: ProsePage) -> Entry:
    body = plain(page.body)
    return Entry(
        id=f"page:{page.id}",
        url=urls.prose_url(page.id),
        title=page.title,
        kind="page",
        body=body[:BODY],
        facets=(("kind", "page"),),
        summary=page.description or shortened(body),
    )
