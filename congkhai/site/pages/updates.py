"""Whether a page is still current: what it rests on, and the calendar and feed that tell of what comes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from congkhai.knowledge.plans.assignments import Row
from congkhai.records.plan import Plan
from congkhai.site.pages.data_links import DataLink, subscriptions
from congkhai.site.pages.page import Context, Href


class Updates(Struct, frozen=True):
    """What stands below the title of a page beside the day of the build (see components/updated_line.html)."""

    words: str
    links: tuple[DataLink, ...]


def plan_updates(context: Context, plan: Plan, url: str, href: Href) -> Updates:
    """When the progress of a plan was last reported, with its calendar and its feed."""
    progress = context.library.progress.get(plan.id)
    days = [entry.on for entry in progress.entries if entry.on] if progress else []
    reported = context.labels("updated.progress", day=f"{max(days):%d/%m/%Y}") if days else ""
    rows = context.assignments.of_plan(plan.id)
    return Updates(reported, subscriptions(context, url, href, rows))


def actor_updates(context: Context, rows: tuple[Row, ...], url: str, href: Href) -> Updates:
    """The latest plan that names an agency, with the calendar and the feed of the agency; nothing without a plan."""
    if not rows:
        return Updates("", ())
    latest = max(_plans(rows), key=lambda plan: (plan.signed or str(plan.year), plan.id))
    words = context.labels("updated.latest", plan=context.short_name(latest))
    return Updates(words, subscriptions(context, url, href, rows))


def _plans(rows: Iterable[Row]) -> Iterable[Plan]:
    return {row.plan.id: row.plan for row in rows}.values()
