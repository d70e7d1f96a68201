"""Pages of the portal: records become frozen views; the table of all page makers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from congkhai.foundation.digest import digest_of
from congkhai.site.pages import makers
from congkhai.site.pages.page import Context, MakePage, Page, PageFamily, PageSeries, PageTask

PageMaker = Callable[[Context], Iterator[Page | MakePage]]


def one(maker: Callable[[Context], Iterator[Page]]) -> PageMaker:
    """A maker that promises the one page of another, so that listing all pages makes none."""
    return lambda context: iter((partial(next, maker(context)),))


# All pages by the name of what makes them: families and series page by page, other makers all of theirs at once.
PAGE_MAKERS: Mapping[str, PageMaker | PageFamily | PageSeries] = {
    "home": one(makers.home),
    "plan-list": one(makers.plan_list),
    "plans": makers.plans,
    "tasks": makers.tasks,
    "procedure-lists": PageSeries(makers.procedure_lists),
    "procedures": PageFamily(lambda context: context.library.cards, makers.procedure),
    "sheets": PageFamily(lambda context: (card.code for card in context.derived.shown), makers.sheet),
    "posting": PageFamily(makers.posting_keys, makers.posting),
    "announcements": makers.announcements,
    "disclosure": makers.disclosure,
    "feedback": makers.feedback,
    "indicators": makers.indicators,
    "deadlines": makers.deadlines,
    "months": makers.months,
    "timelines": makers.timelines,
    "agency-list": one(makers.agency_list),
    "agencies": PageFamily(lambda context: context.library.actors, makers.agency),
    "register": one(makers.register),
    "documents": PageFamily(makers.document_keys, makers.document),
    "abbreviations": makers.abbreviations,
    "prose": makers.prose,
    "search": one(makers.search),
    "not-found": one(makers.not_found),
}


def make_pages(context: Context) -> Iterator[PageTask]:
    """The promises of all pages of a site."""
    for name in PAGE_MAKERS:
        yield from pages_by(name, context)


def pages_by(name: str, context: Context) -> Iterator[PageTask]:
    """The promises of the pages of one maker, series or family."""
    maker = PAGE_MAKERS[name]
    if isinstance(maker, PageFamily):
        yield from (page_by(name, key, context) for key in maker.keys(context))
    elif isinstance(maker, PageSeries):
        yield from (PageTask(name, _key_of(make), make) for make in maker.make(context))
    else:
        for number, made in enumerate(maker(context)):
            yield PageTask(name, str(number), made if callable(made) else partial(_itself, made))


def is_apart(name: str) -> bool:
    """Whether each page of a maker is a build task of its own, whose key alone tells what it is given."""
    return isinstance(PAGE_MAKERS.get(name), PageFamily | PageSeries)


def page_by(name: str, key: str, context: Context) -> PageTask:
    """The promise of one page of a family."""
    maker = PAGE_MAKERS[name]
    if not isinstance(maker, PageFamily):
        raise TypeError(name)
    return PageTask(name, key, partial(maker.page, context, key))


def _key_of(make: MakePage) -> str:
    """What tells a page of a series from all others: what it is made by, and of."""
    if not isinstance(make, partial):
        raise TypeError(make)
    return digest_of([make.func.__qualname__, *make.args[1:]]).hex()


def _itself(page: Page) -> Page:
    return page
