"""What is new and what has changed, month by month, the newest first."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.changes import ChangeSort, RecordChange, has_month
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.records.announcement import Announcement
from congkhai.site.pages.change_lines import change_link
from congkhai.site.pages.data_days import data_days
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, DataLink, Href, Page
from congkhai.site.pages.plans.plan_list import LinkView

# The page shows this many months on which something happened; the feed and the twin hold as many.
MONTHS = 24
# So many plans without a day of signing are named.
_MOST_NAMED = 3


# What decisions do to procedures.
_OF_DECISIONS = (ChangeSort.DECIDED, ChangeSort.NEW, ChangeSort.AMENDED, ChangeSort.REPLACED, ChangeSort.ABOLISHED)


class MonthOfChanges(Struct, frozen=True):
    """What happened in a month; what passes between offices only stands apart."""

    id: str
    title: str
    links: tuple[LinkView, ...]
    internal: tuple[LinkView, ...] = ()


class ChangesView(Struct, frozen=True):
    """All that the page shows; it begins with facts, or where one sentence says it all (`lead`), with that."""

    intro: str
    months: tuple[MonthOfChanges, ...]
    feed_url: str
    lead: str = ""
    answer: tuple[Fact, ...] = ()
    undated: RichText = ()


def make_changes_page(context: Context) -> Iterator[Page]:
    """The page of changes."""
    href, labels = context.href(urls.CHANGES), context.labels
    recent = recent_months(context)
    months = tuple(_month(context, month, found, href) for month, found in recent)
    feed_url = href(urls.feed_url(urls.CHANGES))
    answer = tuple(_answer(context, {month.id for month in months}, href))
    view = ChangesView(labels("changes.intro"), months, feed_url, answer=answer, undated=tuple(_undated(context, href)))
    trail = ((labels("home.title"), href(urls.HOME)),)
    entries = [_as_data(change) for _, found in recent for change in found]
    twin = {"kind": "changes", "url": urls.CHANGES, "changes": entries}
    title = labels("changes.title")
    feeds = (DataLink("atom", view.feed_url),)
    yield Page(
        urls.CHANGES, "pages/changes.html", title, view, view.intro, trail, twin, urls.CHANGES, subscriptions=feeds
    )


def _answer(context: Context, shown: set[str], href: Href) -> Iterator[Fact]:
    """What has changed in the month of the build and the one before; when no decision has, which was the last that did.

    A month leads to its list where the page shows one (`shown` are their anchors).
    """
    today, labels = context.today, context.labels
    this = today.replace(day=1)
    last_day = this - datetime.timedelta(days=1)
    before = last_day.replace(day=1)
    for key, since, until in (("this", this, today), ("last", before, last_day)):
        words = _counted(context, since, until)
        anchor = _anchor(since.year, since.month)
        value = (Segment("link", words, f"#{anchor}"),) if anchor in shown else words
        day, end = f"{since:%d/%m/%Y}", f"{until:%d/%m/%Y}"
        name = labels("changes.month", month=since.month, year=since.year)
        yield Fact(name, value, labels(f"changes.{key}_month.days", day=day, until=end))
    yield from _last_decision(context, before, href)
    days = data_days(context)
    if days:
        yield Fact(labels("data_days.name"), days, labels("data_days.plans"))


def _anchor(year: int, month: int) -> str:
    return f"t{year}-{month:02}"


def _counted(context: Context, since: datetime.date, until: datetime.date) -> str:
    """How much happened from a day to another, sort by sort."""
    counts: Counter[str] = Counter()
    for change in context.derived.changes:
        if since <= change.day <= until:
            many = change.sort is ChangeSort.POSTED_MANY
            counts[ChangeSort.POSTED if many else change.sort] += int(change.name) if many else 1
    told = [context.labels(f"changes.count.{sort}", n=counts[sort]) for sort in ChangeSort if counts[sort]]
    return "; ".join(told) or _none(context)


def _none(context: Context) -> str:
    """That nothing is known to have changed, and of how many decisions nothing can be known, for want of a day."""
    dated, undated = _by_day(context)
    key = "changes.count.none.of" if undated else "changes.count.none"
    return context.labels(key, n=len(dated), undated=len(undated))


def _by_day(context: Context) -> tuple[list[Announcement], list[Announcement]]:
    """The decisions of which a day is known, and those of which none is."""
    dated: list[Announcement] = []
    undated: list[Announcement] = []
    for one in context.library.announcements.values():
        (dated if one.signed or one.effective else undated).append(one)
    return dated, undated


def _last_decision(context: Context, since: datetime.date, href: Href) -> Iterator[Fact]:
    """The last decision that changed a procedure, where none has since a day; that none is recorded at all."""
    labels, today = context.labels, context.today
    known = (one for one in context.derived.changes if one.sort in _OF_DECISIONS and one.day <= today)
    last = next(known, None)
    if last is None:
        yield Fact(labels("changes.no_decision"), labels("changes.no_decision.none"))
    elif last.day < since:
        number = context.library.announcements[last.decision].number
        dated, undated = _by_day(context)
        key = f"changes.no_decision.last{'.of' if undated else ''}"
        words = labels(key, day=f"{last.day:%d/%m/%Y}", number=number, n=len(dated))
        yield Fact(labels("changes.no_decision"), (Segment("link", words, href(urls.decision_url(last.decision))),))


def _undated(context: Context, href: Href) -> Iterator[Segment]:
    """Of how many decisions and of which plans no day is recorded, so that they stand in no month."""
    labels, (dated, undated) = context.labels, _by_day(context)
    if undated:
        yield Segment("text", labels("changes.undated", n=len(undated), total=len(dated) + len(undated)) + " ")
        yield Segment("link", labels("changes.undated.list"), href(urls.DECISIONS))
    plans = [plan for plan in context.library.plans.values() if not has_month(plan)]
    if plans:
        yield Segment("text", f" {labels('changes.undated.plans', n=len(plans))} ")
        for place, plan in enumerate(plans[:_MOST_NAMED]):
            yield from (Segment("text", "; "),) if place else ()
            yield Segment("link", context.short_name(plan), href(urls.plan_url(plan.id)))


def recent_months(context: Context) -> tuple[tuple[tuple[int, int], tuple[RecordChange, ...]], ...]:
    """The last MONTHS months with changes, none of them after the day of the build: (year, month), changes."""
    past = (change for change in context.derived.changes if change.day <= context.today)
    months = groupby(past, lambda change: (change.day.year, change.day.month))
    return tuple((month, tuple(found)) for month, found in months)[:MONTHS]


def _month(context: Context, month: tuple[int, int], found: tuple[RecordChange, ...], href: Href) -> MonthOfChanges:
    year, number = month
    title = context.labels("changes.month", month=number, year=year)
    public, internal = (
        tuple(change_link(context, change, href) for change in found if change.internal is apart)
        for apart in (False, True)
    )
    return MonthOfChanges(_anchor(year, number), title, public, internal)


def _as_data(change: RecordChange) -> dict[str, str]:
    data = {"day": change.when, "change": change.sort.value, "name": change.name, "url": change.url}
    known = {"decision": change.decision, "code": change.code}
    return {**data, **{key: value for key, value in known.items() if value}}
