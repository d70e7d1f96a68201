"""What has changed of one plan or one agency, the newest first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby

from congkhai.knowledge import urls
from congkhai.records.agency import Actor
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import full_name
from congkhai.site.pages.changes import ChangesView, MonthOfChanges
from congkhai.site.pages.data_links import DataLink
from congkhai.site.pages.happenings import Happening, happenings_of, happenings_of_actor
from congkhai.site.pages.page import Context, Href, Page, shortened, shown_date
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.plans.with_rows import ACTOR, PLAN

# How far back "recently" goes.
_RECENT = datetime.timedelta(days=60)


def part_change_keys(context: Context) -> Iterator[str]:
    """A key for each plan and each agency of which something happened that its own page does not tell."""
    yield from (f"{PLAN} {plan_id}" for plan_id in context.library.plans if _tells_more(_of_plan(context, plan_id)))
    for one in context.library.actors.values():
        if _tells_more(happenings_of_actor(context, one)):
            yield f"{ACTOR} {one.id}"


def part_changes_page(context: Context, key: str) -> Page:
    """What has changed of a plan or an agency, by its key."""
    kind, _, name = key.partition(" ")
    if kind == PLAN:
        return _plan_page(context, context.library.plans[name])
    return _actor_page(context, context.library.actors[name])


def changes_link(url: str, href: Href, happenings: Iterable[Happening]) -> tuple[DataLink, ...]:
    """The page of changes of a plan or an agency at `url`, where it has one."""
    return (DataLink("html", href(urls.changes_url(url))),) if _tells_more(happenings) else ()


def _tells_more(happenings: Iterable[Happening]) -> bool:
    return any(not one.known for one in happenings)


def _of_plan(context: Context, plan_id: str) -> tuple[Happening, ...]:
    return tuple(happenings_of(context, context.assignments.of_plan(plan_id)))


def _plan_page(context: Context, plan: Plan) -> Page:
    above, chapter = urls.plan_url(plan.id), (context.labels("plans.title"), urls.PLANS)
    return _page(context, above, context.short_name(plan), chapter, _of_plan(context, plan.id))


def _actor_page(context: Context, actor: Actor) -> Page:
    above, chapter = urls.agency_url(actor.id), (context.labels("agencies.title"), urls.AGENCIES)
    return _page(context, above, full_name(context, actor), chapter, happenings_of_actor(context, actor))


def _page(context: Context, above: str, name: str, chapter: tuple[str, str], found: tuple[Happening, ...]) -> Page:
    url, labels = urls.changes_url(above), context.labels
    href = context.href(url)
    ordered = sorted(found, key=lambda one: (one.day, one.name), reverse=True)
    feed = DataLink("atom", href(urls.feed_url(above)))
    months = groupby(ordered, lambda one: one.day[:7])
    view = ChangesView(
        labels("changes.part.intro"),
        tuple(_month(context, month, tuple(mine), href) for month, mine in months),
        feed.url,
        lead=_answer(context, ordered),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (chapter[0], href(chapter[1])), (name, href(above)))
    changes = [{"day": one.day, "name": one.title, "change": one.words, "url": one.url} for one in ordered]
    twin = {"kind": "changes", "url": url, "of": above, "changes": changes}
    title = labels("changes.part.title", name=name)
    short, description = shortened(title, 80), shortened(f"{title}. {view.lead}")
    return Page(
        url, "pages/changes.html", short, view, description, trail, twin, chapter[1], title, subscriptions=(feed,)
    )


def _answer(context: Context, ordered: list[Happening]) -> str:
    """How much has changed recently, and when the last change was."""
    since = context.today - _RECENT
    recent = sum(one.day >= since.isoformat() for one in ordered)
    words = {"day": f"{since:%d/%m/%Y}", "n": recent, "last": shown_date(ordered[0].day) if ordered else ""}
    kind = "some" if recent else "none" if ordered else "never"
    return context.labels(f"changes.part.{kind}", **words)


def _month(context: Context, month: str, found: tuple[Happening, ...], href: Href) -> MonthOfChanges:
    year, _, number = month.partition("-")
    labels = context.labels
    title = labels("changes.month", month=int(number), year=year) if number else labels("deadlines.year", year=year)
    links = tuple(LinkView(one.title, href(one.url), _meta(one)) for one in found)
    return MonthOfChanges(f"t{month}", title, links)


def _meta(one: Happening) -> str:
    """What happened, after its day, where the words do not name it themselves."""
    day = shown_date(one.day)
    return one.words if day in one.words else f"{day}: {one.words}"
