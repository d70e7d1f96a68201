"""Ids that have ended: what bore them, and what took its place, so that old addresses still say something."""

from __future__ import annotations

import datetime
from enum import StrEnum

from congkhai.records.model.fields import cell, date, line, one_of
from congkhai.records.model.record import Record, key


class FormerKind(StrEnum):
    """What an id belonged to."""

    PLAN = "plan"
    AGENCY = "agency"
    PROCEDURE = "procedure"
    ANNOUNCEMENT = "announcement"
    DOCUMENT = "document"
    SECTOR = "sector"


class FormerId(Record, frozen=True, kw_only=True):
    """An id that no record bears any more; `successor` is the id of the same kind that stands in its place."""

    kind: FormerKind | None = key(one_of(FormerKind), required=True)
    id: str = key(line, required=True, default="")
    successor: str = key(line, default="")
    on: datetime.date | None = key(date)
    note: str = key(cell, default="")
