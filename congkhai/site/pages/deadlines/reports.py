"""The calendar of reports on the control of procedures: who owes which by when, and the days that its figures cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.plans.report_regime import DAYS, ReportDue, level_of_office, reports_of
from congkhai.records.agency import Actor, Agency
from congkhai.site.pages.data_links import calendar_link
from congkhai.site.pages.deadlines.agenda import deadline_trail
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, DataLink, MakePage, Page
from congkhai.site.pages.plans.states import counted_words

Row = tuple[str, ...]


class ReportsView(Struct, frozen=True):
    """The reports of this year and the next, a row for each period and level."""

    intro: str
    basis: str
    coming: tuple[Fact, ...]
    years: tuple[tuple[str, tuple[Row, ...]], ...]
    links: tuple[DataLink, ...]


def make_report_page(context: Context) -> Iterator[MakePage]:
    """The calendar of reports."""
    yield partial(_page, context)


def reports_due(context: Context) -> Iterator[ReportDue]:
    """The reports of this year and the next."""
    for year in (context.today.year, context.today.year + 1):
        yield from reports_of(year, context.workdays)


def _page(context: Context) -> Page:
    href, labels = context.href(urls.REPORTS), context.labels
    found = list(reports_due(context))
    years = tuple(
        (labels("reports.year", year=year), tuple(_row(context, due) for due in found if due.year == year))
        for year in dict.fromkeys(due.year for due in found)
    )
    calendar = calendar_link(context, urls.REPORTS, href)
    view = ReportsView(
        labels("reports.intro"), labels("reports.basis"), tuple(_coming(context, found)), years, (calendar,)
    )
    twin = {"kind": "reports", "url": urls.REPORTS, "reports": [_data(due) for due in found]}
    title = labels("reports.title")
    trail = deadline_trail(context, href)
    return Page(
        urls.REPORTS,
        "pages/reports.html",
        title,
        view,
        description=view.intro,
        trail=trail,
        twin=twin,
        chapter=urls.DEADLINES,
        subscriptions=view.links,
    )


def _coming(context: Context, found: Iterable[ReportDue]) -> Iterator[Fact]:
    """Of each level the report that is due next."""
    for level, _ in DAYS:
        due = next((one for one in found if one.level == level and one.counted.day >= context.today), None)
        if due:
            yield Fact(context.labels(f"reports.level.{level}"), f"{due.day:%d/%m/%Y}", _what(context, due))


def _what(context: Context, due: ReportDue) -> str:
    """Which report a day is for, and where it moves to."""
    window = context.labels("reports.coming", period=period_words(context, due), window=window_words(context, due))
    return "\n".join(filter(None, (window, counted_words(context, due.counted))))


def report_level(context: Context, actor: Actor) -> str:
    """At which level an actor owes reports of its own; "" for who owes none, or has ended."""
    if not isinstance(actor, Agency) or actor.id in context.derived.succession.ended:
        return ""
    return level_of_office(actor)


def reports_owed(context: Context, level: str) -> str:
    """By which day of which months a level owes its reports, in a sentence that holds on every day; "" for no level."""
    return context.labels("reports.next", day=dict(DAYS)[level]) if level else ""


def _row(context: Context, due: ReportDue) -> Row:
    moved = counted_words(context, due.counted)
    day = f"{due.day:%d/%m/%Y}" + (f"\n{moved}" if moved else "")
    return period_words(context, due), context.labels(f"reports.level.{due.level}"), day, window_words(context, due)


def period_words(context: Context, due: ReportDue) -> str:
    """The period of a report: a quarter or the year."""
    return context.labels(f"reports.period.{due.period}", year=due.year)


def event_words(context: Context, due: ReportDue) -> str:
    """A report as a thing that falls due: who owes it, and for which period."""
    level = context.labels(f"reports.level.{due.level}")
    return context.labels("reports.event", level=level, period=period_words(context, due))


def window_words(context: Context, due: ReportDue) -> str:
    """The days that its figures cover."""
    return context.labels("reports.window", since=f"{due.since:%d/%m/%Y}", until=f"{due.until:%d/%m/%Y}")


def _data(due: ReportDue) -> dict[str, object]:
    days = {"since": due.since, "until": due.until, "day": due.day, "counted": due.counted.day}
    told = {name: day.isoformat() for name, day in days.items()}
    return {"year": due.year, "period": due.period, "level": due.level, **told, "expected": due.counted.expected}
