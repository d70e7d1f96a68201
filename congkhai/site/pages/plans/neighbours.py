"""The plans in whose place a plan stands, and those in its place: stated, or of the year before and after."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.plans.following import Tie
from congkhai.records.plan import Plan
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.plan_list import is_over


def neighbour_facts(context: Context, plan: Plan, href: Href) -> Iterator[Fact]:
    """The plans after a plan, then those before it; what only follows from issuer, kind, name and year is said to.

    That a plan whose time is over has none after it is said as well.
    """
    derived = context.derived
    if is_over(context, plan) and not derived.plans_after.get(plan.id):
        place = context.territory_name(plan.territory)
        yield Fact(
            context.labels("plan.later.after"), context.labels("plan.later.none", place=place, year=plan.last_year)
        )
    for side, found in (("after", derived.plans_after), ("before", derived.plans_before)):
        for other_id, tie in found.get(plan.id, ()):
            other = context.library.plans[other_id]
            link = Segment("link", other.title, href(urls.plan_url(other_id)))
            told = tie is Tie.FOLLOWS or (tie is Tie.LATER and side == "after")
            note = context.labels(f"plan.{tie.value}.why") if told else ""
            yield Fact(context.labels(f"plan.{tie.value}.{side}"), (link,), note)


def is_replaced(context: Context, plan: Plan) -> bool:
    """Whether another plan says that it replaces this one."""
    return any(tie is Tie.REPLACES for _, tie in context.derived.plans_after.get(plan.id, ()))
