"""The list of plans."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText
from congkhai.records.plan import Plan
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.page import Context, Href, Page, shown_date


class LinkView(Struct, frozen=True):
    """A page in a list."""

    title: str
    url: str
    meta: RichText | str = ""
    count: str = ""
    state: str = ""
    due: str = ""


class PlansView(Struct, frozen=True):
    """Plans, the newest year first."""

    intro: str
    plans: tuple[LinkView, ...]
    compare_url: str
    kinds_url: str


def make_plan_list(context: Context) -> Iterator[Page]:
    """The page that lists all plans."""
    href, labels = context.href(urls.PLANS), context.labels
    counts = {"plans": len(context.library.plans), "tasks": len(context.assignments.rows)}
    intro = labels("plans.intro", **counts) if counts["plans"] else labels("plans.none")
    view = PlansView(intro, plan_links(context, href), href(urls.COMPARISON), href(urls.KINDS))
    title = labels("plans.title")
    trail = ((labels("home.title"), href(urls.HOME)),)
    tables = table_files(href, TASKS) if counts["tasks"] else ()
    yield Page(
        urls.PLANS,
        "pages/plans.html",
        title,
        view,
        description=view.intro,
        trail=trail,
        chapter=urls.PLANS,
        tables=tables,
    )


def plan_links(context: Context, href: Href) -> tuple[LinkView, ...]:
    """All plans as links, the newest year first."""
    plans = sorted(context.library.plans.values(), key=lambda plan: (-plan.year, plan.id))
    return tuple(plan_link(context, plan, href) for plan in plans)


def plan_link(context: Context, plan: Plan, href: Href) -> LinkView:
    """A plan as a link with its number, issuer and size."""
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
    count = context.labels("plans.tasks", n=len(context.assignments.of_plan(plan.id)))
    return LinkView(plan.title, href(urls.plan_url(plan.id)), meta, count)
