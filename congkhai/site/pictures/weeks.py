"""A year as a strip of weeks: what is due in each, as a stack of marks that leads to the list."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from congkhai.foundation.labels import Labels
from congkhai.site.pictures.looks import LOOKS, LegendEntry, legend

# How high a week is drawn, and one mark at most, in px.
_HEIGHT = 30
_MARK = 8

Span = tuple[datetime.date, datetime.date]


class DueMark(Struct, frozen=True):
    """Something due on a day: its state, and where it stands in a list."""

    day: datetime.date
    state: str
    url: str


class Block(Struct, frozen=True):
    """The marks of one look in a week: where their block begins from above and how high it is, in px."""

    look: str
    y: int
    height: int


class Week(Struct, frozen=True):
    """A week, or the part of one that lies in a month; without anything due it has no address.

    `begins` is its first day in the month, `top` where its marks end, in px from above.
    """

    begins: int
    days: str
    count: int
    top: int
    states: str
    url: str
    blocks: tuple[Block, ...]
    now: bool


class Month(Struct, frozen=True):
    """A month with its weeks."""

    title: str
    short: str
    count: int
    weeks: tuple[Week, ...]


class WeekStrip(Struct, frozen=True):
    """A whole year; `most` is the number of things due in its fullest week."""

    id: str
    caption: str
    months: tuple[Month, ...]
    legend: tuple[LegendEntry, ...]
    most: int


def week_strip(
    strip_id: str, caption: str, year: int, marks: Iterable[DueMark], labels: Labels, today: datetime.date
) -> WeekStrip:
    """The strip of a year; marks of other years are left out."""
    mine = sorted((mark for mark in marks if mark.day.year == year), key=lambda mark: mark.day)
    spans = [(month, span) for month in range(1, 13) for span in _spans(year, month)]
    shares = {span: [mark for mark in mine if span[0] <= mark.day <= span[1]] for _, span in spans}
    most = max((len(share) for share in shares.values()), default=0)
    is_now = datetime.date(year, 1, 1) <= today <= datetime.date(year, 12, 31)
    now = next((span for _, span in spans if span[0] <= today <= span[1]), None) if is_now else None
    months = tuple(
        _month(year, month, [(span, shares[span]) for at, span in spans if at == month], most, labels, now)
        for month in range(1, 13)
    )
    return WeekStrip(strip_id, caption, months, legend((mark.state for mark in mine), labels), most)


def _spans(year: int, month: int) -> Iterator[Span]:
    """The weeks of a month from Monday to Sunday, cut where the month begins and ends."""
    for week in calendar.Calendar().monthdatescalendar(year, month):
        days = [day for day in week if day.month == month]
        yield days[0], days[-1]


def _month(
    year: int,
    month: int,
    weeks: list[tuple[Span, list[DueMark]]],
    most: int,
    labels: Labels,
    now: Span | None,
) -> Month:
    return Month(
        labels("deadlines.month", month=f"{month:02}", year=year),
        labels("picture.month", month=month),
        sum(len(share) for _, share in weeks),
        tuple(_week(span, share, most, labels, span == now) for span, share in weeks),
    )


def _week(span: Span, marks: list[DueMark], most: int, labels: Labels, now: bool) -> Week:
    first, last = span
    days = str(first.day) if first == last else f"{first.day}–{last.day}"
    counts = Counter(mark.state for mark in marks)
    said = labels("schedule.comma").join(f"{n} {labels(f'design.state.{state}')}" for state, n in counts.items())
    url = marks[0].url if marks else ""
    blocks = tuple(_blocks(counts, most))
    top = min((block.y for block in blocks), default=_HEIGHT)
    return Week(first.day, days, len(marks), top, said, url, blocks, now)


def _blocks(counts: Counter[str], most: int) -> Iterator[Block]:
    """The states of a week as blocks on top of each other, the heights true to the fullest week."""
    looks: Counter[str] = Counter()
    for state, count in counts.items():
        looks[LOOKS[state]] += count
    unit = min(_MARK, _HEIGHT / max(1, most))
    below = 0.0
    for look in dict.fromkeys(LOOKS.values()):
        if looks[look]:
            top = below + looks[look] * unit
            yield Block(look, round(_HEIGHT - top), max(3, round(top) - round(below)))
            below = top
