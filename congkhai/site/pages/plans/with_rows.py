"""The plans and the actors that have rows: for each of them there is a timeline, a page by quarter, and its files."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.site.pages.page import Context

PLAN, ACTOR = "plan", "actor"


def with_rows(context: Context) -> Iterator[str]:
    """A key for each plan, and for each agency, group or phrase that a plan names."""
    yield from (f"{PLAN} {plan_id}" for plan_id in context.library.plans)
    yield from (f"{ACTOR} {actor_id}" for actor_id in context.library.actors if rows_of(context, f"{ACTOR} {actor_id}"))


def rows_of(context: Context, key: str) -> tuple[Row, ...]:
    """The rows of a plan or actor by its key."""
    kind, _, name = key.partition(" ")
    return context.assignments.of_plan(name) if kind == PLAN else context.assignments.rows_of(name, *Part)
