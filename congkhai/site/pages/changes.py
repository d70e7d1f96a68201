"""What is new and what has changed, month by month, the newest first."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.changes import ChangeSort, RecordChange
from congkhai.knowledge.documents.annotation import Segment
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, DataLink, Href, Page
from congkhai.site.pages.plans.plan_list import LinkView

# The page shows this many months on which something happened; the feed and the twin hold as many.
MONTHS = 24


# What decisions do to procedures.
_OF_DECISIONS = (ChangeSort.NEW, ChangeSort.AMENDED, ChangeSort.REPLACED, ChangeSort.ABOLISHED)


class MonthOfChanges(Struct, frozen=True):
    """What happened in a month."""

    id: str
    title: str
    links: tuple[LinkView, ...]


class ChangesView(Struct, frozen=True):
    """All that the page shows; it begins with facts, or where one sentence says it all (`lead`), with that."""

    intro: str
    months: tuple[MonthOfChanges, ...]
    feed_url: str
    lead: str = ""
    answer: tuple[Fact, ...] = ()
    undated: str = ""


def make_changes_page(context: Context) -> Iterator[Page]:
    """The page of changes."""
    href, labels = context.href(urls.CHANGES), context.labels
    recent = recent_months(context)
    months = tuple(_month(context, month, found, href) for month, found in recent)
    feed_url = href(urls.feed_url(urls.CHANGES))
    answer = tuple(_answer(context, {month.id for month in months}, href))
    view = ChangesView(labels("changes.intro"), months, feed_url, answer=answer, undated=_undated(context))
    trail = ((labels("home.title"), href(urls.HOME)),)
    entries = [_as_data(change) for _, found in recent for change in found]
    twin = {"kind": "changes", "url": urls.CHANGES, "changes": entries}
    title = labels("changes.title")
    feeds = (DataLink("atom", view.feed_url),)
    yield Page(
        urls.CHANGES, "pages/changes.html", title, view, view.intro, trail, twin, urls.CHANGES, subscriptions=feeds
    )


def _answer(context: Context, shown: set[str], href: Href) -> Iterator[Fact]:
    """What has changed in this month, and in the one before; when no decision has, which was the last one that did.

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
        yield Fact(labels(f"changes.{key}_month"), value, labels(f"changes.{key}_month.days", day=day, until=end))
    yield from _last_decision(context, before, href)


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
    return "; ".join(told) or context.labels("changes.count.none")


def _last_decision(context: Context, since: datetime.date, href: Href) -> Iterator[Fact]:
    """The last decision that changed a procedure, where none has since a day; that none is recorded at all."""
    labels, today = context.labels, context.today
    known = (one for one in context.derived.changes if one.sort in _OF_DECISIONS and one.day <= today)
    last = next(known, None)
    if last is None:
        yield Fact(labels("changes.no_decision"), labels("changes.no_decision.none"))
    elif last.day < since:
        number = context.library.announcements[last.decision].number
        words = labels("changes.no_decision.last", day=f"{last.day:%d/%m/%Y}", number=number)
        yield Fact(labels("changes.no_decision"), (Segment("link", words, href(urls.decision_url(last.decision))),))


def _undated(context: Context) -> str:
    """How many decisions are recorded without any day, so that what they change stands in no month; "" for none."""
    decisions = context.library.announcements.values()
    total, unknown = len(decisions), sum(not (one.signed or one.effective) for one in decisions)
    return context.labels("changes.undated", n=unknown, total=total) if unknown else ""


def recent_months(context: Context) -> tuple[tuple[tuple[int, int], tuple[RecordChange, ...]], ...]:
    """The last MONTHS months with changes, none of them after the day of the build: (year, month), changes."""
    past = (change for change in context.derived.changes if change.day <= context.today)
    months = groupby(past, lambda change: (change.day.year, change.day.month))
    return tuple((month, tuple(found)) for month, found in months)[:MONTHS]


def change_link(context: Context, change: RecordChange, href: Href) -> LinkView:
    """A change as a link: the record, what happened to it, on which day, and by which decision."""
    words = change_words(context, change)
    title = name_of(context, change)
    decision = context.library.announcements.get(change.decision)
    if decision is None:
        return LinkView(title, href(change.url), words)
    link = Segment("link", decision.number, href(urls.decision_url(decision.id)))
    return LinkView(title, href(change.url), (Segment("text", f"{words} · "), link))


def change_words(context: Context, change: RecordChange) -> str:
    """What happened and on which day; where only the signing of the decision is known, that says so."""
    key = f"changes.sort.{change.sort}{'.signed' if change.only_signed else ''}"
    return context.labels(key, day=f"{change.day:%d/%m/%Y}")


def name_of(context: Context, change: RecordChange) -> str:
    """What a change is about: the name of its record, or how many there are."""
    return context.labels("changes.many", n=change.name) if change.sort is ChangeSort.POSTED_MANY else change.name


def _month(context: Context, month: tuple[int, int], found: tuple[RecordChange, ...], href: Href) -> MonthOfChanges:
    year, number = month
    links = tuple(change_link(context, change, href) for change in found)
    title = context.labels("changes.month", month=number, year=year)
    return MonthOfChanges(_anchor(year, number), title, links)


def _as_data(change: RecordChange) -> dict[str, str]:
    data = {"day": change.day.isoformat(), "change": change.sort.value, "name": change.name, "url": change.url}
    return {**data, **({"decision": change.decision} if change.decision else {})}
