"""Who does what in a plan: actors against sections, each mark the number of rows."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.records.plan import Plan, Section
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
    """An actor's line."""

    title: str
    url: str
    cells: tuple[MatrixCell, ...]
    total: str


class MatrixView(Struct, frozen=True):
    """The whole picture."""

    caption: str
    corner: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]


def plan_matrix(context: Context, plan: Plan, href: Href) -> MatrixView:
    """The matrix of a plan: who is named as leading first, then who leads and who coordinates through a group too."""
    parts = {key: _rows_by_part(context, plan, key) for key, _, _ in plan_actors(context, plan)}
    names = {key: sort_key(context.library.actors[key].name) for key in parts}
    named = {key: len(context.assignments.rows_of(key, Part.LEAD, plan_id=plan.id)) for key in parts}
    known = sorted(parts, key=lambda key: (-named[key], *(-len(rows) for rows in parts[key]), names[key], key))
    columns = tuple(MatrixColumn(section.number or section.id, section.title) for section in plan.sections)
    rows = tuple(_row(context, plan, key, parts[key], href) for key in known)
    return MatrixView(context.labels("matrix.caption"), context.labels("matrix.corner"), columns, rows)


def split(view: MatrixView, first: int) -> tuple[MatrixView, MatrixView | None]:
    """A matrix as its first rows and, where there are many more, the others."""
    if len(view.rows) <= first + 3:
        return view, None
    return replace(view, rows=view.rows[:first]), replace(view, rows=view.rows[first:])


# What an actor leads, itself or in a group, and what it only coordinates.
Parts = tuple[tuple[Row, ...], tuple[Row, ...]]


def _rows_by_part(context: Context, plan: Plan, actor_id: str) -> Parts:
    rows_of = context.assignments.rows_of
    leads = rows_of(actor_id, Part.LEAD, Part.LEAD_THROUGH_GROUP, plan_id=plan.id)
    led = {row.key for row in leads}
    helps = rows_of(actor_id, Part.COORDINATION, Part.COORDINATION_THROUGH_GROUP, plan_id=plan.id)
    return leads, tuple(row for row in helps if row.key not in led)


def _row(context: Context, plan: Plan, actor_id: str, parts: Parts, href: Href) -> MatrixRow:
    url = href(urls.plan_actor_url(plan.id, actor_id))
    return MatrixRow(
        context.library.actors[actor_id].name,
        url,
        tuple(_cell(context, section, parts, url) for section in plan.sections),
        _marks(*(len(rows) for rows in parts)),
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
