"""When will it be ready: the calculator of a procedure, and the table that stands there without a script."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.ready import Period, calendar_data, period_of, ready_on
from congkhai.knowledge.procedures.times import TimeAnswer
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import Channel
from congkhai.site.pages.page import Context, shortened
from congkhai.site.pages.procedures.amount_words import duration_words
from congkhai.source.markup import plain
from congkhai.vietnamese.quantity import Duration, read_duration
from congkhai.vietnamese.workdays import Calendar, Skipped

_NEXT_DAYS = 7
_LONGEST = 3660
_SHORT = 60
_SCRIPT_WORDS = ("answer", "late", "day_off", "estimate", "skipped", "skipped_expected", "unknown")
_OPENING = datetime.time(8)


class CalculatorView(Struct, frozen=True):
    """The times one may choose ("3 working_days", its words), the next days (submitted, due, days passed over),
    the data of the script."""

    periods: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, str], ...]
    row_title: str
    today: str
    data: str
    late: str
    with_hour: bool


def calculator_view(context: Context, procedure: Procedure, answer: TimeAnswer) -> CalculatorView | None:
    """The calculator of a procedure; None where no time of it can be counted on the calendar."""
    labels, late = context.labels, context.config.late_reception
    hour, words = late.hour if late else None, ""
    if answer.late_hour is not None:
        hour, words = answer.late_hour, labels("calculator.late_stated", hour=answer.late_hour)
    elif late:
        words = labels("calculator.late_rule", hour=late.hour, document=late.document)
    rules = _Rules(labels, context.workdays, context.today, hour, words)
    return _view(rules, tuple(_periods(labels, procedure, answer)))


class _Rules(NamedTuple):
    """What all calculators of a site count by."""

    labels: Labels
    workdays: Calendar
    today: datetime.date
    late_hour: int | None
    late_words: str


@lru_cache(maxsize=4096)  # most procedures have one of a few times
def _view(rules: _Rules, periods: tuple[tuple[Period, str], ...]) -> CalculatorView | None:
    if not periods:
        return None
    return CalculatorView(
        periods=tuple((f"{period.amount} {period.unit}", words) for period, words in periods),
        rows=_rows(rules, periods[0][0]),
        row_title=periods[0][1],
        today=rules.today.isoformat(),
        data=_data(rules),
        late=rules.late_words,
        with_hour=rules.late_hour is not None or any(period.unit == "hours" for period, _ in periods),
    )


def _periods(labels: Labels, procedure: Procedure, answer: TimeAnswer) -> Iterator[tuple[Period, str]]:
    """The distinct times that can be counted, each named by its channels and by the case it is for."""
    found: dict[Period, list[tuple[Channel | None, Duration]]] = {}
    for channel, duration in answer.durations:
        period = period_of(duration)
        if period and period.amount <= _LONGEST:
            found.setdefault(period, []).append((channel, duration))
    for period, named in found.items():
        words = duration_words(labels, named[0][1])
        if len(found) == 1:
            yield period, words
            continue
        name = _name(labels, procedure, period, named)
        yield period, labels("answer.time.channel", channel=name, words=words) if name else words
    for case, duration in _read_cases(procedure):
        period = period_of(duration)
        if period and period not in found and period.amount <= _LONGEST:
            yield period, labels("answer.time.channel", channel=case, words=duration_words(labels, duration))


def _read_cases(procedure: Procedure) -> Iterator[tuple[str, Duration]]:
    """The times that an editor's reading gives for cases of their own."""
    time = procedure.reading.processing_time if procedure.reading else None
    for other in time.exceptions if time else ():
        if other.case and not other.channel and other.unit and other.amount:
            yield other.case, Duration(Decimal(other.amount), Decimal(other.amount), other.unit.value)


def _name(labels: Labels, procedure: Procedure, period: Period, named: list[tuple[Channel | None, Duration]]) -> str:
    """For whom a time is: its channels, the words beside it, the notes of the ways of handing in that state it."""
    rows = [row for row in procedure.submission if row.time and period in _stated(row.time)]
    channels = dict.fromkeys(
        [channel for channel, _ in named if channel] or [row.channel for row in rows if row.channel]
    )
    everywhere = {row.channel for row in procedure.submission if row.channel}
    shown = [labels(f"answer.channel.{channel}") for channel in channels] if channels.keys() != everywhere else []
    notes = [duration.condition for _, duration in named] + [plain(row.note) for row in rows]
    note = next((shortened(note.strip(" ."), _SHORT) for note in notes if note.strip(" .")), "")
    name = ", ".join(shown) + (f" – {note}" if shown and note else note)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def _stated(text: str) -> frozenset[Period]:
    """The times that a way of handing in states."""
    return frozenset(filter(None, map(period_of, read_duration(text).amounts)))


def _estimate(calendar: Calendar) -> Calendar:
    """The calendar with one more year, whose swaps are not ordered yet."""
    return calendar.with_changes((), known_through=calendar.known_through + 1)


@lru_cache(maxsize=1024)
def _rows(rules: _Rules, period: Period) -> tuple[tuple[str, str, str], ...]:
    """The coming days of submission, each with the day the result is due and the days passed over on the way."""
    labels, calendar = rules.labels, _estimate(rules.workdays)
    rows: list[tuple[str, str, str]] = []
    for ahead in range(_NEXT_DAYS):
        day = rules.today + datetime.timedelta(days=ahead)
        received = datetime.datetime.combine(day, _OPENING)
        found = ready_on(calendar, received, period, late_hour=rules.late_hour).due
        due = found.day
        words = day_words(labels, due) if due else labels("calculator.unknown")
        if due and due.year > rules.workdays.known_through:
            words = labels("calculator.estimated", day=words)
        rows.append((day_words(labels, day), words, "; ".join(_passed(rules, found.skipped))))
    return tuple(rows)


def _passed(rules: _Rules, skipped: tuple[Skipped, ...]) -> Iterator[str]:
    """The days passed over in words; one of a year whose days off are not announced is an expected one."""
    labels = rules.labels
    for day, (code, detail) in skipped:
        reason = labels(f"workdays.{code}", name=detail, document=detail)
        expected = code != "weekend" and day.year > rules.workdays.known_through
        yield labels(f"calculator.passed{'.expected' if expected else ''}", day=f"{day:%d/%m/%Y}", reason=reason)


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
        **{name: labels(f"calculator.script.{name}") for name in _SCRIPT_WORDS},
        **{name: labels(f"workdays.{name}") for name in ("weekend", "holiday", "ordered")},
    }
    days = _json({"known": known, **calendar_data(_estimate(rules.workdays), years)})
    return f'{{"calendar":{days},"lateHour":{_json(rules.late_hour)},"words":{_json(words)}}}'
