"""Announcing decisions that a task of announcing procedures led to: derived, and said to be."""

from __future__ import annotations

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.announcing import announces
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.announcement import Announcement
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.decision_words import count_words


class TaskDecisions(Struct, frozen=True):
    """The decisions that may fulfil a task, why they stand here, and what to say where there are none."""

    links: tuple[LinkView, ...]
    why: str
    none: str


def task_decisions(context: Context, row: Row, href: Href) -> TaskDecisions | None:
    """The decisions of the plan's own territory signed in its years; None for a task that announces nothing."""
    if not announces(row):
        return None
    labels, plan = context.labels, row.plan
    words = {"territory": context.territory_name(plan.territory), "years": plan.years}
    found = context.derived.decisions_under.get(plan.id, ())
    links = tuple(_link(context, context.library.announcements[one], href) for one in found)
    return TaskDecisions(links, labels("task.decisions.why", **words), labels("task.decisions.none", **words))


def _link(context: Context, announcement: Announcement, href: Href) -> LinkView:
    title = context.labels("decision.heading", number=announcement.number)
    count = count_words(context, announcement)
    meta = " · ".join(part for part in (f"{announcement.signed:%d/%m/%Y}", announcement.title) if part)
    return LinkView(title, href(urls.decision_url(announcement.id)), meta, count)
