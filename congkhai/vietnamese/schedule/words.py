"""Says a schedule in plain Vietnamese ("hiểu là …"), in words that the reader itself understands again."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from congkhai.foundation.labels import Labels
from congkhai.foundation.text import fold
from congkhai.vietnamese.schedule.calendar import month_end
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind, Offset, Relation, Rule, Schedule, Span

_ROMAN = ("I", "II", "III", "IV")
_NOUNS = frozenset(
    {"ngay", "ky", "hoi", "tet", "dot", "cuoc", "buoi", "giai", "qua", "thoi", "dip", "phien", "le", "chuong", "suot"}
)
_MONTH_NAMES = ("last", "first", "second", "last")


def to_words(schedule: Schedule, labels: Labels) -> str:
    """The schedule in words; dates as dd/mm/yyyy, the words from the labels catalogue."""
    words = _WORDS[schedule.kind](schedule, labels)
    if schedule.offset and schedule.kind is not Kind.RELATIVE:
        words = labels("schedule.with_event", words=words, event=_event(schedule.offset, None, labels))
    if schedule.parts and schedule.kind is not Kind.MULTIPLE:
        words = labels("schedule.or_on_request", words=words)
    label = schedule.actor or schedule.item
    return labels("schedule.labelled", label=label, words=words) if label else words


def shown(day: date, labels: Labels) -> str:
    """A day as dd/mm/yyyy."""
    return labels("schedule.date", day=day.day, month=day.month, year=day.year)


def period_name(span: Span, labels: Labels) -> str | None:
    """The name of a period that has one ("quý II/2024"), or None."""
    first, last = span.start.month, span.end.month
    year = span.start.year
    if span.start.day != 1 or span.end != month_end(span.end.year, last) or span.end.year != year:
        return None
    if first == last:
        return labels("schedule.period.month", month=first, year=year)
    if (first, last) == (1, 12):
        return labels("schedule.period.year", year=year)
    if last - first == 2 and last % 3 == 0:
        return labels("schedule.period.quarter", quarter=_ROMAN[last // 3 - 1], year=year)
    if first == 1:
        return labels("schedule.period.first_months", count=last, year=year)
    return labels("schedule.period.last_months", count=13 - first, year=year) if last == 12 else None


def _by_date(schedule: Schedule, labels: Labels) -> str:
    if schedule.end is None:
        return labels("schedule.by_date.unknown")
    due = labels(f"schedule.by_date.{schedule.bound or Bound.BY}", end=shown(schedule.end, labels))
    return labels("schedule.by_date.from", start=shown(schedule.start, labels), due=due) if schedule.start else due


def _within(schedule: Schedule, labels: Labels) -> str:
    if schedule.vague:
        return _vague(schedule, labels)
    if schedule.start is None or schedule.end is None:
        return labels("schedule.range.unknown")
    name = period_name(Span(schedule.start, schedule.end), labels)
    return labels("schedule.within", period=name) if name else _range(schedule, labels)


def _vague(schedule: Schedule, labels: Labels) -> str:
    part, unit = schedule.vague.split()
    name = period_name(schedule.frame, labels) if schedule.frame else None
    return labels(f"schedule.vague.{part}", period=name or labels(f"schedule.unit.{unit}"))


def _range(schedule: Schedule, labels: Labels) -> str:
    start, end = schedule.start, schedule.end
    if start is None or end is None:
        return labels("schedule.by_date.by", end=shown(end, labels)) if end else labels("schedule.range.unknown")
    if start.day != 1 or end != month_end(end.year, end.month):
        return labels("schedule.range.days", start=shown(start, labels), end=shown(end, labels))
    years = start.month == 1 and end.month == 12 and start.year != end.year
    first, last = (Span(date(day.year, 1, 1), date(day.year, 12, 31)) if years else _month(day) for day in (start, end))
    return labels("schedule.range.months", first=period_name(first, labels), last=period_name(last, labels))


def _month(day: date) -> Span:
    return Span(day.replace(day=1), month_end(day.year, day.month))


def _continuous(schedule: Schedule, labels: Labels) -> str:
    if schedule.vague:
        return labels("schedule.continuous.from_period", period=_vague(schedule, labels))
    if schedule.start and schedule.end:
        return labels("schedule.continuous.within", period=_within(schedule, labels))
    if schedule.start:
        return labels("schedule.continuous.from", start=shown(schedule.start, labels))
    if schedule.end:
        return labels("schedule.continuous.until", end=shown(schedule.end, labels))
    return labels("schedule.continuous")


def _recurring(schedule: Schedule, labels: Labels) -> str:
    named = [labels(f"schedule.frequency.{frequency}") for frequency in schedule.recurrence]
    words = labels("schedule.comma").join(named) or labels("schedule.frequency")
    rule = schedule.rule
    if rule and rule.weekday:
        words = f"{labels(f'schedule.weekday.{rule.weekday}')} {words}"
        if schedule.bound:
            words = labels(f"schedule.due.{schedule.bound}", day=words)
    details = [words]
    if schedule.vague and (schedule.start or schedule.end) and schedule.recurrence == (Frequency.ANNUAL,):
        return labels("schedule.comma").join([words, _vague(_anchored(schedule), labels)])
    if rule and not rule.weekday:
        details.append(_yearly(schedule, rule, labels) if rule.year_days else _due(schedule, rule, labels))
    if schedule.vague:
        details[0] = _vague_cycle(schedule, words, labels)
    if schedule.frame:
        details.append(_within(Schedule(Kind.WITHIN_PERIOD, *schedule.frame), labels))
    elif schedule.start and not schedule.end:
        details.append(labels("schedule.continuous.from", start=shown(schedule.start, labels)))
    return labels("schedule.comma").join(details)


def _anchored(schedule: Schedule) -> Schedule:
    """A vague yearly time ("cuối quý IV hằng năm") as the part of this year's period that it names."""
    day = schedule.end or schedule.start
    assert day is not None
    width = {"month": 1, "quarter": 3}.get(schedule.vague.split()[1], 12)
    first = day.month - (day.month - 1) % width
    frame = Span(date(day.year, first, 1), month_end(day.year, first + width - 1))
    return replace(schedule, frame=frame)


def _vague_cycle(schedule: Schedule, words: str, labels: Labels) -> str:
    part = schedule.vague.split()[0]
    return labels(f"schedule.vague.{part}", period=words)


def _due(schedule: Schedule, rule: Rule, labels: Labels) -> str:
    days = [str(day) for day in rule.days if day]
    ranged = schedule.bound is Bound.WITHIN and len(days) == 2
    if ranged:
        day = labels("schedule.due.range", first=days[0], last=days[1])
    else:
        day = labels("schedule.due.day", days=", ".join(days)) if days else labels("schedule.due.last_day")
    monthly = Frequency.MONTHLY in schedule.recurrence
    if not schedule.recurrence:
        home = "of_period"
    elif monthly:
        home = "of_next_month" if rule.later else "of_month"
    else:
        home = f"of_{_MONTH_NAMES[rule.month]}_month" + ("_later" if rule.later else "")
    placed = labels(f"schedule.due.{home}", day=day)
    return placed if ranged else labels(f"schedule.due.{schedule.bound or Bound.BY}", day=placed)


def _yearly(schedule: Schedule, rule: Rule, labels: Labels) -> str:
    if schedule.end:
        once = Schedule(
            Kind.BY_DATE if rule.year_days[0].day else Kind.WITHIN_PERIOD,
            schedule.start,
            schedule.end,
            schedule.bound,
        )
        return _by_date(once, labels) if rule.year_days[0].day else _within(once, labels)
    named = []
    for first, last, day in rule.year_days:
        if day:
            named.append(labels("schedule.yearly.day", day=day, month=last))
        elif first == last:
            named.append(labels("schedule.yearly.month", month=first))
        else:
            named.append(labels("schedule.yearly.months", first=first, last=last))
    joined = labels("schedule.and").join(filter(None, [labels("schedule.comma").join(named[:-1]), named[-1]]))
    if not rule.year_days[0].day:
        return labels("schedule.within", period=joined)
    return labels(f"schedule.by_date.{schedule.bound or Bound.BY}", end=joined)


def _relative(schedule: Schedule, labels: Labels) -> str:
    assert schedule.offset is not None
    words = _event(schedule.offset, schedule.bound, labels)
    return labels("schedule.with_event", words=_by_date(schedule, labels), event=words) if schedule.end else words


def _event(offset: Offset, bound: Bound | None, labels: Labels) -> str:
    event = offset.event or ""
    noun = not event or fold(event).split()[0] in _NOUNS
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
    Kind.BY_DATE: _by_date,
    Kind.WITHIN_PERIOD: _within,
    Kind.DATE_RANGE: _range,
    Kind.RECURRING: _recurring,
    Kind.CONTINUOUS: _continuous,
    Kind.RELATIVE: _relative,
    Kind.ON_REQUEST: _on_request,
    Kind.UNSPECIFIED: _unspecified,
    Kind.MULTIPLE: _multiple,
}
