"""What a time expression means: frozen values without a word of Vietnamese, independent of how they were read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.problem import Problem


class Kind(StrEnum):
    """What sort of time an expression gives (the contract of `schedule --jsonl`)."""

    BY_DATE = "by_date"
    WITHIN_PERIOD = "within_period"
    DATE_RANGE = "date_range"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    RELATIVE = "relative_to_event"
    ON_REQUEST = "on_request"
    UNSPECIFIED = "unspecified"
    MULTIPLE = "multiple"


class Bound(StrEnum):
    """How the end binds: before it (strictly), by it (included), or anywhere within the period."""

    BEFORE = "before"
    BY = "by"
    WITHIN = "within"


class Frequency(StrEnum):
    """How often a recurring duty comes round, from the shortest cycle to the longest."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    ANNUAL = "annual"


class Unit(StrEnum):
    """What an offset counts."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    HOURS = "hours"


class Relation(StrEnum):
    """Where a duty lies as seen from an event."""

    AFTER = "after"
    BEFORE = "before"
    DURING = "during"
    AROUND = "around"


class Offset(NamedTuple):
    """A distance from an event: `days` counts `unit`s, None where the text gives no number, 0 for "at once"."""

    days: int | None
    unit: Unit | None
    relation: Relation
    event: str | None


class YearDay(NamedTuple):
    """A due time that comes every year: months from 1, `day` 0 for the whole of those months."""

    first_month: int
    last_month: int
    day: int


class Rule(NamedTuple):
    """When within its cycle a recurring duty is due.

    `days` of the month (0: its last day); `month` of the cycle (0: its last one); `later`: cycles after the one
    reported on; `weekday` from 1 (Monday) for weekly duties; `year_days` for yearly ones.
    """

    days: tuple[int, ...] = (0,)
    month: int = 0
    later: int = 0
    weekday: int = 0
    year_days: tuple[YearDay, ...] = ()


class Span(NamedTuple):
    """Two days and all between them."""

    start: date
    end: date


class Schedule(Struct, frozen=True):
    """One reading: dates are inclusive; None where the text gives none.

    `frame` is a named period that the duty lies in but that does not fix its dates ("giữa tháng 6", "hằng quý
    trong năm 2024"); `vague` says which part of it is meant ("tail year"); `refers_to` is what an unspecified
    time defers to; `clock` is the hour of the last day ("16 giờ 30"); `unplaced` is the same time in the stand-in
    year, where neither the text nor the plan names one; `actor` or `item` say to whom or to what a part of a
    `multiple` belongs.
    """

    kind: Kind
    start: date | None = None
    end: date | None = None
    bound: Bound | None = None
    recurrence: tuple[Frequency, ...] = ()
    rule: Rule | None = None
    offset: Offset | None = None
    parts: tuple[Schedule, ...] = ()
    refers_to: str | None = None
    frame: Span | None = None
    vague: str = ""
    clock: str = ""
    unplaced: Schedule | None = None
    actor: str = ""
    item: str = ""


class Reading(Struct, frozen=True):
    """What was understood of one expression, and the problems met on the way."""

    schedule: Schedule
    problems: tuple[Problem, ...] = ()
