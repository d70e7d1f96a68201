"""Internal and electronic processes: how offices handle a procedure among themselves, step by step (Decree 61/2018)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from congkhai.records.model.fields import cell, date, identifier, line, list_of, one_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.plan import Source
from congkhai.records.procedure import ProcedureLevel


class ProcessKind(StrEnum):
    """Whether a process is a document, or runs in the information system for handling procedures."""

    INTERNAL = "internal"
    ELECTRONIC = "electronic"


class ProcessStep(Record, frozen=True, kw_only=True):
    """A step as the decision states it: what is done, by whom, within what time, and what comes of it."""

    title: str = key(cell, required=True, default="")
    actor: str = key(line, default="")
    agency: str = key(identifier, default="", refers_to="actor")
    time: str = key(cell, default="")
    output: str = key(cell, default="")
    note: str = key(cell, default="")


class Process(Record, frozen=True, kw_only=True):
    """A process for a procedure at one level; `total` is the sum that the decision itself states."""

    id: str = key(identifier, required=True, default="")
    procedure: str = key(line, required=True, default="", refers_to="procedure")
    kind: ProcessKind | None = key(one_of(ProcessKind), required=True)
    level: ProcedureLevel | None = key(one_of(ProcedureLevel))
    decision: str = key(line, default="", refers_to="citation")
    approved: datetime.date | None = key(date)
    total: str = key(cell, default="")
    steps: tuple[ProcessStep, ...] = key(list_of(record(ProcessStep)), required=True, default=())
    source: Source | None = key(record(Source))
    note: str = key(cell, default="")
    verify: str = key(cell, default="")


FILES = RecordFile(
    "process", "content/processes/*.yaml", Process, "id", keeps=(Kept("processes"),), menu=9, summary="{{procedure}}"
)
