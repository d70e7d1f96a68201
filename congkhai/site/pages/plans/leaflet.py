"""A plan on one sheet to be handed out: what it is, who leads most, what is due, which numbers it sets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.deadlines import due_items
from congkhai.knowledge.plans.targets import targets_of, targets_of_plan
from congkhai.records.plan import Plan
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, Page, shortened, shown_date
from congkhai.site.pages.plans.matrix import by_leading
from congkhai.site.pages.plans.target_words import scope_words, target_words, years_words
from congkhai.site.qr_codes import qr_svg

# What one sheet of A4 holds in type of 12 points.
_MOST_LEADS, _MOST_DUE, _MOST_TARGETS, _LONGEST = 6, 8, 6, 72


class LeafletView(Struct, frozen=True):
    """The sheet: facts (key and value), then lists of lines; `more` says what of a list stands on the plan's page."""

    facts: tuple[tuple[str, str], ...]
    lists: tuple[LeafletList, ...]
    plan_url: str
    address: str
    qr: str


class LeafletList(Struct, frozen=True):
    """A list of the sheet: which it is, its heading, lines of two cells, and what is left out."""

    name: str
    title: str
    lines: tuple[tuple[str, str], ...]
    more: str


def leaflet_page(context: Context, plan_id: str) -> Page:
    """The sheet of a plan."""
    plan, labels = context.library.plans[plan_id], context.labels
    above = urls.plan_url(plan_id)
    url, base = urls.leaflet_url(plan_id), context.config.base_url
    href = context.href(url)
    found = (_leads(context, plan), _due(context, plan), _targets(context, plan))
    view = LeafletView(
        facts=tuple(_facts(context, plan)),
        lists=tuple(one for one in found if one.lines),
        plan_url=href(above),
        address=f"{base}{above}" if base else "",
        qr=qr_svg(base + above) if base else "",
    )
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("plans.title"), href(urls.PLANS)),
        (context.short_name(plan), href(above)),
    )
    title = labels("leaflet.title", plan=context.short_name(plan))
    return Page(url, "pages/leaflet.html", title, view, title, trail, chapter=urls.PLANS, heading=plan.title)


def _facts(context: Context, plan: Plan) -> Iterator[tuple[str, str]]:
    labels, blank = context.labels, context.labels("plan.blank")
    issuer = context.library.actors.get(plan.issuer)
    yield labels("plan.fact.issuer"), issuer.name if issuer else plan.issuer
    yield labels("plan.fact.number"), plan.number or blank
    yield labels("plan.fact.signed"), shown_date(plan.signed) if plan.signed else blank
    yield labels("plan.fact.tasks"), str(len(context.assignments.of_plan(plan.id)))


def _leads(context: Context, plan: Plan) -> LeafletList:
    """Who leads most tasks, itself or in a group, as the table on the plan's page counts them."""
    found = ((context.library.actors[key].name, len(led)) for key, (led, _) in by_leading(context, plan) if led)
    lines = ((name, context.labels("plans.tasks", n=number)) for name, number in found)
    return _list(context, "leads", tuple(lines), _MOST_LEADS)


def _due(context: Context, plan: Plan) -> LeafletList:
    """The days that the plan itself states, the earliest first."""
    rows = context.assignments.of_plan(plan.id)
    items = (item for row in rows for item in due_items(row, context.times[row.key]) if item.stated)
    ordered = sorted(items, key=lambda item: (item.day, item.row.order))
    lines = ((f"{item.day:%d/%m/%Y}", shortened(title_of(item.row), _LONGEST)) for item in ordered)
    return _list(context, "due", tuple(lines), _MOST_DUE)


def _targets(context: Context, plan: Plan) -> LeafletList:
    labels = context.labels
    found = (*targets_of_plan(plan), *targets_of(context.assignments.of_plan(plan.id), context.times))
    lines = []
    for one in found:
        said = (target_words(labels, one.target), scope_words(labels, one.target.scope), years_words(labels, one))
        lines.append((labels(f"target.measure.{one.target.measure.name.lower()}"), ", ".join(filter(None, said))))
    return _list(context, "targets", tuple(lines), _MOST_TARGETS)


def _list(context: Context, name: str, lines: tuple[tuple[str, str], ...], most: int) -> LeafletList:
    left = len(lines) - most
    more = context.labels("leaflet.more", n=left) if left > 0 else ""
    return LeafletList(name, context.labels(f"leaflet.{name}"), tuple(islice(lines, most)), more)
