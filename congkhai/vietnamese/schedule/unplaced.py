"""Times whose year nobody names: no date is stated, and what is known of them (day, month) is kept for the words."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from congkhai.vietnamese.schedule.calendar import is_placed
from congkhai.vietnamese.schedule.model import Kind, Schedule

_DATED = frozenset({Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE, Kind.CONTINUOUS})


def unplaced(schedule: Schedule) -> Schedule:
    """The schedule without the dates of the stand-in year; a yearly duty keeps its month in its rule."""
    if schedule.parts:
        schedule = replace(schedule, parts=tuple(map(unplaced, schedule.parts)))
    frame = schedule.frame if schedule.frame and is_placed(schedule.frame.start) else None
    start, end = _placed(schedule.start), _placed(schedule.end)
    if (start, end, frame) == (schedule.start, schedule.end, schedule.frame):
        return schedule
    kept = replace(schedule, actor="", item="", parts=()) if schedule.kind in _DATED else None
    return replace(schedule, start=start, end=end, frame=frame, unplaced=kept)


def _placed(day: date | None) -> date | None:
    return day if day and is_placed(day) else None
