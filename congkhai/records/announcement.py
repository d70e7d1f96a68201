"""Decisions that announce procedures (quyết định công bố)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from congkhai.records.model.fields import cell, date, identifier, line, list_of, one_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.plan import Source


class Change(StrEnum):
    """What a decision does to a procedure (Circular 02/2017/TT-VPCP Art. 6.1)."""

    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    ABOLISHED = "abolished"


class ProcedurePart(StrEnum):
    """The parts of a procedure that a decision may change (Decree 63/2010/NĐ-CP Art. 8.2)."""

    NAME = "name"
    STEPS = "steps"
    SUBMISSION = "submission"
    DOSSIER = "dossier"
    PROCESSING_TIME = "processing_time"
    APPLICANTS = "applicants"
    AGENCY = "agency"
    FEES = "fees"
    RESULT = "result"
    CONDITIONS = "conditions"
    FORMS = "forms"
    LEGAL_BASIS = "legal_basis"
    ONLINE = "online"


class ChangedPart(Record, frozen=True, kw_only=True):
    """A part of a procedure before and after a decision, both in the words of a signed document or of the database.

    A part that is new has no `before`, one that was taken away no `after`.
    """

    part: ProcedurePart | None = key(one_of(ProcedurePart), required=True)
    before: str = key(cell, default="")
    after: str = key(cell, default="")


class AnnouncedProcedure(Record, frozen=True, kw_only=True):
    """A procedure that a decision announces, with the cells of its row in the decision's own words.

    A procedure without a code (one inside the administration, or one the decision gives none) has `code: null`.
    `changes` tell what an amendment changed; `documents` are the numbers in `legal_basis`; `document_effective` is
    when the document behind it takes effect.
    """

    code: str = key(line, default="")
    change: Change | None = key(one_of(Change))
    name: str = key(line, default="")
    new_name: str | None = key(line)
    sector: str | None = key(cell)
    level: str | None = key(cell)
    agency: str | None = key(cell)
    competent_agency: str | None = key(cell)
    processing_time: str | None = key(cell)
    at: str | None = key(cell, name="place")
    channel: str | None = key(cell)
    fee: str | None = key(cell)
    online: str | None = key(cell)
    legal_basis: str | None = key(cell)
    announced_by: str | None = key(cell)
    remark: str | None = key(cell)
    documents: tuple[str, ...] = key(list_of(line), default=(), refers_to="citation")
    document_effective: datetime.date | None = key(date)
    database_entered: datetime.date | None = key(date)
    changes: tuple[ChangedPart, ...] = key(list_of(record(ChangedPart)), default=())
    note: str = key(cell, default="")


class Announcement(Record, frozen=True, kw_only=True):
    """An announcing decision."""

    id: str = key(identifier, required=True, default="")
    number: str = key(line, required=True, default="")
    issuer: str = key(identifier, default="", refers_to="agency")
    signed: datetime.date | None = key(date)
    effective: datetime.date | None = key(date)
    title: str = key(line, default="")
    entries: tuple[AnnouncedProcedure, ...] = key(list_of(record(AnnouncedProcedure)), default=())
    source: Source | None = key(record(Source))
    note: str = key(cell, default="")
    verify: str = key(cell, default="")


FILES = RecordFile(
    "announcement",
    "content/announcements/*.yaml",
    Announcement,
    "id",
    keeps=(Kept("announcements"),),
    menu=4,
    summary="{{number}} – {{title}}",
)
