"""Reports on the control of procedures in the words that all pages, calendars and feeds share: who, which, by when."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.plans.members import members_of
from congkhai.knowledge.plans.report_regime import DAYS, ORDERED_BY, ReportDue, level_of_office, reports_around
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.states import day_words


def reports_due(context: Context, levels: Container[str] | None = None) -> Iterator[ReportDue]:
    """The reports of this year and the next, of all levels or of some."""
    known = reports_around(context.today, context.workdays)
    return (due for due in known if levels is None or due.level in levels)


def report_levels(context: Context, actor: Actor) -> tuple[str, ...]:
    """At which levels an agency, or those of a group, owe reports; none for who owes none, or has ended."""
    ended, known = context.derived.succession.ended, context.library.actors
    found = (known[key] for key in (actor.id, *members_of(actor.id, context.library)) if key not in ended)
    owed = {level_of_office(one) for one in found if isinstance(one, Agency | AgencyGroup)}
    return tuple(level for level, _ in DAYS if level in owed and actor.id not in ended)


def next_report(context: Context, found: Iterable[ReportDue]) -> ReportDue | None:
    """The first of some reports whose time is not over."""
    return next((due for due in found if due.counted.day >= context.today), None)


def reports_owed(context: Context, actor: Actor) -> str:
    """By which day of which months an actor, or those of a group, owe reports, and the next one; "" for none."""
    name = "reports.next.group" if isinstance(actor, AgencyGroup) else "reports.next"
    return " ".join(_owed_at(context, level, name) for level in report_levels(context, actor))


def _owed_at(context: Context, level: str, name: str) -> str:
    words = context.labels(name, day=dict(DAYS)[level], level=context.labels(f"reports.level.{level}"))
    due = next_report(context, reports_due(context, (level,)))
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
