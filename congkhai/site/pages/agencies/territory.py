"""The page of a territory: its plans, its agencies, the territories below it, and the calendar of all it has to do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.agency import Registry
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.agency_list import TerritoryView, territory_view
from congkhai.site.pages.data_links import subscriptions
from congkhai.site.pages.page import Context, Href, MakePage, Page
from congkhai.site.pages.plans.plan_list import LinkView, plan_link
from congkhai.site.pages.updates import Updates


class TerritoryPageView(Struct, frozen=True):
    """All that the page of a territory shows."""

    intro: str
    updates: Updates
    plans: tuple[LinkView, ...]
    below: tuple[LinkView, ...]
    agencies: TerritoryView


def make_territory_pages(context: Context) -> Iterator[MakePage]:
    """A page for each territory that has agencies or plans."""
    for registry in context.library.territories.values():
        yield partial(_page, context, registry)


def rows_of_territory(context: Context, territory_id: str) -> tuple[Row, ...]:
    """The rows of all plans of a territory, in the order of the plans."""
    return tuple(row for plan in _plans(context, territory_id) for row in context.assignments.of_plan(plan.id))


def _plans(context: Context, territory_id: str) -> Iterator[Plan]:
    return (plan for plan in context.library.plans.values() if plan.territory == territory_id)


def territory_link(context: Context, registry: Registry, href: Href) -> LinkView:
    """A territory as a link, with the number of its agencies."""
    count = sum(agency.territory == registry.territory for agency in context.library.agencies())
    name = context.territory_name(registry.territory)
    return LinkView(name, href(urls.territory_url(registry.territory)), count=context.labels("agencies.n", n=count))


def _page(context: Context, registry: Registry) -> Page:
    url, labels = urls.territory_url(registry.territory), context.labels
    href, name = context.href(url), context.territory_name(registry.territory)
    plans = sorted(_plans(context, registry.territory), key=lambda plan: (-plan.year, plan.id))
    below = [one for one in context.library.territories.values() if one.parent == registry.territory]
    below.sort(key=lambda one: sort_key(one.name or one.territory))
    agencies = territory_view(context, registry.territory, href)
    rows = rows_of_territory(context, registry.territory)
    counts = {"plans": len(plans), "agencies": len(agencies.agencies), "below": len(below)}
    view = TerritoryPageView(
        intro=labels("territory.intro.below" if below else "territory.intro", **counts),
        updates=Updates("", subscriptions(context, url, href, rows) if rows else ()),
        plans=tuple(plan_link(context, plan, href) for plan in plans),
        below=tuple(territory_link(context, one, href) for one in below),
        agencies=agencies,
    )
    return Page(
        url,
        "pages/territory.html",
        labels("territory.title", name=name),
        view,
        description=view.intro,
        trail=_trail(context, registry, href),
        twin={
            "kind": "territory",
            "url": url,
            "id": registry.territory,
            "name": name,
            "parent": registry.parent,
            "plans": [plan.id for plan in plans],
            "territories": [one.territory for one in below],
        },
        chapter=urls.AGENCIES,
        heading=name,
        subscriptions=view.updates.links,
    )


def _trail(context: Context, registry: Registry, href: Href) -> tuple[tuple[str, str], ...]:
    above, labels = context.library.territories.get(registry.parent), context.labels
    trail = ((labels("home.title"), href(urls.HOME)), (labels("agencies.title"), href(urls.AGENCIES)))
    if above is None:
        return trail
    return (*trail, (context.territory_name(above.territory), href(urls.territory_url(above.territory))))
