"""A reading as the JSON object of `schedule --jsonl`, and as the explanation of one expression to an editor."""

from __future__ import annotations

from datetime import date

from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problem
from congkhai.vietnamese.schedule.calendar import is_year
from congkhai.vietnamese.schedule.model import Kind, Offset, Reading, Schedule, Unit
from congkhai.vietnamese.schedule.occurrences import first_due, occurrences
from congkhai.vietnamese.schedule.reading import read_schedule
from congkhai.vietnamese.schedule.words import to_words

_NO_WORDS = frozenset({"schedule-not-understood"})


def to_json(reading: Reading, text: str, labels: Labels, *, year: int | None = None) -> dict[str, object]:
    """The object of the contract; where there are any, `refers_to`, `vague`, `first_due`, `occurrences`, `problems`.

    `occurrences` are the due days of a recurring duty within the plan's `year`, if its due day is known.
    """
    schedule = reading.schedule
    found: dict[str, object] = {"text": text, **_fields(schedule)}
    found["parts"] = [_part(part) for part in schedule.parts]
    found["words"] = to_words(schedule, labels)
    due = first_due(schedule) if schedule.kind is Kind.MULTIPLE else None
    extras = {
        "refers_to": schedule.refers_to,
        "vague": _vague(schedule, labels),
        "actor": schedule.actor,
        "first_due": due and due.isoformat(),
        "occurrences": _due_days(schedule, year),
        "problems": [_problem(problem) for problem in reading.problems],
    }
    return found | {name: value for name, value in extras.items() if value}


def explain(text: str, labels: Labels, *, year: int | None = None) -> dict[str, object]:
    """All that is known of one expression: the JSON object, and where in the text each problem lies (from 0)."""
    return to_json(read_schedule(text, year=year), text, labels, year=year)


def _fields(schedule: Schedule) -> dict[str, object]:
    return {
        "kind": str(schedule.kind),
        "start": _iso(schedule.start),
        "end": _iso(schedule.end),
        "bound": str(schedule.bound) if schedule.bound else None,
        "recurrence": "+".join(schedule.recurrence) or None,
        "offset": _offset(schedule.offset) if schedule.offset else None,
    }


def _part(part: Schedule) -> dict[str, object]:
    named = {"actor": part.actor, "item": part.item, "refers_to": part.refers_to, "vague": part.vague}
    return _fields(part) | {name: value for name, value in named.items() if value}


def _offset(offset: Offset) -> dict[str, object]:
    days, unit = _as_days(offset)
    return {"days": days, "unit": unit and str(unit), "relation": str(offset.relation), "event": offset.event}


def _as_days(offset: Offset) -> tuple[int | None, Unit | None]:
    """The contract counts days, working days and months: 48 hours are 2 days, 5 hours no number of days."""
    if offset.unit is not Unit.HOURS or offset.days is None:
        return offset.days, offset.unit
    return (None, None) if offset.days % 24 else (offset.days // 24, Unit.DAYS)


def _due_days(schedule: Schedule, year: int | None) -> list[str]:
    ruled = schedule.rule is not None or any(part.rule for part in schedule.parts)
    if year is None or not is_year(year) or not ruled:
        return []
    return [day.isoformat() for day in occurrences(schedule, date(year, 1, 1), date(year, 12, 31))]


def _vague(schedule: Schedule, labels: Labels) -> str:
    if not schedule.vague:
        return ""
    part, unit = schedule.vague.split()
    return labels(f"schedule.vague.{part}", period=labels(f"schedule.unit.{unit}"))


def _problem(problem: Problem) -> dict[str, object]:
    return {"code": problem.code, "column": problem.place.column, **dict(problem.values)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
