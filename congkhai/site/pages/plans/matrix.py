"""Who does what in a plan: actors against sections, each mark the number of rows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.knowledge.plans.states import State, state_on
from congkhai.records.plan import Plan, Section
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.plan_filters import plan_actors


class MatrixColumn(Struct, frozen=True):
    """A section: its number over the column, its title for ears and the legend."""

    short: str
    title: str


class MatrixCell(Struct, frozen=True):
    """How many rows of a section an actor leads and coordinates; level 0 to 4 gives the tone."""

    level: int
    text: str
    words: str
    url: str = ""


class MatrixRow(Struct, frozen=True):
    """An actor's line; `totals` stand before its cells."""

    title: str
    url: str
    cells: tuple[MatrixCell, ...]
    totals: tuple[str, ...]


# What an actor leads, itself or in a group, and what it only coordinates.
Parts = tuple[tuple[Row, ...], tuple[Row, ...]]


class MatrixView(Struct, frozen=True):
    """The whole picture; `totals` are the heads of the columns of totals, `how` says how the cells are read."""

    caption: str
    corner: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    how: str = ""


def plan_matrix(context: Context, plan: Plan, href: Href) -> MatrixView:
    """The matrix of a plan: who leads most first, itself or in a group; how much of that is past due, where known."""
    labels, past = context.labels, _past_due(context, plan)
    rows = tuple(_row(context, plan, key, parts, past, href) for key, parts in by_leading(context, plan))
    totals = ("lead", "coordination", "past") if past else ("lead", "coordination")
    return MatrixView(
        labels("matrix.caption"),
        labels("matrix.corner"),
        tuple(_columns(plan)),
        rows,
        tuple(labels(f"matrix.total.{total}") for total in totals),
        labels("matrix.how"),
    )


def by_leading(context: Context, plan: Plan) -> tuple[tuple[str, Parts], ...]:
    """The actors of a plan with their rows, who leads most first, itself or in a group: one order wherever told."""
    parts = {key: _rows_by_part(context, plan, key) for key, _, _ in plan_actors(context, plan)}
    names = {key: sort_key(context.library.actors[key].name) for key in parts}
    named = {key: len(context.assignments.rows_of(key, Part.LEAD, plan_id=plan.id)) for key in parts}
    known = sorted(parts, key=lambda key: (-len(parts[key][0]), -named[key], -len(parts[key][1]), names[key], key))
    return tuple((key, parts[key]) for key in known)


def most_leading(context: Context, view: MatrixView, anchor: str) -> Iterator[Fact]:
    """Who leads most in a plan and how much of that is past due, as a way to the whole table; nothing where nobody."""
    first = view.rows[0] if view.rows else None
    if first and first.totals[0] != "0":
        late = first.totals[2] if len(first.totals) > 2 else "0"
        known = ".past" if late != "0" else ""
        words = context.labels(f"matrix.most{known}", name=first.title, n=first.totals[0], past=late)
        yield Fact(context.labels("matrix.most.key"), (Segment("link", words, anchor),))


def _columns(plan: Plan) -> Iterator[MatrixColumn]:
    """The sections by their numbers; a number that several bear is counted on, so that no two are called alike."""
    numbers = [section.number or section.id for section in plan.sections]
    for rank, (section, number) in enumerate(zip(plan.sections, numbers, strict=True)):
        many = numbers.count(number) > 1
        yield MatrixColumn(f"{number} ({numbers[: rank + 1].count(number)})" if many else number, section.title)


def _past_due(context: Context, plan: Plan) -> frozenset[str]:
    """The tasks of a plan whose last day has passed and of which no end is known."""
    states = ((row, state_on(context.times[row.key], context.today)) for row in context.assignments.of_plan(plan.id))
    return frozenset(row.task.id for row, state in states if state in (State.OVERDUE, State.UNREPORTED))


def split(view: MatrixView, first: int) -> tuple[MatrixView, MatrixView | None]:
    """A matrix as its first rows and, where there are many more, the others."""
    if len(view.rows) <= first + 3:
        return view, None
    return replace(view, rows=view.rows[:first]), replace(view, rows=view.rows[first:])


def _rows_by_part(context: Context, plan: Plan, actor_id: str) -> Parts:
    rows_of = context.assignments.rows_of
    leads = rows_of(actor_id, Part.LEAD, Part.LEAD_THROUGH_GROUP, plan_id=plan.id)
    led = {row.key for row in leads}
    helps = rows_of(actor_id, Part.COORDINATION, Part.COORDINATION_THROUGH_GROUP, plan_id=plan.id)
    return leads, tuple(row for row in helps if row.key not in led)


def _row(context: Context, plan: Plan, actor_id: str, parts: Parts, past: frozenset[str], href: Href) -> MatrixRow:
    url = href(urls.plan_actor_url(plan.id, actor_id))
    late = (str(sum(row.task.id in past for row in parts[0])),) if past else ()
    return MatrixRow(
        context.library.actors[actor_id].name,
        url,
        tuple(_cell(context, section, parts, url) for section in plan.sections),
        (*(str(len(rows)) for rows in parts), *late),
    )


def _cell(context: Context, section: Section, parts: Parts, url: str) -> MatrixCell:
    """How much of a section is an actor's, as a link to the first of these rows on the page of its rows."""
    leads, helps = ([row for row in rows if row.section.id == section.id] for rows in parts)
    if not leads and not helps:
        return MatrixCell(0, "", "")
    first = min((*leads, *helps), key=lambda row: row.order)
    words = context.labels("matrix.words", leads=len(leads), helps=len(helps))
    level = 1 if not leads else 2 if len(leads) < 3 else 3 if len(leads) < 6 else 4
    return MatrixCell(level, _marks(len(leads), len(helps)), words, f"{url}#{urls.row_anchor(first.task.id)}")


def _marks(leads: int, helps: int) -> str:
    """Led and coordinated rows: "3+2"; "+2" where none is led."""
    return f"{leads or ''}{f'+{helps}' if helps else ''}"
