"""Years as strips of weeks: of all plans, of one plan, of one agency."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.site.pages.deadlines.times import state_of_item
from congkhai.site.pages.page import Context, Href
from congkhai.site.pictures.weeks import DueMark, WeekStrip, week_strip


def due_of(context: Context, rows: Iterable[Row]) -> tuple[DueItem, ...]:
    """What is due of some rows, in the order of the calendar."""
    keys = {row.key for row in rows}
    return tuple(item for item in context.due if item.row.key in keys)


def strips_of(context: Context, name: str, rows: Iterable[Row], list_url: str) -> tuple[WeekStrip, ...]:
    """The years of a plan or agency in which something is due, the latest first; weeks lead into a list at `list_url`.

    The list shows what `due_of` gives, line by line (`h0`, `h1`…).
    """
    items = due_of(context, rows)
    marks = tuple(
        DueMark(item.day, state_of_item(context, item), f"{list_url}#h{index}") for index, item in enumerate(items)
    )
    years = sorted({mark.day.year for mark in marks}, reverse=True)
    return tuple(
        week_strip(
            f"tuan-{year}",
            context.labels("picture.weeks.of", name=name, year=year),
            year,
            marks,
            context.labels,
            context.today,
        )
        for year in years
    )


def year_strip(context: Context, year: int, items: Iterable[DueItem], href: Href) -> WeekStrip:
    """A year of all plans; weeks lead to the pages of their months."""
    url_of = _places(href)
    marks = [DueMark(item.day, state_of_item(context, item), url_of(item)) for item in items if item.day.year == year]
    caption = context.labels("picture.weeks", year=year)
    return week_strip(f"tuan-{year}", caption, year, marks, context.labels, context.today)


def _places(href: Href) -> Callable[[DueItem], str]:
    """Where things due, asked for in the order of the calendar, stand on the pages of their months."""
    counts: dict[tuple[int, int], int] = {}

    def place(item: DueItem) -> str:
        month = (item.day.year, item.day.month)
        counts[month] = counts.get(month, -1) + 1
        return f"{href(urls.month_url(*month))}#h{counts[month]}"

    return place
