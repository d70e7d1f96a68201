"""The plans and the actors with rows, their own or taken over: each has a timeline, a page by quarter, its files."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.site.pages.page import Context

PLAN, ACTOR = "plan", "actor"


def with_rows(context: Context) -> Iterator[str]:
    """A key for each plan, and for each agency, group or phrase that a plan names, or that does the work of one."""
    yield from (f"{PLAN} {plan_id}" for plan_id in context.library.plans)
    yield from (f"{ACTOR} {actor_id}" for actor_id in context.library.actors if rows_of(context, f"{ACTOR} {actor_id}"))


def rows_of(context: Context, key: str) -> tuple[Row, ...]:
    """The rows of a plan or actor by its key."""
    kind, _, name = key.partition(" ")
    return context.assignments.of_plan(name) if kind == PLAN else rows_today(context, name)


def rows_today(context: Context, actor_id: str) -> tuple[Row, ...]:
    """The rows of an actor; of one that no plan names, those of the ended actors whose work it does."""
    return context.assignments.rows_of(actor_id, *Part) or inherited_rows(context, actor_id)


def inherited_rows(context: Context, actor_id: str) -> tuple[Row, ...]:
    """The rows of the ended actors whose work an actor does, each once, in the order of the plans."""
    before = context.derived.succession.took_over.get(actor_id, ())
    found = {row.order: row for one in before for row in context.assignments.rows_of(one, *Part)}
    return tuple(found[order] for order in sorted(found))
