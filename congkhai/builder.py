"""The flow of a build: read, check, make pages, render, check links. It prints nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from congkhai.annotation import Citations
from congkhai.assets import AssetError, Assets, collect_assets
from congkhai.assignments import assign
from congkhai.browser_editor import editor_files, editor_headers
from congkhai.checks import Findings, run_checks
from congkhai.checks.hosts import check_hosts
from congkhai.checks.links import check_links
from congkhai.citing import citations_of_library
from congkhai.deadlines import all_due_items, read_times
from congkhai.exports.posting_pdf import Press
from congkhai.exports.site_files import site_files, sitemap
from congkhai.exports.subscriptions import subscription_files
from congkhai.indexing import join_client, knowledge_of, search_files
from congkhai.labels import Labels, load_labels
from congkhai.library import Library
from congkhai.loader import FILES, load_config, load_library, stored_files
from congkhai.pages.page import Context
from congkhai.problem import Place, Problem, Problems
from congkhai.rendering import Work, render_pages
from congkhai.report import has_errors
from congkhai.site_config import SiteConfig
from congkhai.templating import Renderer, TemplateError
from congkhai.workdays import Calendar, ChangeKind, DayChange

HOME = Path(__file__).resolve().parent.parent
Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build is asked to do: for which day and address, on how many processes.

    `posting` adds PDF of what is posted, `editor` the editor in the browser where site.yaml names no repository for it.
    """

    source: Path
    today: datetime.date
    base_url: str = ""
    strict: bool = False
    jobs: int = 1
    posting: bool = False
    editor: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A source that was read and checked: its records and all that is wrong with them."""

    config: SiteConfig
    library: Library
    labels: Labels
    problems: tuple[Problem, ...]
    resolved: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Build:
    """A build: its files (path → bytes) and all problems; no files where problems forbid publishing."""

    files: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    pages: int = 0


def check_source(settings: Settings) -> Checked:
    """Read a source and run every check on its records."""
    problems = Problems()
    config = load_config(settings.source, problems)
    library = load_library(settings.source, problems)
    labels = load_labels("vi")
    findings: Findings = run_checks(library, config, settings.today)
    problems.extend(findings.problems)
    problems.extend(knowledge_of(library.search_phrases.values())[1])
    return Checked(config, library, labels, tuple(problems), findings.resolved)


def build_site(settings: Settings, *, note: Progress | None = None, even_with_errors: bool = False) -> Build:
    """Build all files of a site in memory.

    `even_with_errors` renders what can be rendered (for the preview of an editor). `note` hears how far it got.
    Raises NoPdfError where PDF of what is posted are asked for and can't be made.
    """
    checked = check_source(settings)
    if has_errors(checked.problems, checked.labels, strict=settings.strict) and not even_with_errors:
        return Build(problems=checked.problems)
    problems = Problems(list(checked.problems))
    context = make_context(checked, settings)
    build = Build()
    try:
        assets = _assets(settings.source, context.config)
        for path, data in _files(context, assets, settings.source, settings.jobs, note or _silent):
            build.files[path] = data
            build.pages += path.endswith(".html")
        if settings.posting:
            for count, (path, data) in enumerate(Press(build.files).pdfs(), start=1):
                build.files[path] = data
                (note or _silent)("posting", count)
        if base := context.config.base_url:
            build.files["sitemap.xml"] = sitemap(base, _page_urls(build.files))
        if settings.editor or context.config.editor:
            build.files.update(editor_files(context.config, context.library, context.labels))
            build.files["_headers"] += editor_headers(context.config)
        problems.extend(check_links(build.files, context.root))
        problems.extend(check_hosts(build.files))
    except AssetError as error:
        problems.add("bad-asset", Place(f"static/{error.name}"), fault=error.fault)
    except TemplateError as error:
        problems.extend([_template_problem(error, settings.source)])
    build.problems = tuple(problems)
    if has_errors(build.problems, checked.labels, strict=settings.strict) and not even_with_errors:
        build.files.clear()
    return build


def make_context(checked: Checked, settings: Settings) -> Context:
    """All that page makers draw on, for one build."""
    config = checked.config
    if settings.base_url:
        config = config.with_base_url(settings.base_url)
    library = checked.library
    assignments = assign(library)
    times = read_times(assignments.rows, library.progress)
    citations = Citations.of(library)
    return Context(
        config,
        library,
        assignments,
        citations,
        checked.labels,
        settings.today,
        times,
        all_due_items(assignments.rows, times),
        workdays_of(config),
        citations_of_library(library, citations),
        settings.posting,
    )


def _template_problem(fault: TemplateError, source: Path) -> Problem:
    """The problem of a template laid over the built-in ones; a fault of our own is a bug and goes on as such."""
    if not fault.file.is_relative_to(source / "templates"):
        raise fault
    place = Place(fault.file.relative_to(source).as_posix(), fault.line, 1)
    return Problem("bad-template", place, (("detail", fault.detail),))


def workdays_of(config: SiteConfig) -> Calendar:
    """The calendar of working days with the orders that site.yaml adds."""
    changes = (
        DayChange(day.date, ChangeKind(day.kind), day.document, day.note)
        for day in config.days
        if day.date and day.kind
    )
    return Calendar().with_changes(changes)


def _page_urls(files: Iterable[str]) -> Iterator[str]:
    """The addresses of all pages but the one for lost addresses."""
    return (path.removesuffix("index.html") for path in files if path.endswith("index.html"))


def _silent(_stage: str, _count: int) -> None:
    """Hear nothing."""


def _assets(source: Path, config: SiteConfig) -> Assets:
    folders = (HOME / "static", source / "static") if source.resolve() != HOME else (HOME / "static",)
    return collect_assets(*folders, extra_css=config.css(), join=join_client)


def _files(context: Context, assets: Assets, source: Path, jobs: int, note: Progress) -> Iterator[tuple[str, bytes]]:
    folders = (HOME / "templates", source / "templates") if source.resolve() != HOME else (HOME / "templates",)
    work = Work(context, Renderer(context, assets, *folders))
    yield from render_pages(work, jobs, note)
    yield from assets.files.items()
    yield from subscription_files(context)
    yield from search_files(context)
    yield from site_files(context)
    yield from ((f"{FILES}/{path}", data) for path, data in stored_files(source, context.library))
