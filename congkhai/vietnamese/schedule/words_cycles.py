"""Says how often in plain Vietnamese: "hằng quý, trước ngày 15 của tháng cuối quý", "trước thứ Năm hằng tuần"."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from congkhai.foundation.labels import Labels
from congkhai.vietnamese.schedule.calendar import month_end
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind, Rule, Schedule, Span
from congkhai.vietnamese.schedule.words_dates import by_date, month_number, quarter_name, shown, vague, within

_MONTH_NAMES = ("last", "first", "second", "last")


def recurring(schedule: Schedule, labels: Labels) -> str:
    """How often, and when within its cycle, a duty comes."""
    named = [labels(f"schedule.frequency.{frequency}") for frequency in schedule.recurrence]
    words = labels("schedule.comma").join(named) or labels("schedule.frequency")
    rule = schedule.rule
    if rule and rule.weekday:
        words = f"{labels(f'schedule.weekday.{rule.weekday}')} {words}"
        if schedule.bound:
            words = labels(f"schedule.due.{schedule.bound}", day=_at_hour(schedule, words, labels))
    details = [words]
    if schedule.vague and (schedule.start or schedule.end) and schedule.recurrence == (Frequency.ANNUAL,):
        return labels("schedule.comma").join([words, vague(_anchored(schedule), labels)])
    if rule and not rule.weekday:
        details.append(_yearly(schedule, rule, labels) if rule.year_days else _due(schedule, rule, labels))
    if schedule.vague:
        details[0] = _vague_cycle(schedule, words, labels)
    if schedule.frame:
        details.append(within(Schedule(Kind.WITHIN_PERIOD, *schedule.frame), labels))
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
    placed = _at_hour(schedule, labels(f"schedule.due.{home}", day=day), labels)
    return placed if ranged else labels(f"schedule.due.{schedule.bound or Bound.BY}", day=placed)


def _yearly(schedule: Schedule, rule: Rule, labels: Labels) -> str:
    if schedule.end and not schedule.frame:
        once = Schedule(
            Kind.BY_DATE if rule.year_days[0].day else Kind.WITHIN_PERIOD,
            schedule.start,
            schedule.end,
            schedule.bound,
            clock=schedule.clock,
        )
        return by_date(once, labels) if rule.year_days[0].day else within(once, labels)
    named = []
    for first, last, day in rule.year_days:
        if day:
            named.append(labels("schedule.yearly.day", day=day, month=last))
        elif first == last:
            named.append(labels("schedule.yearly.month", month=month_number(first)))
        elif last - first == 2 and last % 3 == 0:
            named.append(labels("schedule.unplaced.quarter", quarter=quarter_name(last)))
        else:
            named.append(labels("schedule.yearly.months", first=month_number(first), last=month_number(last)))
    joined = labels("schedule.and").join(filter(None, [labels("schedule.comma").join(named[:-1]), named[-1]]))
    if not rule.year_days[0].day:
        return labels("schedule.within", period=joined)
    bound = schedule.bound or Bound.BY
    if schedule.clock:
        return labels(f"schedule.by_hour.{bound}", clock=schedule.clock, end=joined)
    return labels(f"schedule.by_date.{bound}", end=joined)


def _at_hour(schedule: Schedule, day: str, labels: Labels) -> str:
    return labels("schedule.due.hour", clock=schedule.clock, day=day) if schedule.clock else day
