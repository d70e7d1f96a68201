"""What a plan says outside its annex that sets a target: the signed words beside what was understood of them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge.documents.annotation import Annotator, RichText
from congkhai.knowledge.plans.targets import targets_of_plan
from congkhai.records.plan import Plan
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.target_words import linked_targets


class ObjectiveView(Struct, frozen=True):
    """Where the words stand in the plan, as signed, and the targets in them."""

    number: str
    signed: RichText
    understood: RichText


def objectives_of(context: Context, plan: Plan, annotate: Annotator, href: Href) -> tuple[ObjectiveView, ...]:
    """The objectives of a plan with the targets that are read from each."""
    return tuple(
        ObjectiveView(
            one.number,
            annotate(one.text),
            linked_targets(context.labels, targets_of_plan(replace(plan, objectives=(one,))), href),
        )
        for one in plan.objectives
    )
