"""Explains one time expression to an editor: kind, words, days, and what was not understood."""

from __future__ import annotations

import datetime

from congkhai.foundation.labels import Labels
from congkhai.foundation.report import word
from congkhai.vietnamese.schedule import Reading, deadlines, occurrences, read_schedule, to_words

_SHOWN = "%d/%m/%Y"


def explanation(text: str, labels: Labels, *, year: int | None, today: datetime.date) -> str:
    """Several lines in plain words; recurring duties are counted in `year`, or in the year of `today`."""
    reading = read_schedule(text, year=year)
    schedule = reading.schedule
    lines = [
        f"{labels('explain.text')}: {text}",
        f"{labels('explain.kind')}: {labels(f'explain.kind.{schedule.kind}')} ({schedule.kind})",
        f"{labels('explain.words')}: {to_words(schedule, labels)}",
    ]
    for deadline in deadlines(schedule):
        whose = deadline.actor or deadline.item
        day = deadline.day.strftime(_SHOWN)
        lines.append(f"{labels('explain.deadline')}: {day}{f' ({whose})' if whose else ''}")
    days = occurrences(schedule, *_year(year or today.year))
    if days:
        lines.append(f"{labels('explain.occurrences')}: {', '.join(day.strftime(_SHOWN) for day in days)}")
    if schedule.refers_to:
        lines.append(f"{labels('explain.refers_to')}: {schedule.refers_to}")
    return "\n".join([*lines, *_problems(reading, labels)])


def _year(year: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _problems(reading: Reading, labels: Labels) -> list[str]:
    lines = []
    for problem in reading.problems:
        worded = word(problem, labels)
        lines.append(f"{labels('report.' + worded.severity)} [{problem.code}]: {worded.message} {worded.hint}".rstrip())
    return lines
