"""The page of a plan: facts, the whole annex as one table, who does what, and the duties of each actor."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.records.plan import Plan, tasks_below
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.exports.twins import plan_twin
from congkhai.site.linked_data.data_block import data_block
from congkhai.site.linked_data.schema_org import plan_document
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.comparison.kinds import pair_link
from congkhai.site.pages.data_links import DataLink, part_files
from congkhai.site.pages.deadlines.by_time import QuarterAnswer
from congkhai.site.pages.deadlines.strips import lines_of, strips_of
from congkhai.site.pages.deadlines.times import due_of
from congkhai.site.pages.facts import Fact, plan_basis, plan_facts, source_fact
from congkhai.site.pages.filters import Facet, Field
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.chain import ChainView, plan_chain
from congkhai.site.pages.plans.hierarchy import plans_above, plans_below
from congkhai.site.pages.plans.matrix import MatrixView, most_leading, plan_matrix, split
from congkhai.site.pages.plans.neighbours import neighbour_facts
from congkhai.site.pages.plans.objectives import ObjectiveView, objectives_of
from congkhai.site.pages.plans.over import notices_of, quarter_of, silence_of_plan
from congkhai.site.pages.plans.owed import OwedView, owed_views
from congkhai.site.pages.plans.plan_filters import (
    fitted,
    narrowed_keys,
    narrowed_page,
    plan_facets,
    plan_fields,
    section_name,
)
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.rows import ChapterView, RowMaker, TableView, chapters_of, columns_of
from congkhai.site.pages.updates import Updates, plan_updates
from congkhai.site.pictures.weeks import WeekStrip
from congkhai.source.markup import plain, to_html

# How many actors of a plan are shown at once; the others are shown on request.
_FIRST_ACTORS = 10


class DutyView(Struct, frozen=True):
    """What the plan asks of one actor in its part on carrying it out."""

    actor: str
    agencies: RichText
    summary: str
    time: str


class PlanView(Struct, frozen=True):
    """All that the page of a plan shows."""

    notices: tuple[str, ...]
    facts: tuple[Fact, ...]
    neighbours: tuple[Fact, ...]
    basis: tuple[Fact, ...]
    summary: str
    note: RichText
    parts: tuple[tuple[str, str, object], ...]
    facets: tuple[Facet, ...]
    fields: tuple[Field, ...]
    chapters: tuple[ChapterView, ...]
    matrix: tuple[MatrixView, MatrixView | None]
    strips: tuple[WeekStrip, ...]
    chain: ChainView | None
    objectives: tuple[ObjectiveView, ...]
    duties: tuple[DutyView, ...]
    recipients: tuple[str, ...]
    count: str
    leaflet_url: str
    timeline_url: str
    owed: tuple[OwedView, ...]
    related: tuple[tuple[str, str, tuple[LinkView, ...]], ...]
    has_pairs: bool
    quarter: QuarterAnswer
    silence: RichText
    updates: Updates
    data: tuple[DataLink, ...]


def plan_keys(context: Context) -> Iterator[str]:
    """A key for each plan, and one for each actor and each section of it that has a page with its rows."""
    for plan in context.library.plans.values():
        yield plan.id
        yield from (f"{plan.id} {key}" for key in narrowed_keys(context, plan))


def plan_page(context: Context, key: str) -> Page:
    """The page of a plan, or of its rows of one actor or one section."""
    plan_id, _, narrowed = key.partition(" ")
    plan = context.library.plans[plan_id]
    return narrowed_page(context, plan, narrowed) if narrowed else _plan_page(context, plan)


def _plan_page(context: Context, plan: Plan) -> Page:
    url, labels = urls.plan_url(plan.id), context.labels
    href = context.href(url)
    view = _view(context, plan, url, href)
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
        data_block=data_block(plan_document(plan, context.library, context.address(url))),
        subscriptions=view.updates.subscribed,
        tables=part_files(href, TASKS, urls.PLANS, plan.id, workbook=True),
    )


def _view(context: Context, plan: Plan, url: str, href: Href) -> PlanView:
    labels = context.labels
    maker = RowMaker(context, url, plan)
    annotate = context.annotator(url, plan)
    fields = plan_fields(context, plan)
    bodies = fitted(maker.bodies(plan.sections), fields)
    rows = context.assignments.of_plan(plan.id)
    due = due_of(context, rows)
    matrix = plan_matrix(context, plan, href)
    return PlanView(
        notices=tuple(notices_of(context, plan)),
        facts=plan_facts(context, plan, href),
        neighbours=_beside(context, plan, matrix, href),
        basis=plan_basis(context, plan, href),
        summary=to_html(plan.summary),
        note=annotate(plan.note),
        parts=_parts(context, plan),
        facets=plan_facets(context, plan, href),
        fields=fields,
        chapters=chapters_of(TableView("phu-luc", labels("plan.table"), columns_of(plan), bodies)),
        matrix=split(matrix, _FIRST_ACTORS),
        strips=strips_of(context, context.short_name(plan), lines_of(due, href(urls.due_url(url)))),
        chain=plan_chain(context, plan, href),
        objectives=objectives_of(context, plan, annotate, href),
        duties=_duties(context, plan, href),
        recipients=plan.recipients,
        count=labels("plan.count", total=len(rows)),
        leaflet_url=href(urls.leaflet_url(plan.id)),
        timeline_url=href(urls.timeline_url(url)),
        owed=owed_views(context, plan, href),
        related=tuple(_related(context, plan, href)),
        has_pairs=bool(context.derived.pairs_of(plan.id)),
        quarter=quarter_of(context, plan, due, href(urls.due_url(url))),
        silence=silence_of_plan(context, plan, href),
        updates=plan_updates(context, plan, url, href),
        data=(context.twin_link(url),),
    )


def _beside(context: Context, plan: Plan, matrix: MatrixView, href: Href) -> tuple[Fact, ...]:
    """Who leads most, where the text comes from, and the plans before and after."""
    most = most_leading(context, matrix, "#ai-lam-gi")
    return (*most, source_fact(context, plan), *neighbour_facts(context, plan, href))


def _related(context: Context, plan: Plan, href: Href) -> Iterator[tuple[str, str, tuple[LinkView, ...]]]:
    """Other plans by what ties them to this one: anchor, words, links; only where there are any."""
    pairs = tuple(pair_link(context, pair, n, href) for pair, n in context.derived.pairs_of(plan.id))
    above, below = plans_above(context, plan, href), plans_below(context, plan, href)
    parts = (("cap-tren", "carrying.title", above), ("cap-duoi", "carrying.plans_below", below))
    for anchor, key, links in (*parts, ("so-sanh", "compare.link.pairs", pairs)):
        if links:
            yield anchor, context.labels(key), links


def _parts(context: Context, plan: Plan) -> tuple[tuple[str, str, object], ...]:
    sections = tuple(
        (
            section_name(section),
            f"#{urls.row_anchor(section.id)}",
            sum(1 for _ in tasks_below(section.items)),
        )
        for section in plan.sections
    )
    after = (
        (context.labels("plan.matrix"), "#ai-lam-gi", ""),
        *(((context.labels("plan.summary"), "#tom-tat", ""),) if plan.summary else ()),
        *(((context.labels("objectives.title"), f"#{urls.OBJECTIVES}", ""),) if plan.objectives else ()),
        *(((context.labels("plan.duties"), "#to-chuc-thuc-hien", ""),) if plan.responsibilities else ()),
        *(((context.labels("plan.basis"), "#can-cu", ""),) if plan.implements or plan.legal_basis or plan.note else ()),
    )
    return (*sections, *after)


def _duties(context: Context, plan: Plan, href: Href) -> tuple[DutyView, ...]:
    return tuple(
        DutyView(duty.actor, actor_links(context, duty.agencies, href), to_html(duty.summary), duty.time)
        for duty in plan.responsibilities
    )
