"""Feedback and petitions (phản ánh, kiến nghị) and how they were answered, without a word on who sent them."""

from __future__ import annotations

import datetime
from enum import StrEnum

from congkhai.records.model.fields import cell, date, identifier, line, list_of, one_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile


class FeedbackOutcome(StrEnum):
    """What became of a piece of feedback."""

    ANSWERED = "answered"
    REJECTED = "rejected"
    FORWARDED = "forwarded"
    WAITING = "waiting"


class Feedback(Record, frozen=True, kw_only=True):
    """A piece of feedback (Decree 20/2008/NĐ-CP); it names no person."""

    id: str = key(identifier, required=True, default="")
    received: datetime.date | None = key(date, required=True)
    subject: str = key(line, required=True, default="")
    content: str = key(cell, default="")
    procedure: str = key(line, default="", refers_to="procedure")
    agency: str = key(identifier, default="", refers_to="agency")
    outcome: FeedbackOutcome | None = key(one_of(FeedbackOutcome))
    answer: str = key(cell, default="")
    answered: datetime.date | None = key(date)
    published: datetime.date | None = key(date)
    note: str = key(cell, default="")


class FeedbackFile(Record, frozen=True, kw_only=True):
    """A file of content/feedback."""

    feedback: tuple[Feedback, ...] = key(list_of(record(Feedback)), required=True, default=())


FILES = RecordFile(
    "feedback", "content/feedback/*.yaml", FeedbackFile, keeps=(Kept("feedback", inside="feedback"),), menu=7
)
