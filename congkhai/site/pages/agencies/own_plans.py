"""What plans say of an agency besides the tasks it has itself: those it issued, and the tasks its parts lead."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge.plans.assignments import Part
from congkhai.records.agency import Actor
from congkhai.site.pages.agencies.took_over import counted_link
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.plan_list import LinkView, plan_link

_LEADING = (Part.LEAD, Part.LEAD_THROUGH_GROUP)


class OwnPlans(Struct, frozen=True):
    """The plans an agency issued, the parts of it that lead tasks, and both in a sentence."""

    words: str
    issued: tuple[LinkView, ...]
    parts: tuple[LinkView, ...]


def own_plans(context: Context, actor: Actor, href: Href) -> OwnPlans:
    """The plans an agency issued and the agencies below it that lead tasks, with how many tasks these are."""
    issued = tuple(context.library.plans[one] for one in context.derived.issued_by.get(actor.id, ()))
    led = {one: context.assignments.rows_of(one, *_LEADING) for one in _below(context, actor.id)}
    leading = tuple(context.library.actors[one] for one, rows in led.items() if rows)
    tasks = {row.key for rows in led.values() for row in rows}
    said = [context.labels("agency.issued.answer", n=len(issued))] if issued else []
    once = "" if sum(map(len, led.values())) == len(tasks) else ".once"
    said += [context.labels(f"agency.parts.answer{once}", n=len(tasks), parts=len(leading))] if leading else []
    return OwnPlans(
        " ".join(said),
        tuple(plan_link(context, plan, href) for plan in issued),
        tuple(counted_link(context, one, href) for one in leading),
    )


def _below(context: Context, above: str) -> Iterator[str]:
    """The agencies right below one, and all below those of its own place; a circle in the record ends the search."""
    place = context.library.actors[above].territory
    waiting, seen = [above], {above}
    while waiting:
        for part in context.derived.parts_of_agency.get(waiting.pop(0), ()):
            if part not in seen:
                seen.add(part)
                yield part
                waiting += [part] if context.library.actors[part].territory == place else []
