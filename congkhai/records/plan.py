"""Plans as signed: sections, groups and tasks with every cell in its own words, and who must do what."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum

from msgspec.structs import replace

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import (
    cell,
    date,
    identifier,
    integer,
    line,
    list_of,
    one_of,
    partial_date,
    prose,
    url,
    year,
)
from congkhai.records.model.record import Reader, Record, Shape, key, read_record, record, shaped
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.position import Position
from congkhai.records.target import StatedTarget
from congkhai.source.yaml_source import Mapping, Node
from congkhai.vietnamese.task_kind import TaskKind


class PlanType(StrEnum):
    """What kind of document a plan is."""

    PLAN = "plan"
    PROGRAMME = "programme"
    PROJECT = "project"


class Signer(Record, frozen=True, kw_only=True):
    """Who signed, and in what post."""

    name: str = key(line, required=True, default="")
    post: str = key(line, default="")


class Source(Record, frozen=True, kw_only=True):
    """Where the text of a record came from, and the day or month in which it was taken from there."""

    text: str = key(line, default="")
    file: str = key(line, default="")
    url: str = key(url, default="")
    collected: str = key(partial_date, default="")


class Reading(Record, frozen=True, kw_only=True):
    """An editor's correction of how a row is understood; it stands beside the signed words, never in their place."""

    lead: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="actor")
    coordination: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="actor")
    deadline: datetime.date | None = key(date)
    time: str = key(cell, default="")
    deliverable: str = key(cell, default="")
    kind: TaskKind | None = key(one_of(TaskKind))
    note: str = key(cell, default="")

    def overrules(self, column: str) -> bool:
        """Whether the editor reads a cell otherwise than it stands."""
        return bool(getattr(self, column, None)) or (column == "time" and self.deadline is not None)


def _items_shape() -> Shape:
    return Shape("list", inside=(_read_item,))


@shaped(_items_shape)
def _items(node: Node, problems: Problems) -> tuple[Item, ...] | None:
    """The rows below a heading; how one is read is told further down, for a row may hold rows."""
    return read_items(node, problems)


class Task(Record, frozen=True, kw_only=True):
    """A row of the annex. A cell is None where the plan has no such column, "" where the cell is blank."""

    number: str = key(line, default="")
    title: str = key(cell, required=True, default="")
    lead: str | None = key(cell)
    coordination: str | None = key(cell)
    time: str | None = key(cell)
    deliverable: str | None = key(cell)
    remark: str | None = key(cell)
    reading: Reading | None = key(record(Reading))
    targets: tuple[StatedTarget, ...] = key(list_of(record(StatedTarget)), default=())
    carries_out: tuple[str, ...] = key(list_of(line), default=())
    note: str = key(cell, default="")
    id: str = ""

    @property
    def read_by_editor(self) -> bool:
        """Whether an editor overrules how one of its cells, or its kind, is understood."""
        columns = ("lead", "coordination", "time", "deliverable", "kind")
        return self.reading is not None and any(self.reading.overrules(column) for column in columns)

    @property
    def deliverable_read(self) -> str:
        """What must come of it, as an editor reads the row, else as signed; "" where neither says."""
        return (self.reading.deliverable if self.reading else "") or self.deliverable or ""


class TaskGroup(Record, frozen=True, kw_only=True):
    """A row that only gathers the rows below it."""

    number: str = key(line, default="")
    title: str = key(cell, required=True, default="")
    text: str = key(cell, default="")
    note: str = key(cell, default="")
    items: tuple[Item, ...] = key(_items, required=True, default=())
    id: str = ""


Item = Task | TaskGroup


class Section(Record, frozen=True, kw_only=True):
    """A numbered part of the annex."""

    number: str = key(line, default="")
    title: str = key(cell, required=True, default="")
    text: str = key(cell, default="")
    note: str = key(cell, default="")
    items: tuple[Item, ...] = key(_items, required=True, default=())
    id: str = ""


class Objective(Record, frozen=True, kw_only=True):
    """Words outside the annex (purpose, solutions) that set a target, as signed; `number` is where they stand."""

    number: str = key(line, default="")
    text: str = key(cell, required=True, default="")


class Duty(Record, frozen=True, kw_only=True):
    """What the part "Tổ chức thực hiện" asks of one actor, told in our own words."""

    actor: str = key(line, required=True, default="")
    agencies: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="actor")
    summary: str = key(prose, required=True, default="")
    time: str = key(cell, default="")


class Plan(Record, frozen=True, kw_only=True):
    """A plan as signed; `until` is the last year it speaks of, where that is not its own; `replaces` are
    the plans in whose place it stands, by id or number, where it says so.

    `published` is the day it was first public (within five working days: Law 104/2016/QH13 Art. 18.4).
    """

    id: str = key(identifier, required=True, default="")
    type: PlanType | None = key(one_of(PlanType), required=True)
    title: str = key(line, required=True, default="")
    number: str = key(line, default="")
    territory: str = key(identifier, required=True, default="", refers_to="territory")
    issuer: str = key(identifier, required=True, default="", refers_to="agency")
    signer: Signer | None = key(record(Signer))
    signed: str = key(partial_date, default="")
    published: datetime.date | None = key(date)
    year: int = key(year, required=True, default=0)
    until: int | None = key(integer(1945, 2100))
    implements: tuple[str, ...] = key(list_of(line), default=(), refers_to="document")
    replaces: tuple[str, ...] = key(list_of(line), default=(), refers_to="document")
    legal_basis: tuple[str, ...] = key(list_of(line), default=(), refers_to="document")
    source: Source | None = key(record(Source))
    summary: str = key(prose, default="")
    objectives: tuple[Objective, ...] = key(list_of(record(Objective)), default=())
    sections: tuple[Section, ...] = key(list_of(record(Section)), required=True, default=())
    responsibilities: tuple[Duty, ...] = key(list_of(record(Duty)), default=())
    recipients: tuple[str, ...] = key(list_of(line), default=())
    note: str = key(cell, default="")

    @property
    def last_year(self) -> int:
        """The last year the plan speaks of."""
        return max(self.year, self.until or 0)

    @property
    def years(self) -> str:
        """The years the plan speaks of, in words: "2026", "2026–2030"."""
        return str(self.year) if self.last_year == self.year else f"{self.year}–{self.last_year}"

    def tasks(self) -> Iterator[Task]:
        """All tasks in the order of the annex."""
        for section in self.sections:
            yield from tasks_below(section.items)


def tasks_below(items: tuple[Item, ...]) -> Iterator[Task]:
    """All tasks among the items and below their groups."""
    for item in items:
        if isinstance(item, Task):
            yield item
        else:
            yield from tasks_below(item.items)


def read_items(node: Node, problems: Problems) -> tuple[Item, ...] | None:
    """Read the rows below a heading: what has `items` is a group, all else a task."""
    reader: Reader[Item] = _read_item
    return list_of(reader)(node, problems)


@shaped(Shape("either", inside=(record(TaskGroup), record(Task)), switch="items"))
def _read_item(node: Node, problems: Problems) -> Item | None:
    if isinstance(node, Mapping) and "items" in node.values:
        return read_record(TaskGroup, node, problems)
    return read_record(Task, node, problems)


def read_plan(node: Node, problems: Problems) -> Plan | None:
    """Read a file of content/plans; sections, groups and tasks learn their ids from where they stand."""
    plan = read_record(Plan, node, problems)
    if plan is None:
        return None
    position = Position()
    return replace(plan, sections=tuple(_identify_section(section, position) for section in plan.sections))


def _identify_section(section: Section, position: Position) -> Section:
    section_id = position.next(section.number, section.title)
    return replace(section, id=section_id, items=_identified(section.items, position.below()))


def _identified(items: tuple[Item, ...], position: Position) -> tuple[Item, ...]:
    return tuple(_identify(item, position) for item in items)


def _identify(item: Item, position: Position) -> Item:
    item_id = position.next(item.number, item.title)
    if isinstance(item, Task):
        return replace(item, id=item_id)
    return replace(item, id=item_id, items=_identified(item.items, position.below()))


FILES = RecordFile(
    "plan", "content/plans/*.yaml", Plan, "id", keeps=(Kept("plans"),), reads=read_plan, menu=1, summary="{{title}}"
)
