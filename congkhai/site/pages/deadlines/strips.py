"""Years as strips of weeks: of all plans, of one plan, of one agency."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.knowledge.plans.time_frames import TimeFrame
from congkhai.site.pages.deadlines.all_due import Dated, state_of_due
from congkhai.site.pages.page import Context, Href
from congkhai.site.pictures.weeks import DueMark, WeekStrip, week_strip

# Due days, each with the address of its line.
Lines = Iterator[tuple[Dated, str]]


def strips_of(context: Context, name: str, lines: Lines) -> tuple[WeekStrip, ...]:
    """The years of a plan or agency in which something is due, the latest first.

    Weeks lead into the page of what is due by quarter (see `lines_of`), to the line of their first day.
    """
    marks = [DueMark(item.day, state_of_due(context, item), url) for item, url in lines]
    years = sorted({mark.day.year for mark in marks}, reverse=True)
    return tuple(
        _strip(context, year, marks, context.labels("picture.weeks.of", name=name, year=year)) for year in years
    )


def lines_of(items: Iterable[Dated], list_url: str) -> Lines:
    """What is due in the order of the calendar, each with its line on the page of what is due (see `by_time`)."""
    place = _counting(lambda frame: f"{list_url}#{frame.year}-quy-{frame.quarter}-", TimeFrame.quarter_of)
    return ((item, place(item)) for item in items)


def task_lines(items: Iterable[Dated], list_url: str) -> Lines:
    """Those of the same lines that plans set: a picture of an agency shows its tasks."""
    return ((item, url) for item, url in lines_of(items, list_url) if isinstance(item, DueItem))


def year_strip(context: Context, year: int, items: Iterable[Dated], href: Href) -> WeekStrip:
    """A year of all plans; weeks lead to the pages of their months."""
    place = _counting(lambda frame: f"{href(urls.month_url(frame.year, frame.month))}#h", TimeFrame.month_of)
    marks = [DueMark(item.day, state_of_due(context, item), place(item)) for item in items if item.day.year == year]
    return _strip(context, year, marks, context.labels("picture.weeks", year=year))


def _strip(context: Context, year: int, marks: Iterable[DueMark], caption: str) -> WeekStrip:
    return week_strip(f"tuan-{year}", caption, year, marks, context.labels, context.today)


def _counting(
    line_url: Callable[[TimeFrame], str], frame_of: Callable[[datetime.date], TimeFrame]
) -> Callable[[Dated], str]:
    """The line of each thing due, asked for in the order of the calendar: lines are counted within quarter or month."""
    counts: Counter[TimeFrame] = Counter()

    def place(item: Dated) -> str:
        frame = frame_of(item.day)
        counts[frame] += 1
        return f"{line_url(frame)}{counts[frame] - 1}"

    return place
