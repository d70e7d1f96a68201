"""When a result is ready: the last day of a processing time that begins with a submission."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from congkhai.vietnamese.quantity import Duration
from congkhai.vietnamese.workdays import Calendar, Due, PeriodUnit, Skipped

# Units of processing times that can be counted on the calendar: how many of which unit one of them is.
COUNTED: Mapping[str, tuple[int, PeriodUnit]] = {
    "working_days": (1, "working_days"),
    "next_working_day": (1, "working_days"),
    "days": (1, "days"),
    "weeks": (7, "days"),
    "months": (1, "months"),
    "years": (12, "months"),
    "hours": (1, "hours"),
    "same_day": (0, "days"),
    "immediately": (0, "days"),
}


class Period(Struct, frozen=True):
    """A processing time that can be counted: how many of which unit."""

    amount: int
    unit: PeriodUnit


class Ready(Struct, frozen=True):
    """The day a submission counts from, and the last day on which its result is due."""

    counted_from: datetime.date
    due: Due


def period_of(duration: Duration) -> Period | None:
    """The longest time a duration allows, as it is counted; None for units the calendar does not know."""
    if duration.unit not in COUNTED:
        return None
    factor, unit = COUNTED[duration.unit]
    amount = Decimal(1) if duration.unit == "next_working_day" else duration.amount_max
    return Period(int((amount * factor).to_integral_value(ROUND_CEILING)), unit)


def ready_on(calendar: Calendar, received: datetime.datetime, period: Period, *, late_hour: int | None = None) -> Ready:
    """When the result of a submission is due (Civil Code 2015 Art. 147, 148); a later one is never due earlier.

    Where a rule on late submissions holds (`late_hour`), what comes after that hour, or on a day off, counts
    from the beginning of the next working day; hours run from the minute of submission, and a last day on a day off
    moves to the next working day. Every day passed over on the way is told.
    """
    day, passed = received.date(), tuple[Skipped, ...]()
    if waits := _wait(calendar, received, late_hour):
        if waits.day is None:
            return Ready(day, waits)
        day, passed = waits.day, waits.skipped
        received = datetime.datetime.combine(day, datetime.time())
    amount, unit = period.amount, period.unit
    if unit == "hours":
        end = received + datetime.timedelta(hours=amount)
        amount, unit = (end.date() - day).days, "days"
    due = calendar.due_date(day, amount, unit)
    return Ready(day, replace(due, skipped=(*passed, *due.skipped)) if due.day else due)


def _wait(calendar: Calendar, received: datetime.datetime, late_hour: int | None) -> Due | None:
    """The working day a submission waits for, and the days off on the way; None where it counts at once."""
    day = received.date()
    if late_hour is None:
        return None
    reason = calendar.reason(day) if calendar.knows(day) else None
    if calendar.knows(day) and reason is None and received.time() <= datetime.time(late_hour):
        return None
    following = calendar.due_date(day, 1, "working_days")
    own = (Skipped(day, reason),) if reason else ()
    return replace(following, skipped=(*own, *following.skipped)) if following.day else following


def calendar_data(calendar: Calendar, years: range, called: Callable[[str], str] = str) -> dict[str, Any]:
    """The days off, as they are called, and worked weekends of some years, as static/js/calculator.js reads them."""
    off: dict[str, list[str]] = {}
    worked: list[str] = []
    for year in years:
        day = datetime.date(year, 1, 1)
        while day.year == year:
            reason, weekend = calendar.reason(day), day.isoweekday() > 5
            if reason and reason.code != "weekend":
                off[day.isoformat()] = [reason.code, called(reason.detail)]
            elif weekend and not reason:
                worked.append(day.isoformat())
            day += datetime.timedelta(days=1)
    return {"first": years.start, "last": years.stop - 1, "off": off, "worked": worked}
