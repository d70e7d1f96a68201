"""The door of the reader: text in, schedule and problems out, remembered for texts that come again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from msgspec.structs import replace

from congkhai.foundation.problem import Place, Problem
from congkhai.foundation.text import fold, nfc
from congkhai.vietnamese.schedule.calendar import STAND_IN, add_months, is_year
from congkhai.vietnamese.schedule.grammar.bullets import with_bullets
from congkhai.vietnamese.schedule.grammar.cells import read_cell
from congkhai.vietnamese.schedule.grammar.source import Fault, Source
from congkhai.vietnamese.schedule.lexer import tokenize
from congkhai.vietnamese.schedule.model import Bound, Kind, Offset, Reading, Relation, Schedule, Unit
from congkhai.vietnamese.schedule.tokens import END, cut_run
from congkhai.vietnamese.schedule.unplaced import unplaced

_REMEMBERED = 16384
_NOWHERE = Place("")


def read_schedule(
    text: str,
    *,
    year: int | None = None,
    place: Place | None = None,
    events: Mapping[str, date] | None = None,
) -> Reading:
    """Read a time expression as an administrative officer would; never raises.

    `year`: the plan's year, for dates that name none. `place`: where the text begins, for the problems.
    `events`: known days by the words that name them ({"ban hành Kế hoạch": …}), to compute "100 ngày kể từ …".
    What is not understood is `unspecified` with a problem, never a date.
    """
    plain = nfc(text)
    schedule, faults = _read(plain, year if year is not None and is_year(year) else None)
    if events:
        schedule = _dated_by(schedule, events)
    return Reading(schedule, tuple(_problem(fault, text, plain, place or _NOWHERE) for fault in faults))


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, year: int | None) -> tuple[Schedule, tuple[Fault, ...]]:
    tokens = with_bullets(tokenize(text))
    src = Source(text, tokens, STAND_IN if year is None else year)
    if tokens[0].kind == END:
        return Schedule(Kind.UNSPECIFIED), ()
    schedule = read_cell(src)
    if year is None:
        schedule = unplaced(schedule)
    if year is None and _lacks_year(schedule) and not src.faults:
        src.fault("schedule-no-year", 0, 1)
    return schedule, tuple(dict.fromkeys(src.faults))


def forget() -> None:
    """Drop the remembered readings, for honest measurements."""
    _read.cache_clear()
    cut_run.cache_clear()


def _lacks_year(schedule: Schedule) -> bool:
    dated = schedule.kind in (Kind.BY_DATE, Kind.WITHIN_PERIOD, Kind.DATE_RANGE)
    return (dated and not (schedule.start or schedule.end or schedule.vague)) or any(map(_lacks_year, schedule.parts))


def _problem(fault: Fault, text: str, plain: str, place: Place) -> Problem:
    found = plain[fault.start : fault.end]
    return Problem(fault.code, place.inside(text, fault.start), (("text", found),))


def _dated_by(schedule: Schedule, events: Mapping[str, date]) -> Schedule:
    """The schedule with the day computed where its event is one of those known."""
    if schedule.parts:
        schedule = replace(schedule, parts=tuple(_dated_by(part, events) for part in schedule.parts))
    if schedule.kind is not Kind.RELATIVE or schedule.offset is None or schedule.end:
        return schedule
    day = _event_day(schedule.offset, events)
    return replace(schedule, end=day, bound=schedule.bound or Bound.BY) if day else schedule


def _event_day(offset: Offset, events: Mapping[str, date]) -> date | None:
    """The day an offset points to; the event's own day is not counted (Civil Code 2015 Art. 147)."""
    if offset.event is None or offset.days is None or offset.unit not in (Unit.DAYS, Unit.MONTHS):
        return None
    named = _event_words(offset.event)
    known = next((day for name, day in events.items() if _event_words(name) == named), None)
    if known is None or offset.relation not in (Relation.AFTER, Relation.BEFORE):
        return None
    count = offset.days if offset.relation is Relation.AFTER else -offset.days
    return known + timedelta(days=count) if offset.unit is Unit.DAYS else add_months(known, count)


def _event_words(event: str) -> tuple[str, ...]:
    """The words that tell one event from another: "ngày ban hành Kế hoạch này" is "ban hành Kế hoạch"."""
    return tuple(word for word in fold(event).split() if word not in ("ngay", "nay", "duoc", "khi", "thoi", "diem"))
