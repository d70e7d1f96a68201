"""A full build: read the source, check it, render all pages, make the exports, check the links. Prints nothing."""

from __future__ import annotations

import secrets
from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from congkhai.build.incremental.recorder import EXPORT, BuildRecorder
from congkhai.build.loader import FILES, stored_files
from congkhai.build.made_site import Build, MadeSite
from congkhai.build.merging import copies_of, manifest, read_parts
from congkhai.build.output import Staging
from congkhai.build.output.writer import Writer
from congkhai.build.parts import MANIFEST
from congkhai.build.preparation import (
    Checked,
    Preparation,
    Settings,
    check_source,
    make_assets,
    make_context,
    make_work,
)
from congkhai.foundation.problem import Place, Problem, Problems
from congkhai.foundation.report import has_errors
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.knowledge.working_calendar import workdays_of
from congkhai.site.assets import AssetError
from congkhai.site.browser_editor import editor_files, editor_headers
from congkhai.site.exports.posting_pdf import posting_pdfs
from congkhai.site.exports.site_files import HEADERS, OWN_FIRST, sitemaps
from congkhai.site.exports.whole_site import EXPORTS
from congkhai.site.rendering import ExtractTask, File, Progress, TaskResult, Work, no_progress, render_site
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
    builder.told = checked.problems
    # Where addresses may clash, one process writes, so that the last one counts.
    builder.may_spread_writing = not even_with_errors
    build.problems = tuple(Problems([*builder.build_and_check(executor, timer), *builder.told]))
    if recorder:
        recorder.finish(checked)
    if has_errors(build.problems, checked.labels, strict=settings.strict) and not even_with_errors:
        build.files.clear()
    return build


class _Builder(MadeSite):
    """Makes the files of one site."""

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
        files = self.built.files
        write = files.write if isinstance(files, Staging) and self.may_spread_writing else None
        if settings.parts:
            self.add_parts(write)
        else:
            self.render(replace(make_work(context, assets, settings, timer), leads=self.leads), write, executor)
        if settings.share:
            self.write(File(MANIFEST, manifest(self.part(settings.share))))
            return
        self.own_assets = set(assets.files)
        for path, data in assets.files.items():
            if path in self.built.files and path not in OWN_FIRST:
                raise AssetError(path, "taken")
            self.write(File(path, data))
        for path, data in stored_files(settings.source, context.library):
            self.write(File(f"{FILES}/{path}", data))
        with timer("index"):
            self.write_index()
        self.write_last_files()

    def render(self, work: Work, write: Writer | None, executor: Executor | None) -> None:
        """Run all tasks of the build, or of a share of it, and write their files."""
        if self.recorder:
            self.recorder.record_lists(work)
        share, exports = self.settings.share, EXPORTS
        if share:
            exports = {name: EXPORTS[name] for name in share.of_all(tuple(EXPORTS))}
        self.awaited = sum(isinstance(task, ExtractTask) for task in work.tasks)
        recipe, work = Preparation(self.settings, secrets.token_hex(8), write), replace(work, write=write)
        for result in render_site(work, recipe, exports, self.progress, self.settings.jobs, executor):
            with work.timer("add up"):
                self.add_result(result)

    def add_parts(self, write: Writer | None) -> None:
        """Take over what other machines made."""
        parts = read_parts(self.settings.parts, self.digest())
        for _, part in parts:
            self.told += part.problems
            self.cards += part.cards
            self.links.take_saved(part.links)
        for count, file in enumerate(copies_of(parts, write, self.settings.jobs), start=1):
            self.write(file)
            self.progress("pages", count)

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


def _template_problem(error: TemplateError, source: Path) -> Problem:
    """Return the problem of a template of the source; an error in a built-in template is a bug and is raised."""
    if not error.file.is_relative_to(source / "templates"):
        raise error
    place = Place(error.file.relative_to(source).as_posix(), error.line, 1)
    return Problem("bad-template", place, (("detail", error.detail),))
