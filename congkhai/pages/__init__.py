"""Pages of the portal: records become frozen views; the table of all page makers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from congkhai.pages.agencies import make_agency_list
from congkhai.pages.agency import make_agency_pages
from congkhai.pages.announcements import make_announcement_pages
from congkhai.pages.deadlines import make_deadline_pages
from congkhai.pages.disclosure import make_disclosure_page
from congkhai.pages.documents import make_document_pages
from congkhai.pages.feedback import make_feedback_page
from congkhai.pages.home import make_home
from congkhai.pages.indicators import make_indicator_page
from congkhai.pages.month import make_month_pages
from congkhai.pages.page import Context, Page, PageFamily, PageJob, PageTask
from congkhai.pages.plan import make_plan_pages
from congkhai.pages.plans import make_plan_list
from congkhai.pages.posting import make_posting_pages
from congkhai.pages.procedure import make_procedure_pages
from congkhai.pages.procedures import make_procedure_lists
from congkhai.pages.prose import (
    make_abbreviation_page,
    make_not_found,
    make_prose_pages,
    make_search_page,
)
from congkhai.pages.sheets import make_sheets
from congkhai.pages.task import make_task_pages
from congkhai.pages.timeline import make_timeline_pages

PageMaker = Callable[[Context], Iterator[Page | PageJob]]


def one(maker: Callable[[Context], Iterator[Page]]) -> PageMaker:
    """A maker that promises the one page of another, so that listing all pages makes none."""
    return lambda context: iter((partial(next, maker(context)),))


# All pages by the name of what makes them: families page by page, makers all of theirs at once.
PAGE_MAKERS: Mapping[str, PageMaker | PageFamily] = {
    "home": one(make_home),
    "plan-list": one(make_plan_list),
    "plans": make_plan_pages,
    "tasks": make_task_pages,
    "procedure-lists": make_procedure_lists,
    "procedures": make_procedure_pages,
    "sheets": make_sheets,
    "posting": make_posting_pages,
    "announcements": make_announcement_pages,
    "disclosure": make_disclosure_page,
    "feedback": make_feedback_page,
    "indicators": make_indicator_page,
    "deadlines": make_deadline_pages,
    "months": make_month_pages,
    "timelines": make_timeline_pages,
    "agency-list": one(make_agency_list),
    "agencies": make_agency_pages,
    "documents": make_document_pages,
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
    """The promises of the pages of one maker or family."""
    maker = PAGE_MAKERS[name]
    if isinstance(maker, PageFamily):
        for key, basis in maker.keys(context).items():
            yield PageTask(name, key, basis, partial(maker.page, context, key))
    else:
        for number, made in enumerate(maker(context)):
            yield PageTask(name, str(number), "", made if callable(made) else partial(_itself, made))


def page_by(name: str, key: str, basis: str, context: Context) -> PageTask:
    """The promise of one page of a family."""
    maker = PAGE_MAKERS[name]
    if not isinstance(maker, PageFamily):
        raise TypeError(name)
    return PageTask(name, key, basis, partial(maker.page, context, key))


def _itself(page: Page) -> Page:
    return page
