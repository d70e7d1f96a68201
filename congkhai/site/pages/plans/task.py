"""The page of a task: the answer first, then each cell as signed beside what it is understood as."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.foundation.report import word
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Annotator, RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.plan import Plan, Reading, Task
from congkhai.site.exports.twins import task_twin
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.comparison.pairs import like_links
from congkhai.site.pages.data_blocks import event_block
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.documents.expired import expired_in_task
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.rows import COLUMNS
from congkhai.site.pages.plans.states import moved_words, row_state
from congkhai.site.pages.plans.task_answer import task_answer
from congkhai.site.pages.plans.task_decisions import TaskDecisions, task_decisions
from congkhai.site.pages.plans.task_progress import ProgressLine, progress_lines, silence_of
from congkhai.site.pages.procedures.report_box import ReportBox, task_report_box
from congkhai.vietnamese.responsibility import CellReading
from congkhai.vietnamese.schedule import to_words

# Headings of more letters than these are set smaller.
_LONG, _VERY_LONG = 60, 160


class Correction(Struct, frozen=True):
    """An editor's reading of a cell."""

    text: RichText
    note: str


class TaskCell(Struct, frozen=True):
    """A cell of the row with its heading."""

    id: str
    title: str
    signed: RichText
    understood: RichText
    problem: str
    correction: Correction | None


class TaskView(Struct, frozen=True):
    """All that the page of a task shows."""

    heading: RichText
    long: str
    number: str
    address: str
    plan: LinkView
    section: str
    answer: tuple[Fact, ...]
    state: str
    due: str
    late: str
    cells: tuple[TaskCell, ...]
    progress: tuple[ProgressLine, ...]
    silence: RichText
    decisions: TaskDecisions | None
    like: tuple[LinkView, ...]
    note: RichText
    expired: tuple[RichText, ...]
    previous: LinkView | None
    following: LinkView | None
    report: ReportBox


def task_keys(context: Context) -> Iterator[str]:
    """A key for each row of each plan."""
    return (f"{plan.id} {task.id}" for plan in context.library.plans.values() for task in plan.tasks())


def task_page(context: Context, key: str) -> Page:
    """The page of a row by the ids of plan and task."""
    plan_id, _, task_id = key.partition(" ")
    rows = context.assignments.of_plan(plan_id)
    at = next(index for index, one in enumerate(rows) if one.task.id == task_id)
    row, before, after = rows[at], rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None
    plan, section, task = row.plan, row.section, row.task
    url = urls.task_url(plan.id, task.id)
    href, labels, annotate = context.href(url), context.labels, context.annotator(url, plan)
    anchor = href(urls.plan_url(plan.id)) + f"#{urls.row_anchor(task.id)}"
    state, due, late = row_state(context, row.key)
    named = _named(context, row)
    title = f"{named}, {context.short_name(plan)}"
    view = TaskView(
        heading=annotate(title_of(row)),
        long=_long(title_of(row)),
        number=task.number or labels("task.no_number"),
        address=href(url),
        plan=LinkView(plan.title, anchor),
        section=f"{section.number}. {section.title}" if section.number else section.title,
        answer=tuple(task_answer(context, row, href)),
        state=state if task.time is not None else "",
        due=due,
        late=late,
        cells=tuple(_cells(context, row, href, annotate)),
        progress=progress_lines(context, row, href),
        silence=silence_of(context, row, href),
        decisions=task_decisions(context, row, href),
        like=like_links(context, row, href),
        note=annotate(task.note),
        expired=tuple(expired_in_task(context, plan, task, href)),
        previous=_neighbour(before, href),
        following=_neighbour(after, href),
        report=task_report_box(context, title, url, href),
    )
    description = shortened(f"{named}: {' '.join(title_of(row).split())}")
    twin, block = task_twin(row, context.understanding), event_block(context, row, url)
    trail = _trail(context, plan, href)
    return Page(url, "pages/task.html", title, view, description, trail, twin, urls.PLANS, data_block=block)


def _long(words: str) -> str:
    """How small a heading is set, so that the answer below still stands on the first screen."""
    return ("very" if len(words) > _VERY_LONG else "yes") if len(words) > _LONG else ""


def _trail(context: Context, plan: Plan, href: Href) -> tuple[tuple[str, str], ...]:
    return (
        (context.labels("home.title"), href(urls.HOME)),
        (context.labels("plans.title"), href(urls.PLANS)),
        (context.short_name(plan), href(urls.plan_url(plan.id))),
    )


def _named(context: Context, row: Row) -> str:
    """What a row is called: by its numbers, and by its words where one of these is missing or taken."""
    parts = row.task.id.split(".")
    numbers = ".".join(part for part in parts if not part.startswith("#"))
    if len(numbers.split(".")) == len(parts):
        return context.labels("task.title", id=row.task.id)
    words = shortened(" ".join(title_of(row).split()), 60)
    return context.labels("task.title.words", id=f" {numbers}" if numbers else "", words=words)


def _neighbour(row: Row | None, href: Href) -> LinkView | None:
    return LinkView(shortened(title_of(row), 80), href(urls.task_url(*row.key))) if row else None


def _cells(context: Context, row: Row, href: Href, annotate: Annotator) -> Iterator[TaskCell]:
    for column in COLUMNS:
        words = getattr(row.task, column)
        if words is not None:
            understood, problem = _understood(context, row, column, href)
            yield TaskCell(
                id=column,
                title=context.labels(f"task.cell.{column}"),
                signed=annotate(words),
                understood=understood,
                problem=problem,
                correction=_correction(context, row.task, column, href),
            )


def _understood(context: Context, row: Row, column: str, href: Href) -> tuple[RichText, str]:
    actors = context.assignments.actors[row.key]
    if column == "lead":
        return actor_links(context, actors.lead_agencies, href, marked=True), _not_understood(context, actors.lead)
    if column == "coordination":
        helping = actor_links(context, actors.coordinating_agencies, href, marked=True)
        return helping, _not_understood(context, actors.coordination)
    if column == "time" and row.task.time:
        time = context.times[row.key]
        reading = time.reading
        parts = (to_words(reading.schedule, context.labels), moved_words(context, time))
        words = context.labels("schedule.semicolon").join(filter(None, parts))
        faults = "; ".join(word(problem, context.labels).message for problem in reading.problems)
        return (Segment("text", words),), faults
    return (), ""


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
