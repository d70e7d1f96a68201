"""How far a plan carries out the plan above it: a picture and a table of that plan's tasks, late ones told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.hierarchy import Coverage, coverage, later_than
from congkhai.records.plan import Plan
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.states import words_of

# How a task of the plan above looks in the picture: carried out, demanded and not planned, not given to this place.
_LOOKS = {"carried": "done", "missing": "overdue", "other": "silent"}
# A task of a central plan may be carried out by those of every commune: so many are named on its page.
_MOST_BELOW = 12


class LookView(Struct, frozen=True):
    """What a look of the picture means."""

    look: str
    words: str


class CoverageView(Struct, frozen=True):
    """A plan above: counts, the picture (a look for each of its tasks), the table."""

    title: str
    url: str
    counts: str
    looks: tuple[str, ...]
    legend: tuple[LookView, ...]
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[RichText, ...], ...]


class CarryingView(Struct, frozen=True):
    """All plans that a plan carries out."""

    intro: str
    parents: tuple[CoverageView, ...]


def carrying_keys(context: Context) -> Iterator[str]:
    """A key for each plan that carries out another of this site."""
    return (plan_id for plan_id in context.library.plans if context.derived.carrying(plan_id)[0])


def carrying_facts(context: Context, row: Row, href: Href) -> Iterator[Fact]:
    """What a row carries out, and what carries it out below, for the top of its page; both are stated by records."""
    labels = context.labels
    above, below = context.derived.carried(row)
    if above:
        yield Fact(labels("carrying.above"), tuple(_links(context, above, href)))
    if below:
        more = len(below) - _MOST_BELOW
        note = labels("carrying.more", n=more) if more > 0 else ""
        yield Fact(labels("carrying.below"), tuple(_links(context, below[:_MOST_BELOW], href)), note)


def plans_above(context: Context, plan: Plan, href: Href) -> tuple[LinkView, ...]:
    """How far a plan carries out each plan above it, as links to the page that tells."""
    there = href(urls.carrying_url(plan.id))
    parents = context.derived.carrying(plan.id)[0]
    return tuple(
        LinkView(context.short_name(context.library.plans[one]), there, _counts(context, _covered(context, plan, one)))
        for one in parents
    )


def plans_below(context: Context, plan: Plan, href: Href) -> tuple[LinkView, ...]:
    """The plans that carry out a plan, each with how far."""
    children = (context.library.plans[one] for one in context.derived.carrying(plan.id)[1])
    return tuple(
        LinkView(
            context.short_name(child),
            href(urls.carrying_url(child.id)),
            _counts(context, _covered(context, child, plan.id)),
        )
        for child in children
    )


def _covered(context: Context, child: Plan, parent: str) -> list[Coverage]:
    carried = context.derived.carried
    return coverage(context.library, context.assignments, child, parent, lambda row: carried(row)[0])


def carrying_page(context: Context, plan_id: str) -> Page:
    """How far a plan carries out those above it."""
    url, labels = urls.carrying_url(plan_id), context.labels
    href, plan = context.href(url), context.library.plans[plan_id]
    parents = context.derived.carrying(plan_id)[0]
    covered = {parent: _covered(context, plan, parent) for parent in parents}
    views = tuple(_view(context, context.library.plans[parent], found, href) for parent, found in covered.items())
    title = labels("carrying.title")
    intro = labels("carrying.intro", plan=plan.title)
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("plans.title"), href(urls.PLANS)),
        (context.short_name(plan), href(urls.plan_url(plan_id))),
    )
    twin = {"kind": "carrying", "url": url, "plan": plan_id, "parents": [_twin(*one) for one in covered.items()]}
    view = CarryingView(intro, views)
    return Page(url, "pages/carrying.html", title, view, labels("carrying.explain"), trail, twin, urls.PLANS)


def _view(context: Context, parent: Plan, found: list[Coverage], href: Href) -> CoverageView:
    labels = context.labels
    columns = ("above", "demanded", "ours", "due", "standing")
    return CoverageView(
        title=parent.title,
        url=href(urls.plan_url(parent.id)),
        counts=_counts(context, found),
        looks=tuple(_LOOKS[_standing(one)] for one in found),
        legend=tuple(LookView(look, labels(f"carrying.standing.{name}")) for name, look in _LOOKS.items()),
        caption=labels("carrying.table", plan=context.short_name(parent)),
        columns=tuple(labels(f"carrying.column.{column}") for column in columns),
        rows=tuple(_row(context, one, href) for one in found),
    )


def _counts(context: Context, found: list[Coverage]) -> str:
    demanded = [one for one in found if one.demanded]
    return context.labels(
        "carrying.counts",
        carried=sum(bool(one.carried) for one in found),
        total=len(found),
        demanded=len(demanded),
        missing=sum(one.missing for one in found),
    )


def _standing(one: Coverage) -> str:
    if one.carried:
        return "carried"
    return "missing" if one.missing else "other"


def _row(context: Context, one: Coverage, href: Href) -> tuple[RichText, ...]:
    labels = context.labels
    demanded = labels("carrying.demanded.yes" if one.demanded else "carrying.demanded.no")
    due = words_of(context, context.times[one.above.key]) or one.above.task.time or labels("plan.blank")
    ours = tuple(_links(context, one.carried, href)) or (Segment("text", labels("carrying.none")),)
    standing = [labels(f"carrying.standing.{_standing(one)}"), *_late(context, one)]
    words = labels("schedule.semicolon").join(standing)
    texts = (demanded, due, words)
    asked, when, stands = ((Segment("text", text),) for text in texts)
    return tuple(_links(context, (one.above,), href)), asked, ours, when, stands


def _late(context: Context, one: Coverage) -> Iterator[str]:
    """What is due below only after it is due above."""
    above = context.times[one.above.key]
    for row in one.carried:
        if later_than(context.times[row.key], above):
            day = f"{context.times[row.key].deadline:%d/%m/%Y}"
            yield context.labels("carrying.late", task=row.task.number or row.task.id, day=day)


def _links(context: Context, rows: Iterable[Row], href: Href) -> Iterator[Segment]:
    for index, row in enumerate(rows):
        if index:
            yield Segment("text", context.labels("schedule.semicolon"))
        words = f"{row.task.number}. {title_of(row)}" if row.task.number else title_of(row)
        link = href(urls.task_url(*row.key))
        yield Segment("link", shortened(words, 160), link, context.short_name(row.plan))


def _twin(parent: str, found: list[Coverage]) -> dict[str, Any]:
    tasks = [
        {"task": one.above.task.id, "demanded": one.demanded, "carried_out_by": [row.task.id for row in one.carried]}
        for one in found
    ]
    return {"plan": parent, "tasks": tasks}
