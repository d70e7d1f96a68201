"""Pages of the portal: records become frozen views; the table of all page makers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from congkhai.digest import digest_of
from congkhai.pages.agencies import make_agency_list
from congkhai.pages.agency import agency_page
from congkhai.pages.announcements import make_announcement_pages
from congkhai.pages.deadlines import make_deadline_pages
from congkhai.pages.disclosure import make_disclosure_page
from congkhai.pages.documents import document_keys, document_page, make_register
from congkhai.pages.feedback import make_feedback_page
from congkhai.pages.home import make_home
from congkhai.pages.indicators import make_indicator_page
from congkhai.pages.month import make_month_pages
from congkhai.pages.page import Context, Page, PageFamily, PageJob, PageSeries, PageTask
from congkhai.pages.plan import make_plan_pages
from congkhai.pages.plans import make_plan_list
from congkhai.pages.posting import posting_keys, posting_page
from congkhai.pages.procedure import procedure_page
from congkhai.pages.procedures import make_procedure_lists
from congkhai.pages.prose import (
    make_abbreviation_page,
    make_not_found,
    make_prose_pages,
    make_search_page,
)
from congkhai.pages.sheets import sheet_page
from congkhai.pages.task import make_task_pages
from congkhai.pages.timeline import make_timeline_pages

PageMaker = Callable[[Context], Iterator[Page | PageJob]]


def one(maker: Callable[[Context], Iterator[Page]]) -> PageMaker:
    """A maker that promises the one page of another, so that listing all pages makes none."""
    return lambda context: iter((partial(next, maker(context)),))


# All pages by the name of what makes them: families and series page by page, other makers all of theirs at once.
PAGE_MAKERS: Mapping[str, PageMaker | PageFamily | PageSeries] = {
    "home": one(make_home),
    "plan-list": one(make_plan_list),
    "plans": make_plan_pages,
    "tasks": make_task_pages,
    "procedure-lists": PageSeries(make_procedure_lists),
    "procedures": PageFamily(lambda context: context.library.cards, procedure_page),
    "sheets": PageFamily(lambda context: (card.code for card in context.derived.shown), sheet_page),
    "posting": PageFamily(posting_keys, posting_page),
    "announcements": make_announcement_pages,
    "disclosure": make_disclosure_page,
    "feedback": make_feedback_page,
    "indicators": make_indicator_page,
    "deadlines": make_deadline_pages,
    "months": make_month_pages,
    "timelines": make_timeline_pages,
    "agency-list": one(make_agency_list),
    "agencies": PageFamily(lambda context: context.library.actors, agency_page),
    "register": one(make_register),
    "documents": PageFamily(document_keys, document_page),
    "abbreviations": make_abbreviation_page,
    "prose": make_prose_pages,
    "search": one(make_search_page),
    "not-found": one(make_not_found),
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
        yield from (PageTask(name, _key_of(job), job) for job in maker.make(context))
    else:
        for number, made in enumerate(maker(context)):
            yield PageTask(name, str(number), made if callable(made) else partial(_itself, made))


def is_apart(name: str) -> bool:
    """Whether each page of a maker is a job of its own, whose key alone tells what it is given."""
    return isinstance(PAGE_MAKERS.get(name), PageFamily | PageSeries)


def page_by(name: str, key: str, context: Context) -> PageTask:
    """The promise of one page of a family."""
    maker = PAGE_MAKERS[name]
    if not isinstance(maker, PageFamily):
        raise TypeError(name)
    return PageTask(name, key, partial(maker.page, context, key))


def _key_of(job: PageJob) -> str:
    """What tells a page of a series from all others: what it is made by, and of."""
    if not isinstance(job, partial):
        raise TypeError(job)
    return digest_of([job.func.__qualname__, *job.args[1:]]).hex()


def _itself(page: Page) -> Page:
    return page
