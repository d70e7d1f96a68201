"""The answer of a measure: what plans ask in the last years, who leads it, and why nobody is known to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.foundation.grouping import grouped
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.targets import PlanTarget
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.target_words import scope_words, target_words, years_words


def latest_facts(context: Context, found: tuple[PlanTarget, ...], href: Href) -> Iterator[Fact]:
    """The answer of a measure: what each plan that speaks of the last years asks, since when, and who leads it.

    `found` has the latest first.
    """
    labels = context.labels
    latest = [one for one in found if one.until == found[0].until]
    for plan_id, mine in grouped((one.plan.id, one) for one in latest).items():
        plan = context.library.plans[plan_id]
        years = labels("targets.latest.years", years=years_words(mine[0]))
        yield Fact(labels("targets.latest"), "\n".join(_scoped(context, mine)), years)
        yield Fact(labels("design.column.lead"), leads_or_why(context, mine, href))
        yield Fact(
            labels("targets.column.place"), (Segment("link", context.short_name(plan), href(urls.plan_url(plan_id))),)
        )


def _scoped(context: Context, found: Iterable[PlanTarget]) -> Iterator[str]:
    """Targets with whom they bind; a growth and the level it leads to are one of a row."""
    labels = context.labels
    for (_, scopes), mine in grouped(((one.key, one.target.scope), one) for one in found).items():
        grown = [one.target for one in mine if one.target.growth]
        said = [target_words(labels, target) for target in grown or (one.target for one in mine)]
        levels = [target_words(labels, one.target) for one in mine if not one.target.growth] if grown else []
        said += [labels("targets.towards", amount=level) for level in levels]
        yield f"{scope_words(labels, scopes) or labels('targets.everyone')}: {' '.join(said)}"


def leads_or_why(context: Context, found: Iterable[PlanTarget], href: Href) -> RichText:
    """Who leads the tasks that set some targets, or why nobody is known to."""
    targets = tuple(found)
    why = "row" if any(one.row for one in targets) else "outside"
    return leads_of(context, targets, href) or (Segment("text", context.labels(f"targets.nobody.{why}")),)


def leads_of(context: Context, found: Iterable[PlanTarget], href: Href) -> RichText:
    """Who leads the tasks that set some targets, each agency once."""
    actors = context.assignments.actors
    return actor_links(
        context, dict.fromkeys(key for one in found if one.row for key in actors[one.key].lead_agencies), href
    )
