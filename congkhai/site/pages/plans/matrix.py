"""Who does what in a plan: actors against sections, each mark the number of rows."""

from __future__ import annotations

from msgspec import Struct

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.records.plan import Plan
from congkhai.site.pages.page import Context, Href


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
    """The matrix of a plan: actors by how much they lead, then how much they coordinate."""
    leads, helps = _counts(context, plan)
    totals = {
        actor: (sum(leads.get(actor, {}).values()), sum(helps.get(actor, {}).values())) for actor in leads | helps
    }
    known = [actor for actor in totals if actor in context.library.actors]
    known.sort(key=lambda actor: (*(-n for n in totals[actor]), sort_key(context.library.actors[actor].name)))
    rows = tuple(
        MatrixRow(
            context.library.actors[actor].name,
            href(urls.plan_actor_url(plan.id, actor)),
            tuple(
                _cell(context, leads.get(actor, {}).get(section.id, 0), helps.get(actor, {}).get(section.id, 0))
                for section in plan.sections
            ),
            _marks(*totals[actor]),
        )
        for actor in known
    )
    columns = tuple(MatrixColumn(section.number or section.id, section.title) for section in plan.sections)
    return MatrixView(context.labels("matrix.caption"), context.labels("matrix.corner"), columns, rows)


def _counts(context: Context, plan: Plan) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    leads: dict[str, dict[str, int]] = {}
    helps: dict[str, dict[str, int]] = {}
    for row in context.assignments.of_plan(plan.id):
        actors = context.assignments.actors[row.key]
        for counts, keys in ((leads, actors.lead_agencies), (helps, actors.coordinating_agencies)):
            for key in keys:
                mine = counts.setdefault(key, {})
                mine[row.section.id] = mine.get(row.section.id, 0) + 1
    return leads, helps


def _cell(context: Context, leads: int, helps: int) -> MatrixCell:
    if not leads and not helps:
        return MatrixCell(0, "", "")
    words = context.labels("matrix.words", leads=leads, helps=helps)
    level = 1 if not leads else 2 if leads < 3 else 3 if leads < 6 else 4
    return MatrixCell(level, _marks(leads, helps), words)


def _marks(leads: int, helps: int) -> str:
    """Led and coordinated rows: "3+2"; "+2" where none is led."""
    return f"{leads or ''}{f'+{helps}' if helps else ''}"
