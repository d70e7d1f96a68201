"""Targets over all plans: the same target over years, levels and places, with the signed words behind each number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.targets import PlanTarget
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, MakePage, Page
from congkhai.site.pages.plans.target_answers import latest_facts, leads_or_why
from congkhai.site.pages.plans.target_words import (
    amount_words,
    goal_of,
    growth_words,
    results_of,
    scope_words,
    target_words,
    unit_words,
    words_url,
    years_words,
)
from congkhai.site.pictures.multiples import Frame, Panel, panel
from congkhai.vietnamese.target import Measure, Unit


class LedPanel(Struct, frozen=True):
    """A small picture with the agencies that lead the tasks which set its targets.

    What only says by how much to grow is no level on the same axis: it stands beside the picture in words (`grows`).
    """

    picture: Panel
    leads: RichText
    grows: str = ""


class UnitPanels(Struct, frozen=True):
    """The small pictures of one measure in one unit."""

    unit: str
    panels: tuple[LedPanel, ...]


class MeasureView(Struct, frozen=True):
    """A measure: its pictures and the table behind them."""

    id: str
    title: str
    url: str
    count: str
    answer: tuple[Fact, ...]
    pictures: tuple[UnitPanels, ...]
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[RichText, ...], ...]


class TargetsView(Struct, frozen=True):
    """The measures of a page; `one` says that it is the page of a single one, `places` lead to those of one place."""

    intro: str
    explain: str
    parts: tuple[tuple[str, str, int], ...]
    measures: tuple[MeasureView, ...]
    one: bool
    places: tuple[tuple[str, str, bool], ...] = ()


def make_target_pages(context: Context) -> Iterator[MakePage]:
    """The page of all measures, and one for each that a plan sets a target in."""
    if context.library.plans:
        yield partial(_overview, context)
        for measure in by_measure(context):
            yield from (partial(_measure_page, context, measure, place) for place in ("", *_places(context, measure)))


def by_measure(context: Context) -> Mapping[Measure, tuple[PlanTarget, ...]]:
    """The targets of all plans by what they measure, the measure with most plans first."""
    found = grouped((one.target.measure, one) for one in context.derived.targets)

    def weight(measure: Measure) -> tuple[bool, int, int, str]:
        plans = {one.plan.id for one in found[measure]}
        return measure is Measure.OTHER, -len(plans), -len(found[measure]), measure

    return {measure: found[measure] for measure in sorted(found, key=weight)}


def _overview(context: Context) -> Page:
    href, labels = context.href(urls.TARGETS), context.labels
    measures = tuple(_view(context, measure, found, href) for measure, found in by_measure(context).items())
    total = len(context.derived.targets)
    intro = labels("targets.intro", n=total) if total else labels("targets.none")
    parts = tuple((one.title, f"#{one.id}", len(one.rows)) for one in measures)
    view = TargetsView(intro, labels("targets.explain"), parts, measures, one=False)
    return _page(context, urls.TARGETS, labels("targets.title"), view, context.derived.targets)


def _places(context: Context, measure: Measure) -> tuple[str, ...]:
    """The places whose plans set targets in a measure, in the order of their names; none where there is only one."""
    places = {one.plan.territory for one in by_measure(context)[measure] if one.plan.territory}
    return tuple(sorted(places, key=lambda place: sort_key(context.territory_name(place)))) if len(places) > 1 else ()


def _measure_page(context: Context, measure: Measure, place: str) -> Page:
    """The targets of a measure, of all places or of one."""
    url = urls.place_target_url(measure, place) if place else urls.target_url(measure)
    found = tuple(one for one in by_measure(context)[measure] if place in ("", one.plan.territory))
    href, labels = context.href(url), context.labels
    shown = _view(context, measure, found, href)
    places = tuple(_ways_to_places(context, measure, place, href))
    view = TargetsView(shown.count, labels("targets.explain"), (), (shown,), one=True, places=places)
    title = labels("targets.of", name=shown.title)
    title = labels("targets.of_place", name=title, place=context.territory_name(place)) if place else title
    return _page(context, url, title, view, found)


def _ways_to_places(context: Context, measure: Measure, here: str, href: Href) -> Iterator[tuple[str, str, bool]]:
    """Links to the targets of each place and of all: text, address, whether it is this page."""
    if places := _places(context, measure):
        yield context.labels("targets.every_place"), href(urls.target_url(measure)), not here
    for place in places:
        yield context.territory_name(place), href(urls.place_target_url(measure, place)), place == here


def _page(context: Context, url: str, title: str, view: TargetsView, found: tuple[PlanTarget, ...]) -> Page:
    href, labels = context.href(url), context.labels
    trail = [(labels("home.title"), href(urls.HOME))]
    trail += [(labels("targets.title"), href(urls.TARGETS))] if view.one else []
    twin = {"kind": "targets", "url": url, "targets": [_twin(context, one) for one in found]}
    return Page(url, "pages/targets.html", title, view, view.intro, tuple(trail), twin, urls.TARGETS)


def _view(context: Context, measure: Measure, found: tuple[PlanTarget, ...], href: Href) -> MeasureView:
    labels = context.labels
    title = labels(f"target.measure.{measure.name.lower()}")
    plans = len({one.plan.id for one in found})
    by_unit = grouped((one.target.unit, one) for one in found)
    columns = ("years", "target", "scope", "place", "lead", "words", "measured")
    found = tuple(sorted(found, key=lambda one: (-one.until, -one.since, one.plan.territory, one.plan.id)))
    return MeasureView(
        id=measure,
        title=title,
        url=href(urls.target_url(measure)),
        count=labels("targets.count", n=len(found), plans=plans),
        answer=tuple(latest_facts(context, found, href)),
        pictures=tuple(_pictures(context, unit, mine, href) for unit, mine in by_unit.items()),
        caption=labels("targets.table", name=title),
        columns=tuple(labels(f"targets.column.{column}") for column in columns),
        rows=tuple(_row(context, one, href) for one in found),
    )


def _pictures(context: Context, unit: Unit, found: tuple[PlanTarget, ...], href: Href) -> UnitPanels:
    """A picture for each plan and each level it names, the plans in the order of their years."""
    ordered = sorted(found, key=lambda one: (one.plan.territory, one.plan.year))
    places = grouped(((one.plan.id, scope), one) for one in ordered for scope in one.target.scope or (None,))
    levels = [one for one in found if not one.target.growth]
    if not levels:
        return UnitPanels(unit_words(context.labels, unit), ())
    frame = Frame.of((goal_of(context.labels, one, ()) for one in levels), 100 if unit is Unit.PERCENT else 0)
    panels = []
    for (plan_id, scope), mine in places.items():
        plan = context.library.plans[plan_id]
        scopes = scope_words(context.labels, (scope,) if scope else ())
        title = ", ".join(filter(None, (context.territory_name(plan.territory), scopes)))
        drawable = tuple(one for one in mine if not one.target.growth)
        if not drawable:
            continue
        goals = tuple(goal_of(context.labels, one, mine) for one in drawable)
        results = (result for one in drawable for result in results_of(one))
        drawn = panel(title, href(urls.plan_url(plan_id)), goals, frame, results)
        panels.append(LedPanel(drawn, leads_or_why(context, mine, href), growth_words(context.labels, mine)))
    return UnitPanels(unit_words(context.labels, unit), tuple(panels))


def _row(context: Context, one: PlanTarget, href: Href) -> tuple[RichText, ...]:
    """A target as a line of the table: our reading first, the signed words last, each with the page it comes from."""
    labels, plan = context.labels, one.plan
    words = Segment("link", one.target.words, href(words_url(one)))
    return (
        (Segment("text", years_words(labels, one)),),
        (Segment("text", target_words(labels, one.target) + ("" if one.cell else labels("targets.stated"))),),
        (Segment("text", scope_words(labels, one.target.scope) or labels("targets.everyone")),),
        (Segment("link", context.short_name(plan), href(urls.plan_url(plan.id))),),
        leads_or_why(context, (one,), href),
        (words,),
        tuple(_results(context, one)) or (Segment("text", labels("targets.unmeasured")),),
    )


def _results(context: Context, one: PlanTarget) -> Iterator[Segment]:
    """What was measured of a target, each with its day and what proves it."""
    for number, found in enumerate(one.measured):
        amount = amount_words(found.value, one.target.unit)
        said = context.labels("targets.measured", value=amount, day=f"{found.on:%d/%m/%Y}")
        yield Segment("text", ("; " if number else "") + said)
        for proof in found.evidence:
            yield Segment("text", ", ")
            yield Segment("link", proof.title, proof.url) if proof.url else Segment("text", proof.title)


def _twin(context: Context, one: PlanTarget) -> dict[str, Any]:
    target = one.target
    return {
        "plan": one.plan.id,
        "task": one.key[1],
        "url": words_url(one),
        "territory": one.plan.territory,
        "signed": target.words,
        "understood": {
            "measure": target.measure.name.lower(),
            "value": target.value,
            **({"upto": target.upto} if target.upto is not None else {}),
            "unit": target.unit,
            "direction": target.direction,
            "growth": target.growth,
            "scope": list(target.scope),
            "from": one.since,
            "until": None if one.starts else one.until,
            "stated_by_editor": not one.cell,
            "lead_agencies": list(context.assignments.actors[one.key].lead_agencies) if one.row else [],
        },
        "measured": [{"on": found.on.isoformat(), "value": found.value} for found in one.measured],
    }
