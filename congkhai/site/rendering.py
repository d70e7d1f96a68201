"""Pages become files: here, spread over the processes of this machine, or over those of others.

The work is spread through the interface of `concurrent.futures`. A process that was forked knows the work already; any
other prepares it anew from its recipe, once a build.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Protocol

import orjson
from msgspec import Struct

from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.timer import STOPPED, Stopwatch
from congkhai.foundation.trace import Question
from congkhai.site.pages.page import Context, PageTask
from congkhai.site.templating import Renderer

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Export = Callable[[Context], Iterator[tuple[str, bytes]]]
Note = Callable[[str, int], None]

# Pages a process renders before it hands them over; enough to make the handing over cheap.
_BATCH = 40
# Batches that are under way or wait to be written; more would only fill the memory.
_IN_FLIGHT = 8
# With fewer pages than this, starting processes costs more than they save.
MANY = 200


class File(NamedTuple):
    """A file of the site: its path, its bytes, and the links of it where it is a page."""

    path: str
    data: bytes
    links: PageLinks | None = None


class ExtractTask(NamedTuple):
    """What an export needs of one record (a place in it and bytes): its family, its key there, how it is made."""

    family: str
    key: str
    make: Callable[[], tuple[str, bytes]]


class Made(NamedTuple):
    """What came of a piece of work: its family and key, what it read, its files, or what an export needs of it."""

    family: str
    key: str
    read: Set[Question]
    files: list[File]
    extract: tuple[str, bytes] | None = None


class Work(Struct, frozen=True):
    """Pages of a site to be rendered, and what it takes; extracts for exports are made along with them.

    `listed` tells for each family what was read to know its pages.
    """

    context: Context
    renderer: Renderer
    jobs: tuple[PageTask | ExtractTask, ...]
    listed: Mapping[str, Set[Question]]
    watch: Stopwatch = STOPPED


class Recipe(Protocol):
    """How a process prepares the work of a build; small, hashable, and sent to other processes."""

    def __call__(self) -> Work:
        """Prepare the work."""

    def __hash__(self) -> int:
        """The same for the same build."""


def render_site(
    work: Work, recipe: Recipe, exports: Mapping[str, Export], note: Note, executor: Executor | None = None
) -> Iterator[Made]:
    """All pages in their order, then the files of the exports; here, or wherever `executor` runs what it is given."""
    if executor is None:
        for count, job in enumerate(work.jobs, start=1):
            yield _made(job, work)
            note("pages", count)
        for name, export in exports.items():
            with work.watch("export", name):
                made = _exported(name, export, work)
            yield made
        return
    side = [executor.submit(_export, recipe, name, export) for name, export in exports.items()]
    yield from _spread(executor, recipe, len(work.jobs), note)
    for future in side:
        yield future.result()


@contextmanager
def processes(work: Work, recipe: Recipe, jobs: int) -> Iterator[Executor | None]:
    """An executor of `jobs` forked processes that know the work; None where one process does, or none can be forked."""
    if jobs < 2 or len(work.jobs) < MANY or not hasattr(os, "fork"):
        yield None
        return
    import multiprocessing  # with its pool, loaded for builds that are spread
    from concurrent.futures import ProcessPoolExecutor

    _prepared[recipe] = work
    work.context.derived.prepare()
    work.context.holiday(work.context.today)  # reads the tables of holidays, which every child would read else
    gc.freeze()  # what is there now stays: the children shall not touch, and so copy, its pages of memory
    try:
        with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork")) as pool:
            yield pool
    finally:
        gc.unfreeze()
        _prepared.pop(recipe, None)


# The work of the build that this process takes part in; set before it is forked, or when it meets a new recipe.
_prepared: dict[Recipe, Work] = {}


def _work_of(recipe: Recipe) -> Work:
    if recipe not in _prepared:
        _prepared.clear()
        _prepared[recipe] = recipe()
    return _prepared[recipe]


def _render_batch(recipe: Recipe, start: int) -> list[Made]:
    work = _work_of(recipe)
    return [_made(job, work) for job in work.jobs[start : start + _BATCH]]


def _export(recipe: Recipe, name: str, export: Export) -> Made:
    return _exported(name, export, _work_of(recipe))


def _exported(name: str, export: Export, work: Work) -> Made:
    with work.context.trace.job() as read:
        files = [File(*file) for file in export(work.context)]
    return Made("export", name, read, files)


def _made(job: PageTask | ExtractTask, work: Work) -> Made:
    with work.context.trace.job() as read:
        if isinstance(job, PageTask):
            return Made(job.family, job.key, read, list(_files(job, work)))
        with work.watch("view", job.family):
            return Made(job.family, job.key, read, [], job.make())


def _files(job: PageTask, work: Work) -> Iterator[File]:
    with work.watch("view", job.family):
        page = job.make()
    with work.watch("render", page.template):
        html = work.renderer.render(page)
    with work.watch("links"):
        links = PageLinks.of(html)
    yield File(page.file, html.encode("utf-8"), links)
    if page.twin is not None:
        data = orjson.dumps(page.twin, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        yield File(f"{page.url}index.json", data)


def _spread(executor: Executor, recipe: Recipe, total: int, note: Note) -> Iterator[Made]:
    """What comes of all pages in their order, a few batches ahead of the one that is asked for."""
    ahead: deque[Future[list[Made]]] = deque()
    starts = iter(range(0, total, _BATCH))
    done = 0
    while True:
        while len(ahead) < _IN_FLIGHT and (start := next(starts, None)) is not None:
            ahead.append(executor.submit(_render_batch, recipe, start))
        if not ahead:
            return
        yield from map(_interned, ahead.popleft().result())
        done = min(total, done + _BATCH)
        note("pages", done)


def _interned(made: Made) -> Made:
    """The same; its links, most of which stand on many pages, are kept once."""
    return made._replace(files=[_with_interned_links(file) for file in made.files])


def _with_interned_links(file: File) -> File:
    if file.links is None:
        return file
    links, anchors = (tuple(map(sys.intern, words)) for words in file.links)
    return file._replace(links=PageLinks(links, anchors))
