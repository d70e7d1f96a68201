"""Says a schedule in plain Vietnamese ("hiểu là …"), in words that the reader itself understands again."""

from __future__ import annotations

from msgspec.structs import replace

from congkhai.foundation.labels import Labels
from congkhai.foundation.text import fold
from congkhai.vietnamese.schedule.model import Bound, Kind, Offset, Relation, Schedule
from congkhai.vietnamese.schedule.words_cycles import recurring
from congkhai.vietnamese.schedule.words_dates import by_date, ranged, shown, vague, within

_NOUNS = frozenset(
    {
        "ngay",
        "ky",
        "hoi",
        "tet",
        "dot",
        "cuoc",
        "buoi",
        "giai",
        "qua",
        "thoi",
        "dip",
        "phien",
        "le",
        "chuong",
        "suot",
        "nam",
    }
)


def to_words(schedule: Schedule, labels: Labels) -> str:
    """The schedule in words; dates as dd/mm/yyyy, the words from the labels catalogue."""
    words = _WORDS[schedule.kind](schedule, labels)
    if schedule.unplaced:
        words = labels("schedule.unplaced", words=to_words(replace(schedule.unplaced, offset=None), labels))
    if schedule.offset and schedule.kind is not Kind.RELATIVE:
        words = labels("schedule.with_event", words=words, event=_event(schedule.offset, None, labels))
    if schedule.parts and schedule.kind is not Kind.MULTIPLE:
        beside = [part.item for part in schedule.parts[1:] if part.item]
        words = (
            labels("schedule.semicolon").join([words, *beside])
            if beside
            else labels("schedule.or_on_request", words=words)
        )
    label = schedule.actor or schedule.item
    return labels("schedule.labelled", label=label, words=words) if label else words


def _continuous(schedule: Schedule, labels: Labels) -> str:
    if schedule.clock:
        return labels("schedule.continuous.hour", clock=schedule.clock)
    if schedule.vague:
        return labels("schedule.continuous.from_period", period=vague(schedule, labels))
    if schedule.start and schedule.end:
        return labels("schedule.continuous.within", period=within(schedule, labels))
    if schedule.start:
        return labels("schedule.continuous.from", start=shown(schedule.start, labels))
    if schedule.end:
        return labels("schedule.continuous.until", end=shown(schedule.end, labels))
    return labels("schedule.continuous")


def _relative(schedule: Schedule, labels: Labels) -> str:
    assert schedule.offset is not None
    words = _event(schedule.offset, schedule.bound, labels)
    return labels("schedule.with_event", words=by_date(schedule, labels), event=words) if schedule.end else words


def _event(offset: Offset, bound: Bound | None, labels: Labels) -> str:
    event = offset.event or ""
    first = fold(event).split()[:1]  # none in an event that is a lone accent
    noun = not first or first[0] in _NOUNS
    if not offset.days or offset.unit is None:
        relation = "at_once" if offset.days == 0 and offset.relation is Relation.AFTER else str(offset.relation)
        if offset.relation is Relation.BEFORE and bound is Bound.BY:
            return labels("schedule.event.until", event=event)
        return labels(f"schedule.event.{relation}{'_noun' if noun else ''}", event=event)
    count = labels(f"schedule.count.{offset.unit}", count=offset.days)
    if bound is Bound.BEFORE and offset.relation is Relation.BEFORE and event:
        count = labels("schedule.count.at_least", count=count)
    elif bound:
        count = labels(f"schedule.count.{bound}", count=count)
    if not event:
        return count
    side = "before" if offset.relation is Relation.BEFORE else "after"
    return labels(f"schedule.count.{side}_{'noun' if noun else 'event'}", count=count, event=event)


def _on_request(_schedule: Schedule, labels: Labels) -> str:
    return labels("schedule.on_request")


def _unspecified(schedule: Schedule, labels: Labels) -> str:
    return (
        labels("schedule.defers", document=schedule.refers_to) if schedule.refers_to else labels("schedule.unspecified")
    )


def _multiple(schedule: Schedule, labels: Labels) -> str:
    return labels("schedule.semicolon").join(to_words(part, labels) for part in schedule.parts)


_WORDS = {
    Kind.BY_DATE: by_date,
    Kind.WITHIN_PERIOD: within,
    Kind.DATE_RANGE: ranged,
    Kind.RECURRING: recurring,
    Kind.CONTINUOUS: _continuous,
    Kind.RELATIVE: _relative,
    Kind.ON_REQUEST: _on_request,
    Kind.UNSPECIFIED: _unspecified,
    Kind.MULTIPLE: _multiple,
}
