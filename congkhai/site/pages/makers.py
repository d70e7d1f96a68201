"""What makes pages: each function loads its own module when the first such page is wanted.

A build that follows the last makes a few pages of two or three kinds, and would wait longer for the modules of all the
others than for those pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.site.pages.page import Context, MakePage, Page


def home(context: Context) -> Iterator[Page]:
    """The first page."""
    from congkhai.site.pages.home import make_home

    return make_home(context)


def plan_list(context: Context) -> Iterator[Page]:
    """The list of plans."""
    from congkhai.site.pages.plans.plan_list import make_plan_list

    return make_plan_list(context)


def plans(context: Context) -> Iterator[MakePage]:
    """The pages of plans."""
    from congkhai.site.pages.plans.plan import make_plan_pages

    return make_plan_pages(context)


def tasks(context: Context) -> Iterator[MakePage]:
    """The pages of tasks."""
    from congkhai.site.pages.plans.task import make_task_pages

    return make_task_pages(context)


def procedure_lists(context: Context) -> Iterator[MakePage]:
    """The lists of procedures."""
    from congkhai.site.pages.procedures.procedure_lists import make_procedure_lists

    return make_procedure_lists(context)


def procedure(context: Context, code: str) -> Page:
    """The page of a procedure."""
    from congkhai.site.pages.procedures.procedure import procedure_page

    return procedure_page(context, code)


def sheet(context: Context, code: str) -> Page:
    """The sheet of a procedure, for posting."""
    from congkhai.site.pages.posting.sheets import sheet_page

    return sheet_page(context, code)


def posting_keys(context: Context) -> Iterator[str]:
    """What pages for posting there are."""
    from congkhai.site.pages.posting.posting import posting_keys

    return posting_keys(context)


def posting(context: Context, key: str) -> Page:
    """A page for posting."""
    from congkhai.site.pages.posting.posting import posting_page

    return posting_page(context, key)


def announcements(context: Context) -> Iterator[MakePage]:
    """The pages of announcing decisions."""
    from congkhai.site.pages.procedures.announcements import make_announcement_pages

    return make_announcement_pages(context)


def disclosure(context: Context) -> Iterator[MakePage]:
    """The page of disclosure."""
    from congkhai.site.pages.disclosure.disclosure import make_disclosure_page

    return make_disclosure_page(context)


def feedback(context: Context) -> Iterator[MakePage]:
    """The page of feedback."""
    from congkhai.site.pages.feedback import make_feedback_page

    return make_feedback_page(context)


def indicators(context: Context) -> Iterator[MakePage]:
    """The page of indicators."""
    from congkhai.site.pages.disclosure.indicators import make_indicator_page

    return make_indicator_page(context)


def deadlines(context: Context) -> Iterator[MakePage]:
    """The pages of deadlines."""
    from congkhai.site.pages.deadlines.agenda import make_deadline_pages

    return make_deadline_pages(context)


def months(context: Context) -> Iterator[MakePage]:
    """The pages of months."""
    from congkhai.site.pages.deadlines.month import make_month_pages

    return make_month_pages(context)


def timelines(context: Context) -> Iterator[MakePage]:
    """The timelines of plans."""
    from congkhai.site.pages.plans.timeline import make_timeline_pages

    return make_timeline_pages(context)


def agency_list(context: Context) -> Iterator[Page]:
    """The list of agencies."""
    from congkhai.site.pages.agencies.agency_list import make_agency_list

    return make_agency_list(context)


def agency(context: Context, actor_id: str) -> Page:
    """The page of an agency."""
    from congkhai.site.pages.agencies.agency import agency_page

    return agency_page(context, actor_id)


def register(context: Context) -> Iterator[Page]:
    """The register of documents."""
    from congkhai.site.pages.documents.documents import make_register

    return make_register(context)


def document_keys(context: Context) -> Iterator[str]:
    """What pages of documents there are."""
    from congkhai.site.pages.documents.documents import document_keys

    return document_keys(context)


def document(context: Context, key: str) -> Page:
    """A page of a document."""
    from congkhai.site.pages.documents.documents import document_page

    return document_page(context, key)


def abbreviations(context: Context) -> Iterator[Page]:
    """The page of abbreviations."""
    from congkhai.site.pages.prose import make_abbreviation_page

    return make_abbreviation_page(context)


def prose(context: Context) -> Iterator[Page]:
    """The pages of prose."""
    from congkhai.site.pages.prose import make_prose_pages

    return make_prose_pages(context)


def search(context: Context) -> Iterator[Page]:
    """The page of search."""
    from congkhai.site.pages.prose import make_search_page

    return make_search_page(context)


def not_found(context: Context) -> Iterator[Page]:
    """The page for lost addresses."""
    from congkhai.site.pages.prose import make_not_found

    return make_not_found(context)
