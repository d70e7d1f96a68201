"""When will it be ready: the calculator of a procedure, and the table that stands there without a script."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from functools import lru_cache

from congkhai.labels import Labels
from congkhai.pages.amount_words import duration_words
from congkhai.pages.page import Context, shortened
from congkhai.procedure_reading import TimeOf
from congkhai.ready import Period, calendar_data, period_of, ready_on
from congkhai.values import dataclass
from congkhai.workdays import Calendar

_NEXT_DAYS = 7
_OPENING = datetime.time(8)


@dataclass(frozen=True, slots=True)
class CalculatorView:
    """The times one may choose ("3 working_days", its words), the next days (submitted, due), the script's data."""

    periods: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    row_title: str
    today: str
    data: str
    late: str
    with_hour: bool


def calculator_view(context: Context, times: tuple[TimeOf, ...]) -> CalculatorView | None:
    """The calculator of a procedure; None where no time of it can be counted on the calendar."""
    periods = tuple(_periods(context.labels, times))
    if not periods:
        return None
    late = context.config.late_reception
    return CalculatorView(
        periods=tuple(
            (f"{period.amount} {period.unit}", f"{words} ({case})" if case and len(periods) > 1 else words)
            for period, words, case in periods
        ),
        rows=tuple(_rows(context, periods[0][0])),
        row_title=periods[0][1],
        today=context.today.isoformat(),
        data=_data(context.labels, context.workdays, context.today.year, late.hour if late else None),
        late=context.labels("calculator.late_rule", hour=late.hour, document=late.document) if late else "",
        with_hour=bool(late) or any(period.unit == "hours" for period, _, _ in periods),
    )


def _periods(labels: Labels, times: tuple[TimeOf, ...]) -> Iterator[tuple[Period, str, str]]:
    """The distinct times that can be counted, their words, and the case each is for."""
    seen: set[Period] = set()
    for time in times:
        for duration in time.reading.amounts:
            period = period_of(duration)
            if period and not duration.extra and period not in seen and period.amount <= 3660:
                seen.add(period)
                yield period, duration_words(labels, duration), shortened(duration.condition, 60)


def _estimate(calendar: Calendar) -> Calendar:
    """The calendar with one more year, whose swaps are not ordered yet."""
    return calendar.with_changes((), known_through=calendar.known_through + 1)


def _rows(context: Context, period: Period) -> Iterator[tuple[str, str]]:
    late = context.config.late_reception
    for day, due in _next_days(context.workdays, context.today, period, late.hour if late else None):
        words = day_words(context.labels, due) if due else context.labels("calculator.unknown")
        if due and due.year > context.workdays.known_through:
            words = context.labels("calculator.estimated", day=words)
        yield day_words(context.labels, day), words


@lru_cache(maxsize=1024)  # most procedures have one of a few periods
def _next_days(
    workdays: Calendar, today: datetime.date, period: Period, late_hour: int | None
) -> tuple[tuple[datetime.date, datetime.date | None], ...]:
    """The coming days of submission, each with the day the result is due."""
    calendar = _estimate(workdays)
    days = tuple(today + datetime.timedelta(days=ahead) for ahead in range(_NEXT_DAYS))
    received = (datetime.datetime.combine(day, _OPENING) for day in days)
    dues = (ready_on(calendar, moment, period, late_hour=late_hour).due.day for moment in received)
    return tuple(zip(days, dues, strict=True))


def day_words(labels: Labels, day: datetime.date) -> str:
    """A day with its name: "thứ Hai, 23/11/2026"."""
    return f"{labels(f'design.weekday.{day.isoweekday() + 1}')}, {day:%d/%m/%Y}"


@lru_cache(maxsize=8)
def _calendar_json(calendar: Calendar, years: range) -> str:
    return _json({"known": calendar.known_through, **calendar_data(_estimate(calendar), years)})


def _json(value: object) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _data(labels: Labels, calendar: Calendar, year: int, late_hour: int | None) -> str:
    """The calendar and the words as JSON."""
    known = calendar.known_through
    years = range(min(year, known), known + 2)
    words = {
        "weekdays": [labels(f"design.weekday.{number}") for number in (8, 2, 3, 4, 5, 6, 7)],
        **{name: labels(f"calculator.script.{name}") for name in ("answer", "late", "estimate", "skipped", "unknown")},
        **{name: labels(f"workdays.{name}") for name in ("weekend", "holiday", "ordered")},
    }
    calendar_json = _calendar_json(calendar, years)
    return f'{{"calendar":{calendar_json},"lateHour":{_json(late_hour)},"words":{_json(words)}}}'
