"""The plans in whose place a plan stands, and those in its place: stated, or of the year before and after."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.plans.following import Tie
from congkhai.records.plan import Plan
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href


def neighbour_facts(context: Context, plan: Plan, href: Href) -> Iterator[Fact]:
    """The plans after a plan, then those before it; what only follows from issuer, kind, name and year is said to."""
    derived = context.derived
    for side, found in (("after", derived.plans_after), ("before", derived.plans_before)):
        for other_id, tie in found.get(plan.id, ()):
            other = context.library.plans[other_id]
            link = Segment("link", other.title, href(urls.plan_url(other_id)))
            note = context.labels("plan.follows.why") if tie is Tie.FOLLOWS else ""
            yield Fact(context.labels(f"plan.{tie.value}.{side}"), (link,), note)


def is_replaced(context: Context, plan: Plan) -> bool:
    """Whether another plan says that it replaces this one."""
    return any(tie is Tie.REPLACES for _, tie in context.derived.plans_after.get(plan.id, ()))
