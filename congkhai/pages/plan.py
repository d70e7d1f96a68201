"""The page of a plan: facts, the whole annex as one table, who does what, and the duties of each actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from congkhai import urls
from congkhai.annotation import RichText
from congkhai.assignments import Part
from congkhai.exports.twins import plan_twin
from congkhai.markup import plain, to_html
from congkhai.pages.facts import Fact, plan_basis, plan_facts
from congkhai.pages.matrix import MatrixView, plan_matrix
from congkhai.pages.page import Context, Href, Page, PageJob, shortened
from congkhai.pages.rows import RowMaker, TableView, actor_links, columns_of
from congkhai.records.plan import Plan, tasks_below
from congkhai.text import sort_key

# The actors that a plan names: id, name, number of rows.
PlanActors = tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class DutyView:
    """What the plan asks of one actor in its part on carrying it out."""

    actor: str
    agencies: RichText
    summary: str
    time: str


@dataclass(frozen=True, slots=True)
class Option:
    """A link that narrows a list."""

    text: str
    count: int
    url: str
    current: bool = False
    value: str = ""
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """Links that narrow a list in one respect."""

    title: str
    options: tuple[Option, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class PlanView:
    """All that the page of a plan shows."""

    facts: tuple[Fact, ...]
    basis: tuple[Fact, ...]
    summary: str
    note: RichText
    parts: tuple[tuple[str, str, object], ...]
    facets: tuple[Facet, ...]
    table: TableView
    matrix: MatrixView
    duties: tuple[DutyView, ...]
    recipients: tuple[str, ...]
    count: str
    timeline_url: str
    calendar_url: str
    feed_url: str


def make_plan_pages(context: Context) -> Iterator[PageJob]:
    """A page for each plan, and below it one for each actor with that actor's rows."""
    for plan in context.library.plans.values():
        yield partial(_plan_page, context, plan)
        yield from _actor_pages(context, plan)


def _plan_page(context: Context, plan: Plan) -> Page:
    url = urls.plan_url(plan.id)
    href, labels = context.href(url), context.labels
    maker = RowMaker(context, url, plan)
    annotate = context.annotator(url, plan)
    total = sum(1 for _ in plan.tasks())
    view = PlanView(
        facts=plan_facts(context, plan, href),
        basis=plan_basis(context, plan, href),
        summary=to_html(plan.summary),
        note=annotate(plan.note),
        parts=_parts(context, plan),
        facets=(_actor_facet(context, plan_actors(context, plan), plan, href),),
        table=TableView("phu-luc", labels("plan.table"), columns_of(plan), maker.bodies(plan.sections)),
        matrix=plan_matrix(context, plan, href),
        duties=_duties(context, plan, href),
        recipients=plan.recipients,
        count=labels("plan.count", total=total),
        timeline_url=href(urls.timeline_url(url)),
        calendar_url=href(urls.calendar_url(url)),
        feed_url=href(urls.feed_url(url)),
    )
    return Page(
        url,
        "pages/plan.html",
        context.short_name(plan),
        view,
        description=shortened(plain(plan.summary) or plan.title),
        trail=((labels("home.title"), href(urls.HOME)), (labels("plans.title"), href(urls.PLANS))),
        heading=plan.title,
        twin=plan_twin(plan, context.understanding),
        chapter=urls.PLANS,
    )


def _parts(context: Context, plan: Plan) -> tuple[tuple[str, str, object], ...]:
    sections = tuple(
        (
            f"{section.number}. {section.title}" if section.number else section.title,
            f"#{urls.row_anchor(section.id)}",
            sum(1 for _ in tasks_below(section.items)),
        )
        for section in plan.sections
    )
    after = (
        (context.labels("plan.matrix"), "#ai-lam-gi", ""),
        *(((context.labels("plan.duties"), "#to-chuc-thuc-hien", ""),) if plan.responsibilities else ()),
    )
    return (*sections, *after)


def _actor_facet(context: Context, actors: PlanActors, plan: Plan, href: Href, current: str = "") -> Facet:
    options = tuple(
        Option(name, count, href(urls.plan_actor_url(plan.id, actor_id)), current=actor_id == current)
        for actor_id, name, count in actors
    )
    return Facet(context.labels("plan.filter.agency"), options, open=bool(current))


def plan_actors(context: Context, plan: Plan) -> PlanActors:
    """The actors that a plan names (id, name, number of rows), those with most rows first."""
    counts: dict[str, int] = {}
    for row in context.assignments.of_plan(plan.id):
        actors = context.assignments.actors[row.key]
        for actor_id in dict.fromkeys((*actors.lead_agencies, *actors.coordinating_agencies)):
            counts[actor_id] = counts.get(actor_id, 0) + 1
    known = ((key, context.library.actors[key].name, n) for key, n in counts.items() if key in context.library.actors)
    return tuple(sorted(known, key=lambda found: (-found[2], sort_key(found[1]))))


def _duties(context: Context, plan: Plan, href: Href) -> tuple[DutyView, ...]:
    return tuple(
        DutyView(duty.actor, actor_links(context, duty.agencies, href), to_html(duty.summary), duty.time)
        for duty in plan.responsibilities
    )


@dataclass(frozen=True, slots=True)
class PlanActorView:
    """The rows of one actor in one plan."""

    plan_title: str
    plan_url: str
    actor_url: str
    actor: str
    facets: tuple[Facet, ...]
    table: TableView
    count: str


def _actor_pages(context: Context, plan: Plan) -> Iterator[PageJob]:
    actors = plan_actors(context, plan)
    for actor_id, _, _ in actors:
        yield partial(_actor_page, context, plan, actor_id, actors)


def _actor_page(context: Context, plan: Plan, actor_id: str, actors: PlanActors) -> Page:
    name = context.library.actors[actor_id].name
    url = urls.plan_actor_url(plan.id, actor_id)
    href, labels = context.href(url), context.labels
    rows = context.assignments.rows_of(actor_id, Part.LEAD, Part.COORDINATION)
    keep = frozenset(row.task.id for row in rows if row.plan.id == plan.id)
    bodies = RowMaker(context, url, plan).bodies(plan.sections, keep)
    total = sum(1 for _ in plan.tasks())
    view = PlanActorView(
        plan_title=plan.title,
        plan_url=href(urls.plan_url(plan.id)),
        actor_url=href(urls.agency_url(actor_id)),
        actor=name,
        facets=(_actor_facet(context, actors, plan, href, current=actor_id),),
        table=TableView("phu-luc", labels("plan.actor.table", name=name), columns_of(plan), bodies),
        count=labels("design.filter.count", shown=len(keep), total=total),
    )
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("plans.title"), href(urls.PLANS)),
        (context.short_name(plan), href(urls.plan_url(plan.id))),
    )
    title = labels("plan.actor.title", name=name)
    return Page(
        url,
        "pages/plan_actor.html",
        title,
        view,
        description=f"{title}. {plan.title}.",
        trail=trail,
        chapter=urls.PLANS,
    )
