"""The page that lists all plans, and the plans that were ordered and are not here."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.page import Context, Page
from congkhai.site.pages.plans.owed import owed_links
from congkhai.site.pages.plans.plan_list import LinkView, in_order, is_over, plan_links


class PlansView(Struct, frozen=True):
    """Plans, the newest year first."""

    intro: str
    plans: tuple[LinkView, ...]
    compare_url: str
    kinds_url: str
    owed: tuple[LinkView, ...]


def make_plan_list(context: Context) -> Iterator[Page]:
    """The page that lists all plans."""
    href, labels = context.href(urls.PLANS), context.labels
    counts = {"plans": len(context.library.plans), "tasks": len(context.assignments.rows)}
    intro = labels("plans.intro", **counts) if counts["plans"] else labels("plans.none")
    if counts["plans"] and all(is_over(context, plan) for plan in context.library.plans.values()):
        intro += " " + labels("plans.all_over")
    owed = owed_links(context, in_order(context), href)
    view = PlansView(intro, plan_links(context, href), href(urls.COMPARISON), href(urls.KINDS), owed)
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
