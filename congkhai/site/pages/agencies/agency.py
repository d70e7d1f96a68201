"""The page of an agency, group or phrase: what it leads and coordinates, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.own_words import capitalised
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.members import all_in
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.exports.twins import actor_twin
from congkhai.site.pages.agencies.actors import (
    RowsByPart,
    actor_links,
    full_name,
    kind_of,
    level_of,
    rows_by_part,
    state_of,
)
from congkhai.site.pages.agencies.own_plans import OwnPlans, own_plans
from congkhai.site.pages.agencies.procedure_lists import ProcedureList, counter_words, procedure_lists
from congkhai.site.pages.agencies.took_over import (
    EndView,
    called_so,
    end_of,
    namesakes,
    predecessor_links,
    succession_facts,
)
from congkhai.site.pages.data_blocks import agency_block
from congkhai.site.pages.data_links import DataLink, part_files
from congkhai.site.pages.deadlines.all_due import Dated, all_due_of, reports_among, tasks_among
from congkhai.site.pages.deadlines.by_time import QuarterAnswer, quarter_answer
from congkhai.site.pages.deadlines.report_words import reports_owed
from congkhai.site.pages.deadlines.strips import strips_of, task_lines
from congkhai.site.pages.deadlines.times import coming, due_day, silence_of
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.rows import RowMaker, TableView, columns_of, rows_by_plan
from congkhai.site.pages.plans.scorecards import score_note, score_sum, scorecard_stats
from congkhai.site.pages.plans.timeline import has_timeline
from congkhai.site.pages.plans.with_rows import rows_today
from congkhai.site.pages.prose import Stat
from congkhai.site.pages.updates import Updates, actor_updates
from congkhai.site.pictures.weeks import WeekStrip


class ActorPart(Struct, frozen=True):
    """The rows of one plan in which an actor plays one part."""

    plan: LinkView
    count: int
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
    answer: str
    end: EndView | None
    facts: tuple[Fact, ...]
    succession: tuple[Fact, ...]
    predecessors: tuple[LinkView, ...]
    called_so: tuple[LinkView, ...]
    namesakes: tuple[LinkView, ...]
    parts: tuple[tuple[str, str, int], ...]
    sections: tuple[ActorSection, ...]
    procedures: tuple[ProcedureList, ...]
    own: OwnPlans
    empty: str
    scorecard: tuple[Stat, ...]
    score_notes: tuple[str, str]
    timeline_url: str
    compare: tuple[str, str]
    quarter: QuarterAnswer
    report: tuple[str, str]
    strips: tuple[WeekStrip, ...]
    updates: Updates
    data: tuple[DataLink, ...]


def agency_page(context: Context, actor_id: str) -> Page:
    """The page of an agency, group or collective phrase."""
    actor = context.library.actors[actor_id]
    url = urls.agency_url(actor.id)
    href, labels = context.href(url), context.labels
    parts, rows = rows_by_part(context, actor.id), rows_today(context, actor.id)
    sections, due = tuple(_sections(context, parts, url)), all_due_of(context, rows, actor)
    lists = tuple(procedure_lists(context, actor_id, href))
    predecessors, own = predecessor_links(context, actor, href), own_plans(context, actor, href)
    view = ActorView(
        kind=labels(f"actor.kind.{kind_of(actor)}"),
        state=state_of(context, actor),
        answer=" ".join(filter(None, (_answer(context, parts, rows, due), own.words, counter_words(context, actor)))),
        end=end_of(context, actor, href),
        facts=tuple(_facts(context, actor, href)),
        succession=tuple(succession_facts(context, actor, href)),
        predecessors=predecessors,
        called_so=called_so(context, actor, href),
        namesakes=namesakes(context, actor, href),
        parts=tuple(_parts(context, len(predecessors), sections, own, lists)),
        sections=sections,
        procedures=lists,
        own=own,
        empty="" if sections or lists or predecessors or own.words else labels("agency.empty"),
        scorecard=tuple(scorecard_stats(context, actor.id, href(urls.due_url(url)))),
        score_notes=(score_sum(context, parts), _score_note(context, actor, rows, due)),
        timeline_url=href(urls.timeline_url(url)) if has_timeline(context, rows) else "",
        compare=_compare(context, actor, href),
        quarter=quarter_answer(context, rows, due, href(urls.due_url(url))),
        report=_report(context, actor, href),
        strips=strips_of(context, actor.name, task_lines(due, href(urls.due_url(url)))),
        updates=actor_updates(context, actor, url, href),
        data=(context.twin_link(url),),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("agencies.title"), href(urls.AGENCIES)))
    description = f"{actor.name}: {view.answer}" if view.answer else actor.name
    tables = part_files(href, TASKS, urls.AGENCIES, actor.id) if rows else ()
    title, twin = full_name(context, actor), _twin(context, actor)
    page = Page(url, "pages/agency.html", title, view, description, trail, twin, urls.AGENCIES, tables=tables)
    return replace(page, data_block=agency_block(context, actor, url), subscriptions=view.updates.subscribed)


def _twin(context: Context, actor: Actor) -> dict[str, Any]:
    codes = context.derived.handled.get(actor.id, ())
    handled = [{"code": code, "url": urls.procedure_url(code)} for code in codes]
    before = context.derived.predecessors.get(actor.id, ())
    return {**actor_twin(actor, before, context.assignments), "procedures": handled}


def _parts(
    context: Context,
    predecessors: int,
    sections: tuple[ActorSection, ...],
    own: OwnPlans,
    lists: tuple[ProcedureList, ...],
) -> Iterator[tuple[str, str, int]]:
    """The parts of the page with what they count."""
    if predecessors:
        yield context.labels("agency.took_over"), "#nhan-viec", predecessors
    yield from ((section.title, f"#{section.id}", section.count) for section in sections)
    if own.issued:
        yield context.labels("agency.issued"), "#ban-hanh", len(own.issued)
    if own.parts:
        yield context.labels("agency.parts"), "#truc-thuoc", len(own.parts)
    yield from ((one.title, f"#{one.id}", len(one.links)) for one in lists)


def _answer(context: Context, parts: RowsByPart, rows: tuple[Row, ...], due: Iterable[Dated]) -> str:
    """How many tasks an actor leads itself, leads as one of a group and coordinates, and which day comes next.

    Of one that plans do not name, how many it took over.
    """
    labels = context.labels
    said = [labels(f"agency.answer.{name}", n=len(mine)) for name, mine in parts.items() if mine]
    said = said or ([labels("agency.answer.inherited", n=len(rows))] if rows else [])
    if not said:
        return ""
    return f"{capitalised('; '.join(said))}. {_nearest(context, tuple(due))}"


def _score_note(context: Context, actor: Actor, rows: tuple[Row, ...], due: Iterable[Dated]) -> str:
    """Why there is no score; of an actor that leads nothing, what the past deadlines on its page mean."""
    return score_note(context, actor.id) or silence_of(context, rows, tasks_among(due))


def _nearest(context: Context, due: tuple[Dated, ...]) -> str:
    """The next day of a task, or that there is none; the days of reports are told in a line of their own."""
    if item := next(coming(context, tasks_among(due)), None):
        return context.labels("agency.answer.next", day=due_day(context, item))
    return context.labels("agency.answer.reports" if reports_among(due) else "agency.answer.none")


def _compare(context: Context, actor: Actor, href: Href) -> tuple[str, str]:
    """The page that sets the plans side by side which name this kind of agency (words, href); blank without one."""
    kind = context.derived.kind_called(actor.id)
    return (context.labels("compare.link.kind", name=kind.name), href(urls.kind_url(kind.id))) if kind else ("", "")


def _report(context: Context, actor: Actor, href: Href) -> tuple[str, str]:
    """When an actor owes reports on the control of procedures, and the calendar of all; blank where it owes none."""
    words = reports_owed(context, actor)
    return (words, href(urls.REPORTS)) if words else ("", "")


def _sections(context: Context, parts: RowsByPart, url: str) -> Iterator[ActorSection]:
    for name, rows in parts.items():
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
    return ActorPart(LinkView(plan.title, href(urls.plan_url(plan.id))), len(rows), table)


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
    if isinstance(actor, AgencyGroup):
        members = actor_links(context, all_in(actor, context.library), href) or labels("agency.members.none")
        yield Fact(labels("agency.members"), members, actor.note)
    if actor.aliases:
        yield Fact(labels("agency.aliases"), "; ".join(actor.aliases))
    if groups := context.derived.groups_of.get(actor.id, ()):
        yield Fact(labels("agency.groups"), actor_links(context, groups, href))
