"""How a task stands on a day, from the plan and its progress records."""

from __future__ import annotations

import datetime
from enum import StrEnum

from congkhai.knowledge.plans.deadlines import RowTime
from congkhai.records.progress import Status
from congkhai.vietnamese.schedule import Kind

SOON_DAYS = 30


class State(StrEnum):
    """The state of a task on a day, from the plan and its progress records."""

    UPCOMING = "upcoming"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    UNREPORTED = "unreported"
    DONE = "done"
    DONE_LATE = "done_late"
    SUSPENDED = "suspended"
    TRANSFERRED = "transferred"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    LAPSED = "lapsed"
    NO_DATE = "no_date"


# Statuses that end or halt a task, with the state they give.
_FINAL = {
    Status.SUSPENDED: State.SUSPENDED,
    Status.TRANSFERRED: State.TRANSFERRED,
    Status.REPLACED: State.REPLACED,
    Status.CANCELLED: State.CANCELLED,
}
# States of what is done or set aside: it is late no more, and nobody is reminded of it.
CLOSED = (State.DONE, State.DONE_LATE, *_FINAL.values())
# States of what goes on without a day of its own, by how it does.
LASTING = {Kind.CONTINUOUS: State.CONTINUOUS, Kind.RECURRING: State.RECURRING}


def state_on(time: RowTime, today: datetime.date) -> State:
    """The state of a row on a day.

    What comes again in later years is not done for good by a report of one year; what comes round on days that the plan
    gives stands as its next round does, or its last one. A deadline ends on a working day
    (Civil Code 2015 Art. 148.5). One that has passed is overdue where the plan's progress is reported here, and only
    unreported where it is not: silence proves nothing. What goes on without a day of its own lapses with its plan.
    """
    last = time.entries[-1] if time.entries else None
    if last and last.status in _FINAL:
        return _FINAL[last.status]
    kinds = {time.schedule.kind, *(part.kind for part in time.schedule.parts)}
    if time.completed and not (Kind.RECURRING in kinds and time.due is None and time.completed.year < time.last_year):
        return State.DONE_LATE if time.due and time.completed > time.due else State.DONE
    due = time.due_on(today)
    if due is None:
        lasting = next((LASTING[kind] for kind in LASTING if kind in kinds), State.NO_DATE)
        return State.LAPSED if lasting is not State.NO_DATE and _has_lapsed(time, today) else lasting
    if due < today:
        return State.OVERDUE if time.tracked else State.UNREPORTED
    if due == today:
        return State.DUE_TODAY
    return State.DUE_SOON if due - datetime.timedelta(days=SOON_DAYS) <= today else State.UPCOMING


def _has_lapsed(time: RowTime, today: datetime.date) -> bool:
    """Whether the last year of the plan is over; what it says goes on from a day without an end goes on."""
    endless = any(part.start and not part.end for part in (time.schedule, *time.schedule.parts))
    return bool(time.last_year) and not endless and today > datetime.date(time.last_year, 12, 31)
