"""Is disclosure on time? Each clock of the law as a result: met, late by how many days, or not known and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge.disclosure.clock import Clock, ClockResult, Run, Verdict
from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.library import Library
from congkhai.records.agency import Agency
from congkhai.records.announcement import AnnouncedProcedure, Announcement, Change
from congkhai.records.plan import Plan
from congkhai.vietnamese.quantity import base_code
from congkhai.vietnamese.workdays import Calendar, UnknownYearError


class Records(Struct, frozen=True):
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
        run = Run(
            Clock.FEEDBACK, feedback.id, feedback.agency, feedback.received, feedback.answered, "received", "answered"
        )
        yield _in_days(records, run, 15)


def clocks_of_announcement(records: Records, announcement: Announcement) -> Iterator[ClockResult]:
    """The clocks of an announcing decision: announced in time, in the database in time, shown here in time."""
    for entry in announcement.entries:
        yield _announced(records, announcement, entry)
        yield _database(records, announcement, entry)
        if entry.change is not Change.ABOLISHED and base_code(entry.code) in records.library.cards:
            yield _shown(records, announcement, entry)


def plan_clock(records: Records, plan: Plan) -> ClockResult:
    """A plan is public within five working days of its signing (Law 104/2016/QH13 Art. 18.4)."""
    signed = datetime.date.fromisoformat(plan.signed) if len(plan.signed) == 10 else None
    run = Run(Clock.PLAN, plan.id, plan.issuer, signed, plan.published, "signed", "published")
    return _in_working_days(records, run, 5)


def _announced(records: Records, announcement: Announcement, entry: AnnouncedProcedure) -> ClockResult:
    """20 days before the document takes effect (ministry), 5 (province); 3 days after one effective on signing."""
    effective = entry.document_effective or _effective_of(records, entry)
    signed, level = announcement.signed, _level(records, announcement.issuer)
    subject = f"{announcement.number}: {entry.code}"
    run = Run(Clock.ANNOUNCED, subject, announcement.issuer, signed, signed, "signed", "signed")
    if effective is None or signed is None:
        return run.unknown("document_effective" if effective is None else "signed")
    if level not in ("central", "province"):
        return run.unknown("level")
    if _on_signing(records, entry, effective):
        limit = effective + datetime.timedelta(days=3)
    else:
        limit = effective - datetime.timedelta(days=20 if level == "central" else 5)
    late = max(0, (signed - limit).days)
    return run.result(Verdict.LATE if late else Verdict.MET, limit, late)


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
    days = {"central": 10, "province": 5}.get(_level(records, announcement.issuer), 0)
    run = Run(
        Clock.DATABASE,
        f"{announcement.number}: {entry.code}",
        announcement.issuer,
        announcement.signed,
        entry.database_entered,
        "signed",
        "database_entered",
    )
    return _in_working_days(records, run, days)


def _shown(records: Records, announcement: Announcement, entry: AnnouncedProcedure) -> ClockResult:
    """Shown here on the day the decision takes effect: a duty of who keeps this site, not of who decided."""
    card = records.library.cards[base_code(entry.code)]
    run = Run(
        Clock.SHOWN,
        f"{announcement.number}: {entry.code}",
        "",
        announcement.effective,
        card.published,
        "effective",
        "published",
    )
    if card.announcement not in (announcement.number, announcement.id):
        return run._replace(started=None, done=None).unknown("superseded")
    return _in_days(records, run, 0)


def _in_days(records: Records, run: Run, days: int) -> ClockResult:
    """A clock in days; a last day on a day off moves on (Civil Code 2015 Art. 148) where there is a period at all."""
    if run.started is None:
        return run.unknown(run.started_key)
    due = records.calendar.due_date(run.started, days, "days").day if days else run.started
    limit = due or run.started + datetime.timedelta(days=days)
    verdict, late = _judged(limit, run.done, records.today)
    if run.done is None and verdict is Verdict.LATE and run.clock is not Clock.FEEDBACK:
        return run.unknown(run.done_key, limit)
    return run.result(verdict, limit, late)


def _in_working_days(records: Records, run: Run, days: int) -> ClockResult:
    """A clock in working days; what was never recorded as done is not known."""
    if run.started is None or run.done is None or not days:
        missing = run.started_key if run.started is None else run.done_key if run.done is None else "level"
        return run.unknown(missing, unit="working_days")
    try:
        limit = records.calendar.add_working_days(run.started, days)
        late = _working_days_between(records.calendar, limit, run.done)
    except UnknownYearError:
        return run.unknown("calendar", unit="working_days")
    return run.result(Verdict.LATE if late else Verdict.MET, limit, late, unit="working_days")


def _judged(limit: datetime.date, done: datetime.date | None, today: datetime.date) -> tuple[Verdict, int]:
    if done is None and today <= limit:
        return Verdict.RUNNING, 0
    late = max(0, ((done or today) - limit).days)
    return (Verdict.LATE if late else Verdict.MET), late


def _working_days_between(calendar: Calendar, limit: datetime.date, done: datetime.date) -> int:
    """How many working days `done` lies after `limit`, 0 where it does not."""
    days = ((limit + datetime.timedelta(days=step)) for step in range(1, (done - limit).days + 1))
    return sum(calendar.is_working_day(day) for day in days)


def _level(records: Records, agency_id: str) -> str:
    agency = records.library.actors.get(agency_id)
    return str(agency.level) if isinstance(agency, Agency) and agency.level else ""
