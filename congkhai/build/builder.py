"""A full build: read the source, check it, render all pages, make the exports, check the links. Prints nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, MutableMapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from congkhai.build.incremental.recorder import EXPORT, BuildRecorder
from congkhai.build.loader import FILES, stored_files
from congkhai.build.output import Staging
from congkhai.build.parts import MANIFEST, digest_of, manifest, pages_of
from congkhai.build.preparation import (
    Checked,
    Preparation,
    Settings,
    check_source,
    make_assets,
    make_context,
    make_work,
)
from congkhai.checks.hosts import check_hosts
from congkhai.checks.links import check_links
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.problem import Place, Problem, Problems
from congkhai.foundation.program import library_versions
from congkhai.foundation.report import has_errors
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.knowledge.working_calendar import workdays_of
from congkhai.site.assets import AssetError
from congkhai.site.browser_editor import editor_files, editor_headers
from congkhai.site.exports.posting_pdf import posting_pdfs
from congkhai.site.exports.site_files import HEADERS, OWN_FIRST, sitemaps
from congkhai.site.exports.whole_site import EXPORTS
from congkhai.site.indexing import search_files
from congkhai.site.pages.page import Context
from congkhai.site.rendering import File, Progress, TaskResult, no_progress, processes, render_site
from congkhai.site.search import Card
from congkhai.site.templating import TemplateError

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = [
    "Build",
    "Checked",
    "Progress",
    "Settings",
    "build_site",
    "check_source",
    "make_context",
    "workdays_of",
]


@dataclass(slots=True)
class Build:
    """The result of a build: its files (path → bytes), all problems, the number of pages.

    There are no files where problems forbid publishing.
    """

    files: MutableMapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    pages: int = 0


def build_site(
    settings: Settings,
    files: MutableMapping[str, bytes] | None = None,
    *,
    progress: Progress | None = None,
    even_with_errors: bool = False,
    executor: Executor | None = None,
    timer: Timer = NO_TIMER,
    recorder: BuildRecorder | None = None,
) -> Build:
    """Build all files of a site into `files` (path → bytes), by default a dict; return them with all problems.

    With `even_with_errors`, render what can be rendered (for the preview). `progress` is called with a stage and how
    many of its steps are done. `executor` replaces the processes of this machine; `timer` measures the stages, if all
    of them run in this process. `recorder` records what the next incremental build needs. Raise NoPdfError where
    `settings.posting` asks for PDF and the library for it is missing.
    """
    with timer("all of reading and checking"):
        record_check, digests = (recorder.record_check, recorder.digests) if recorder else (None, None)
        checked = check_source(settings, timer, digests, record_check)
    if has_errors(checked.problems, checked.labels, strict=settings.strict) and not even_with_errors:
        return Build(problems=checked.problems)
    build = Build({} if files is None else files)
    with timer("context"):
        context = make_context(checked, settings)
    builder = _Builder(settings, context, build, progress or no_progress, recorder)
    # Where addresses may clash, one process writes, so that the last one counts.
    builder.has_writing_processes = executor is None and not even_with_errors
    build.problems = tuple(Problems([*checked.problems, *builder.build_and_check(executor, timer)]))
    if recorder:
        recorder.finish(checked)
    if has_errors(build.problems, checked.labels, strict=settings.strict) and not even_with_errors:
        build.files.clear()
    return build


class _Builder:
    """Collects the files of one site, and their links and sizes for the checks at the end."""

    def __init__(
        self,
        settings: Settings,
        context: Context,
        build: Build,
        progress: Progress,
        recorder: BuildRecorder | None,
    ) -> None:
        self.settings, self.context, self.built, self.progress = settings, context, build, progress
        self.recorder, self.has_writing_processes = recorder, False
        self.links: dict[str, PageLinks] = {}
        self.sizes: dict[str, int] = {}
        self.cards: list[Card] = []
        self.own_assets: set[str] = set()

    def build_and_check(self, executor: Executor | None, timer: Timer) -> tuple[Problem, ...]:
        """Make all files; return the problems of the built site, or the one that stopped the build."""
        try:
            with timer("all of making and writing"):
                self.build(executor, timer)
            with timer("links of the site"):
                return tuple(self.problems())
        except AssetError as error:
            return (Problem("bad-asset", Place(f"static/{error.name}"), (("fault", error.fault),)),)
        except TemplateError as error:
            return (_template_problem(error, self.settings.source),)

    def build(self, executor: Executor | None, timer: Timer) -> None:
        """Make all files."""
        settings, context = self.settings, self.context
        assets = make_assets(settings.source, context.config)
        work = make_work(context, assets, settings, timer)
        if isinstance(self.built.files, Staging) and self.has_writing_processes:
            work = replace(work, write=self.built.files.write)
        if self.recorder:
            self.recorder.record_lists(work)
        recipe = Preparation(settings, secrets.token_hex(8))
        here: AbstractContextManager[Executor | None] = (
            nullcontext(executor) if executor else processes(work, recipe, settings.jobs)
        )
        for path, data in self.pages_of_parts():
            self.write(File(path, data))
        with here as chosen:
            for result in render_site(work, recipe, {} if settings.share else EXPORTS, self.progress, chosen):
                with timer("write"):
                    self.add_result(result)
        if settings.share:
            self.write(File(MANIFEST, manifest(self.digest(), settings.share, list(self.sizes))))
            return
        self.own_assets = set(assets.files)
        for path, data in assets.files.items():
            if path in self.built.files and path not in OWN_FIRST:
                raise AssetError(path, "taken")
            self.write(File(path, data))
        for path, data in stored_files(settings.source, context.library):
            self.write(File(f"{FILES}/{path}", data))
        with timer("index"):
            keep = self.recorder.pieces if self.recorder else None
            for path, data in search_files(self.cards, context.library.search_phrases.values(), keep):
                self.write(File(path, data))
        self.write_last_files()

    def add_result(self, result: TaskResult) -> None:
        """Write the files of a task, or collect its search card."""
        if self.recorder:
            self.recorder.record_result(result)
        if result.extract:
            self.cards.append(Card(*result.extract))
        for file in result.files:
            self.write(file)

    def pages_of_parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the pages (path, bytes) from the parts that other machines made."""
        return pages_of(self.settings.parts, self.digest()) if self.settings.parts else iter(())

    def digest(self) -> str:
        """Return the digest that all parts of one site share."""
        settings, base_url = self.settings, self.context.config.base_url
        request = (settings.today.isoformat(), base_url, settings.posting, library_versions())
        return digest_of(settings.source, *request)

    def write_last_files(self) -> None:
        """Write the files that are made from other files, and those that only some settings ask for."""
        context, files = self.context, self.built.files
        if self.settings.posting:
            for count, (path, data) in enumerate(posting_pdfs(files, self.settings.jobs), start=1):
                self.write(File(path, data))
                self.progress("posting", count)
        if base := context.config.base_url:
            for path, data in sitemaps(base, files, context.config.editions):
                self.write(File(path, data))
        if self.settings.editor or context.config.editor:
            with context.tracker.track() as dependencies:
                found = editor_files(context.config, context.library, context.labels)
                self.add_result(TaskResult(EXPORT, "editor", dependencies, [File(path, data) for path, data in found]))
            if HEADERS not in self.own_assets:
                self.write(File(HEADERS, files[HEADERS] + editor_headers(context.config)))

    def write(self, file: File) -> None:
        """Write a file of the site."""
        if file.staged and isinstance(self.built.files, Staging):
            self.built.files.take(file.path, file.staged)
        else:
            self.built.files[file.path] = file.data
        self.sizes[file.path] = file.staged.size if file.staged else len(file.data)
        if file.path.endswith(".html"):
            self.links[file.path] = file.links or PageLinks.of(file.data.decode("utf-8"))
            self.built.pages = len(self.links)

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of the built site; a part alone is not checked."""
        if self.settings.share:
            return
        for page, checked in check_links(self.links, self.sizes, self.context.root):
            if self.recorder:
                self.recorder.record_links(page, checked)
            yield from checked.problems
        yield from check_hosts(self.sizes)


def _template_problem(error: TemplateError, source: Path) -> Problem:
    """Return the problem of a template of the source; an error in a built-in template is a bug and is raised."""
    if not error.file.is_relative_to(source / "templates"):
        raise error
    place = Place(error.file.relative_to(source).as_posix(), error.line, 1)
    return Problem("bad-template", place, (("detail", error.detail),))
