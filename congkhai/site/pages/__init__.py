"""Pages of the portal: records become frozen views; the table of all page makers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from msgspec.structs import replace

from congkhai.foundation.digest import digest_of
from congkhai.records.site_config import SiteConfig
from congkhai.site.edition import OUTSIDE_FAMILIES
from congkhai.site.pages.page import Context, Files, MakePage, Page, PageFamily, PageSeries, PageTask

PageMaker = Callable[[Context], Iterator[Page | MakePage]]


_SITE = "congkhai.site"


def late(module: str, name: str, room: str = __name__) -> Callable[..., Any]:
    """A function of a module below `room`, which is loaded when the first such page is wanted.

    A build that follows the last makes a few pages of two or three kinds, and would wait longer for the modules of all
    the others than for those pages.
    """

    def call(context: Context, *given: str) -> Any:
        return getattr(import_module(f"{room}.{module}"), name)(context, *given)

    return call


def one(maker: Callable[[Context], Iterator[Page]]) -> PageMaker:
    """A maker that promises the one page of another, so that listing all pages makes none."""
    return lambda context: iter((partial(next, maker(context)),))


_WITH_ROWS = late("plans.with_rows", "with_rows")
# All pages by the name of what makes them: families and series page by page, other makers all of theirs at once. The
# calendars, feeds and tables of plans and agencies are made like pages, one by one.
PAGE_MAKERS: Mapping[str, PageMaker | PageFamily | PageSeries] = {
    "home": one(late("home", "make_home")),
    "changes": one(late("changes", "make_changes_page")),
    "part-changes": PageFamily(late("part_changes", "part_change_keys"), late("part_changes", "part_changes_page")),
    "plan-list": one(late("plans.plans", "make_plan_list")),
    "plans": PageFamily(late("plans.plan", "plan_keys"), late("plans.plan", "plan_page")),
    "tasks": PageFamily(late("plans.task", "task_keys"), late("plans.task", "task_page")),
    "procedure-lists": PageSeries(late("procedures.procedure_lists", "make_procedure_lists")),
    "others": late("procedures.others", "make_others_page"),
    "codes": PageFamily(late("procedures.codes", "code_keys"), late("procedures.codes", "codes_page")),
    "procedures": PageFamily(lambda context: context.library.cards, late("procedures.procedure", "procedure_page")),
    "sheets": PageFamily(late("posting.sheets", "single_sheet_keys"), late("posting.sheets", "single_sheet_page")),
    "due-tables": PageFamily(
        late("procedures.due_tables", "due_table_keys"), late("procedures.due_tables", "due_table_page")
    ),
    "posting": PageFamily(late("posting.posting", "posting_keys"), late("posting.posting", "posting_page")),
    "announcements": late("procedures.announcements", "make_announcement_pages"),
    "process-list": late("procedures.process_list", "make_process_list"),
    "processes": PageFamily(lambda context: context.library.processes, late("procedures.process_page", "process_page")),
    "window-lists": PageFamily(
        late("procedures.window_lists", "window_list_keys"), late("procedures.window_lists", "window_list_page")
    ),
    "self-scoring": late("disclosure.self_scoring", "make_self_scoring_pages"),
    "disclosure": late("disclosure.disclosure", "make_disclosure_page"),
    "feedback": late("feedback", "make_feedback_page"),
    "indicators": late("disclosure.indicators", "make_indicator_page"),
    "reports": late("deadlines.reports", "make_report_page"),
    "deadlines": late("deadlines.agenda", "make_deadline_pages"),
    "quarters": late("deadlines.quarters", "make_quarter_pages"),
    "by-time": PageFamily(_WITH_ROWS, late("deadlines.by_time", "by_time_page")),
    "months": late("deadlines.month", "make_month_pages"),
    "comparisons": late("comparison.kinds", "make_kind_pages"),
    "pairs": PageFamily(late("comparison.pairs", "pair_keys"), late("comparison.pairs", "pair_page")),
    "targets": late("plans.targets", "make_target_pages"),
    "carrying": PageFamily(late("plans.hierarchy", "carrying_keys"), late("plans.hierarchy", "carrying_page")),
    "leaflets": PageFamily(lambda context: context.library.plans, late("plans.leaflet", "leaflet_page")),
    "kinds": late("plans.kinds", "make_kind_pages"),
    "timelines": PageFamily(late("plans.timeline", "timeline_keys"), late("plans.timeline", "timeline_page")),
    "subscriptions": PageFamily(
        late("exports.subscriptions", "subscription_keys", _SITE), late("exports.subscriptions", "files_of", _SITE)
    ),
    "due-feeds": PageFamily(_WITH_ROWS, late("exports.due_feeds", "feed_of", _SITE)),
    "task-tables": PageFamily(_WITH_ROWS, late("exports.open_data.data_files", "tasks_of", _SITE)),
    "agency-list": one(late("agencies.agency_list", "make_agency_list")),
    "territories": late("agencies.territory", "make_territory_pages"),
    "succession": one(late("agencies.succession", "make_succession_page")),
    "agencies": PageFamily(lambda context: context.library.actors, late("agencies.agency", "agency_page")),
    "register": one(late("documents.documents", "make_register")),
    "documents": PageFamily(late("documents.documents", "document_keys"), late("documents.documents", "document_page")),
    "former-pages": late("former_pages", "make_former_pages"),
    "open-data": one(late("open_data", "make_open_data_page")),
    "data-api": one(late("data_api", "make_data_api_page")),
    "public-information": one(late("public_information", "make_public_information_page")),
    "abbreviations": late("prose", "make_abbreviation_page"),
    "prose": late("prose", "make_prose_pages"),
    "search": one(late("prose", "make_search_page")),
    "alphabet": one(late("prose", "make_alphabet_page")),
    "not-found": one(late("prose", "make_not_found")),
}


def families_of(config: SiteConfig) -> Iterator[str]:
    """The names of what makes the pages of a site: of PAGE_MAKERS, and for each edition again ("en/plans")."""
    yield from PAGE_MAKERS
    for language in config.editions:
        yield from (f"{language}/{name}" for name in PAGE_MAKERS if name not in OUTSIDE_FAMILIES)


def maker_of(name: str) -> PageMaker | PageFamily | PageSeries | None:
    """What makes the pages of a name, None where the name is of something else."""
    return PAGE_MAKERS.get(name.rpartition("/")[2])


def make_pages(context: Context) -> Iterator[PageTask]:
    """The promises of all pages of a site."""
    for name in families_of(context.config):
        yield from pages_by(name, context)


def pages_by(name: str, context: Context) -> Iterator[PageTask]:
    """The promises of the pages of one maker, series or family, of the site itself or of an edition."""
    language, _, base = name.rpartition("/")
    if not language:
        yield from _pages_by(name, context)
        return
    for task in _pages_by(base, context.in_language(language)):
        yield PageTask(name, task.key, partial(_of_edition, f"{language}/", task.make))


def _of_edition(folder: str, make: MakePage) -> Page | Files:
    page = make()
    return page if isinstance(page, Files) else replace(page, folder=folder)


def _pages_by(name: str, context: Context) -> Iterator[PageTask]:
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
    return isinstance(maker_of(name), PageFamily | PageSeries)


def page_by(name: str, key: str, context: Context) -> PageTask:
    """The promise of one page of a family."""
    language, _, base = name.rpartition("/")
    maker = PAGE_MAKERS[base]
    if not isinstance(maker, PageFamily):
        raise TypeError(name)
    if not language:
        return PageTask(name, key, partial(maker.page, context, key))
    make = partial(maker.page, context.in_language(language), key)
    return PageTask(name, key, partial(_of_edition, f"{language}/", make))


def _key_of(make: MakePage) -> str:
    """What tells a page of a series from all others: what it is made by, and of."""
    if not isinstance(make, partial):
        raise TypeError(make)
    return digest_of([make.func.__qualname__, *make.args[1:]]).hex()


def _itself(page: Page) -> Page:
    return page
