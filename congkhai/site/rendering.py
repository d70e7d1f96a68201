"""Run the build tasks that make pages, exports and search cards, in this process or in those of an executor.

Executors are used through the interface of `concurrent.futures`. A forked process inherits the work; any other process
prepares it from its recipe, once in each build.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Protocol

import orjson
from msgspec import Struct

from congkhai.foundation.dependencies import Dependency
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.site.pages.page import Context, Files, PageTask
from congkhai.site.templating import Renderer

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Export = Callable[[Context], Iterator[tuple[str, bytes]]]
# Called with a stage and how many steps of it are done.
Progress = Callable[[str, int], None]

# Tasks that a process runs before it returns their results; enough to make the transfer cheap.
_BATCH = 40
# Batches that are submitted and not yet consumed; more would only fill the memory.
_IN_FLIGHT = 8
# From the headers of Linux.
_PR_SET_PDEATHSIG = 1
# With fewer tasks than this, starting processes costs more than they save.
MANY = 200


class Staged(NamedTuple):
    """A file that stands on the disk already: size (bytes), time of change (ns), digest; whether it is the old one."""

    size: int
    time: int
    digest: bytes
    is_old: bool


class File(NamedTuple):
    """A file of the site: its path, its bytes, and its links if it is a page; without bytes where it is `staged`."""

    path: str
    data: bytes
    links: PageLinks | None = None
    staged: Staged | None = None


class ExtractTask(NamedTuple):
    """A build task that makes what an export needs of one record: a sort key and bytes."""

    family: str
    key: str
    make: Callable[[], tuple[str, bytes]]


class TaskResult(NamedTuple):
    """The result of a build task: its family and key, its dependencies, its files, or an extract for an export."""

    family: str
    key: str
    dependencies: Set[Dependency]
    files: list[File]
    extract: tuple[str, bytes] | None = None


class Work(Struct, frozen=True):
    """The build tasks of a site that make pages and extracts, and what they need.

    `list_dependencies` are for each family the dependencies of the list of its tasks. Other processes of this machine
    `write` the files that they make, so that the bytes need not travel.
    """

    context: Context
    renderer: Renderer
    tasks: tuple[PageTask | ExtractTask, ...]
    list_dependencies: Mapping[str, Set[Dependency]]
    timer: Timer = NO_TIMER
    write: Callable[[str, bytes], Staged] | None = None


def no_progress(_stage: str, _count: int) -> None:
    """Show no progress."""


class Recipe(Protocol):
    """How another process prepares the work of a build; small, hashable and picklable."""

    def __call__(self) -> Work:
        """Return the work."""

    def __hash__(self) -> int:
        """Return the same value for the same build."""


def render_site(
    work: Work, recipe: Recipe, exports: Mapping[str, Export], progress: Progress, executor: Executor | None = None
) -> Iterator[TaskResult]:
    """Run all tasks in their order, then the exports, and yield the results; without `executor` in this process."""
    if executor is None:
        for count, task in enumerate(work.tasks, start=1):
            yield _run(task, work)
            progress("pages", count)
        for name, export in exports.items():
            with work.timer("export", name):
                result = _run_export(name, export, work)
            yield result
        return
    side = [executor.submit(_export_of, recipe, name, export) for name, export in exports.items()]
    yield from _run_all(executor, recipe, len(work.tasks), progress)
    for future in side:
        yield future.result()


@contextmanager
def processes(work: Work, recipe: Recipe, jobs: int) -> Iterator[Executor | None]:
    """Give an executor of `jobs` forked processes that inherit the work, None where one process is enough."""
    if jobs < 2 or len(work.tasks) < MANY or not hasattr(os, "fork"):
        yield None
        return
    import multiprocessing  # imported with its pool only by builds that use it
    from concurrent.futures import ProcessPoolExecutor

    _prepared[recipe] = work
    work.context.derived.prepare()
    tuple(work.context.library.versions.values())
    work.context.holiday(work.context.today)  # loads the tables of holidays before every child does
    gc.freeze()  # children do not touch, and so do not copy, the memory of existing objects
    try:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _end_with_parent, (os.getpid(),)) as pool:
            yield pool
    finally:
        gc.unfreeze()
        _prepared.pop(recipe, None)


def _end_with_parent(parent: int) -> None:
    """Leave it to the parent when to end: it may be told to (Ctrl+C tells all), or be killed, which Linux passes on."""
    import ctypes

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)


# The work of the current build by its recipe; set before this process is forked, or at the first task of a build.
_prepared: dict[Recipe, Work] = {}


def _work_of(recipe: Recipe) -> Work:
    if recipe not in _prepared:
        _prepared.clear()
        _prepared[recipe] = recipe()
    return _prepared[recipe]


def _run_batch(recipe: Recipe, start: int) -> list[TaskResult]:
    work = _work_of(recipe)
    return [_staged(_run(task, work), work) for task in work.tasks[start : start + _BATCH]]


def _export_of(recipe: Recipe, name: str, export: Export) -> TaskResult:
    work = _work_of(recipe)
    return _staged(_run_export(name, export, work), work)


def _staged(result: TaskResult, work: Work) -> TaskResult:
    """Return the same result with its files written."""
    if work.write is None:
        return result
    files = []
    for path, data, links, _ in result.files:
        if path.endswith(".html"):
            links = links or PageLinks.of(data.decode("utf-8"))
        files.append(File(path, b"", links, work.write(path, data)))
    return result._replace(files=files)


def _run_export(name: str, export: Export, work: Work) -> TaskResult:
    with work.context.tracker.track() as dependencies:
        files = [File(*file) for file in export(work.context)]
    return TaskResult("export", name, dependencies, files)


def _run(task: PageTask | ExtractTask, work: Work) -> TaskResult:
    with work.context.tracker.track() as dependencies:
        if isinstance(task, PageTask):
            return TaskResult(task.family, task.key, dependencies, list(_files(task, work)))
        with work.timer("view", task.family):
            return TaskResult(task.family, task.key, dependencies, [], task.make())


def _files(task: PageTask, work: Work) -> Iterator[File]:
    with work.timer("view", task.family):
        page = task.make()
    if isinstance(page, Files):
        yield from (File(*file) for file in page.files)
        return
    with work.timer("render", page.template):
        html = work.renderer.render(page)
    with work.timer("links"):
        links = PageLinks.of(html)
    yield File(page.file, html.encode("utf-8"), links)
    if page.twin is not None and not page.folder:
        data = orjson.dumps(page.twin, option=orjson.OPT_APPEND_NEWLINE)
        yield File(f"{page.url}index.json", data)


def _run_all(executor: Executor, recipe: Recipe, total: int, progress: Progress) -> Iterator[TaskResult]:
    """Yield the results of all tasks in their order, with a few batches submitted ahead."""
    ahead: deque[Future[list[TaskResult]]] = deque()
    starts = iter(range(0, total, _BATCH))
    done = 0
    while True:
        while len(ahead) < _IN_FLIGHT and (start := next(starts, None)) is not None:
            ahead.append(executor.submit(_run_batch, recipe, start))
        if not ahead:
            return
        yield from map(_interned, ahead.popleft().result())
        done = min(total, done + _BATCH)
        progress("pages", done)


def _interned(result: TaskResult) -> TaskResult:
    """Return the same result with interned links: most of them stand on many pages."""
    return result._replace(files=[_with_interned_links(file) for file in result.files])


def _with_interned_links(file: File) -> File:
    if file.links is None:
        return file
    links, anchors = (tuple(map(sys.intern, words)) for words in file.links)
    return file._replace(links=PageLinks(links, anchors))
