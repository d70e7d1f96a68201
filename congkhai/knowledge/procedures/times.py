"""How long a procedure takes, in one answer: by the editor's reading, by the times it states, by its other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from congkhai.knowledge.procedures.hard_words import hard_times_in
from congkhai.knowledge.procedures.issued_times import issued_times
from congkhai.knowledge.procedures.passed_on import whole_time
from congkhai.knowledge.procedures.row_units import rows_in_working_days
from congkhai.knowledge.procedures.settled_times import is_next_day, late_hour, settled_time, settled_unit
from congkhai.knowledge.procedures.stated import StatedTime, stated_times
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import NUMBERLESS, Channel, ReadTime
from congkhai.vietnamese.quantity import Duration, DurationReading, duration_text, read_duration

_NO_DAY = Decimal(0)
_LABELS = {"Trực tiếp": Channel.IN_PERSON, "Trực tuyến": Channel.ONLINE, "Dịch vụ bưu chính": Channel.POST}
_NO_RESULT = re.compile(
    r"\W*(?:hồ sơ gửi đến cơ quan thuế )?không (?:phải trả|có) kết quả(?! ngay)"
    r"(?:(?! hoặc | trường hợp |, g)[^.;])*\.?",
    re.I,
)


class TimeKind(StrEnum):
    """How the times of a procedure hang together."""

    ONE = "one"
    BY_CHANNEL = "by_channel"
    VARIES = "varies"
    NOT_SET = "not_set"
    NO_RESULT = "no_result"
    UNKNOWN = "unknown"


class TimeAnswer(Struct, frozen=True):
    """How long it takes: one time, one for each channel, or from the shortest to the longest.

    `late_hour` is the hour after which the record itself lets a dossier wait for the next working day. `is_read` tells
    of a time that no word states: within the day, because only what comes late waits for the next.
    """

    kind: TimeKind
    durations: tuple[tuple[Channel | None, Duration], ...] = ()
    late_hour: int | None = None
    is_read: bool = False


def understood_times(procedure: Procedure) -> Iterator[StatedTime]:
    """The times to answer with: an editor's reading, else those stated, else what the other words settle."""
    reading = procedure.reading.processing_time if procedure.reading else None
    if reading and (found := tuple(_of_reading(reading))):
        yield from found
        return
    stated = tuple((channel, text) for channel, text, _ in stated_times(procedure))
    answer = _answer(stated)
    if answer.kind in (TimeKind.VARIES, TimeKind.BY_CHANNEL):
        # "27 ngày" of a row whose note says "27 ngày làm việc": of times that differ, each by its own note.
        stated = (*stated, *rows_in_working_days(procedure))
        answer = _answer(stated)
    if ordinary := _without_hard_places(procedure, answer):
        yield None, duration_text(ordinary.amount_max, ordinary.unit)
        return
    if answer.kind is TimeKind.BY_CHANNEL and (issued := issued_times(procedure, (one for _, one in answer.durations))):
        yield from ((None, text) for text in issued)
        return
    if answer.kind is TimeKind.UNKNOWN and (settled := settled_time(procedure, stated) or _no_result(procedure)):
        yield None, settled
    elif answer.kind is TimeKind.ONE and (settled := _settled_otherwise(procedure, answer.durations[0][1])):
        yield None, settled
        return
    yield from stated


def stated_otherwise(procedure: Procedure, answer: TimeAnswer) -> Duration | None:
    """What the field for the time states where other words tell another; None where the answer is what it states."""
    if answer.kind is not TimeKind.ONE or (procedure.reading and procedure.reading.processing_time):
        return None
    stated = _answer(tuple((channel, text) for channel, text, _ in stated_times(procedure)))
    if stated.kind is not TimeKind.ONE or _amount(stated.durations[0][1]) == _amount(answer.durations[0][1]):
        return None
    return stated.durations[0][1]


def text_without_time(procedure: Procedure, answer: TimeAnswer) -> str | None:
    """What the fields for the time say where they state none that can be read and the answer stands on other words.

    None where the answer is what they state, or an editor's.
    """
    if answer.kind is not TimeKind.ONE or (procedure.reading and procedure.reading.processing_time):
        return None
    texts = tuple((channel, text) for channel, text, _ in stated_times(procedure))
    if not answer.is_read and _answer(texts).kind is not TimeKind.UNKNOWN:
        return None
    return texts[0][1].split("\n")[0].strip() if texts else ""


def _settled_otherwise(procedure: Procedure, stated: Duration) -> str:
    """The whole time, or the right unit, where the words beside a stated time tell it; "" where they do not."""
    return whole_time(procedure, stated) or settled_unit(procedure, stated)


def _without_hard_places(procedure: Procedure, answer: TimeAnswer) -> Duration | None:
    """The shorter of two times where a note on handing in keeps the longer for communes where life is hard."""
    if answer.kind is not TimeKind.VARIES or len(answer.durations) != 2:
        return None
    (_, shorter), (_, longer) = answer.durations
    notes = procedure.submission_notes
    hard = {_amount(one) for note in notes for one in hard_times_in(note) if not one.extra}
    return shorter if hard == {_amount(longer)} else None


def _no_result(procedure: Procedure) -> str:
    """The words of the result where they say that there is none, as of tax returns; "" where there is one."""
    results = procedure.result if isinstance(procedure.result, tuple) else ()
    return results[0] if len(results) == 1 and _NO_RESULT.fullmatch(results[0].strip()) else ""


def time_answer(times: Iterable[StatedTime]) -> TimeAnswer:
    """The answer that some times give, as a card or `understood_times` tell them."""
    return _answer(tuple(times))


def _of_reading(reading: ReadTime) -> Iterator[StatedTime]:
    if reading.unit is None or (reading.amount is None and reading.unit not in NUMBERLESS):
        return
    yield None, duration_text(reading.amount or 0, reading.unit.value)
    for other in reading.exceptions:
        if other.unit and other.channel:
            yield other.channel, duration_text(other.amount or 0, other.unit.value)


@lru_cache(maxsize=4096)  # a few answers are most of what the register gives
def _answer(times: tuple[StatedTime, ...]) -> TimeAnswer:
    readings = [(channel, read_duration(text)) for channel, text in times]
    found = list(dict.fromkeys(_durations(readings)))
    exceptions = [hour for _, duration in found if (hour := late_hour(duration)) is not None]
    ordinary = [(channel, duration) for channel, duration in found if late_hour(duration) is None]
    hour = exceptions[0] if exceptions else None
    if hour is not None:
        ordinary = [pair for pair in ordinary if not is_next_day(pair[1])]
        if not ordinary:
            return TimeAnswer(TimeKind.ONE, ((None, Duration(_NO_DAY, _NO_DAY, "same_day")),), hour, is_read=True)
    if not ordinary:
        return TimeAnswer(_why_none(readings))
    return _joined(tuple(_settled_units(ordinary)), hour)


def _durations(readings: list[tuple[Channel | None, DurationReading]]) -> Iterator[tuple[Channel | None, Duration]]:
    for channel, reading in readings:
        # "0 giờ" is how the register fills in a field that nobody filled in.
        amounts = [one for one in reading.amounts if one.amount_max > 0 or one.unit in NUMBERLESS]
        for duration in [one for one in amounts if not one.extra] or amounts:
            yield channel or _LABELS.get(duration.channel), duration


def _settled_units(
    found: list[tuple[Channel | None, Duration]],
) -> Iterator[tuple[Channel | None, Duration]]:
    """Without "9 ngày" where "9 ngày làm việc" is said too: the same time, once less exactly."""
    working = {duration.amount_max for _, duration in found if duration.unit == "working_days"}
    for channel, duration in found:
        if duration.unit != "days" or duration.amount_max not in working:
            yield channel, duration


def _joined(found: tuple[tuple[Channel | None, Duration], ...], hour: int | None) -> TimeAnswer:
    amounts = {_amount(duration) for _, duration in found}
    if len(amounts) == 1:
        return TimeAnswer(TimeKind.ONE, ((None, found[0][1]),), hour)
    by_channel: dict[Channel, dict[object, Duration]] = {}
    for channel, duration in found:
        if channel:
            by_channel.setdefault(channel, {})[_amount(duration)] = duration
    whole = {_amount(duration): duration for channel, duration in found if channel is None}
    named = {amount for durations in by_channel.values() for amount in durations}
    if by_channel and all(len(durations) == 1 for durations in by_channel.values()):
        one_each = tuple(
            (channel, next(iter(by_channel[channel].values()))) for channel in _ORDER if channel in by_channel
        )
        if whole.keys() <= named:
            return TimeAnswer(TimeKind.BY_CHANNEL, one_each, hour)
        if len(whole) == 1:
            others = tuple(pair for pair in one_each if _amount(pair[1]) not in whole)
            ordinary = tuple((None, duration) for duration in whole.values())
            return TimeAnswer(TimeKind.BY_CHANNEL, (*ordinary, *others), hour)
    ordered = tuple(sorted(found, key=lambda pair: (length(pair[1]), pair[1].unit)))
    return TimeAnswer(TimeKind.VARIES, tuple({_amount(one): (None, one) for _, one in ordered}.values()), hour)


def _amount(duration: Duration) -> tuple[Decimal, Decimal, str]:
    return duration.amount_min, duration.amount_max, duration.unit


_ORDER = (Channel.IN_PERSON, Channel.ONLINE, Channel.POST)
_HOURS = {
    "minutes": Decimal(1) / 60, "hours": Decimal(1), "working_hours": Decimal(3), "same_day": Decimal(24),
    "next_working_day": Decimal(34), "immediately": Decimal(0), "days": Decimal(24), "working_days": Decimal(34),
    "weeks": Decimal(168), "months": Decimal(730), "years": Decimal(8760),
}  # fmt: skip


def length(duration: Duration) -> Decimal:
    """About how many hours a time takes, to tell which of two is longer; a working day is 34 hours of a week."""
    factor = _HOURS[duration.unit]
    return factor if duration.unit in NUMBERLESS else duration.amount_max * factor


def _why_none(readings: list[tuple[Channel | None, DurationReading]]) -> TimeKind:
    if any(_NO_RESULT.fullmatch(reading.text.strip()) for _, reading in readings):
        return TimeKind.NO_RESULT
    if readings and all(reading.status == "not_set" for _, reading in readings):
        return TimeKind.NOT_SET
    return TimeKind.UNKNOWN
