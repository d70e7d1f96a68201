"""The lines of an agenda with the form beside it, which narrows them, and the months under which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.plans.time_frames import TimeFrame
from congkhai.site.pages.deadlines.all_due import Dated, count_words, due_line, tasks_among
from congkhai.site.pages.deadlines.frames import month_name
from congkhai.site.pages.deadlines.report_words import report_levels
from congkhai.site.pages.deadlines.times import DueView
from congkhai.site.pages.filters import Field, field, slots
from congkhai.site.pages.page import Context, Href


class MonthAgenda(Struct, frozen=True):
    """What is due in a month; `fits` are the slots of the form that its lines fit, `over`: its last day has passed."""

    id: str
    title: str
    count: str
    url: str
    items: tuple[DueView, ...]
    fits: str
    over: bool


# Months with the form that narrows them.
Agenda = tuple[tuple[MonthAgenda, ...], tuple[Field, ...]]


def agenda_of(context: Context, items: Iterable[Dated], href: Href) -> Agenda:
    """What is due in the order of the calendar, month by month, and the form that narrows it."""
    found = tuple(items)
    actors = _actors(context, found)
    owing = _owing(context, actors)
    views = tuple(due_line(context, item, href, index, owing) for index, item in enumerate(found))
    fields = _fields(context, found, views, actors)
    return tuple(_by_month(context, zip(found, views, strict=True), fields, href)), fields


def _by_month(
    context: Context, lines: Iterable[tuple[Dated, DueView]], fields: tuple[Field, ...], href: Href
) -> Iterator[MonthAgenda]:
    this = TimeFrame.month_of(context.today)
    for (year, month), some in groupby(lines, lambda line: (line[0].day.year, line[0].day.month)):
        items, views = zip(*some, strict=True)
        mine = tuple(replace(view, fits=_fits(view, fields)) for view in views)
        yield MonthAgenda(
            f"thang-{month}",
            month_name(context, (year, month)),
            count_words(context, items),
            href(urls.month_url(year, month)),
            mine,
            slots(*(view.fits.split() for view in mine)),
            (year, month) < (this.year, this.month),
        )


def _actors(context: Context, items: Iterable[Dated]) -> dict[str, str]:
    """The names of those who lead or coordinate something that is due, by id."""
    actors: dict[str, str] = {}
    for item in tasks_among(items):
        found = context.assignments.actors[item.row.key]
        for key in (*found.lead_agencies, *found.coordinating_agencies):
            if key in context.library.actors:
                actors[key] = context.library.actors[key].name
    return actors


def _owing(context: Context, actors: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Those of some actors that owe reports, by level."""
    owing: dict[str, tuple[str, ...]] = {}
    for key in actors:
        for level in report_levels(context, context.library.actors[key]):
            owing[level] = (*owing.get(level, ()), key)
    return owing


def _fields(
    context: Context, items: Iterable[Dated], views: Iterable[DueView], actors: dict[str, str]
) -> tuple[Field, ...]:
    """The form beside an agenda: its plans, its agencies, its states; none where there are no tasks to choose from."""
    labels = context.labels
    plans = {item.row.plan.id: context.short_name(item.row.plan) for item in tasks_among(items)}
    if not plans:
        return ()
    states = {state: labels(f"design.state.{state}") for state in dict.fromkeys(view.state for view in views)}
    return (
        field("plan", "b", labels("deadlines.filter.plan"), _sorted(plans)),
        field("agency", "a", labels("deadlines.filter.agency"), _sorted(actors)),
        field("state", "c", labels("deadlines.filter.state"), _sorted(states)),
    )


def _sorted(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda pair: sort_key(pair[1])))


def _fits(view: DueView, fields: tuple[Field, ...]) -> str:
    values = {"plan": (view.plan_id,), "agency": view.agencies.split(), "state": (view.state,)}
    return slots(*(one.fits(values[one.name]) for one in fields))
