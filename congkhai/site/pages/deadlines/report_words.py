"""Reports on the control of procedures in the words that all pages, calendars and feeds share: who, which, by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.plans.report_regime import DAYS, ORDERED_BY, ReportDue, level_of_office, reports_around
from congkhai.records.agency import Actor, Agency
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.states import day_words


def reports_due(context: Context, level: str | None = None) -> Iterator[ReportDue]:
    """The reports of this year and the next, of all levels or of one ("" owes none)."""
    known = reports_around(context.today, context.workdays)
    return (due for due in known if level is None or due.level == level)


def report_level(context: Context, actor: Actor) -> str:
    """At which level an actor owes reports of its own; "" for who owes none, or has ended."""
    if not isinstance(actor, Agency) or actor.id in context.derived.succession.ended:
        return ""
    return level_of_office(actor)


def next_report(context: Context, found: Iterable[ReportDue]) -> ReportDue | None:
    """The first of some reports whose time is not over."""
    return next((due for due in found if due.counted.day >= context.today), None)


def reports_owed(context: Context, level: str) -> str:
    """By which day of which months a level owes its reports, and by which it owes the next one; "" for no level."""
    if not level:
        return ""
    words = context.labels("reports.next", day=dict(DAYS)[level])
    due = next_report(context, reports_due(context, level))
    return f"{words} {context.labels('reports.next.one', day=report_day(context, due))}" if due else words


def report_day(context: Context, due: ReportDue) -> str:
    """The day of the law, and beside it the working day that ends it where it is a day off."""
    return day_words(context, due.day, due.counted)


def report_title(context: Context, due: ReportDue) -> str:
    """Which report it is, whoever owes it."""
    return context.labels(f"home.due.report.{due.period}", year=due.year)


def report_basis(context: Context, href: Href) -> tuple[str, str]:
    """The document that orders the reports, and its page or that of the reports (words, href)."""
    known = context.document_of(ORDERED_BY, "", "")
    url = urls.document_url(known) if known else urls.REPORTS
    return context.labels("reports.ordered_by", number=ORDERED_BY), href(url)


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
