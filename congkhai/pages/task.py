"""The page of a task: the answer first, then each cell as signed beside what it is understood as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from congkhai import urls
from congkhai.annotation import Annotator, RichText, Segment
from congkhai.assignments import Row, RowActors
from congkhai.exports.twins import task_twin
from congkhai.pages.page import Context, Href, Page, shortened
from congkhai.pages.plans import LinkView
from congkhai.pages.rows import COLUMNS, actor_links
from congkhai.records.plan import Reading, Task
from congkhai.responsibility import CellReading


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's reading of a cell."""

    text: RichText
    note: str


@dataclass(frozen=True, slots=True)
class TaskCell:
    """A cell of the row with its heading."""

    id: str
    title: str
    signed: RichText
    understood: RichText
    problem: str
    correction: Correction | None


@dataclass(frozen=True, slots=True)
class TaskView:
    """All that the page of a task shows."""

    heading: RichText
    number: str
    plan: LinkView
    section: str
    cells: tuple[TaskCell, ...]
    note: RichText
    previous: LinkView | None
    following: LinkView | None


def make_task_pages(context: Context) -> Iterator[Page]:
    """A page for each row of each plan."""
    for plan in context.library.plans.values():
        rows = context.assignments.of_plan(plan.id)
        for index, row in enumerate(rows):
            before = rows[index - 1] if index else None
            after = rows[index + 1] if index + 1 < len(rows) else None
            yield _task_page(context, row, before, after)


def _task_page(context: Context, row: Row, before: Row | None, after: Row | None) -> Page:
    plan, section, task = row.plan, row.section, row.task
    url = urls.task_url(plan.id, task.id)
    href, labels, annotate = context.href(url), context.labels, context.annotator(url, plan)
    anchor = href(urls.plan_url(plan.id)) + f"#{urls.row_anchor(task.id)}"
    heading = annotate(task.title)
    view = TaskView(
        heading=heading,
        number=task.number or labels("task.no_number"),
        plan=LinkView(plan.title, anchor),
        section=f"{section.number}. {section.title}" if section.number else section.title,
        cells=tuple(_cells(context, row, href, annotate)),
        note=annotate(task.note),
        previous=_neighbour(before, href),
        following=_neighbour(after, href),
    )
    title = shortened(task.title, 90)
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("plans.title"), href(urls.PLANS)),
        (context.short_name(plan), href(urls.plan_url(plan.id))),
    )
    description = shortened(f"{labels('task.title', id=task.id)}: {' '.join(task.title.split())}")
    twin = task_twin(row, context.assignments)
    return Page(url, "pages/task.html", title, view, description, trail, twin, urls.PLANS)


def _neighbour(row: Row | None, href: Href) -> LinkView | None:
    return LinkView(shortened(row.task.title, 80), href(urls.task_url(*row.key))) if row else None


def _cells(context: Context, row: Row, href: Href, annotate: Annotator) -> Iterator[TaskCell]:
    actors = context.assignments.actors[row.key]
    for column in COLUMNS:
        words = getattr(row.task, column)
        if words is not None:
            understood, problem = _understood(context, column, actors, href)
            yield TaskCell(
                id=column,
                title=context.labels(f"task.cell.{column}"),
                signed=annotate(words),
                understood=understood,
                problem=problem,
                correction=_correction(context, row.task, column, href),
            )


def _understood(context: Context, column: str, actors: RowActors, href: Href) -> tuple[RichText, str]:
    if column not in ("lead", "coordination"):
        return (), ""
    lead = column == "lead"
    keys = actors.lead_agencies if lead else actors.coordinating_agencies
    reading = actors.lead if lead else actors.coordination
    return actor_links(context, keys, href), _not_understood(context, reading)


def _not_understood(context: Context, reading: CellReading) -> str:
    if not reading.unresolved:
        return ""
    words = "; ".join(f"“{span.text}”" for span in reading.unresolved)
    return context.labels("task.not_understood", words=words)


def _correction(context: Context, task: Task, column: str, href: Href) -> Correction | None:
    reading = task.reading
    if reading is None:
        return None
    text = _corrected(context, reading, column, href)
    return Correction(text, reading.note) if text else None


def _corrected(context: Context, reading: Reading, column: str, href: Href) -> RichText:
    if column in ("lead", "coordination"):
        return actor_links(context, getattr(reading, column), href)
    words = getattr(reading, column, "")
    if column == "time" and reading.deadline:
        words = words or context.labels("task.deadline", date=reading.deadline.strftime("%d/%m/%Y"))
    return (Segment("text", words),) if words else ()
