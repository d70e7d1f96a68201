"""Sets of criteria by which administrations score their reforms (PAR INDEX): versioned, each with its decision."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from congkhai.records.agency import Validity
from congkhai.records.indicator import points
from congkhai.records.model.fields import cell, identifier, line, list_of, one_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.plan import Source


class Computed(StrEnum):
    """Which figures of this portal a criterion follows from."""

    PLAN_COMPLETION = "plan_completion"
    TIMELINESS = "timeliness"


class Criterion(Record, frozen=True, kw_only=True):
    """A criterion or a component of one ("1.2.3"): its number, its words, the most points it gives."""

    number: str = key(line, required=True, default="")
    title: str = key(cell, required=True, default="")
    points: Decimal | None = key(points)
    computed: Computed | None = key(one_of(Computed))
    note: str = key(cell, default="")


class CriteriaSet(Record, frozen=True, kw_only=True):
    """A set as a decision issues it; `criteria` are those that were read, which may be none or only some."""

    id: str = key(identifier, required=True, default="")
    title: str = key(line, required=True, default="")
    decision: str = key(line, required=True, default="", refers_to="citation")
    valid: Validity | None = key(record(Validity))
    criteria: tuple[Criterion, ...] = key(list_of(record(Criterion)), default=())
    source: Source | None = key(record(Source))
    note: str = key(cell, default="")
    verify: str = key(cell, default="")


FILES = RecordFile(
    "criteria", "content/criteria/*.yaml", CriteriaSet, "id", keeps=(Kept("criteria"),), menu=11, summary="{{title}}"
)
