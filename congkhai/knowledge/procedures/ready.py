"""When a result is ready: the last day of a processing time that begins with a submission."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from msgspec import Struct

from congkhai.vietnamese.quantity import Duration
from congkhai.vietnamese.workdays import Calendar, Due, PeriodUnit

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
    """When the result of a submission is due (Civil Code 2015 Art. 147, 148).

    A submission at or after `late_hour` counts from the next working day; hours run from the minute of submission,
    and a last day on a day off moves to the next working day.
    """
    day = received.date()
    late = late_hour is not None and received.hour >= late_hour
    if late:
        following = calendar.due_date(day, 1, "working_days")
        if following.day is None:
            return Ready(day, following)
        day = following.day
    if period.unit != "hours" or late:
        return Ready(day, calendar.due_date(day, period.amount, period.unit))
    end = received + datetime.timedelta(hours=period.amount)
    return Ready(day, calendar.due_date(day, (end.date() - day).days, "days"))


def calendar_data(calendar: Calendar, years: range) -> dict[str, Any]:
    """The days off and worked weekends of some years, as static/js/calculator.js reads them."""
    off: dict[str, list[str]] = {}
    worked: list[str] = []
    for year in years:
        day = datetime.date(year, 1, 1)
        while day.year == year:
            reason, weekend = calendar.reason(day), day.isoweekday() > 5
            if reason and reason.code != "weekend":
                off[day.isoformat()] = [reason.code, reason.detail]
            elif weekend and not reason:
                worked.append(day.isoformat())
            day += datetime.timedelta(days=1)
    return {"first": years.start, "last": years.stop - 1, "off": off, "worked": worked}
