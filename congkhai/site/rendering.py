"""Run the build tasks that make pages, exports and search cards: here, in forked processes, or in those of an executor.

Forked processes inherit the work; those of an executor (`concurrent.futures`, also on other machines) prepare it from
its recipe, once in each build. Whoever runs a task also writes its files, where it can: their bytes do not travel.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import orjson
from msgspec import Struct

from congkhai.foundation.dependencies import Dependency
from congkhai.foundation.leads import Leads, Linked
from congkhai.foundation.page_links import PageLinks
from congkhai.foundation.processes import spread
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.site.pages.page import Context, Files, PageTask
from congkhai.site.templating import Renderer

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

Export = Callable[[Context], "Iterator[tuple[str, bytes] | Trace]"]
# Called with a stage and how many steps of it are done.
Progress = Callable[[str, int], None]

# Batches that are submitted to an executor and not yet consumed; more would only fill the memory.
_IN_FLIGHT = 8
# With fewer tasks than this, starting processes costs more than they save.
MANY = 200


class Staged(NamedTuple):
    """A file that stands on the disk already: size (bytes), time of change (ns), digest; whether it is the old one."""

    size: int
    time: int
    digest: bytes
    is_old: bool


class File(NamedTuple):
    """A file of the site: its path, its bytes, and its links if it is a page; without bytes where it is `staged`.

    In a full build pages have what they have to do with others (`linked`) instead of their links.
    """

    path: str
    data: bytes
    links: PageLinks | None = None
    staged: Staged | None = None
    linked: Linked | None = None


class ExtractTask(NamedTuple):
    """A build task that makes what an export needs of one record: a sort key and bytes."""

    family: str
    key: str
    make: Callable[[], tuple[str, bytes]]


class Trace(NamedTuple):
    """The trace of a build task that an export ran for itself; without `dependencies` they are those it had."""

    family: str
    key: str
    dependencies: Set[Dependency] | None
    result: Any


class TaskResult(NamedTuple):
    """The result of a build task: its family and key, its dependencies, its files, or an extract for an export.

    `traces` are of those tasks that it ran for itself.
    """

    family: str
    key: str
    dependencies: Set[Dependency]
    files: list[File]
    extract: tuple[str, bytes] | None = None
    traces: Sequence[Trace] = ()


class Work(Struct, frozen=True):
    """The build tasks of a site that make pages and extracts, and what they need.

    A process runs a batch of them before it returns their results. `list_dependencies` are for each family the
    dependencies of the list of its tasks. In a full build `leads` finds what pages have to do with others. With
    `write`, who makes a file writes it.
    """

    context: Context
    renderer: Renderer
    batches: tuple[tuple[PageTask | ExtractTask, ...], ...]
    list_dependencies: Mapping[str, Set[Dependency]]
    timer: Timer = NO_TIMER
    leads: Leads | None = None
    write: Callable[[str, bytes], Staged] | None = None

    @property
    def tasks(self) -> Iterator[PageTask | ExtractTask]:
        """All tasks in the order of the batches."""
        return chain.from_iterable(self.batches)

    @property
    def is_much(self) -> bool:
        """Whether starting processes costs less than they save."""
        return sum(map(len, self.batches)) >= MANY


def no_progress(_stage: str, _count: int) -> None:
    """Show no progress."""


class Recipe(Protocol):
    """How another process prepares the work of a build; small, hashable and picklable."""

    def __call__(self) -> Work:
        """Return the work."""

    def __hash__(self) -> int:
        """Return the same value for the same build."""


def render_site(
    work: Work,
    recipe: Recipe,
    exports: Mapping[str, Export],
    progress: Progress,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Iterator[TaskResult]:
    """Run the exports, then all batches in their order, and yield the results; in `jobs` processes or by `executor`."""
    shares: Sequence[_Share] = (*exports, *range(len(work.batches)))
    done = 0
    if not work.is_much:
        jobs = 1
    if executor:
        found = _submitted(executor, recipe, exports, shares)
    else:
        if jobs > 1:
            _prepare(work.context)
        found = spread(partial(_run_share, work, exports), shares, jobs)
    for share, results in zip(shares, found, strict=True):
        yield from results
        if isinstance(share, int):
            done += len(results)
            progress("pages", done)


# What one process does without asking: an export by its name, or a batch by its number.
_Share = str | int


def _prepare(context: Context) -> None:
    """Work out now what every process would work out for itself."""
    context.derived.prepare()
    context.holiday(context.today)  # loads the tables of holidays


def _run_share(work: Work, exports: Mapping[str, Export], share: _Share) -> list[TaskResult]:
    if isinstance(share, str):
        with work.timer("export", share):
            return [_finished(_run_export(share, exports[share], work), work)]
    return [_finished(_run(task, work), work) for task in work.batches[share]]


def _finished(result: TaskResult, work: Work) -> TaskResult:
    """Return a result without what need not travel in a full build: words of links, bytes of written files."""
    if work.leads is None:
        return result
    files = []
    for path, data, links, *_ in result.files:
        linked = staged = None
        if path.endswith(".html"):
            linked = work.leads.linked(path, links or PageLinks.of(data.decode("utf-8")))
        if work.write:
            with work.timer("write"):
                staged = work.write(path, data)
        files.append(File(path, b"" if staged else data, None, staged, linked))
    return result._replace(files=files)


def _run_export(name: str, export: Export, work: Work) -> TaskResult:
    with work.context.tracker.track() as dependencies:
        made = list(export(work.context))
    files = [File(*one) for one in made if not isinstance(one, Trace)]
    return TaskResult("export", name, dependencies, files, traces=[one for one in made if isinstance(one, Trace)])


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


# The work of the current build by its recipe, in a process of an executor.
_prepared: dict[Recipe, Work] = {}


def _work_of(recipe: Recipe) -> Work:
    if recipe not in _prepared:
        _prepared.clear()
        _prepared[recipe] = recipe()
    return _prepared[recipe]


def _run_far(recipe: Recipe, exports: Mapping[str, Export], share: _Share) -> list[TaskResult]:
    return _run_share(_work_of(recipe), exports, share)


def _submitted(
    executor: Executor, recipe: Recipe, exports: Mapping[str, Export], shares: Sequence[_Share]
) -> Iterator[list[TaskResult]]:
    """Yield the results of all shares in their order, with a few submitted ahead."""
    ahead: deque[Future[list[TaskResult]]] = deque()
    for share in shares:
        wanted = {share: exports[share]} if isinstance(share, str) else {}
        ahead.append(executor.submit(_run_far, recipe, wanted, share))
        if len(ahead) == _IN_FLIGHT:
            yield ahead.popleft().result()
    while ahead:
        yield ahead.popleft().result()
