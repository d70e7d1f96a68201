"""Is disclosure on time? Each clock of the law as a result: met, late by how many days, or not known and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from congkhai.annotation import Citations
from congkhai.library import Library
from congkhai.quantity import base_code
from congkhai.records.agency import Agency
from congkhai.records.announcement import AnnouncedProcedure, Announcement, Change
from congkhai.records.plan import Plan
from congkhai.workdays import Calendar, UnknownYearError


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


@dataclass(frozen=True, slots=True)
class ClockResult:
    """One clock of one record: its limit (day), the day it was done, how late in its unit, and what is missing."""

    clock: Clock
    subject: str
    agency: str
    verdict: Verdict
    article: str
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


@dataclass(frozen=True, slots=True)
class Records:
    """What clocks are read from: the records, the calendar, and the day."""

    library: Library
    citations: Citations
    calendar: Calendar
    today: datetime.date


def all_clocks(records: Records) -> Iterator[ClockResult]:
    """Every clock of every record of a site."""
    for announcement in records.library.announcements.values():
        yield from clocks_of_announcement(records, announcement)
    for plan in records.library.plans.values():
        yield plan_clock(records, plan)
    for feedback in records.library.feedback.values():
        answer = feedback.answered
        yield _day_clock(
            records, Clock.FEEDBACK, feedback.id, feedback.agency, feedback.received, answer, "answered", days=15
        )


def clocks_of_announcement(records: Records, announcement: Announcement) -> Iterator[ClockResult]:
    """The clocks of an announcing decision: announced in time, in the database in time, shown here in time."""
    for entry in announcement.entries:
        yield _announced(records, announcement, entry)
        yield _database(records, announcement, entry)
        if entry.change is not Change.ABOLISHED and base_code(entry.code) in records.library.procedures:
            yield _shown(records, announcement, entry)


def plan_clock(records: Records, plan: Plan) -> ClockResult:
    """A plan is public within five working days of its signing (Law 104/2016/QH13 Art. 18.4)."""
    signed = datetime.date.fromisoformat(plan.signed) if len(plan.signed) == 10 else None
    published = getattr(plan, "published", None)
    return _working_clock(records, Clock.PLAN, plan.id, plan.issuer, signed, published, "published", days=5)


ARTICLES = {
    Clock.ANNOUNCED: "Điều 15 Nghị định 63/2010/NĐ-CP; Điều 9, 10 Thông tư 02/2017/TT-VPCP",
    Clock.DATABASE: "Điều 24 Nghị định 63/2010/NĐ-CP; Quyết định 766/QĐ-TTg",
    Clock.SHOWN: "khoản 1 Điều 14 Thông tư 02/2017/TT-VPCP",
    Clock.PLAN: "khoản 4 Điều 18 Luật 104/2016/QH13",
    Clock.FEEDBACK: "Điều 43, 45, 46 Quyết định 31/2021/QĐ-TTg",
}


def _announced(records: Records, announcement: Announcement, entry: AnnouncedProcedure) -> ClockResult:
    """20 days before the document takes effect (ministry), 5 (province); 3 days after one effective on signing."""
    effective = entry.document_effective or _effective_of(records, entry)
    level = _level(records, announcement.issuer)
    subject, agency, article = f"{announcement.number}: {entry.code}", announcement.issuer, ARTICLES[Clock.ANNOUNCED]
    missing = "document_effective" if not effective else "signed" if not announcement.signed else ""
    missing = missing or ("level" if level not in ("central", "province") else "")
    if missing or effective is None or announcement.signed is None:
        return ClockResult(
            Clock.ANNOUNCED, subject, agency, Verdict.UNKNOWN, article, announcement.signed, missing=missing
        )
    if _on_signing(records, entry, effective):
        limit = effective + datetime.timedelta(days=3)
    else:
        limit = effective - datetime.timedelta(days=20 if level == "central" else 5)
    late = max(0, (announcement.signed - limit).days)
    verdict = Verdict.LATE if late else Verdict.MET
    return ClockResult(
        Clock.ANNOUNCED, subject, agency, verdict, article, announcement.signed, limit, announcement.signed, late
    )


def _effective_of(records: Records, entry: AnnouncedProcedure) -> datetime.date | None:
    """The day the first known document of an entry takes effect, as the register of documents states it."""
    for number in entry.documents:
        document = records.library.documents.get(records.citations.numbered(number))
        if document and document.effective:
            return document.effective
    return None


def _on_signing(records: Records, entry: AnnouncedProcedure, effective: datetime.date) -> bool:
    """Whether the document behind an entry takes effect on the day it was issued."""
    for number in entry.documents:
        document = records.library.documents.get(records.citations.numbered(number))
        if document and document.issued == effective.isoformat():
            return True
    return False


def _database(records: Records, announcement: Announcement, entry: AnnouncedProcedure) -> ClockResult:
    """In the national database within 10 working days of signing (ministry), 5 (province)."""
    level = _level(records, announcement.issuer)
    days = {"central": 10, "province": 5}.get(level, 0)
    subject = f"{announcement.number}: {entry.code}"
    return _working_clock(
        records,
        Clock.DATABASE,
        subject,
        announcement.issuer,
        announcement.signed,
        entry.database_entered,
        "database_entered",
        days=days,
    )


def _shown(records: Records, announcement: Announcement, entry: AnnouncedProcedure) -> ClockResult:
    """Shown here on the day the decision takes effect."""
    procedure = records.library.procedures[base_code(entry.code)]
    subject = f"{announcement.number}: {entry.code}"
    if procedure.announcement not in (announcement.number, announcement.id):
        return _day_clock(records, Clock.SHOWN, subject, announcement.issuer, None, None, "superseded", days=0)
    return _day_clock(
        records,
        Clock.SHOWN,
        subject,
        announcement.issuer,
        announcement.effective,
        procedure.published,
        "published",
        days=0,
    )


def _day_clock(
    records: Records,
    clock: Clock,
    subject: str,
    agency: str,
    started: datetime.date | None,
    done: datetime.date | None,
    done_key: str,
    *,
    days: int,
) -> ClockResult:
    """A clock in days; a last day on a day off moves on (Civil Code 2015 Art. 148) where there is a period at all."""
    article = ARTICLES[clock]
    if started is None:
        missing = "superseded" if done_key == "superseded" else "effective" if clock is Clock.SHOWN else "received"
        return ClockResult(clock, subject, agency, Verdict.UNKNOWN, article, missing=missing)
    due = records.calendar.due_date(started, days, "days").day if days else started
    limit = due or started + datetime.timedelta(days=days)
    verdict, late = _judged(limit, done, records.today)
    if done is None and verdict is Verdict.LATE and clock is not Clock.FEEDBACK:
        return ClockResult(clock, subject, agency, Verdict.UNKNOWN, article, started, limit, missing=done_key)
    return ClockResult(clock, subject, agency, verdict, article, started, limit, done, late)


def _working_clock(
    records: Records,
    clock: Clock,
    subject: str,
    agency: str,
    started: datetime.date | None,
    done: datetime.date | None,
    done_key: str,
    *,
    days: int,
) -> ClockResult:
    """A clock in working days; what was never recorded as done is not known."""
    article, unit = ARTICLES[clock], "working_days"
    missing = "signed" if started is None else done_key if done is None else "level" if not days else ""
    if started is None or done is None or not days:
        return ClockResult(clock, subject, agency, Verdict.UNKNOWN, article, started, unit=unit, missing=missing)
    try:
        limit = records.calendar.add_working_days(started, days)
        late = _working_days_between(records.calendar, limit, done)
    except UnknownYearError:
        return ClockResult(clock, subject, agency, Verdict.UNKNOWN, article, started, unit=unit, missing="calendar")
    verdict = Verdict.LATE if late else Verdict.MET
    return ClockResult(clock, subject, agency, verdict, article, started, limit, done, late, unit)


def _judged(limit: datetime.date, done: datetime.date | None, today: datetime.date) -> tuple[Verdict, int]:
    if done is None and today <= limit:
        return Verdict.RUNNING, 0
    late = max(0, ((done or today) - limit).days)
    return (Verdict.LATE if late else Verdict.MET), late


def _working_days_between(calendar: Calendar, limit: datetime.date, done: datetime.date) -> int:
    """How many working days `done` lies after `limit`, 0 where it does not."""
    late, day = 0, limit
    while day < done:
        day += datetime.timedelta(days=1)
        late += calendar.is_working_day(day)
    return late


def _level(records: Records, agency_id: str) -> str:
    agency = records.library.actors.get(agency_id)
    return str(agency.level) if isinstance(agency, Agency) and agency.level else ""
