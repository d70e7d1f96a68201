"""From plan to procedure as a picture: the tasks that order a decision, the decision, what it announces, each gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from congkhai.foundation.grouping import grouped
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.announcing import announcing_rows
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.announcement import Announcement
from congkhai.records.plan import Plan
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, Href, shortened

# How what stands at a link's end is known: a record says it, we derive it, it is not here.
_STATED, _DERIVED, _MISSING = "stated", "derived", "missing"


class ChainNode(Struct, frozen=True):
    """A plan, task, decision or procedure: what it is in words, how it is known, and where it leads ("": nowhere)."""

    kind: str
    look: str
    title: str
    url: str = ""
    meta: str = ""


class Branch(Struct, frozen=True):
    """A decision, or that none is here, and what it announces; `basis` says why it is joined to the task."""

    decision: ChainNode
    procedures: ChainNode | None
    basis: str


class Strand(Struct, frozen=True):
    """A plan with its tasks that order decisions, and those decisions; without tasks, the plan is what is missing."""

    plan: ChainNode
    tasks: tuple[ChainNode, ...]
    branches: tuple[Branch, ...]


class ChainView(Struct, frozen=True):
    """The picture and the table that says the same."""

    caption: str
    strands: tuple[Strand, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[RichText, ...], ...]


def plan_chain(context: Context, plan: Plan, href: Href) -> ChainView | None:
    """What comes of a plan's tasks that order decisions; None where it has no such task."""
    rows = announcing_rows(context.assignments.of_plan(plan.id))
    strands = tuple(_of_plan(context, plan, rows, href)) if rows else ()
    return _view(context, context.labels("chain.of_plan"), strands)


def decision_chain(context: Context, decision: Announcement, href: Href) -> ChainView | None:
    """The plans and tasks that order a decision, and what it announces."""
    announced = _announced(context, decision, "")
    strands = tuple(_above(context, decision, announced, href))
    return _view(context, context.labels("chain.of_decision"), strands)


def procedure_chain(context: Context, code: str, stated: str, href: Href) -> ChainView | None:
    """By which decisions a procedure was announced, and under which plans; `stated` is the number it names itself.

    None where neither is known: the page says that in one sentence, and a picture of gaps tells no more.
    """
    labels, decisions = context.labels, context.derived.decisions.get(code, ())
    this = ChainNode("procedure", _STATED, labels("chain.this_procedure"), meta=code)
    strands = [one for found in decisions for one in _above(context, found.announcement, this, href)]
    if not strands and stated:
        title, meta = labels("decision.heading", number=stated), labels("chain.gap.record")
        decision = ChainNode("decision", _MISSING, title, meta=meta)
        gap = ChainNode("plan", _MISSING, labels("chain.gap.undecided"))
        strands = [Strand(gap, (), (Branch(decision, this, labels("chain.basis.stated")),))]
    return _view(context, labels("chain.of_procedure"), _together(strands))


def _view(context: Context, caption: str, strands: tuple[Strand, ...]) -> ChainView | None:
    columns = ("plan", "task", "decision", "procedure", "basis")
    rows = tuple(_table_row(context, strand, branch) for strand in strands for branch in strand.branches)
    return ChainView(caption, strands, tuple(context.labels(f"chain.{one}") for one in columns), rows) if rows else None


def _table_row(context: Context, strand: Strand, branch: Branch) -> tuple[RichText, ...]:
    cells = ((strand.plan,), strand.tasks, (branch.decision,), (branch.procedures,) if branch.procedures else ())
    found = (_cell(context, nodes) or (Segment("text", context.labels("chain.gap")),) for nodes in cells)
    return (*found, (Segment("text", branch.basis),))


def _cell(context: Context, nodes: Iterable[ChainNode]) -> RichText:
    found: list[Segment] = []
    for node in nodes:
        found += [Segment("text", context.labels("schedule.semicolon"))] if found else []
        found.append(Segment("link" if node.url else "text", node.title, node.url))
    return tuple(found)


def _of_plan(context: Context, plan: Plan, rows: tuple[Row, ...], href: Href) -> Iterator[Strand]:
    """A strand for each task with decisions as its evidence, and one for all others with those of place and year."""
    derived, decisions = context.derived, context.library.announcements
    node = _plan_node(context, plan, href)
    proving = {row.key: derived.decisions_proving.get(" ".join(row.key), ()) for row in rows}
    for row in rows:
        if found := proving[row.key]:
            branches = tuple(_branch(context, decisions[one], href, _STATED) for one in found)
            yield Strand(node, (_task_node(row, href),), branches)
    others = tuple(_task_node(row, href) for row in rows if not proving[row.key])
    proved = {one for found in proving.values() for one in found}
    fitting = [one for one in derived.decisions_under.get(plan.id, ()) if one not in proved]
    if others:
        branches = tuple(_branch(context, decisions[one], href, _DERIVED) for one in fitting)
        yield Strand(node, others, branches or (_no_decision(context, plan),))


def _no_decision(context: Context, plan: Plan) -> Branch:
    labels, territory = context.labels, context.territory_name(plan.territory)
    words = labels("task.decisions.none", territory=territory, years=plan.years)
    return Branch(ChainNode("decision", _MISSING, words), None, labels("chain.gap"))


def _branch(context: Context, decision: Announcement, href: Href, look: str) -> Branch:
    url = href(urls.decision_url(decision.id))
    return Branch(
        _decision_node(context, decision, href, look),
        _announced(context, decision, url),
        context.labels(f"chain.basis.{look}"),
    )


def _above(context: Context, decision: Announcement, announced: ChainNode, href: Href) -> Iterator[Strand]:
    """The strands that lead to a decision from above; one that says what is missing where none does."""
    found: list[Strand] = []
    plans = [context.library.plans[one] for one in context.derived.plans_over.get(decision.id, ())]
    for plan in plans:
        rows = announcing_rows(context.assignments.of_plan(plan.id))
        look, rows = _ordering(context, decision, rows)
        node, tasks = _decision_node(context, decision, href, look), (_task_node(row, href) for row in rows)
        if rows:
            branch = Branch(node, announced, context.labels(f"chain.basis.{look}"))
            found.append(Strand(_plan_node(context, plan, href), tuple(tasks), (branch,)))
    if found:
        yield from found
        return
    gap = ChainNode("plan", _MISSING, _why_no_plan(context, decision, plans))
    node = _decision_node(context, decision, href, _MISSING)
    yield Strand(gap, (), (Branch(node, announced, context.labels("chain.gap")),))


def _ordering(context: Context, decision: Announcement, rows: tuple[Row, ...]) -> tuple[str, tuple[Row, ...]]:
    """Those tasks of which a decision is the evidence; else those that have no decision as evidence."""
    proving = {row.key: context.derived.decisions_proving.get(" ".join(row.key), ()) for row in rows}
    proved = tuple(row for row in rows if decision.id in proving[row.key])
    return (_STATED, proved) if proved else (_DERIVED, tuple(row for row in rows if not proving[row.key]))


def _why_no_plan(context: Context, decision: Announcement, plans: list[Plan]) -> str:
    labels, issuer = context.labels, context.library.actors.get(decision.issuer)
    if issuer is None:
        return labels("chain.gap.issuer")
    if decision.signed is None:
        return labels("chain.gap.signed")
    words = {"territory": context.territory_name(issuer.territory), "year": decision.signed.year}
    return labels("chain.gap.task" if plans else "chain.gap.plan", **words)


def _together(strands: Iterable[Strand]) -> tuple[Strand, ...]:
    """Strands that begin alike as one."""
    found = grouped(((strand.plan, strand.tasks), strand.branches) for strand in strands)
    return tuple(Strand(*start, tuple(one for some in branches for one in some)) for start, branches in found.items())


def _plan_node(context: Context, plan: Plan, href: Href) -> ChainNode:
    return ChainNode("plan", _STATED, context.short_name(plan), href(urls.plan_url(plan.id)), plan.number)


def _task_node(row: Row, href: Href) -> ChainNode:
    words = f"{row.task.number}. {title_of(row)}" if row.task.number else title_of(row)
    return ChainNode("task", _STATED, shortened(words, 140), href(urls.task_url(*row.key)))


def _decision_node(context: Context, decision: Announcement, href: Href, look: str) -> ChainNode:
    title = context.labels("decision.heading", number=decision.number)
    day = f"{decision.signed:%d/%m/%Y}" if decision.signed else ""
    derived = context.labels("chain.derived") if look == _DERIVED else ""
    meta = " · ".join(filter(None, (day, derived)))
    return ChainNode("decision", look, title, href(urls.decision_url(decision.id)), meta)


def _announced(context: Context, decision: Announcement, url: str) -> ChainNode:
    count = len(decision.entries)
    words = context.labels("procedures.n", n=count) if count else context.labels("chain.gap.procedures")
    return ChainNode("procedure", _STATED if count else _MISSING, words, url if count else "")
