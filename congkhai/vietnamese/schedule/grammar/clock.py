"""The time of day in front of a date ("8h00 ngày 05/3/2025"): a duty is due on a day, its hour stays in the words."""

from __future__ import annotations

from msgspec.structs import replace

from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.model import Kind, Schedule
from congkhai.vietnamese.schedule.tokens import NUMBER

_LAST_HOUR, _LAST_MINUTE = 24, 59
_WITH_HOUR = frozenset({Kind.BY_DATE, Kind.RECURRING, Kind.CONTINUOUS})
PARTS_OF_DAY = ("sang", "trua", "chieu")


def past_clock(src: Source, at: int) -> int:
    """The index behind "8 giờ", "8h00", "8 giờ 30 phút," if a day follows, else `at`."""
    tokens = src.tokens
    if tokens[at].kind != NUMBER or tokens[at + 1].kind != "hour":
        return at
    stop = at + 2
    stop += tokens[stop].kind == NUMBER and len(tokens[stop].numbers) == 1
    stop += tokens[stop].kind == "minute"
    stop += tokens[stop].kind == ","
    return stop if tokens[stop].kind == "day" else at


def clock_in(src: Source, first: int, stop: int) -> str:
    """The hour that tokens `first` to `stop` name ("16 giờ", "16 giờ 30"), "" where they name none or several."""
    tokens = src.tokens
    hours = [at for at in range(first, stop - 1) if tokens[at].kind == NUMBER and tokens[at + 1].kind == "hour"]
    if len(hours) != 1 or len(tokens[hours[0]].numbers) != 1 or tokens[hours[0]].numbers[0] > _LAST_HOUR:
        return ""
    at = hours[0]
    behind = tokens[at + 2]
    minutes = behind.numbers[0] if behind.kind == NUMBER and len(behind.numbers) == 1 and at + 2 < stop - 1 else 0
    named = f"{tokens[at].numbers[0]} giờ" + (f" {minutes:02d}" if 0 < minutes <= _LAST_MINUTE else "")
    part = behind.word.startswith(PARTS_OF_DAY)
    return f"{named} {src.text[behind.start : behind.end].split()[0].lower()}" if part else named


def with_clock(src: Source, found: Clause) -> Schedule:
    """What a clause means, with the hour that it names."""
    schedule = found.schedule
    hour = clock_in(src, found.first, found.stop) if schedule.kind in _WITH_HOUR else ""
    return replace(schedule, clock=hour) if hour else schedule
