"""The calendars and feeds of the portal, of each plan and of each agency."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from congkhai.foundation.text import slug
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part, Row
from congkhai.knowledge.plans.deadlines import DueItem, State, state_on
from congkhai.site.exports.calendars import CalendarEntry, rule_of, to_ical
from congkhai.site.exports.feeds import FeedEntry, to_atom
from congkhai.site.pages.deadlines.times import title_of
from congkhai.site.pages.page import Context, shortened

# Ids must never change, wherever the site stands: a name of our own in place of a host.
_ID = "cong-khai"


def subscription_files(context: Context) -> Iterator[tuple[str, bytes]]:
    """All calendars and feeds: path → bytes."""
    rows = context.assignments.rows
    yield from _pair(context, urls.DEADLINES, context.labels("deadlines.title"), rows)
    for plan in context.library.plans.values():
        yield from _pair(context, urls.plan_url(plan.id), plan.title, context.assignments.of_plan(plan.id))
    for actor in context.library.actors.values():
        mine = context.assignments.rows_of(actor.id, Part.LEAD, Part.COORDINATION)
        if mine:
            yield from _pair(context, urls.agency_url(actor.id), actor.name, mine)


def _pair(context: Context, url: str, name: str, rows: tuple[Row, ...]) -> Iterator[tuple[str, bytes]]:
    keys = {row.key for row in rows}
    items = [item for item in context.due if item.row.key in keys]
    yield urls.calendar_url(url), to_ical(f"{name} – {context.config.name}", _calendar_entries(context, items))
    base = context.config.base_url
    feed = to_atom(f"tag:{_ID},2026:{url}", name, context.config.name, base + url, _feed_entries(context, rows))
    yield urls.feed_url(url), feed


def _calendar_entries(context: Context, items: Iterable[DueItem]) -> Iterator[CalendarEntry]:
    """An event for each due day; a duty that comes round by a rule is one event with that rule."""
    series: dict[tuple[tuple[str, str], str], list[DueItem]] = {}
    for item in items:
        series.setdefault((item.row.key, item.part), []).append(item)
    for found in series.values():
        rule = rule_of([item.day for item in found]) if found[0].recurring else ""
        for item in found[:1] if rule else found:
            yield _entry(context, item, rule)


def _entry(context: Context, item: DueItem, rule: str) -> CalendarEntry:
    row, time = item.row, context.times[item.row.key]
    leads = context.assignments.actors[row.key].lead_agencies
    names = "; ".join(context.library.actors[key].name for key in leads if key in context.library.actors)
    return CalendarEntry(
        uid=f"{_name(item, rule)}@{_ID}",
        day=item.day,
        summary=shortened(title_of(row), 120),
        description="\n".join(part for part in (item.part, names, row.task.time or "", row.plan.title) if part),
        url=context.config.base_url + urls.task_url(*row.key) if context.config.base_url else "",
        stamp=_stamp(row, time.entries[-1].on if time.entries else None),
        done=state_on(time, context.today) in (State.DONE, State.DONE_LATE),
        rrule=rule,
    )


def _name(item: DueItem, rule: str) -> str:
    """What makes an event the same one in every build: plan, row, whose part, and of a series the day."""
    row = item.row
    parts = [row.plan.id, urls.row_anchor(row.task.id), slug(item.part)]
    if item.recurring and not rule:
        parts.append(item.day.isoformat())
    return ".".join(part for part in parts if part)


def _stamp(row: Row, last: datetime.date | None) -> datetime.date:
    if last:
        return last
    year, month, day = (*row.plan.signed.split("-"), "01", "01")[:3] if row.plan.signed else (row.plan.year, 1, 1)
    return datetime.date(int(year), int(month), int(day))


def _feed_entries(context: Context, rows: tuple[Row, ...]) -> Iterator[FeedEntry]:
    base = context.config.base_url
    plans = {row.plan.id: row.plan for row in rows}
    for plan in plans.values():
        if plan.signed:
            url = urls.plan_url(plan.id)
            yield FeedEntry(
                f"tag:{_ID},2026:{url}", plan.title, base + url, plan.signed, context.labels("feed.plan_signed")
            )
    for row in rows:
        for number, entry in enumerate(context.times[row.key].entries):
            if entry.on and entry.status:
                url = urls.task_url(*row.key)
                status = context.labels(f"status.{entry.status}")
                title = f"{status}: {shortened(title_of(row), 100)}"
                yield FeedEntry(
                    f"tag:{_ID},2026:{url}:{number}", title, base + url, entry.on.isoformat(), entry.note or status
                )
