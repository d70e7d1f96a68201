"""By when: every row's time as understood, its deadlines and occurrences."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.ditto import meant
from congkhai.records.plan import Plan
from congkhai.records.progress import Progress, ProgressEntry, Status
from congkhai.vietnamese.schedule import (
    Bound,
    Frequency,
    Kind,
    Reading,
    Schedule,
    first_due,
    occurrences,
    read_schedule,
)
from congkhai.vietnamese.workdays import Calendar, LastDay

Day = datetime.date


class RowTime(Struct, frozen=True):
    """When a row is due: as read from its cell, as an editor reads it, and as its progress moved it.

    `first_deadline` is what the plan says and never moves; `deadline` is the last extension, or the same. `counted` is
    the day that ends it where that one is a day off; `rounds` are the days that end the rounds of a recurring duty
    which the plan gives a day; `last_year` is the last year the plan speaks of.
    """

    reading: Reading
    schedule: Schedule
    corrected: bool
    first_deadline: Day | None
    deadline: Day | None
    entries: tuple[ProgressEntry, ...]
    tracked: bool
    counted: LastDay | None = None
    last_year: int = 0
    rounds: tuple[Day, ...] = ()

    @property
    def due(self) -> Day | None:
        """The day after which the row is late; a recurring duty has none, but `rounds`."""
        return self.counted.day if self.counted else self.deadline

    def due_on(self, today: Day) -> Day | None:
        """The day that counts on a day: the deadline, else the next round of a recurring duty or its last one."""
        if self.due or not self.rounds:
            return self.due
        return next((day for day in self.rounds if today <= day), self.rounds[-1])

    @property
    def completed(self) -> Day | None:
        """The day the task was last said to be completed, None where its last word is another."""
        last = self.entries[-1] if self.entries else None
        return last.on if last and last.status is Status.COMPLETED else None


class DueItem(Struct, frozen=True):
    """A day on which something of a row is due; `part` names the `actor` or item where the cell names several.

    `stated` is False where the plan only says how often, so that the day is the end of a cycle; `number` counts the
    parts of the cell.
    """

    day: Day
    row: Row
    part: str
    recurring: bool = False
    stated: bool = True
    number: int = 0
    actor: str = ""


def read_times(
    rows: tuple[Row, ...], progress: Mapping[str, Progress], workdays: Calendar | None = None
) -> Mapping[tuple[str, str], RowTime]:
    """Read the time cell of every row, by plan id and task id."""
    days = workdays or Calendar()
    said = meant(rows, "time")
    return {row.key: _row_time(row, said[row.key], progress.get(row.plan.id), days) for row in rows}


def _row_time(row: Row, said: str, progress: Progress | None, workdays: Calendar) -> RowTime:
    task = row.task
    reading = read_schedule(said, year=row.plan.year, place=task.place_of("time"), events=_events(row.plan))
    reading = replace(reading, schedule=through_years(reading.schedule, row.plan))
    schedule, corrected = _as_corrected(row, reading)
    entries = tuple(
        sorted(
            (entry for entry in (progress.entries if progress else ()) if entry.task == task.id and entry.on),
            key=lambda entry: entry.on or Day.min,
        )
    )
    first = _first_deadline(schedule)
    extended = [entry.extended_to for entry in entries if entry.extended_to]
    deadline = extended[-1] if extended else first
    schedule = through_years(schedule, row.plan)
    rounds = {workdays.last_day(item.day).day for item in _items_of(row, schedule) if item.recurring and item.stated}
    return RowTime(
        reading,
        schedule,
        corrected,
        first,
        deadline,
        entries,
        progress is not None,
        workdays.last_day(deadline) if deadline else None,
        row.plan.last_year,
        tuple(sorted(rounds)),
    )


def through_years(schedule: Schedule, plan: Plan) -> Schedule:
    """A yearly duty of a plan of several years without the dates of its first year, which are only one of its days."""
    if schedule.parts:
        schedule = replace(schedule, parts=tuple(through_years(part, plan) for part in schedule.parts))
    yearly = schedule.kind is Kind.RECURRING and schedule.rule is not None and schedule.rule.year_days
    if plan.last_year == plan.year or not yearly or schedule.vague or not schedule.end:
        return schedule
    return replace(schedule, start=None, end=None) if schedule.end.year == plan.year else schedule


def _as_corrected(row: Row, reading: Reading) -> tuple[Schedule, bool]:
    editor = row.task.reading
    if editor and editor.deadline:
        return replace(reading.schedule, kind=Kind.BY_DATE, end=editor.deadline, bound=Bound.BY, parts=()), True
    if editor and editor.time:
        place = editor.place_of("time")
        return read_schedule(editor.time, year=row.plan.year, place=place, events=_events(row.plan)).schedule, True
    return reading.schedule, False


def _events(plan: Plan) -> Mapping[str, Day]:
    """The days a plan knows by name: its own signing, where the full date is given."""
    if len(plan.signed) != 10:
        return {}
    signed = Day.fromisoformat(plan.signed)
    return {"ban hành Kế hoạch": signed, "ký ban hành Kế hoạch": signed, "ban hành": signed}


def _first_deadline(schedule: Schedule) -> Day | None:
    """The day by which a row is due at the earliest; continuous and recurring duties have none."""
    if schedule.kind in (Kind.CONTINUOUS, Kind.RECURRING):
        return None
    return first_due(schedule)


def due_items(row: Row, time: RowTime) -> Iterator[DueItem]:
    """Every day on which something of a row is due, within the years the plan speaks of."""
    if time.deadline and time.deadline != time.first_deadline:
        yield DueItem(time.deadline, row, "")
    else:
        yield from _items_of(row, time.schedule)


def _items_of(row: Row, schedule: Schedule) -> Iterator[DueItem]:
    for number, part in enumerate(schedule.parts or (schedule,)):
        name, actor = part.actor or part.item, part.actor
        if part.kind is Kind.RECURRING and row.plan.year and not _too_often(part):  # a bad year is told by its reader
            since, until = _span(part, row.plan)
            for day in occurrences(part, since, until):
                stated = part.rule is not None or part.end is not None
                yield DueItem(day, row, name, recurring=True, stated=stated, number=number, actor=actor)
        elif part.kind not in (Kind.CONTINUOUS, Kind.RECURRING) and part.end:
            yield DueItem(part.end, row, name, number=number, actor=actor)


def _too_often(schedule: Schedule) -> bool:
    """Whether a duty comes round weekly or monthly on a day that the plan does not state: no day to put it on."""
    frequent = {Frequency.WEEKLY, Frequency.MONTHLY} & set(schedule.recurrence)
    return bool(frequent) and schedule.rule is None


def all_due_items(rows: tuple[Row, ...], times: Mapping[tuple[str, str], RowTime]) -> tuple[DueItem, ...]:
    """The due days of all rows in the order of the calendar, then of the plans."""
    items = [item for row in rows for item in due_items(row, times[row.key])]
    return tuple(sorted(items, key=lambda item: (item.day, item.row.order)))


def _span(schedule: Schedule, plan: Plan) -> tuple[Day, Day]:
    """The days between which a recurring duty is counted: those it names, else the plan's years."""
    if schedule.frame:
        return schedule.frame.start, schedule.frame.end
    start = schedule.start or Day(plan.year, 1, 1)
    return min(start, Day(plan.year, 1, 1)), max(schedule.end or start, Day(plan.last_year, 12, 31))
