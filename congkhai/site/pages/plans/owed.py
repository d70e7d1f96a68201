"""Plans that units were told to make and that are not here: on the plan that tells them, and on the list of plans."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.owed import OwedPlans, owed_plans
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.states import words_of

# The anchor of the plans that are missing, on the page of the plan that asks for them.
OWED = "cong-chua-co"


class OwedView(Struct, frozen=True):
    """A task that tells units to make a plan: of how many the portal has none, which these are, by when."""

    task: LinkView
    words: str
    units: RichText


def owed_views(context: Context, plan: Plan, href: Href) -> tuple[OwedView, ...]:
    """What is missing below a plan, task by task."""
    rows = context.assignments.of_plan(plan.id)
    return tuple(_view(context, one, href) for one in _owed(context, rows))


def owed_links(context: Context, plans: Iterable[Plan], href: Href) -> tuple[LinkView, ...]:
    """The plans below which some are missing, each with how many units that concerns."""
    found = ((plan, tuple(_owed(context, context.assignments.of_plan(plan.id)))) for plan in plans)
    return tuple(_link(context, plan, owed, href) for plan, owed in found if owed)


def _owed(context: Context, rows: tuple[Row, ...]) -> Iterable[OwedPlans]:
    issued = context.derived.issued_by
    return owed_plans(context.library, context.assignments, rows, lambda unit: issued.get(unit, ()))


def _view(context: Context, owed: OwedPlans, href: Href) -> OwedView:
    row = owed.row
    words = f"{row.task.number}. {title_of(row)}" if row.task.number else title_of(row)
    due = words_of(context, context.times[row.key]) or " ".join((row.task.time or "").split())
    counts = {
        "task": row.task.number or row.task.id,
        "missing": len(owed.missing),
        "units": len(owed.units),
        "years": row.plan.years,
    }
    task = LinkView(shortened(words, 200), href(urls.task_url(*row.key)), due)
    return OwedView(task, context.labels("owed.count", **counts), actor_links(context, owed.missing, href))


def _link(context: Context, plan: Plan, owed: tuple[OwedPlans, ...], href: Href) -> LinkView:
    units = {unit for one in owed for unit in one.missing}
    count = context.labels("owed.units", n=len(units))
    return LinkView(context.short_name(plan), f"{href(urls.plan_url(plan.id))}#{OWED}", plan.title, count)
