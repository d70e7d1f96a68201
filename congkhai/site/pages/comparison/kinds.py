"""What plans ask of one kind of agency, side by side; and the list of all that can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.knowledge.plans.comparison import ActorKind
from congkhai.knowledge.plans.succession import is_divided
from congkhai.records.agency import Actor
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import full_name, rows_by_part
from congkhai.site.pages.comparison.by_work import KindOfWork, by_work, lacking_elsewhere
from congkhai.site.pages.deadlines.all_due import all_due_of_kind
from congkhai.site.pages.deadlines.by_time import QuarterAnswer, quarter_answer
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, Href, MakePage, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.states import words_of

# The lists of a plan, in the order of the page.
_PARTS = ("leads", "leads_in_group", "coordinates")


class KindPlan(Struct, frozen=True):
    """What one plan asks of the kind; `actors` are whom it names so, with who does their work today."""

    id: str
    title: str
    url: str
    actors: RichText


class KindView(Struct, frozen=True):
    """All that the page of a kind shows; a row of `counts` is a plan with its numbers, `work` its tasks by matter."""

    intro: str
    quarter: QuarterAnswer
    columns: tuple[str, ...]
    counts: tuple[tuple[RichText | str, ...], ...]
    plans: tuple[KindPlan, ...]
    work: tuple[KindOfWork, ...]
    order: str


class ComparisonsView(Struct, frozen=True):
    """What can be compared; `single` are agencies that are alone of their kind."""

    intro: str
    kinds: tuple[LinkView, ...]
    single: tuple[LinkView, ...]
    pairs: tuple[LinkView, ...]


def make_kind_pages(context: Context) -> Iterator[MakePage]:
    """The list of all comparisons, and a page for each kind of agency that several plans name."""
    yield partial(_list_page, context)
    for kind_id in context.derived.comparison.kinds:
        yield partial(_kind_page, context, kind_id)


def kind_link(context: Context, kind: ActorKind, href: Href) -> LinkView:
    """A kind of agency as a link with the plans that name it."""
    plans = "; ".join(context.short_name(context.library.plans[plan_id]) for plan_id in kind.plans)
    return LinkView(kind.name, href(urls.kind_url(kind.id)), plans)


def pair_link(context: Context, pair: tuple[str, str], number: int, href: Href) -> LinkView:
    """Two plans as a link with how many of their tasks are nearly the same."""
    one, other = (context.short_name(context.library.plans[plan_id]) for plan_id in pair)
    title = context.labels("compare.pair", one=one, other=other)
    return LinkView(title, href(urls.pair_url(*pair)), count=context.labels("compare.alike.n", n=number))


def comparison_trail(context: Context, href: Href) -> tuple[tuple[str, str], ...]:
    """The pages above a comparison."""
    return (
        (context.labels("home.title"), href(urls.HOME)),
        (context.labels("compare.title"), href(urls.COMPARISON)),
    )


def _list_page(context: Context) -> Page:
    href, labels = context.href(urls.COMPARISON), context.labels
    comparison = context.derived.comparison
    kinds = comparison.kinds.values()
    view = ComparisonsView(
        labels("compare.intro" if kinds or comparison.pairs else "compare.none"),
        tuple(kind_link(context, kind, href) for kind in kinds if not kind.is_one),
        tuple(kind_link(context, kind, href) for kind in kinds if kind.is_one),
        tuple(pair_link(context, pair, len(comparison.pairs[pair]), href) for pair in _in_order(context)),
    )
    trail = comparison_trail(context, href)[:1]
    title = labels("compare.title")
    return Page(urls.COMPARISON, "pages/comparisons.html", title, view, view.intro, trail, chapter=urls.COMPARISON)


def _in_order(context: Context) -> list[tuple[str, str]]:
    """The pairs of plans: those of one place first, then those that have more in common."""
    plans, pairs = context.library.plans, context.derived.comparison.pairs
    return sorted(pairs, key=lambda pair: (plans[pair[0]].territory != plans[pair[1]].territory, -len(pairs[pair])))


def _kind_page(context: Context, kind_id: str) -> Page:
    kind = context.derived.comparison.kinds[kind_id]
    url, labels = urls.kind_url(kind.id), context.labels
    href = context.href(url)
    plans = sorted((context.library.plans[plan_id] for plan_id in kind.plans), key=lambda plan: (-plan.year, plan.id))
    found = tuple((plan, _rows(context, kind, plan)) for plan in plans)
    parts = [part for part in _PARTS if any(rows[part] for _, rows in found)]
    roles = {row.key: part for _, rows in found for part in reversed(_PARTS) for row in rows[part]}
    columns = tuple((context.short_name(plan), [row for part in _PARTS for row in rows[part]]) for plan, rows in found)
    all_rows = tuple(_all_rows(context, kind))
    due = all_due_of_kind(context, all_rows, kind.actors)
    view = KindView(
        intro=labels("compare.kind.intro.one" if kind.is_one else "compare.kind.intro", n=len(plans)),
        quarter=quarter_answer(context, all_rows, due, href(urls.due_url(urls.HOME))),
        columns=(
            labels("compare.column.plan"),
            *(labels(f"agency.{part}") for part in parts),
            labels("compare.column.only"),
        ),
        counts=tuple(
            _counts(context, plan, rows, parts, only)
            for (plan, rows), only in zip(found, lacking_elsewhere(context, columns), strict=True)
        ),
        plans=tuple(_plan(context, kind, plan, href) for plan, _ in found),
        work=tuple(by_work(context, columns, lambda row: _task(context, row, roles[row.key], href))),
        order=labels("compare.work.order", names="; ".join(name for name, _ in columns)),
    )
    title = labels("compare.kind.title", name=kind.name)
    trail = comparison_trail(context, href)
    return Page(url, "pages/comparison_kind.html", title, view, view.intro, trail, chapter=urls.COMPARISON)


def _all_rows(context: Context, kind: ActorKind) -> Iterator[Row]:
    """The rows of all agencies of a kind, each once, in the order of the plans."""
    rows = {row.order: row for actor_id in kind.actors for row in context.assignments.rows_of(actor_id, *Part)}
    return (rows[order] for order in sorted(rows))


def _rows(context: Context, kind: ActorKind, plan: Plan) -> dict[str, tuple[Row, ...]]:
    """The rows of a plan in which agencies of a kind play each part, in the order of the plan; each in one list."""
    found: dict[str, tuple[Row, ...]] = {}
    seen: set[tuple[str, str]] = set()
    by_part = [rows_by_part(context, actor_id) for actor_id in kind.actors]
    for part in _PARTS:
        rows = {row.key: row for parts in by_part for row in parts[part] if row.plan.id == plan.id}
        found[part] = tuple(row for key, row in rows.items() if key not in seen)
        seen.update(rows)
    return found


def _counts(
    context: Context, plan: Plan, rows: dict[str, tuple[Row, ...]], parts: list[str], only: str
) -> tuple[RichText | str, ...]:
    """A row of the table of numbers; the name of the plan leads to whom it names."""
    name = (Segment("link", context.short_name(plan), f"#{plan.id}"),)
    return (name, *(str(len(rows[part])) for part in parts), only or "–")


def _plan(context: Context, kind: ActorKind, plan: Plan, href: Href) -> KindPlan:
    named = [actor_id for actor_id in kind.actors if _plays(context, actor_id, plan)]
    actors: list[Segment] = []
    for actor_id in named:
        actors += [Segment("text", "; ")] if actors else []
        actors += _with_successors(context, context.library.actors[actor_id], href)
    return KindPlan(plan.id, context.short_name(plan), href(urls.plan_url(plan.id)), tuple(actors))


def _plays(context: Context, actor_id: str, plan: Plan) -> bool:
    return any(row.plan.id == plan.id for rows in rows_by_part(context, actor_id).values() for row in rows)


def _with_successors(context: Context, actor: Actor, href: Href) -> Iterator[Segment]:
    """An actor as a link, and where it has ended, who does its work."""
    succession = context.derived.succession
    yield Segment("link", full_name(context, actor), href(urls.agency_url(actor.id)))
    followers = succession.followed_by.get(actor.id, ())
    if actor.id in succession.ended:
        yield Segment("text", context.labels("compare.ended.by" if followers else "compare.ended"))
    for number, follower in enumerate(followers):
        if number:
            yield Segment("text", ", ")
        yield Segment("link", context.library.actors[follower].name, href(urls.agency_url(follower)))
    if followers:
        divided = context.labels("compare.ended.divided") if is_divided(context.library, actor) else ""
        yield Segment("text", divided + context.labels("compare.ended.close"))


def _task(context: Context, row: Row, part: str, href: Href) -> LinkView:
    """A task as a link with the part that the agency plays in it, and its time, as understood or else as signed."""
    time = words_of(context, context.times[row.key]) or shortened(row.task.time or "", 90)
    words = (context.labels(f"agency.{part}").lower(), time)
    return LinkView(shortened(title_of(row), 140), href(urls.task_url(*row.key)), " · ".join(filter(None, words)))
