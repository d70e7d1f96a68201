"""Plans as links, and what a link is: a page in a list."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.records.plan import Plan
from congkhai.site.pages.page import Context, Href, shown_date


class LinkView(Struct, frozen=True):
    """A page in a list."""

    title: str
    url: str
    meta: RichText | str = ""
    count: str = ""
    state: str = ""
    due: str = ""


def plan_links(context: Context, href: Href) -> tuple[LinkView, ...]:
    """All plans as links, the newest year first."""
    return tuple(plan_link(context, plan, href) for plan in in_order(context))


def in_order(context: Context) -> list[Plan]:
    """All plans, the newest year first."""
    return sorted(context.library.plans.values(), key=lambda plan: (-plan.year, plan.id))


def plan_link(context: Context, plan: Plan, href: Href) -> LinkView:
    """A plan as a link with its year, whether that is over, its size, its number and its issuer."""
    issuer = context.library.actors.get(plan.issuer)
    meta = " · ".join(
        part
        for part in (
            plan.number,
            issuer.name if issuer else "",
            context.labels("plans.signed", date=shown_date(plan.signed)) if plan.signed else "",
        )
        if part
    )
    count = " · ".join((*_time(context, plan), context.labels("plans.tasks", n=_size(context, plan))))
    return LinkView(plan.title, href(urls.plan_url(plan.id)), meta, count)


def is_over(context: Context, plan: Plan) -> bool:
    """Whether the last year of a plan has passed."""
    return context.today > datetime.date(plan.last_year, 12, 31)


def is_silent(context: Context, plan: Plan) -> bool:
    """Whether nobody reports here what came of a plan."""
    return plan.id not in context.library.progress


def _time(context: Context, plan: Plan) -> Iterator[str]:
    """The years of a plan, and that they are over."""
    yield context.labels("plans.years", years=plan.years)
    if is_over(context, plan):
        yield context.labels("plans.over")


def _size(context: Context, plan: Plan) -> int:
    return len(context.assignments.of_plan(plan.id))
