"""Two plans side by side: what differs first, matter by matter; then what they are, and of which kinds of agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.comparison import ActorKind, kind_name
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import actor_links, rows_by_part
from congkhai.site.pages.comparison.by_work import KindOfWork, by_work, lacking_elsewhere
from congkhai.site.pages.comparison.kinds import comparison_trail
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shortened, shown_date
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.states import words_of
from congkhai.site.pages.plans.target_answers import targets_beside

# A line of a table: what it is about, then the cell of each plan.
Line = tuple[RichText | str, RichText | str, RichText | str]
# Years, which alone make no difference between plans of two years.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Side(Struct, frozen=True):
    """A task as one plan asks it: the plan, its title, who leads it and by when ("" where the plan does not say)."""

    plan: str
    title: str
    url: str
    lead: RichText
    time: str


class Matter(Struct, frozen=True):
    """A task of both plans that is nearly the same; `differences` names what differs, years apart."""

    differences: tuple[str, ...]
    sides: tuple[Side, Side]


class PairView(Struct, frozen=True):
    """All that the page of two plans shows; `plans` are their short names, the heads of the columns."""

    plans: tuple[str, str]
    answer: tuple[Fact, ...]
    differing: tuple[Matter, ...]
    same: tuple[Matter, ...]
    only: tuple[KindOfWork, ...]
    targets: tuple[tuple[RichText | str, ...], ...]
    facts: tuple[Line, ...]
    kinds: tuple[Line, ...]


def pair_keys(context: Context) -> Iterator[str]:
    """A key for each pair of plans that have something in common."""
    return map(" ".join, context.derived.comparison.pairs)


def like_links(context: Context, row: Row, href: Href) -> tuple[LinkView, ...]:
    """The tasks of other plans that are nearly the same as a row, each with its plan and its time."""
    return tuple(_task_link(context, other, href) for other in context.derived.like(row))


def _task_link(context: Context, row: Row, href: Href) -> LinkView:
    words = (context.short_name(row.plan), _time(context, row))
    return LinkView(shortened(title_of(row), 140), href(urls.task_url(*row.key)), " · ".join(filter(None, words)))


def pair_page(context: Context, key: str) -> Page:
    """The page of two plans by their ids."""
    first, _, second = key.partition(" ")
    pair = first, second
    url, labels = urls.pair_url(*pair), context.labels
    href = context.href(url)
    one, other = (context.library.plans[plan_id] for plan_id in pair)
    found, kinds = context.derived.alike(pair), context.derived.kinds_in(pair)
    shared = {row.key for pair in found for row in pair[:2]}
    alone = tuple(
        [row for row in context.assignments.of_plan(plan.id) if row.key not in shared] for plan in (one, other)
    )
    matters = tuple(_matter(context, mine, theirs, href) for mine, theirs, _ in found)
    plans = (context.short_name(one), context.short_name(other))
    view = PairView(
        plans=plans,
        answer=tuple(_answer(context, (one, other), matters, alone)),
        differing=tuple(matter for matter in matters if matter.differences),
        same=tuple(matter for matter in matters if not matter.differences),
        only=tuple(
            by_work(context, tuple(zip(plans, alone, strict=True)), lambda row: _short_link(context, row, href))
        ),
        targets=tuple(targets_beside(context, (one, other), href)),
        facts=tuple(_facts(context, one, other, href)),
        kinds=tuple(_kind(context, kind, one, other, href) for kind in kinds),
    )
    title = labels("compare.pair.title", one=view.plans[0], other=view.plans[1])
    trail = comparison_trail(context, href)
    return Page(url, "pages/comparison_pair.html", title, view, title, trail, chapter=urls.COMPARISON)


def _facts(context: Context, one: Plan, other: Plan, href: Href) -> Iterator[Line]:
    labels, blank = context.labels, context.labels("plan.blank")
    rows_of, times = context.assignments.of_plan, context.times
    for name, value in (
        ("compare.plan", lambda plan: (Segment("link", plan.title, href(urls.plan_url(plan.id))),)),
        ("plan.fact.issuer", lambda plan: actor_links(context, (plan.issuer,), href)),
        ("plan.fact.signed", lambda plan: shown_date(plan.signed) if plan.signed else blank),
        ("compare.years", lambda plan: plan.years),
        ("plan.fact.tasks", lambda plan: str(len(rows_of(plan.id)))),
        ("compare.dated", lambda plan: str(sum(times[row.key].deadline is not None for row in rows_of(plan.id)))),
    ):
        yield labels(name), value(one), value(other)


def _matter(context: Context, mine: Row, theirs: Row, href: Href) -> Matter:
    """A task of both plans, and what differs: who leads it, by when."""
    differences = []
    if _leading_kinds(context, mine) != _leading_kinds(context, theirs):
        differences.append(context.labels("compare.differs.lead"))
    if _YEAR.sub("", _time(context, mine)) != _YEAR.sub("", _time(context, theirs)):
        differences.append(context.labels("compare.differs.time"))
    return Matter(tuple(differences), (_side(context, mine, href), _side(context, theirs, href)))


def _side(context: Context, row: Row, href: Href) -> Side:
    leads = actor_links(context, context.assignments.actors[row.key].lead_agencies, href)
    url = href(urls.task_url(*row.key))
    return Side(context.short_name(row.plan), title_of(row), url, leads, _time(context, row))


def _leading_kinds(context: Context, row: Row) -> set[str]:
    """Who leads a row, called without places, so that agencies of two places compare."""
    actors = context.library.actors
    leads = context.assignments.actors[row.key].lead_agencies
    return {kind_name(context.library, actors[lead]) for lead in leads if lead in actors}


def _time(context: Context, row: Row) -> str:
    return words_of(context, context.times[row.key]) or shortened(row.task.time or "", 90)


def _kind(context: Context, kind: ActorKind, one: Plan, other: Plan, href: Href) -> Line:
    name = (Segment("link", kind.name, href(urls.kind_url(kind.id))),)
    return name, _numbers(context, kind, one), _numbers(context, kind, other)


def _numbers(context: Context, kind: ActorKind, plan: Plan) -> str:
    """How many tasks agencies of a kind lead, themselves or in a group, and coordinate in a plan."""
    found: dict[str, set[tuple[str, str]]] = {}
    for actor_id in kind.actors:
        for part, rows in rows_by_part(context, actor_id, plan.id).items():
            found.setdefault(part, set()).update(row.key for row in rows)
    leads = found["leads"] | found["leads_in_group"]
    helps = found["coordinates"] - leads
    return context.labels("compare.numbers", leads=len(leads), helps=len(helps))


def _answer(
    context: Context, pair: tuple[Plan, Plan], matters: tuple[Matter, ...], alone: Sequence[Sequence[Row]]
) -> Iterator[Fact]:
    """What differs first: what stands in one plan alone, with the kinds of work that the other lacks; then what is in
    both. Each number leads to its list."""
    labels = context.labels
    columns = tuple((plan.id, context.assignments.of_plan(plan.id)) for plan in pair)
    for plan, rows, lacking in zip(pair, alone, lacking_elsewhere(context, columns), strict=True):
        words = labels("plan.count", total=len(rows))
        note = labels("compare.only.kinds", kinds=lacking) if lacking else ""
        name = labels("compare.only", plan=context.short_name(plan))
        yield Fact(name, _link(words, "#rieng") if rows else words, note)
    differing = sum(bool(matter.differences) for matter in matters)
    words = labels("plan.count", total=len(matters))
    note = labels("compare.both.note", n=differing) if matters else ""
    yield Fact(labels("compare.both"), _link(words, "#giong") if matters else words, note)


def _link(words: str, url: str) -> RichText:
    return (Segment("link", words, url),)


def _short_link(context: Context, row: Row, href: Href) -> LinkView:
    return LinkView(shortened(title_of(row), 140), href(urls.task_url(*row.key)), _time(context, row))
