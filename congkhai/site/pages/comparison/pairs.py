"""Two plans side by side: what they are, what they ask alike, and of which kinds of agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.comparison import ActorKind
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import actor_links, rows_by_part
from congkhai.site.pages.comparison.kinds import comparison_trail
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, Href, Page, shortened, shown_date
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.states import words_of

# A line of a table: what it is about, then the cell of each plan.
Line = tuple[RichText | str, RichText | str, RichText | str]


class OnlyIn(Struct, frozen=True):
    """The tasks of a plan that have no like in the other."""

    id: str
    title: str
    tasks: tuple[LinkView, ...]


class PairView(Struct, frozen=True):
    """All that the page of two plans shows; `plans` are their short names, the heads of the columns."""

    plans: tuple[str, str]
    answer: RichText
    facts: tuple[Line, ...]
    alike: tuple[Line, ...]
    kinds: tuple[Line, ...]
    only: tuple[OnlyIn, ...]


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
    only = tuple(_only(context, plan, shared, href) for plan in (one, other))
    view = PairView(
        plans=(context.short_name(one), context.short_name(other)),
        answer=_answer(context, found, only),
        facts=tuple(_facts(context, one, other, href)),
        alike=tuple(
            (str(number), _task(context, mine, href), _task(context, theirs, href))
            for number, (mine, theirs, _) in enumerate(found, 1)
        ),
        kinds=tuple(_kind(context, kind, one, other, href) for kind in kinds),
        only=only,
    )
    title = labels("compare.pair.title", one=view.plans[0], other=view.plans[1])
    trail = comparison_trail(context, href)
    return Page(url, "pages/comparison_pair.html", title, view, title, trail, chapter=urls.PLANS)


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


def _task(context: Context, row: Row, href: Href) -> RichText:
    """A task with who leads it and by when."""
    leads = actor_links(context, context.assignments.actors[row.key].lead_agencies, href)
    time = _time(context, row)
    return (
        Segment("link", title_of(row), href(urls.task_url(*row.key))),
        *((Segment("text", f"\n{context.labels('design.column.lead')}: "), *leads) if leads else ()),
        *((Segment("text", f"\n{context.labels('design.column.time')}: {time}"),) if time else ()),
    )


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


def _answer(context: Context, found: Sequence[object], only: tuple[OnlyIn, ...]) -> RichText:
    """How much is alike and how much stands in one of the plans alone, each number leading to its list."""
    labels = context.labels
    parts = [(labels("compare.alike.n", n=len(found)), "#giong")]
    parts += [(one.title, f"#{one.id}") for one in only if one.tasks]
    said: list[Segment] = []
    for words, anchor in parts:
        said += [Segment("text", labels("schedule.semicolon"))] if said else []
        said.append(Segment("link", words, anchor))
    return tuple(said)


def _only(context: Context, plan: Plan, shared: set[tuple[str, str]], href: Href) -> OnlyIn:
    """The tasks of a plan that have no like in the other."""
    rows = [row for row in context.assignments.of_plan(plan.id) if row.key not in shared]
    links = tuple(
        LinkView(shortened(title_of(row), 140), href(urls.task_url(*row.key)), _time(context, row)) for row in rows
    )
    title = context.labels("compare.only", plan=context.short_name(plan), n=len(links))
    return OnlyIn(f"rieng-{plan.id}", title, links)
