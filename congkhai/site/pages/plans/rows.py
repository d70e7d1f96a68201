"""Rows of annexes as views: the signed words of each cell with what was understood beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge.documents.annotation import Annotator, RichText, Segment, Span
from congkhai.knowledge.plans.states import State
from congkhai.knowledge.urls import agency_url, row_anchor, task_url
from congkhai.records.plan import Item, Plan, Section, Task
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.states import row_state, understood_time

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Row

# The cells of a row in the order of the table, as the keys of the record.
COLUMNS = ("lead", "coordination", "time", "deliverable", "remark")
# The value of the filter for rows with a note or a reading of an editor.
NOTED = "noted"
# States of rows to which somebody has still to see.
_TO_COME = (State.UPCOMING, State.DUE_SOON, State.DUE_TODAY, State.OVERDUE)


class CellView(Struct, frozen=True):
    """A cell: the words as signed and what they are understood as (empty where it would repeat them).

    `corrected` tells that an editor reads the cell otherwise than it stands.
    """

    signed: RichText
    understood: RichText = ()
    corrected: bool = False


class RowView(Struct, frozen=True):
    """A task in a table."""

    id: str
    number: str
    title: RichText
    url: str
    cells: Mapping[str, CellView]
    note: RichText = ()
    state: str = ""
    due: str = ""
    late: str = ""
    agencies: str = ""
    section: str = ""
    role: str = ""
    noted: str = ""
    fits: str = ""


class BodyView(Struct, frozen=True):
    """A section or group heading with the rows that stand right below it."""

    id: str
    level: int
    number: str
    title: RichText
    text: RichText
    note: RichText
    rows: tuple[RowView, ...]
    fits: str = ""


class TableView(Struct, frozen=True):
    """The annex of a plan, or a part of it."""

    id: str
    caption: str
    columns: tuple[str, ...]
    bodies: tuple[BodyView, ...]


class ChapterView(Struct, frozen=True):
    """A section of the annex with a table of its own, which folds; `fits` as for its rows.

    One that is `current` lies open where there is room: something in it is still to come, or it is the first of all.
    """

    title: str
    count: int
    fits: str
    table: TableView
    current: bool = False


def chapters_of(table: TableView) -> tuple[ChapterView, ...]:
    """A table as one for each section of the plan; its name is that of the section, before the name of the table."""
    found: list[list[BodyView]] = []
    for body in table.bodies:
        if not found or (body.id and body.level == 1):
            found.append([])
        found[-1].append(body)
    chapters = tuple(_chapter(table, tuple(bodies)) for bodies in found)
    if chapters and not any(chapter.current for chapter in chapters):
        return replace(chapters[0], current=True), *chapters[1:]
    return chapters


def _chapter(table: TableView, bodies: tuple[BodyView, ...]) -> ChapterView:
    number, words = bodies[0].number, "".join(segment.text for segment in bodies[0].title)
    title = f"{number}. {words}" if number else words
    fits = dict.fromkeys(word for body in bodies for word in body.fits.split())
    own = TableView(f"{table.id}-{bodies[0].id}", title, table.columns, bodies)
    current = any(row.state in _TO_COME for body in bodies for row in body.rows)
    return ChapterView(title, sum(len(body.rows) for body in bodies), " ".join(fits), own, current)


def columns_of(plan: Plan) -> tuple[str, ...]:
    """The columns that the annex of a plan has."""
    tasks = tuple(plan.tasks())
    return tuple(column for column in COLUMNS if any(getattr(task, column) is not None for task in tasks))


class RowMaker:
    """Makes the rows of one page, so that abbreviations are explained once on it."""

    def __init__(self, context: Context, page_url: str, plan: Plan, prefix: str = "") -> None:
        """`prefix` goes before the anchors of rows where a page shows several tables."""
        self._context, self._plan, self._prefix = context, plan, prefix
        self._href: Href = context.href(page_url)
        self._annotate: Annotator = context.annotator(page_url, plan)

    def bodies(self, sections: Iterable[Section], keep: frozenset[str] | None = None) -> tuple[BodyView, ...]:
        """Sections with their groups as bodies of a table; with `keep`, only these tasks and their headings."""
        found: list[BodyView] = []
        for section in sections:
            self._add_bodies(section, 1, found, keep)
        return tuple(body for body in found if keep is None or body.rows)

    def row(self, task: Task, columns: tuple[str, ...]) -> RowView:
        """A task as a row."""
        actors = self._context.assignments.actors[self._plan.id, task.id]
        state, due, late = row_state(self._context, (self._plan.id, task.id))
        return RowView(
            id=self._prefix + row_anchor(task.id),
            number=task.number,
            title=self._annotate(task.title, links=False) if task.title else self._continued(task),
            url=self._href(task_url(self._plan.id, task.id)),
            cells={column: self.cell(task, column) for column in columns},
            note=self._annotate(task.note),
            state=state if task.time is not None else "",
            due=due,
            late=late,
            agencies=" ".join(actors.everyone),
            noted=NOTED if task.note or task.read_by_editor else "",
        )

    def _continued(self, task: Task) -> RichText:
        """What stands for a blank title: that it is blank, and the row above that it belongs to."""
        above = ""
        for other in self._plan.tasks():
            if other.id == task.id:
                break
            above = other.title or above
        words = self._context.labels("row.continued", title=shortened(above, 90)) if above else ""
        return (Segment("text", words),) if words else ()

    def cell(self, task: Task, column: str) -> CellView:
        """A cell: its signed words with the agencies it names as links, and what it says in other words."""
        known = self._mentions(task, column) if column in ("lead", "coordination") else ()
        signed = self._annotate(getattr(task, column) or "", known=known)
        corrected = task.reading is not None and task.reading.overrules(column)
        return CellView(signed, self._understood(task, column), corrected)

    def _understood(self, task: Task, column: str) -> RichText:
        """The agencies as an editor reads them, where that overrules the cell; when it is due; what must come of it."""
        if column == "time":
            return understood_time(self._context, self._plan, task)
        read = getattr(task.reading, column, ()) if task.reading else ()
        if column == "deliverable":
            return (Segment("text", read),) if read else ()
        return actor_links(self._context, read, self._href)

    def _mentions(self, task: Task, column: str) -> Iterator[Span]:
        """The names of agencies in a cell, each a link to what it was understood as."""
        actors = self._context.assignments.actors[self._plan.id, task.id]
        words = getattr(task, column) or ""
        for mention in (actors.lead if column == "lead" else actors.coordination).mentions:
            actor = self._context.library.actors.get(mention.key)
            if actor:
                named = words[mention.start : mention.end]
                link = Segment("link", named, self._href(agency_url(actor.id)), actor.name)
                yield mention.start, mention.end, link

    def _add_bodies(self, part: Section | Item, level: int, found: list[BodyView], keep: frozenset[str] | None) -> None:
        if isinstance(part, Task):
            return
        columns = columns_of(self._plan)
        heading = (self._annotate(part.title), self._annotate(part.text), self._annotate(part.note))
        runs = _runs(part.items)
        first: list[Task] = []
        if runs and isinstance(runs[0], list):
            first, runs = runs[0], runs[1:]
        found.append(self._body(part.id, level, part.number, heading, self._rows(first, columns, keep)))
        for run in runs:
            if isinstance(run, list):
                found.append(self._body("", level, "", ((), (), ()), self._rows(run, columns, keep)))
            else:
                self._add_bodies(run, level + 1, found, keep)

    def _rows(self, tasks: list[Task], columns: tuple[str, ...], keep: frozenset[str] | None) -> tuple[RowView, ...]:
        return tuple(self.row(task, columns) for task in tasks if keep is None or task.id in keep)

    def _body(
        self,
        part_id: str,
        level: int,
        number: str,
        heading: tuple[RichText, RichText, RichText],
        rows: tuple[RowView, ...],
    ) -> BodyView:
        title, text, note = heading
        return BodyView(self._prefix + row_anchor(part_id) if part_id else "", level, number, title, text, note, rows)


def _runs(items: tuple[Item, ...]) -> list[list[Task] | Item]:
    """Items with neighbouring tasks gathered, so that each run becomes one body."""
    runs: list[list[Task] | Item] = []
    for item in items:
        if not isinstance(item, Task):
            runs.append(item)
        elif runs and isinstance(runs[-1], list):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def rows_by_plan(rows: Iterable[Row]) -> Mapping[str, tuple[Row, ...]]:
    """Rows grouped by the plan they stand in, in order."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.plan.id, []).append(row)
    return {plan_id: tuple(group) for plan_id, group in grouped.items()}
