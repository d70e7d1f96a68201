"""All that is due: what plans set and the reports that the law asks for, in one list and with one kind of line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.deadlines import DueItem
from congkhai.knowledge.plans.report_regime import ReportDue
from congkhai.knowledge.plans.states import State
from congkhai.records.agency import Actor
from congkhai.site.pages.deadlines.report_words import (
    report_basis,
    report_levels,
    report_title,
    reports_due,
)
from congkhai.site.pages.deadlines.times import DueView, due_of, due_view, state_of_item
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.states import counted_words

# A day of a task of a plan, or of a report.
Dated = DueItem | ReportDue


def all_due(context: Context) -> tuple[Dated, ...]:
    """What is due by all plans and by the law, in the order of the calendar."""
    return _in_order((*context.due, *reports_due(context)))


def all_due_of(context: Context, rows: Iterable[Row], actor: Actor) -> tuple[Dated, ...]:
    """What an actor must do by when: its days in some rows, and the reports that it owes."""
    return _in_order((*due_of(context, rows, actor.id), *reports_due(context, report_levels(context, actor))))


def all_due_of_kind(context: Context, rows: Iterable[Row], actors: Iterable[str]) -> tuple[Dated, ...]:
    """What actors of one kind must do by when: the days of some rows, and each report once that any of them owes."""
    known = (context.library.actors[one] for one in actors)
    levels = {level for actor in known for level in report_levels(context, actor)}
    return _in_order((*due_of(context, rows), *reports_due(context, levels)))


def tasks_among(items: Iterable[Dated]) -> tuple[DueItem, ...]:
    """Those days that plans set."""
    return tuple(item for item in items if isinstance(item, DueItem))


def reports_among(items: Iterable[Dated]) -> tuple[ReportDue, ...]:
    """Those days that the law sets."""
    return tuple(item for item in items if isinstance(item, ReportDue))


def is_stated(item: Dated) -> bool:
    """Whether a document names the day: of a task that comes round without one it is the end of a cycle."""
    return isinstance(item, ReportDue) or item.stated


def state_of_due(context: Context, item: Dated) -> State:
    """The state of a day; of a report nobody tells here whether it was sent."""
    return State.RECURRING if isinstance(item, ReportDue) else state_of_item(context, item)


def due_line(
    context: Context, item: Dated, href: Href, index: int, owing: Mapping[str, tuple[str, ...]] | None = None
) -> DueView:
    """A due day as a line of an agenda; `owing` are the agencies that owe the reports of each level."""
    if isinstance(item, DueItem):
        return due_view(context, item, href, index)
    basis, basis_url = report_basis(context, href)
    marks = (context.labels("reports.by_law"), counted_words(context, item.counted))
    return DueView(
        id=f"h{index}",
        day=item.day.strftime("%d/%m/%Y"),
        iso=item.day.isoformat(),
        counted=item.counted.day.isoformat(),
        title=report_title(context, item),
        url=href(urls.REPORTS),
        part=", ".join(filter(None, marks)),
        leads=(Segment("text", context.labels(f"reports.level.{item.level}")),),
        plan=basis,
        plan_url=basis_url,
        state=State.RECURRING,
        late="",
        agencies=" ".join((owing or {}).get(item.level, ())),
        plan_id="",
    )


def count_words(context: Context, items: Iterable[Dated]) -> str:
    """How many tasks and how many reports are due: the one or the other, or both."""
    found = tuple(items)
    reports = len(reports_among(found))
    tasks = len(found) - reports
    said = [context.labels("deadlines.n", n=tasks)] if tasks or not reports else []
    said += [context.labels("deadlines.n.reports", n=reports)] if reports else []
    return context.labels("schedule.comma").join(said)


def _in_order(items: Iterable[Dated]) -> tuple[Dated, ...]:
    return tuple(sorted(items, key=lambda item: item.day))
