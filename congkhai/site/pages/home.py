"""The first page: what the portal holds, with the ways in."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.disclosure.clock import Verdict
from congkhai.knowledge.disclosure.on_time import all_clocks
from congkhai.site.pages.disclosure.clock_words import records_of
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView, plan_links
from congkhai.site.pages.prose import Stat
from congkhai.source.markup import plain, to_html


class HomeView(Struct, frozen=True):
    """What the portal holds, and the ways in."""

    tagline: str
    description: str
    stats: tuple[Stat, ...]
    oversight: tuple[LinkView, ...]
    plans: tuple[LinkView, ...]


def make_home(context: Context) -> Iterator[Page]:
    """The first page."""
    href = context.href(urls.HOME)
    view = HomeView(
        tagline=context.config.tagline,
        description=to_html(context.config.description),
        stats=tuple(_holdings(context, href)),
        oversight=tuple(_oversight(context, href)),
        plans=plan_links(context, href),
    )
    description = shortened(plain(context.config.description))
    yield Page(urls.HOME, "pages/home.html", context.config.name, view, description=description)


def _holdings(context: Context, href: Href) -> Iterator[Stat]:
    """How many records of each kind there are, those with none left out, each with the way to them."""
    library = context.library
    counts = (
        (len(library.cards), "procedures", urls.PROCEDURES),
        (len(library.plans), "plans", urls.PLANS),
        (len(context.assignments.rows), "tasks", urls.PLANS),
        (len(context.due), "deadlines", urls.DEADLINES),
        (sum(1 for _ in library.agencies()), "agencies", urls.AGENCIES),
        (len(library.announcements), "decisions", urls.DECISIONS),
        (len(library.documents), "documents", urls.DOCUMENTS),
    )
    return (_stat(context, number, name, href(url)) for number, name, url in counts if number)


def _oversight(context: Context, href: Href) -> Iterator[LinkView]:
    """Whether what must be public is: on the wall, in time, and what people and scores say of it."""
    library, labels = context.library, context.labels
    posted = len(context.derived.shown)
    if posted:
        yield LinkView(labels("posting.title"), href(urls.POSTING), count=labels("home.posting", n=posted))
    verdicts = [result.verdict for result in all_clocks(records_of(context))]
    if verdicts:
        met, known = verdicts.count(Verdict.MET), verdicts.count(Verdict.MET) + verdicts.count(Verdict.LATE)
        count = labels("home.disclosure" if known else "home.disclosure.none", met=met, known=known, n=len(verdicts))
        yield LinkView(labels("disclosure.title"), href(urls.DISCLOSURE), count=count)
    for found, name, url in (
        (library.indicators, "indicators", urls.INDICATORS),
        (library.feedback, "feedback", urls.FEEDBACK),
    ):
        if found:
            yield LinkView(labels(f"{name}.title"), href(url), count=labels(f"home.{name}", n=len(found)))


def _stat(context: Context, number: int, name: str, url: str) -> Stat:
    return Stat(str(number), "", context.labels(f"home.{name}"), url)
