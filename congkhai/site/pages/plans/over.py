"""What is said once of a plan as a whole: that its time is over, that nobody reports, whom to ask, what is due now."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies import whom_to_ask
from congkhai.site.pages.deadlines.by_time import QuarterAnswer, quarter_answer
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.neighbours import is_replaced
from congkhai.site.pages.plans.plan_list import is_over, is_silent


def notices_of(context: Context, plan: Plan) -> Iterator[str]:
    """What holds for all rows of a plan and is said once: that its time is over, that nobody reports its progress."""
    if is_replaced(context, plan):
        yield context.labels("plan.replaced")
    if is_over(context, plan):
        yield context.labels("plan.over", year=plan.last_year)
    if is_silent(context, plan):
        yield context.labels("plan.unreported")


def silence_of_plan(context: Context, plan: Plan, href: Href) -> RichText:
    """Of a plan that is over and of which nobody reports: what its states say, and whom to ask."""
    if not is_over(context, plan) or not is_silent(context, plan):
        return ()
    return (Segment("text", f"{context.labels('plan.states')} "), *whom_to_ask.of_plan(context, plan, href))


def quarter_of(context: Context, plan: Plan, due: tuple[DueItem, ...], url: str) -> QuarterAnswer:
    """What is due in this quarter; nothing is said of it for a plan that is over, as a notice tells."""
    if is_over(context, plan):
        return QuarterAnswer("", "", url)
    return quarter_answer(context, context.assignments.of_plan(plan.id), due, url)
