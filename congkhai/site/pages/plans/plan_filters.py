"""The annex of a plan narrowed to an agency or a section: the links, the form, and the pages the links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.plans.assignments import Part
from congkhai.records.plan import Plan, Section, tasks_below
from congkhai.site.pages.agencies.actors import rows_by_part
from congkhai.site.pages.filters import Facet, Field, Option, field, slots
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.over import silence_of_plan
from congkhai.site.pages.plans.rows import NOTED, BodyView, RowMaker, RowView, TableView, columns_of
from congkhai.site.pages.plans.states import row_state

_ACTOR, _SECTION = "actor", "section"
# The actors that a plan names: id, name, number of rows.
PlanActors = tuple[tuple[str, str, int], ...]


class NarrowedView(Struct, frozen=True):
    """The rows of one actor or one section of a plan."""

    plan_title: str
    plan_url: str
    actor_url: str
    facets: tuple[Facet, ...]
    fields: tuple[Field, ...]
    table: TableView
    count: str
    silence: RichText


def plan_actors(context: Context, plan: Plan) -> PlanActors:
    """The actors of a plan (id, name, number of rows), members of its groups included, those with most rows first."""
    counts: dict[str, int] = {}
    for row in context.assignments.of_plan(plan.id):
        for actor_id in context.assignments.actors[row.key].everyone:
            counts[actor_id] = counts.get(actor_id, 0) + 1
    known = ((key, context.library.actors[key].name, n) for key, n in counts.items() if key in context.library.actors)
    return tuple(sorted(known, key=lambda found: (-found[2], sort_key(found[1]))))


def plan_facets(context: Context, plan: Plan, href: Href, current: str = "") -> tuple[Facet, ...]:
    """The links to the rows of each section and each actor; `current` is the address of the page they stand on."""
    sections = ((section_name(one), _size(one), urls.plan_section_url(plan.id, one.id)) for one in plan.sections)
    actors = ((name, n, urls.plan_actor_url(plan.id, key)) for key, name, n in plan_actors(context, plan))
    facets = []
    for name, choices in (("section", sections), ("agency", actors)):
        options = tuple(Option(text, n, href(url), current=url == current) for text, n, url in choices)
        title = context.labels(f"plan.filter.{name}")
        facets.append(Facet(title, options))
    return tuple(facets)


def plan_fields(context: Context, plan: Plan) -> tuple[Field, ...]:
    """The form beside the links: a section and an actor, which may be chosen together."""
    actors = {key: name for key, name, _ in plan_actors(context, plan)}
    sections = {urls.row_anchor(section.id): shortened(section_name(section), 90) for section in plan.sections}
    labels = context.labels
    return (
        field("section", "b", labels("plan.field.section"), sections),
        field("agency", "a", labels("plan.field.agency"), actors),
        state_field(context, (row.key for row in context.assignments.of_plan(plan.id))),
        *note_field(context, plan),
    )


def note_field(context: Context, plan: Plan) -> tuple[Field, ...]:
    """The choice of the rows of which an editor says something, where the plan has such."""
    if not any(task.note or task.read_by_editor for task in plan.tasks()):
        return ()
    choices = {NOTED: context.labels("plan.field.noted.only")}
    return (field("noted", "d", context.labels("plan.field.noted"), choices),)


def state_field(context: Context, keys: Iterable[tuple[str, str]]) -> Field:
    """The choice of a state, of those that the rows of these keys have."""
    states = dict.fromkeys(row_state(context, key)[0] for key in keys)
    words = {state: context.labels(f"design.state.{state}") for state in states if state}
    return field("state", "c", context.labels("plan.field.state"), words)


def _role_fields(
    context: Context, rows: Iterable[tuple[str, str]], roles: Mapping[tuple[str, str], str]
) -> tuple[Field, ...]:
    """The form on the rows of one actor: the part it plays, and the state."""
    names = {role: context.labels(f"agency.{role}") for role in dict.fromkeys(roles.values())}
    return field("role", "b", context.labels("plan.field.role"), names), state_field(context, rows)


def fitted(bodies: tuple[BodyView, ...], fields: tuple[Field, ...]) -> tuple[BodyView, ...]:
    """The bodies of a table, each row told which choices of the form it fits, and each heading those below it."""
    section, found = "", []
    for body in bodies:
        section = body.id if body.level == 1 and body.id else section
        rows = tuple(_fitted(row, section, fields) for row in body.rows)
        found.append(replace(body, rows=rows, fits=slots(*(row.fits.split() for row in rows))))
    return tuple(replace(body, fits=_with_those_below(found, index)) for index, body in enumerate(found))


def _fitted(row: RowView, section: str, fields: tuple[Field, ...]) -> RowView:
    values = {"section": (section,), "agency": row.agencies.split(), "noted": (row.noted,)}
    values |= {"state": (row.state,), "role": (row.role,)}
    return replace(row, section=section, fits=slots(*(one.fits(values[one.name]) for one in fields)))


def _with_those_below(bodies: list[BodyView], index: int) -> str:
    """The slots of a body and of those that stand under its heading."""
    mine = bodies[index]
    found = [mine.fits.split()]
    for body in bodies[index + 1 :]:
        if not mine.id or (body.id and body.level <= mine.level):
            break
        found.append(body.fits.split())
    return slots(*found)


def section_name(section: Section) -> str:
    """A section with its number."""
    return f"{section.number}. {section.title}" if section.number else section.title


def _size(section: Section) -> int:
    return sum(1 for _ in tasks_below(section.items))


def narrowed_keys(context: Context, plan: Plan) -> Iterator[str]:
    """A key for each actor and each section of a plan."""
    yield from (f"{_ACTOR} {actor_id}" for actor_id, _, _ in plan_actors(context, plan))
    yield from (f"{_SECTION} {section.id}" for section in plan.sections)


def narrowed_page(context: Context, plan: Plan, key: str) -> Page:
    """The page of one actor or one section of a plan with its rows."""
    kind, _, name = key.partition(" ")
    if kind == _ACTOR:
        return _actor_page(context, plan, name)
    return _section_page(context, plan, next(section for section in plan.sections if section.id == name))


def _actor_page(context: Context, plan: Plan, actor_id: str) -> Page:
    name, labels = context.library.actors[actor_id].name, context.labels
    keep = frozenset(row.task.id for row in context.assignments.rows_of(actor_id, *Part, plan_id=plan.id))
    url, title = (
        urls.plan_actor_url(plan.id, actor_id),
        labels("plan.actor.title", name=name, plan=context.short_name(plan)),
    )
    view = _narrowed(context, plan, url, keep, labels("plan.actor.table", name=name))
    parts = rows_by_part(context, actor_id, plan.id)
    roles = {row.key: role for role, found in parts.items() for row in found}
    fields = _role_fields(context, roles, roles)
    bodies = fitted(tuple(_with_roles(plan, body, roles) for body in view.table.bodies), fields)
    table = replace(view.table, bodies=bodies)
    view = replace(view, actor_url=context.href(url)(urls.agency_url(actor_id)), fields=fields, table=table)
    return _page(context, plan, url, title, view)


def _with_roles(plan: Plan, body: BodyView, roles: Mapping[tuple[str, str], str]) -> BodyView:
    """A body whose rows say which part the actor of the page plays in them."""
    of_anchor = {urls.row_anchor(task_id): role for (plan_id, task_id), role in roles.items() if plan_id == plan.id}
    return replace(body, rows=tuple(replace(row, role=of_anchor.get(row.id, "")) for row in body.rows))


def _section_page(context: Context, plan: Plan, section: Section) -> Page:
    keep = frozenset(task.id for task in tasks_below(section.items))
    url, name = urls.plan_section_url(plan.id, section.id), section_name(section)
    view = _narrowed(context, plan, url, keep, context.labels("plan.section.table", name=name))
    short = context.short_name(plan)
    return _page(context, plan, url, f"{shortened(name, 60)}, {short}", view, heading=f"{name}, {short}")


def _narrowed(context: Context, plan: Plan, url: str, keep: frozenset[str], caption: str) -> NarrowedView:
    href = context.href(url)
    bodies = RowMaker(context, url, plan).bodies(plan.sections, keep)
    total = sum(1 for _ in plan.tasks())
    return NarrowedView(
        plan_title=context.short_name(plan),
        plan_url=href(urls.plan_url(plan.id)),
        actor_url="",
        facets=plan_facets(context, plan, href, current=url),
        fields=(),
        table=TableView("phu-luc", caption, columns_of(plan), bodies),
        count=context.labels("design.filter.count", shown=len(keep), total=total),
        silence=silence_of_plan(context, plan, href),
    )


def _page(context: Context, plan: Plan, url: str, title: str, view: NarrowedView, *, heading: str = "") -> Page:
    href, labels = context.href(url), context.labels
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("plans.title"), href(urls.PLANS)),
        (context.short_name(plan), href(urls.plan_url(plan.id))),
    )
    return Page(
        url,
        "pages/plan_part.html",
        shortened(title, 80),
        view,
        description=shortened(f"{title}. {plan.title}."),
        trail=trail,
        chapter=urls.PLANS,
        heading=heading or title,
    )
