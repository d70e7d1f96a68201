"""How long the steps of a process take together, and whether that fits the time that was published."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.times import time_answer
from congkhai.records.internal_process import Process
from congkhai.vietnamese.quantity import Duration, duration_text, read_duration

# Hours of work in a working day (Labour Code 2019 Art. 105). Days of the calendar can't be added to those of work.
DAY = Decimal(8)
_HOURS = {"minutes": 1 / Decimal(60), "hours": Decimal(1), "working_hours": Decimal(1), "working_days": DAY}
_PROMISED = {"immediately": Decimal(0), "same_day": DAY, "next_working_day": 2 * DAY}


class Fit(StrEnum):
    """How the steps together stand to the published time."""

    WITHIN = "within"
    SAME = "same"
    LONGER = "longer"
    UNKNOWN = "unknown"


class ProcessTime(Struct, frozen=True):
    """The hours of work of each step (None: not stated, or not in hours or days of work), their sum, and how it fits.

    `total` is None where a step is unknown; `published` is the longest published time, None where that is unknown.
    """

    steps: tuple[Decimal | None, ...]
    total: Decimal | None
    published: Decimal | None

    @property
    def fit(self) -> Fit:
        """How the sum stands to the published time."""
        if self.total is None or self.published is None:
            return Fit.UNKNOWN
        if self.total == self.published:
            return Fit.SAME
        return Fit.LONGER if self.total > self.published else Fit.WITHIN


def process_time(process: Process, card: ProcedureCard | None) -> ProcessTime:
    """What the steps of a process take, and what the procedure's published times allow."""
    steps = tuple(_hours_of(step.time) for step in process.steps)
    known = [hours for hours in steps if hours is not None]
    total = sum(known, Decimal(0)) if steps and len(known) == len(steps) else None
    published = _most(duration for _, duration in time_answer(card.times).durations) if card else None
    return ProcessTime(steps, total, published)


def work_time_text(hours: Decimal) -> str:
    """An amount of work as the language has it: 20 → "2,5 ngày làm việc", 4 → "4 giờ làm việc"."""
    if hours < DAY:
        return duration_text(_short(hours), "working_hours").replace(".", ",")
    return duration_text(_short(hours / DAY), "working_days").replace(".", ",")


def short_time(hours: Decimal | None) -> str:
    """An amount of work where there is little room: "4 giờ", "2,5 ngày", "–" where it is unknown."""
    return "–" if hours is None else work_time_text(hours).removesuffix(" làm việc")


def _short(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01")).normalize() + 0


def _hours_of(text: str) -> Decimal | None:
    amounts = [one for one in read_duration(text).amounts if not one.extra] if text.strip() else []
    return _hours(amounts[0]) if len(amounts) == 1 else None


def _hours(duration: Duration) -> Decimal | None:
    if duration.unit in _PROMISED:
        return _PROMISED[duration.unit]
    factor = _HOURS.get(duration.unit)
    return duration.amount_max * factor if factor is not None else None


def _most(durations: Iterable[Duration]) -> Decimal | None:
    hours = [_hours(duration) for duration in durations]
    known = [found for found in hours if found is not None]
    return max(known) if known and len(known) == len(hours) else None
