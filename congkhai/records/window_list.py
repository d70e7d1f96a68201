"""Official lists of procedures by the way they go through the single window: as one decision issues each."""

from __future__ import annotations

import datetime

from congkhai.records.model.fields import cell, date, identifier, line, list_of, one_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.plan import Source
from congkhai.records.procedure import ProcedureLevel, Way


class WindowList(Record, frozen=True, kw_only=True):
    """A list as signed; a code on it may be of a procedure that has no record here, which the portal then says."""

    id: str = key(identifier, required=True, default="")
    kind: Way | None = key(one_of(Way), required=True)
    number: str = key(line, required=True, default="")
    issuer: str = key(identifier, default="", refers_to="agency")
    signed: datetime.date | None = key(date)
    effective: datetime.date | None = key(date)
    expired: datetime.date | None = key(date)
    title: str = key(line, default="")
    territory: str = key(identifier, default="", refers_to="territory")
    level: ProcedureLevel | None = key(one_of(ProcedureLevel))
    codes: tuple[str, ...] = key(list_of(line), required=True, default=())
    source: Source | None = key(record(Source))
    note: str = key(cell, default="")
    verify: str = key(cell, default="")

    def is_over(self, day: datetime.date) -> bool:
        """Whether it has ceased to apply on a day."""
        return self.expired is not None and self.expired <= day


FILES = RecordFile(
    "window_list",
    "content/window_lists/*.yaml",
    WindowList,
    "id",
    keeps=(Kept("window_lists"),),
    menu=13,
    summary="{{number}} – {{title}}",
)
