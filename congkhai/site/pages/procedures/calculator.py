"""When will it be ready: the calculator of a procedure, which counts on the device of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from congkhai.foundation.labels import Labels
from congkhai.foundation.own_words import capitalised
from congkhai.knowledge import urls
from congkhai.knowledge.procedures.abroad import is_only_abroad
from congkhai.knowledge.procedures.hard_places import times_in_hard_places
from congkhai.knowledge.procedures.issued_times import event_of, without_event
from congkhai.knowledge.procedures.passed_on import share_before
from congkhai.knowledge.procedures.ready import Period, period_of
from congkhai.knowledge.procedures.times import TimeAnswer, length, text_without_time
from congkhai.knowledge.procedures.uncounted import leaves_out
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import Channel
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.procedures.amount_words import duration_words
from congkhai.site.pages.procedures.headlines import time_field_words, time_headline
from congkhai.site.pages.procedures.stretches import source_words, stretches, without_words
from congkhai.source.markup import plain
from congkhai.vietnamese.quantity import Duration, read_duration

# Another time among the words beside one: "hoặc 7 ngày làm việc đối với nhà ở riêng lẻ".
_OTHER_TIME = re.compile(r"\d+ (?:giờ|ngày|tháng|tuần|năm)(?!\w)", re.I)
_WHEN = re.compile(r"^(?:khi|ngày|thời điểm)(?= )")
_LONGEST = 3660
_MOST_TABLES = 4
NamedPeriod = tuple[Period, str]
_SHORT = 60


class CalculatorView(Struct, frozen=True):
    """The times one may choose ("3 working_days", its words) and what the script counts by.

    The tables of the next days, one for each time, stand on pages of their own (`due_tables`), which alone are others
    each day. `stretches` are what the time may not hold ("15 days", "15 ngày niêm yết"): two days are told, without
    and with them. `besides` tells of what the time leaves out that has no length: no day is told without it. `sources`
    are the words of the record on both. `event` is the day to ask for where the times run from one that is not the day
    of handing in: there are no tables of that.
    `feedback` is where to complain of a day that is over.
    """

    periods: tuple[tuple[str, str], ...]
    tables: tuple[tuple[str, str], ...]
    late_hour: int | None
    late: str
    with_hour: bool
    notice: str = ""
    besides: str = ""
    stretches: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    event: str = ""
    feedback: str = ""


def calculator_view(context: Context, procedure: Procedure, answer: TimeAnswer, href: Href) -> CalculatorView | None:
    """The calculator of a procedure; None where no time of it, or only that of
    its last office, can be counted on the calendar of this country."""
    periods = tuple(named_periods(context.labels, procedure, answer))
    shorter = untold_periods(periods)
    periods = tuple(one for one in periods if one not in shorter)
    is_share = len(answer.durations) == 1 and share_before(procedure, answer.durations[0][1])
    if is_share or not periods or is_only_abroad(procedure.agency, procedure.competent_agency):
        return None
    event = _event(answer)
    hour = None if event else late_hour_of(context, answer)
    labels, added = context.labels, stretches(context.labels, procedure, answer)
    besides = labels("calculator.besides") if not added and leaves_out(procedure) else ""
    left_out = without_words(labels, added) or besides
    return CalculatorView(
        periods=tuple((f"{period.amount} {period.unit}", words) for period, words in periods),
        tables=tuple(
            (
                _joined(period_words(labels, one), left_out),
                href(urls.due_table_url(one.amount, one.unit, hour)),
            )
            for one in table_periods(answer)
        ),
        late_hour=hour,
        late=context.labels("calculator.from", event=event) if event else _late_words(context, answer),
        with_hour=hour is not None or any(period.unit == "hours" for period, _ in periods),
        notice=_notice_words(context.labels, procedure, answer) or _shorter_words(context.labels, shorter),
        besides=capitalised(besides),
        stretches=added,
        sources=tuple(source_words(labels, procedure, answer)),
        event=_WHEN.sub(context.labels("calculator.day_of"), event),
        feedback=href(urls.FEEDBACK),
    )


def _event(answer: TimeAnswer) -> str:
    """From what the times of an answer run, where that is not the day of handing in; "" where it is."""
    return next(filter(None, (event_of(duration) for _, duration in answer.durations)), "")


def _joined(words: str, besides: str) -> str:
    return f"{words}, {besides}" if besides else words


def _notice_words(labels: Labels, procedure: Procedure, answer: TimeAnswer) -> str:
    """On which words the time stands, where its field says another, or no word says it."""
    field = time_field_words(labels, procedure, answer)
    if answer.is_read and (text := text_without_time(procedure, answer) or "").isdigit():
        return labels("calculator.read", words=time_headline(labels, answer), text=text)
    return f"{field}." if field else ""


def untold_periods(periods: tuple[NamedPeriod, ...]) -> tuple[NamedPeriod, ...]:
    """The times that nothing tells from a longer one: of two without a name, who waits cannot know which is theirs."""
    bare = [one for one in periods if ": " not in one[1]]
    return tuple(sorted(bare, key=_length)[:-1])


def _length(named: NamedPeriod) -> Decimal:
    amount = Decimal(named[0].amount)
    return length(Duration(amount, amount, named[0].unit))


def _shorter_words(labels: Labels, shorter: tuple[NamedPeriod, ...]) -> str:
    """That there are shorter times, for cases that the record does not name."""
    return labels("calculator.shorter", words=", ".join(words for _, words in shorter)) if shorter else ""


def table_periods(answer: TimeAnswer) -> tuple[Period, ...]:
    """The times of an answer that can be counted from the day of handing in, each once, in their order."""
    if _event(answer):
        return ()
    found = (period_of(duration) for _, duration in answer.durations)
    return tuple(dict.fromkeys(period for period in found if period and period.amount <= _LONGEST))[:_MOST_TABLES]


def period_words(labels: Labels, period: Period) -> str:
    """A time that can be counted in words: "5 ngày làm việc", "trong ngày"."""
    amount = Decimal(period.amount)
    return duration_words(labels, Duration(amount, amount, period.unit if amount else "same_day"))


def late_hour_of(context: Context, answer: TimeAnswer) -> int | None:
    """The hour after which a submission counts as that of the next working day, None where there is no such rule."""
    late = context.config.late_reception
    return answer.late_hour if answer.late_hour is not None else late.hour if late else None


def _late_words(context: Context, answer: TimeAnswer) -> str:
    labels, late = context.labels, context.config.late_reception
    if answer.late_hour is not None:
        return labels("calculator.late_stated", hour=answer.late_hour)
    return labels("calculator.late_rule", hour=late.hour, document=late.document) if late else ""


def named_periods(labels: Labels, procedure: Procedure, answer: TimeAnswer) -> Iterator[tuple[Period, str]]:
    """The distinct times that can be counted, each named by its channels and by the case it is for."""
    found: dict[Period, list[tuple[Channel | None, Duration]]] = {}
    for channel, duration in answer.durations:
        period = period_of(duration)
        if period and period.amount <= _LONGEST:
            found.setdefault(period, []).append((channel, duration))
    names = [_name(labels, procedure, period, named) if len(found) > 1 else "" for period, named in found.items()]
    for name, (period, named) in zip(names, found.items(), strict=True):
        words = duration_words(labels, named[0][1])
        # A name that two times bear tells none of them.
        tells = name and names.count(name) == 1
        yield period, labels("answer.time.channel", channel=name, words=words) if tells else words
    for case, duration in _read_cases(procedure):
        period = period_of(duration)
        if period and period not in found and period.amount <= _LONGEST:
            yield period, labels("answer.time.channel", channel=case, words=duration_words(labels, duration))
    for duration in _hard_places(procedure, answer):
        period = period_of(duration)
        if found and period and period not in found and period.amount <= _LONGEST:
            yield period, labels("answer.time.hard", words=duration_words(labels, duration))


def _read_cases(procedure: Procedure) -> Iterator[tuple[str, Duration]]:
    """The times that an editor's reading gives for cases of their own."""
    time = procedure.reading.processing_time if procedure.reading else None
    for other in time.exceptions if time else ():
        if other.case and not other.channel and other.unit and other.amount:
            yield other.case, Duration(Decimal(other.amount), Decimal(other.amount), other.unit.value)


def _hard_places(procedure: Procedure, answer: TimeAnswer) -> Iterator[Duration]:
    """The one longer time where life is hard, where it is told whole or in the unit of the one ordinary time."""
    longer, ordinary = times_in_hard_places(procedure, answer), [duration for _, duration in answer.durations]
    if len(longer) != 1 or (procedure.reading and procedure.reading.processing_time):
        return
    if not longer[0].extra:
        yield longer[0]
    elif len(ordinary) == 1 and ordinary[0].unit == longer[0].unit:
        amount = ordinary[0].amount_max + longer[0].amount_max
        yield Duration(amount, amount, longer[0].unit)


def _name(labels: Labels, procedure: Procedure, period: Period, named: list[tuple[Channel | None, Duration]]) -> str:
    """For whom a time is: its channels, the words beside it, the notes of the ways of handing in that state it."""
    if own := next(filter(None, (_case_of(one) for channel, one in named if channel is None)), ""):
        return capitalised(shortened(own, _SHORT))
    rows = [row for row in procedure.submission if row.time and period in _stated(row.time)]
    channels = dict.fromkeys(
        [channel for channel, _ in named if channel] or [row.channel for row in rows if row.channel]
    )
    everywhere = {row.channel for row in procedure.submission if row.channel}
    shown = [labels(f"answer.channel.{channel}") for channel in channels] if channels.keys() != everywhere else []
    notes = [_case_of(duration) for _, duration in named] + [plain(row.note) for row in rows]
    note = next((shortened(note.strip(" ."), _SHORT) for note in notes if note.strip(" .")), "")
    name = ", ".join(shown) + (f" – {note}" if shown and note else note)
    return capitalised(name)


def _case_of(duration: Duration) -> str:
    """For which case a time is, in the words beside it; "" where they speak of another time."""
    parts = [part for part in without_event(duration.condition).split(" … ") if not _OTHER_TIME.search(part)]
    words = parts[-1].strip(" ().,;") if parts else ""
    return words.removeprefix("hoặc ")


@lru_cache(maxsize=1024)
def _stated(text: str) -> frozenset[Period]:
    """The times that a way of handing in states."""
    return frozenset(filter(None, map(period_of, read_duration(text).amounts)))
