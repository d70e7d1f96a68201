"""A clock of the law on one record: when it began, its limit, when it was done, and how late that is."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Clock(StrEnum):
    """What is measured."""

    ANNOUNCED = "announced"
    DATABASE = "database"
    SHOWN = "shown"
    PLAN = "plan"
    FEEDBACK = "feedback"


class Verdict(StrEnum):
    """How a clock stands."""

    MET = "met"
    LATE = "late"
    RUNNING = "running"
    UNKNOWN = "unknown"


class ClockResult(Struct, frozen=True):
    """One clock of one record: its limit (day), the day it was done, how late in its unit, and what is missing."""

    clock: Clock
    subject: str
    agency: str
    verdict: Verdict
    started: datetime.date | None = None
    limit: datetime.date | None = None
    done: datetime.date | None = None
    late: int = 0
    unit: str = "days"
    missing: str = ""

    @property
    def quarter(self) -> str:
        """The quarter in which the clock began ("2026-q4"), "" where its beginning is not known."""
        day = self.started
        return f"{day.year}-q{(day.month + 2) // 3}" if day else ""


class Run(NamedTuple):
    """One run of a clock: of which record, from when to when, and which keys hold the two days."""

    clock: Clock
    subject: str
    agency: str
    started: datetime.date | None
    done: datetime.date | None
    started_key: str
    done_key: str

    def unknown(self, missing: str, limit: datetime.date | None = None, unit: str = "days") -> ClockResult:
        """The result where a day is missing."""
        return self.result(Verdict.UNKNOWN, limit, unit=unit, missing=missing)

    def result(
        self, verdict: Verdict, limit: datetime.date | None, late: int = 0, *, unit: str = "days", missing: str = ""
    ) -> ClockResult:
        """The result of this run."""
        return ClockResult(
            self.clock,
            self.subject,
            self.agency,
            verdict,
            started=self.started,
            limit=limit,
            done=self.done,
            late=late,
            unit=unit,
            missing=missing,
        )
