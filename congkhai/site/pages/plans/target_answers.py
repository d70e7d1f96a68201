"""The answer of a measure: what plans ask in the last years, who leads it, and why nobody is known to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from congkhai.foundation.grouping import grouped
from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.targets import PlanTarget, targets_of, targets_of_plan
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.target_words import scope_words, target_words, years_words
from congkhai.vietnamese.target import Direction, Target, Unit


def latest_facts(context: Context, found: tuple[PlanTarget, ...], href: Href) -> Iterator[Fact]:
    """The answer of a measure: what each plan that speaks of the last years asks, since when, and who leads it.

    `found` has the latest first.
    """
    labels = context.labels
    latest = [one for one in found if one.until == found[0].until]
    for plan_id, mine in grouped((one.plan.id, one) for one in latest).items():
        plan = context.library.plans[plan_id]
        years = years_words(labels, mine[0])
        years = years if mine[0].starts else labels("targets.latest.years", years=years)
        yield Fact(labels("targets.latest"), _apart(scoped(context, mine)), years)
        yield Fact(labels("design.column.lead"), leads_or_why(context, mine, href))
        yield Fact(
            labels("targets.column.place"), (Segment("link", context.short_name(plan), href(urls.plan_url(plan_id))),)
        )


def targets_beside(context: Context, plans: tuple[Plan, ...], href: Href) -> Iterator[tuple[RichText | str, ...]]:
    """What each plan sets in each measure, those of all plans first: the measure, then a cell a plan."""
    blank = context.labels("targets.not_read")
    found = [grouped((one.target.measure, one) for one in _of_plan(context, plan)) for plan in plans]
    measures = dict.fromkeys(measure for of_plan in found for measure in of_plan)
    for measure in sorted(measures, key=lambda one: not all(one in of_plan for of_plan in found)):
        name = context.labels(f"target.measure.{measure.name.lower()}")
        cells = (_apart(_by_years(context, of_plan.get(measure, ()))) or blank for of_plan in found)
        yield (Segment("link", name, href(urls.target_url(measure))),), *cells


def _of_plan(context: Context, plan: Plan) -> tuple[PlanTarget, ...]:
    rows = context.assignments.of_plan(plan.id)
    return (*targets_of(rows, context.times), *targets_of_plan(plan))


def _by_years(context: Context, found: Iterable[PlanTarget]) -> Iterator[str]:
    """Targets with whom they bind, the years before those of a plan of several."""
    for years, mine in grouped((years_words(context.labels, one), one) for one in found).items():
        before = "" if mine[0].plan.year == mine[0].plan.last_year else f"{years}, "
        yield from (f"{before}{words}" for words in scoped(context, mine))


def scoped(context: Context, found: Iterable[PlanTarget]) -> Iterator[str]:
    """Targets with whom they bind, each once with how often it stands; a growth and its level are one of a row."""
    labels = context.labels
    for (_, scopes), mine in grouped(((one.key, one.target.scope), one) for one in found).items():
        grown = [one.target for one in mine if one.target.growth]
        said = [_said(labels, target) for target in grown or (one.target for one in mine)]
        levels = [target_words(labels, one.target) for one in mine if not one.target.growth] if grown else []
        counted = (labels("targets.times", said=words, n=n) if n > 1 else words for words, n in Counter(said).items())
        whole = [labels("schedule.semicolon").join(counted)]
        whole += [labels("targets.towards", amount=level) for level in levels]
        yield f"{scope_words(labels, scopes) or labels('targets.everyone')}: {' '.join(whole)}"


def _apart(targets: Iterable[str]) -> str:
    """Targets one below the other, parted by a mark as well: where lines run on, two are not read as one."""
    return ";\n".join(targets)


def _said(labels: Labels, target: Target) -> str:
    """A target in words; a time of at least so much can hardly be meant, so the signed words stand beside it."""
    words = target_words(labels, target)
    doubtful = target.direction is Direction.AT_LEAST and target.unit in (Unit.MINUTE, Unit.HOUR)
    return labels("targets.as_signed", said=words, words=shortened(target.words, 120)) if doubtful else words


def leads_or_why(context: Context, found: Iterable[PlanTarget], href: Href) -> RichText:
    """Who leads the tasks that set some targets, or why nobody is known to."""
    targets = tuple(found)
    why = "row" if any(one.row for one in targets) else "outside"
    return leads_of(context, targets, href) or (Segment("text", context.labels(f"targets.nobody.{why}")),)


def leads_of(context: Context, found: Iterable[PlanTarget], href: Href) -> RichText:
    """Who leads the tasks that set some targets, each agency once."""
    actors = context.assignments.actors
    leads = dict.fromkeys(key for one in found if one.row for key in actors[one.key].lead_agencies)
    return actor_links(context, leads, href, marked=True)
