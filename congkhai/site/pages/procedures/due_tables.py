"""When a result is due that is handed in within the next days: a page for each time limit, and the data of the script.

Hundreds of procedures share a time limit; only these pages, and not those of the procedures, are others on a new day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial

import orjson
from msgspec import Struct

from congkhai.foundation.labels import Labels, load_labels
from congkhai.knowledge import urls
from congkhai.knowledge.procedures.abroad import is_only_abroad
from congkhai.knowledge.procedures.ready import Period, calendar_data, ready_on
from congkhai.knowledge.procedures.times import time_answer
from congkhai.records.model.plain_data import VERSION_LENGTH
from congkhai.site.pages.page import Context, Page
from congkhai.site.pages.procedures.calculator import late_hour_of, period_words, table_periods
from congkhai.vietnamese.holiday_names import holiday_name
from congkhai.vietnamese.workdays import Calendar, Skipped

_NEXT_DAYS = 7
_OPENING = datetime.time(8)
# What js/calculator.js and js/version.js say.
_LABELS = ("date", "time", "period", "rules", "rules_at_once")
_OF_VERSIONS = ("match", "differ", "malformed")
_SCRIPT_WORDS = (
    "answer",
    "besides",
    "earliest",
    "without",
    "latest",
    "with",
    "between",
    "and",
    "by",
    "late",
    "day_off",
    "estimate",
    "passed",
    "passed_reason",
    "passed_expected",
    "unknown",
    "in_time",
    "overdue",
    "overdue_just",
    "by_over",
    "complain",
)


class DueTableView(Struct, frozen=True):
    """The next days (submitted, due, days passed over), each in words, and the rules they are counted by."""

    rows: tuple[tuple[str, str, str], ...]
    rules: str


def due_table_keys(context: Context) -> Iterator[str]:
    """The time limits of the procedures in force: amount, unit, hour of a rule on late submissions ("5 days 15")."""
    found: dict[str, None] = {}
    here = (card for card in context.derived.shown if not is_only_abroad(card.agency, card.competent_agency))
    for times in dict.fromkeys(card.times for card in here):
        answer = time_answer(times)
        hour = late_hour_of(context, answer)
        for period in table_periods(answer):
            found[f"{period.amount} {period.unit}" + (f" {hour}" if hour is not None else "")] = None
    return iter(sorted(found))


def due_table_page(context: Context, key: str) -> Page:
    """The table of a time limit."""
    amount, unit, *hours = key.split(" ")
    period, hour = Period(int(amount), unit), int(hours[0]) if hours else None  # type: ignore[arg-type]
    url, labels = urls.due_table_url(period.amount, period.unit, hour), context.labels
    href = context.href(url)
    title = labels("calculator.table", words=period_words(labels, period))
    if hour is not None:
        title = labels("calculator.table.late", title=title, hour=hour)
    trail = ((labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES)))
    at_once = not period.amount or period.unit == "hours"
    rules = labels("calculator.rules_at_once" if at_once else "calculator.rules")
    view = DueTableView(tuple(_rows(context, period, hour)), rules)
    return Page(url, "pages/due_table.html", title, view, title, trail, chapter=urls.PROCEDURES)


def _rows(context: Context, period: Period, late_hour: int | None) -> Iterator[tuple[str, str, str]]:
    labels, calendar = context.labels, _estimate(context.workdays)
    for ahead in range(_NEXT_DAYS):
        day = context.today + datetime.timedelta(days=ahead)
        found = ready_on(calendar, datetime.datetime.combine(day, _OPENING), period, late_hour=late_hour).due
        words = _day_words(labels, found.day) if found.day else labels("calculator.unknown")
        if found.day and found.day.year > context.workdays.known_through:
            words = labels("calculator.estimated", day=words)
        yield _day_words(labels, day), words, "; ".join(_passed(context, found.skipped))


def _passed(context: Context, skipped: tuple[Skipped, ...]) -> Iterator[str]:
    """The days passed over in words; one of a year whose days off are not announced is an expected one."""
    labels = context.labels
    for day, (code, detail) in skipped:
        reason = labels(f"workdays.{code}", name=holiday_name(labels, detail), document=detail)
        expected = code != "weekend" and day.year > context.workdays.known_through
        yield labels(f"calculator.passed{'.expected' if expected else ''}", day=f"{day:%d/%m/%Y}", reason=reason)


def _day_words(labels: Labels, day: datetime.date) -> str:
    """A day with its name: "thứ Hai, 23/11/2026"."""
    return f"{labels(f'design.weekday.{day.isoweekday() + 1}')}, {day:%d/%m/%Y}"


def _estimate(calendar: Calendar) -> Calendar:
    """The calendar with one more year, whose swaps are not ordered yet."""
    return calendar.with_changes((), known_through=calendar.known_through + 1)


def calendar_file(context: Context) -> Iterator[tuple[str, bytes]]:
    """Yield the calendar and the words that the scripts of a procedure's page need, as JSON (path, bytes)."""
    if not context.library.cards:
        return
    known = context.workdays.known_through
    years = range(min(context.today.year, known), known + 2)
    spoken = {"": context.labels} | {f"{one}/": load_labels(one) for one in context.config.editions}
    for folder, labels in spoken.items():
        days = calendar_data(_estimate(context.workdays), years, partial(holiday_name, labels))
        calendar = {"known": known, **days}
        yield f"{folder}{urls.CALENDAR_DATA}", orjson.dumps({"calendar": calendar, "words": _script_words(labels)})


def _script_words(labels: Labels) -> dict[str, str | list[str]]:
    return {
        "weekdays": [labels(f"design.weekday.{number}") for number in (8, 2, 3, 4, 5, 6, 7)],
        **{name: labels(f"calculator.script.{name}") for name in _SCRIPT_WORDS},
        **{name: labels(f"calculator.{name}") for name in _LABELS},
        **{name: labels(f"version.{name}", version="{version}", n=VERSION_LENGTH) for name in _OF_VERSIONS},
        **{name: labels(f"workdays.{name}") for name in ("weekend", "ordered")},
    }
