"""Pages of the portal: records become frozen views; the table of all page makers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from congkhai.pages.page import Context, Page, PageJob
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


PAGE_MAKERS: tuple[PageMaker, ...] = (
    one(make_home),
    one(make_plan_list),
    make_plan_pages,
    make_task_pages,
    make_procedure_lists,
    make_procedure_pages,
    make_sheets,
    make_posting_pages,
    make_announcement_pages,
    make_disclosure_page,
    make_feedback_page,
    make_indicator_page,
    make_deadline_pages,
    make_month_pages,
    make_timeline_pages,
    one(make_agency_list),
    make_agency_pages,
    make_document_pages,
    make_abbreviation_page,
    make_prose_pages,
    one(make_search_page),
    one(make_not_found),
)


def make_pages(context: Context) -> Iterator[Page | PageJob]:
    """All pages of a site, or the promises of them, one maker after another."""
    for maker in PAGE_MAKERS:
        yield from maker(context)
