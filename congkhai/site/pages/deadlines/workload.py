"""Who must deliver how much in which month of a year: agencies against months, each number a link to its lines."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.records.agency import Actor
from congkhai.site.pages.deadlines.all_due import all_due_of
from congkhai.site.pages.deadlines.frames import month_name
from congkhai.site.pages.deadlines.strips import task_lines
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.matrix import MatrixCell, MatrixColumn, MatrixRow, MatrixView

# How many things due there are in each month, and where the first of them stands.
Months = dict[int, tuple[int, str]]


def workload(context: Context, year: int, items: Iterable[DueItem], href: Href) -> MatrixView:
    """The matrix of a year; an agency is named for what it leads itself or in a group."""
    due = {item.row.key for item in items}
    found = {
        actor.id: months
        for actor in context.library.actors.values()
        if (led := _led(context, actor.id) & due) and (months := _months(context, actor, led, year, href))
    }
    totals = {key: sum(count for count, _ in months.values()) for key, months in found.items()}
    ordered = sorted(found, key=lambda key: (-totals[key], sort_key(context.library.actors[key].name)))
    rows = tuple(
        MatrixRow(
            context.library.actors[key].name,
            href(urls.agency_url(key)),
            tuple(_cell(context, *found[key].get(month, (0, ""))) for month in range(1, 13)),
            (str(totals[key]),),
        )
        for key in ordered
    )
    columns = tuple(MatrixColumn(str(month), month_name(context, (year, month))) for month in range(1, 13))
    labels = context.labels
    return MatrixView(
        labels("deadlines.workload"), labels("matrix.corner"), columns, rows, (labels("matrix.total.all"),)
    )


def _led(context: Context, actor_id: str) -> set[tuple[str, str]]:
    return {row.key for row in context.assignments.rows_of(actor_id, Part.LEAD, Part.LEAD_THROUGH_GROUP)}


def _months(context: Context, actor: Actor, led: set[tuple[str, str]], year: int, href: Href) -> Months:
    found: Months = {}
    due = all_due_of(context, context.assignments.rows_of(actor.id, *Part), actor)
    for item, url in task_lines(due, href(urls.due_url(urls.agency_url(actor.id)))):
        if isinstance(item, DueItem) and item.day.year == year and item.row.key in led:
            count, first = found.get(item.day.month, (0, url))
            found[item.day.month] = count + 1, first
    return found


def _cell(context: Context, count: int, url: str) -> MatrixCell:
    if not count:
        return MatrixCell(0, "", "")
    return MatrixCell(min(4, 1 + count // 2), str(count), context.labels("deadlines.due"), url)
