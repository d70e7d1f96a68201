"""Announcing decisions that a task of announcing procedures led to: derived, and said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.announcement import Announcement
from congkhai.records.plan import Plan
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.plan_list import LinkView

_PROCEDURES = r"(?:thu tuc hanh chinh|tthc)"
# A row whose work is to announce: "Công bố TTHC", "Tham mưu công bố danh mục TTHC"; not one that inspects announcing.
_ANNOUNCES = re.compile(rf"(?:tham muu |thuc hien |trinh )?(?:ban hanh )?(?:quyet dinh )?cong bo\b.*\b{_PROCEDURES}\b")
# A deliverable that is such a decision: "Quyết định của Chủ tịch UBND tỉnh về công bố TTHC".
_DECISION = re.compile(rf"quyet dinh\b.*\bcong bo\b.*\b{_PROCEDURES}\b")


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
    links = tuple(_link(context, found, href) for found in _of_plan(context, plan))
    return TaskDecisions(links, labels("task.decisions.why", **words), labels("task.decisions.none", **words))


def announces(row: Row) -> bool:
    """Whether what a row asks for is to announce procedures, by its title or what it must deliver."""
    title, deliverable = (" ".join(fold(text or "").split()) for text in (row.task.title, row.task.deliverable))
    return bool(_ANNOUNCES.match(title) or _DECISION.match(deliverable))


def _of_plan(context: Context, plan: Plan) -> Iterator[Announcement]:
    years = range(plan.year, plan.last_year + 1)
    for announcement in context.library.announcements.values():
        issuer = context.library.actors.get(announcement.issuer)
        signed = announcement.signed
        if issuer and signed and issuer.territory == plan.territory and signed.year in years:
            yield announcement


def _link(context: Context, announcement: Announcement, href: Href) -> LinkView:
    title = context.labels("decision.heading", number=announcement.number)
    count = context.labels("procedures.n", n=len(announcement.entries))
    meta = " · ".join(part for part in (f"{announcement.signed:%d/%m/%Y}", announcement.title) if part)
    return LinkView(title, href(urls.decision_url(announcement.id)), meta, count)
