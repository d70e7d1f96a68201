"""What hangs on the wall of an office: which version of which procedure was posted (niêm yết) and when."""

from __future__ import annotations

import datetime

from congkhai.records.model.fields import cell, date, identifier, line, list_of, one_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.procedure import ProcedureLevel


class PostedSheet(Record, frozen=True, kw_only=True):
    """A sheet on the wall: the procedure and the version printed at its foot."""

    code: str = key(line, required=True, default="", refers_to="procedure")
    version: str = key(line, required=True, default="")
    on: datetime.date | None = key(date)


class Posting(Record, frozen=True, kw_only=True):
    """The sheets that an office has posted (Circular 02/2017/TT-VPCP Art. 14–16)."""

    id: str = key(identifier, required=True, default="")
    office: str = key(line, required=True, default="")
    level: ProcedureLevel | None = key(one_of(ProcedureLevel), required=True)
    sheets: tuple[PostedSheet, ...] = key(list_of(record(PostedSheet)), default=())
    note: str = key(cell, default="")


FILES = RecordFile(
    "posting", "content/postings/*.yaml", Posting, "id", keeps=(Kept("postings"),), menu=8, summary="{{office}}"
)
