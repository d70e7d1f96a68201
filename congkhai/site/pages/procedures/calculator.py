"""When will it be ready: the calculator of a procedure, and the table that stands there without a script."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.reading import TimeOf
from congkhai.knowledge.procedures.ready import Period, calendar_data, period_of, ready_on
from congkhai.site.pages.page import Context, shortened
from congkhai.site.pages.procedures.amount_words import duration_words
from congkhai.vietnamese.workdays import Calendar

_NEXT_DAYS = 7
_OPENING = datetime.time(8)


class CalculatorView(Struct, frozen=True):
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
    late = context.config.late_reception
    late_words = context.labels("calculator.late_rule", hour=late.hour, document=late.document) if late else ""
    return _view(
        _Rules(context.labels, context.workdays, context.today, late.hour if late else None, late_words), times
    )


class _Rules(NamedTuple):
    """What all calculators of a site count by."""

    labels: Labels
    workdays: Calendar
    today: datetime.date
    late_hour: int | None
    late_words: str


@lru_cache(maxsize=4096)  # most procedures have one of a few times
def _view(rules: _Rules, times: tuple[TimeOf, ...]) -> CalculatorView | None:
    periods = tuple(_periods(rules.labels, times))
    if not periods:
        return None
    return CalculatorView(
        periods=tuple(
            (f"{period.amount} {period.unit}", f"{words} ({case})" if case and len(periods) > 1 else words)
            for period, words, case in periods
        ),
        rows=_rows(rules, periods[0][0]),
        row_title=periods[0][1],
        today=rules.today.isoformat(),
        data=_data(rules),
        late=rules.late_words,
        with_hour=rules.late_hour is not None or any(period.unit == "hours" for period, _, _ in periods),
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


@lru_cache(maxsize=1024)
def _rows(rules: _Rules, period: Period) -> tuple[tuple[str, str], ...]:
    """The coming days of submission, each with the day the result is due."""
    labels, calendar = rules.labels, _estimate(rules.workdays)
    rows: list[tuple[str, str]] = []
    for ahead in range(_NEXT_DAYS):
        day = rules.today + datetime.timedelta(days=ahead)
        received = datetime.datetime.combine(day, _OPENING)
        due = ready_on(calendar, received, period, late_hour=rules.late_hour).due.day
        words = day_words(labels, due) if due else labels("calculator.unknown")
        if due and due.year > rules.workdays.known_through:
            words = labels("calculator.estimated", day=words)
        rows.append((day_words(labels, day), words))
    return tuple(rows)


def day_words(labels: Labels, day: datetime.date) -> str:
    """A day with its name: "thứ Hai, 23/11/2026"."""
    return f"{labels(f'design.weekday.{day.isoweekday() + 1}')}, {day:%d/%m/%Y}"


def _json(value: object) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@lru_cache(maxsize=8)
def _data(rules: _Rules) -> str:
    """The calendar and the words as JSON."""
    labels, known = rules.labels, rules.workdays.known_through
    years = range(min(rules.today.year, known), known + 2)
    words = {
        "weekdays": [labels(f"design.weekday.{number}") for number in (8, 2, 3, 4, 5, 6, 7)],
        **{name: labels(f"calculator.script.{name}") for name in ("answer", "late", "estimate", "skipped", "unknown")},
        **{name: labels(f"workdays.{name}") for name in ("weekend", "holiday", "ordered")},
    }
    days = _json({"known": known, **calendar_data(_estimate(rules.workdays), years)})
    return f'{{"calendar":{days},"lateHour":{_json(rules.late_hour)},"words":{_json(words)}}}'
