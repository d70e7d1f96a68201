"""Progress of a plan's tasks: dated statements with evidence; the plan itself never changes."""

from __future__ import annotations

import datetime
from enum import StrEnum

from congkhai.records.model.fields import cell, date, identifier, line, list_of, one_of, url
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.target import MeasuredValue


class Status(StrEnum):
    """What is said of a task on a day."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SUSPENDED = "suspended"
    TRANSFERRED = "transferred"
    REPLACED = "replaced"
    CANCELLED = "cancelled"


class Evidence(Record, frozen=True, kw_only=True):
    """What proves a statement: an address or a document."""

    title: str = key(line, required=True, default="")
    url: str = key(url, default="")
    document: str = key(line, default="", refers_to="document")


class ProgressEntry(Record, frozen=True, kw_only=True):
    """What was said of a task on a day; `extended_to` moves its deadline, never its first deadline.

    `title` are the words of the task, or their beginning: they hold the entry to its row when numbers move.
    """

    task: str = key(line, required=True, default="")
    title: str = key(cell, default="")
    on: datetime.date | None = key(date, required=True)
    status: Status | None = key(one_of(Status), required=True)
    extended_to: datetime.date | None = key(date)
    note: str = key(cell, default="")
    measured: tuple[MeasuredValue, ...] = key(list_of(record(MeasuredValue)), default=())
    evidence: tuple[Evidence, ...] = key(list_of(record(Evidence)), default=())
    by: str = key(identifier, default="", refers_to="agency")


class Progress(Record, frozen=True, kw_only=True):
    """A file of content/progress: all that is known of one plan's progress."""

    plan: str = key(identifier, required=True, default="", refers_to="plan")
    entries: tuple[ProgressEntry, ...] = key(list_of(record(ProgressEntry)), default=())


FILES = RecordFile(
    "progress",
    "content/progress/*.yaml",
    Progress,
    "plan",
    keeps=(Kept("progress", "plan"),),
    menu=2,
    summary="{{plan}}",
)
