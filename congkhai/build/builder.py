"""The flow of a build: read, check, make pages, render, check links. It prints nothing."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from congkhai.build.incremental.recorder import EXPORT, Recording
from congkhai.build.loader import FILES, stored_files
from congkhai.build.parts import MANIFEST, digest_of, manifest, pages_of
from congkhai.build.preparation import (
    Checked,
    Preparation,
    Settings,
    check_source,
    make_assets,
    make_context,
    make_work,
    workdays_of,
)
from congkhai.checks.hosts import check_hosts
from congkhai.checks.links import check_links
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.problem import Place, Problem, Problems
from congkhai.foundation.report import has_errors
from congkhai.foundation.timer import STOPPED, Stopwatch
from congkhai.site.assets import AssetError
from congkhai.site.browser_editor import editor_files, editor_headers
from congkhai.site.exports.posting_pdf import posting_pdfs
from congkhai.site.exports.site_files import OWN_FIRST, sitemaps
from congkhai.site.exports.whole_site import EXPORTS
from congkhai.site.indexing import search_files
from congkhai.site.pages.page import Context
from congkhai.site.rendering import File, Made, processes, render_site
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

Progress = Callable[[str, int], None]


@dataclass(slots=True)
class Build:
    """A build: its files (path → bytes) and all problems; no files where problems forbid publishing."""

    files: MutableMapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    pages: int = 0


def build_site(
    settings: Settings,
    files: MutableMapping[str, bytes] | None = None,
    *,
    note: Progress | None = None,
    even_with_errors: bool = False,
    executor: Executor | None = None,
    watch: Stopwatch = STOPPED,
    recording: Recording | None = None,
) -> Build:
    """Build all files of a site into `files` (path → bytes), which may lie on a disk; without it in memory.

    `even_with_errors` renders what can be rendered (for the preview of an editor). `note` hears how far it got.
    `executor` renders in place of the processes of this machine; `watch` times the stages, on one process.
    `recording` takes down what the next build needs. Raises NoPdfError where PDF are asked for and can't be made.
    """
    with watch("all of reading and checking"):
        heard, digests = (recording.heard, recording.digests) if recording else (None, None)
        checked = check_source(settings, watch, digests, heard)
    if has_errors(checked.problems, checked.labels, strict=settings.strict) and not even_with_errors:
        return Build(problems=checked.problems)
    build = Build({} if files is None else files)
    with watch("context"):
        context = make_context(checked, settings)
    builder = _Builder(settings, context, build, note or _silent, recording)
    build.problems = tuple(Problems([*checked.problems, *builder.build_and_look(executor, watch)]))
    if recording:
        recording.finish(checked)
    if has_errors(build.problems, checked.labels, strict=settings.strict) and not even_with_errors:
        build.files.clear()
    return build


class _Builder:
    """Puts the files of one site where they belong and remembers what their check needs."""

    def __init__(
        self, settings: Settings, context: Context, build: Build, note: Progress, recording: Recording | None
    ) -> None:
        self.settings, self.context, self.built, self.note = settings, context, build, note
        self.recording = recording
        self.links: dict[str, PageLinks] = {}
        self.sizes: dict[str, int] = {}
        self.cards: list[Card] = []

    def build_and_look(self, executor: Executor | None, watch: Stopwatch) -> tuple[Problem, ...]:
        """Make all files; what is wrong with them, or why not all of them could be made."""
        try:
            with watch("all of making and writing"):
                self.build(executor, watch)
            with watch("links of the site"):
                return tuple(self.faults())
        except AssetError as error:
            return (Problem("bad-asset", Place(f"static/{error.name}"), (("fault", error.fault),)),)
        except TemplateError as error:
            return (_template_problem(error, self.settings.source),)

    def build(self, executor: Executor | None, watch: Stopwatch) -> None:
        """Make all files."""
        settings, context = self.settings, self.context
        assets = make_assets(settings.source, context.config)
        work = make_work(context, assets, settings, watch)
        if self.recording:
            self.recording.listed(work)
        recipe = Preparation(settings, secrets.token_hex(8))
        here: AbstractContextManager[Executor | None] = (
            nullcontext(executor) if executor else processes(work, recipe, settings.jobs)
        )
        for path, data in self.pages_of_parts():
            self.put(File(path, data))
        with here as chosen:
            for made in render_site(work, recipe, {} if settings.share else EXPORTS, self.note, chosen):
                with watch("write"):
                    self.take(made)
        if settings.share:
            self.put(File(MANIFEST, manifest(self.digest(), settings.share, list(self.sizes))))
            return
        for path, data in assets.files.items():
            if path in self.built.files and path not in OWN_FIRST:
                raise AssetError(path, "taken")
            self.put(File(path, data))
        for path, data in stored_files(settings.source, context.library):
            self.put(File(f"{FILES}/{path}", data))
        with watch("index"):
            keep = self.recording.pieces if self.recording else None
            for path, data in search_files(self.cards, context.library.search_phrases.values(), keep):
                self.put(File(path, data))
        self.put_the_rest()

    def take(self, made: Made) -> None:
        """Put the files of a piece of work, or keep what an export needs of it."""
        if self.recording:
            self.recording.made(made)
        if made.extract:
            self.cards.append(Card(*made.extract))
        for file in made.files:
            self.put(file)

    def pages_of_parts(self) -> Iterator[tuple[str, bytes]]:
        """The pages that others have made."""
        return pages_of(self.settings.parts, self.digest()) if self.settings.parts else iter(())

    def digest(self) -> str:
        """What all parts of one site have in common."""
        settings, base_url = self.settings, self.context.config.base_url
        return digest_of(settings.source, settings.today.isoformat(), base_url, settings.posting)

    def put_the_rest(self) -> None:
        """What is made of files that are there, or only where the settings ask for it."""
        context, files = self.context, self.built.files
        if self.settings.posting:
            for count, (path, data) in enumerate(posting_pdfs(files, self.settings.jobs), start=1):
                self.put(File(path, data))
                self.note("posting", count)
        if base := context.config.base_url:
            for path, data in sitemaps(base, files):
                self.put(File(path, data))
        if self.settings.editor or context.config.editor:
            with context.trace.job() as read:
                found = editor_files(context.config, context.library, context.labels)
                self.take(Made(EXPORT, "editor", read, [File(path, data) for path, data in found]))
            self.put(File("_headers", files["_headers"] + editor_headers(context.config)))

    def put(self, file: File) -> None:
        """Lay a file where it belongs."""
        self.built.files[file.path] = file.data
        self.sizes[file.path] = len(file.data)
        if file.path.endswith(".html"):
            self.links[file.path] = file.links or PageLinks.of(file.data.decode("utf-8"))
            self.built.pages = len(self.links)

    def faults(self) -> Iterator[Problem]:
        """What is wrong with the site as it was built; a part is looked at when it is a site."""
        if self.settings.share:
            return
        for page, looked in check_links(self.links, self.sizes, self.context.root):
            if self.recording:
                self.recording.linked(page, looked)
            yield from looked.faults
        yield from check_hosts(self.sizes)


def _template_problem(fault: TemplateError, source: Path) -> Problem:
    """The problem of a template laid over the built-in ones; a fault of our own is a bug and goes on as such."""
    if not fault.file.is_relative_to(source / "templates"):
        raise fault
    place = Place(fault.file.relative_to(source).as_posix(), fault.line, 1)
    return Problem("bad-template", place, (("detail", fault.detail),))


def _silent(_stage: str, _count: int) -> None:
    """Hear nothing."""
