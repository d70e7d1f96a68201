"""Whether a page is still current: what it rests on, and the calendar and feed that tell of what comes."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.records.agency import Actor
from congkhai.records.plan import Plan
from congkhai.site.pages.data_links import DataLink, subscriptions
from congkhai.site.pages.deadlines.report_words import report_levels
from congkhai.site.pages.happenings import happenings_of, happenings_of_actor
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.part_changes import changes_link
from congkhai.site.pages.plans.with_rows import inherited_rows


class Updates(Struct, frozen=True):
    """What stands below the title of a page beside the day of the build (see components/updated_line.html)."""

    words: str
    links: tuple[DataLink, ...]

    @property
    def subscribed(self) -> tuple[DataLink, ...]:
        """The calendar and the feed, which programs look for in the head of the page."""
        return tuple(link for link in self.links if link.format != "html")


def plan_updates(context: Context, plan: Plan, url: str, href: Href) -> Updates:
    """When the progress of a plan was last reported, with its calendar and its feed."""
    progress = context.library.progress.get(plan.id)
    days = [entry.on for entry in progress.entries if entry.on] if progress else []
    reported = context.labels("updated.progress", day=f"{max(days):%d/%m/%Y}") if days else ""
    rows = context.assignments.of_plan(plan.id)
    changes = changes_link(url, href, happenings_of(context, rows))
    return Updates(reported, (*subscriptions(context, url, href, rows), *changes))


def actor_updates(context: Context, actor: Actor, url: str, href: Href) -> Updates:
    """The latest plan that names an agency, with its calendar, its feed and the page of what has changed."""
    rows = context.assignments.rows_of(actor.id, *Part)
    changes = changes_link(url, href, happenings_of_actor(context, actor))
    reports = bool(report_levels(context, actor))
    if not rows:
        inherited = inherited_rows(context, actor.id)
        links = subscriptions(context, url, href, inherited, reports=reports) if reports or inherited else ()
        return Updates("", (*links, *changes))
    latest = max(_plans(rows), key=lambda plan: (plan.signed or str(plan.year), plan.id))
    words = context.labels("updated.latest", plan=context.short_name(latest))
    return Updates(words, (*subscriptions(context, url, href, rows, reports=reports), *changes))


def _plans(rows: Iterable[Row]) -> Iterable[Plan]:
    return {row.plan.id: row.plan for row in rows}.values()
