"""What an editor understands of a procedure, with its legal basis: shown as ours beside the national data's words."""

from __future__ import annotations

from enum import StrEnum

from congkhai.records.model.fields import cell, identifier, integer, line, list_of, one_of
from congkhai.records.model.record import Record, key, record


class Channel(StrEnum):
    """How a dossier is handed in."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    POST = "post"


class TimeUnit(StrEnum):
    """What a processing time is counted in; the first three stand without a number."""

    SAME_DAY = "same_day"
    NEXT_WORKING_DAY = "next_working_day"
    IMMEDIATELY = "immediately"
    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


# Units that say all without a number.
NUMBERLESS = (TimeUnit.SAME_DAY, TimeUnit.NEXT_WORKING_DAY, TimeUnit.IMMEDIATELY)


class Money(StrEnum):
    """The currencies in which fees are stated."""

    VND = "VND"
    USD = "USD"


class Need(StrEnum):
    """Whether everyone brings a paper, or only some."""

    ALWAYS = "always"
    ONLY_IF = "only_if"


class ExceptionalTime(Record, frozen=True, kw_only=True):
    """A time that holds for one channel, or in one case."""

    channel: Channel | None = key(one_of(Channel))
    case: str = key(cell, default="")
    amount: int | None = key(integer(0, 3660))
    unit: TimeUnit | None = key(one_of(TimeUnit), required=True)


class ReadTime(Record, frozen=True, kw_only=True):
    """The ordinary processing time, and the times of exceptions; `text` says it in words of our own."""

    amount: int | None = key(integer(0, 3660))
    unit: TimeUnit | None = key(one_of(TimeUnit), required=True)
    text: str = key(cell, default="")
    exceptions: tuple[ExceptionalTime, ...] = key(list_of(record(ExceptionalTime)), default=())


class ReadFee(Record, frozen=True, kw_only=True):
    """What one pays, 0 for nothing; for one channel or in one case where that is said.

    Without an amount `text` says who sets it, or where it stands.
    """

    amount: int | None = key(integer(0, 999_999_999))
    currency: Money | None = key(one_of(Money))
    per: str = key(line, default="")
    channel: Channel | None = key(one_of(Channel))
    case: str = key(cell, default="")
    text: str = key(cell, default="")


class ReadPaper(Record, frozen=True, kw_only=True):
    """Who brings a paper of the dossier: everyone, or only those in a case; by which channel."""

    name: str = key(line, required=True, default="")
    need: Need | None = key(one_of(Need), required=True)
    case: str = key(cell, default="")
    channel: Channel | None = key(one_of(Channel))


class ProcedureReading(Record, frozen=True, kw_only=True):
    """An editor's reading of a procedure; it stands beside what the national data says, never in its place.

    `where` tells which of the offices of that name takes the dossier ("nơi cư trú của một trong hai bên").
    """

    processing_time: ReadTime | None = key(record(ReadTime))
    fees: tuple[ReadFee, ...] = key(list_of(record(ReadFee)), default=())
    papers: tuple[ReadPaper, ...] = key(list_of(record(ReadPaper)), default=())
    channels: tuple[Channel, ...] = key(list_of(one_of(Channel)), default=())
    offices: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="agency")
    where: str = key(cell, default="")
    note: str = key(cell, default="")
    legal_basis: tuple[str, ...] = key(list_of(line), default=(), refers_to="citation")
