"""From a source folder to the build tasks of its site: read the records, check them, list the pages."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from congkhai.build.loader import PROCEDURES, is_central, load_config, load_library, text_of_file
from congkhai.build.output.writer import Writer
from congkhai.build.parts import Share
from congkhai.checks import CheckTask, check_tasks, resolved_cells, subject_of
from congkhai.checks.second_hand import without_second_hand
from congkhai.checks.subject import Subject
from congkhai.foundation.dependencies import Dependency, DependencyTracker
from congkhai.foundation.labels import Labels, load_labels
from congkhai.foundation.leads import Leads
from congkhai.foundation.problem import Problem, Problems
from congkhai.foundation.processes import spread
from congkhai.foundation.program import KEPT, STATIC, TEMPLATES, layers
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.knowledge.working_calendar import workdays_of
from congkhai.records.site_config import SiteConfig
from congkhai.site.assets import Assets, collect_assets
from congkhai.site.indexing import CARD_TASKS, cards_by, join_client, knowledge_of
from congkhai.site.pages import families_of, pages_by
from congkhai.site.pages.page import Context, PageTask
from congkhai.site.rendering import ExtractTask, Work
from congkhai.site.task_order import batches
from congkhai.site.templating import Frame, Renderer

# Families of two single tasks: the frame around all pages, and the phrases of content/search.
FRAME = "frame"
KNOWLEDGE = "knowledge"
# Compiled templates, for the next build; they are code, and so lie in the folder of the program.
_COMPILED = KEPT / "templates"
# Check tasks that a process runs before it returns their results.
_FEW = 100


class Settings(Struct, frozen=True):
    """The settings of a build: its day, the address of the site, the number of processes (`jobs`).

    `posting` adds PDF of the posting sheets, `editor` the browser editor even where site.yaml names no repository for
    it. With `share`, make that part of the pages, cards and exports; with `parts`, take them from folders of parts.
    """

    source: Path
    today: datetime.date
    base_url: str = ""
    strict: bool = False
    jobs: int = 1
    editor: bool = False
    posting: bool = False
    share: Share | None = None
    parts: tuple[Path, ...] = ()


class Checked(Struct, frozen=True):
    """A source that was read and checked: its records, all problems, and those of reading its files (`of_files`)."""

    subject: Subject
    labels: Labels
    problems: tuple[Problem, ...]
    resolved: tuple[int, int] = (0, 0)
    tracker: DependencyTracker = field(default_factory=DependencyTracker)
    of_files: tuple[Problem, ...] = ()


class RecordCheck(Protocol):
    """Called with the result of each check task."""

    def __call__(self, family: str, key: str, dependencies: Set[Dependency], found: Sequence[Problem], /) -> None:
        """Record a check task, its dependencies, and the problems that it found."""


def check_source(
    settings: Settings,
    timer: Timer = NO_TIMER,
    digests: dict[str, bytes] | None = None,
    record_check: RecordCheck | None = None,
) -> Checked:
    """Read a source and run every check on its records.

    `digests` is filled with the digests of the files that were read; `record_check` is called for each check task.
    A share of a site has a share of the checks; a site of parts has none, and no procedures.
    """
    problems, labels = Problems(), load_labels("vi")
    subject, tracker = _read(settings, problems, timer, digests)
    of_files = tuple(problems)
    if settings.parts:  # they tell what was found
        return Checked(subject, labels, (), tracker=tracker)
    for task, dependencies, found in _checked(subject, tracker, timer, settings):
        problems.extend(found)
        if record_check:
            record_check(task.family, task.key, dependencies, found)
    resolved = resolved_cells(subject.assignments)
    told = first_hand(problems, labels, settings.source)
    return Checked(subject, labels, told, resolved, tracker, of_files)


def _read(
    settings: Settings, problems: Problems, timer: Timer = NO_TIMER, digests: dict[str, bytes] | None = None
) -> tuple[Subject, DependencyTracker]:
    tracker, config = DependencyTracker(), load_config(settings.source, problems)
    sources, central = config.sources, config.central_records
    # The browser editor offers the names of procedures; nothing else of a site of parts needs any.
    left_out = (PROCEDURES,) if settings.parts and not (settings.editor or config.editor) else ()
    library = load_library(
        settings.source, problems, timer, digests, sources, central=central, jobs=settings.jobs, left_out=left_out
    )
    return subject_of(library, config, settings.today, tracker), tracker


def _checked(
    subject: Subject, tracker: DependencyTracker, timer: Timer, settings: Settings
) -> Iterator[tuple[CheckTask, Set[Dependency], Sequence[Problem]]]:
    """Run all check tasks, or a share, and yield each with its dependencies and the problems that it found."""
    phrases, jobs = subject.library.search_phrases, settings.jobs
    whole = CheckTask(KNOWLEDGE, "", lambda: knowledge_of(phrases.values())[1])
    tasks: Sequence[CheckTask] = (whole, *check_tasks(subject, timer))
    tasks = settings.share.of_all(tasks) if settings.share else tasks

    def run(start: int) -> list[tuple[Set[Dependency], Sequence[Problem]]]:
        found = list[tuple[Set[Dependency], Sequence[Problem]]]()
        for task in tasks[start : start + _FEW]:
            with tracker.track(placed=True) as dependencies:
                problems = task.run()
            found.append((dependencies, problems))
        return found

    starts = range(0, len(tasks), _FEW)
    if len(starts) == 1:
        jobs = 1
    if jobs > 1:
        subject.derived.prepare()
    for start, found in zip(starts, spread(run, starts, jobs), strict=True):
        for task, (dependencies, problems) in zip(tasks[start : start + _FEW], found, strict=True):
            yield task, dependencies, problems


def first_hand(problems: Problems, labels: Labels, source: Path) -> tuple[Problem, ...]:
    """Return the problems in order, without those of central records and those that only follow from a broken file."""
    own = (problem for problem in problems if not is_central(problem))
    return without_second_hand(own, labels, lambda path: text_of_file(source, path))


class Preparation(Struct, frozen=True):
    """The recipe of one build for other processes and machines, which must see the same source.

    Those that see the folder of the new generation `write` into it what they make; others return it.
    """

    settings: Settings
    build: str
    write: Writer | None = None

    def __call__(self) -> Work:
        """Read the source, which was checked already, and list its build tasks."""
        settings, write = replace(self.settings, jobs=1), self.write
        subject, tracker = _read(settings, Problems())
        context = make_context(Checked(subject, load_labels("vi"), (), tracker=tracker), settings)
        work = make_work(context, make_assets(settings.source, context.config), settings)
        is_seen = write is not None and write.folder.is_dir()
        return replace(work, leads=Leads(context.root), write=write if is_seen else None)


def make_work(context: Context, assets: Assets, settings: Settings, timer: Timer = NO_TIMER) -> Work:
    """Return the tasks of a build, or its share of them: cards and pages."""
    list_dependencies: dict[str, Set[Dependency]] = {}
    with context.tracker.track() as list_dependencies[FRAME]:
        renderer = make_renderer(context, assets, settings.source)
    cards = _listed(CARD_TASKS, cards_by, context, list_dependencies)
    pages = _listed(families_of(context.config), pages_by, context, list_dependencies)
    tasks: Sequence[PageTask | ExtractTask] = (*cards, *pages)
    tasks = settings.share.of_all(tasks) if settings.share else tasks
    return Work(context, renderer, tuple(batches(tasks)), list_dependencies, timer)


T = TypeVar("T", bound=PageTask | ExtractTask)


def _listed(
    names: Iterable[str],
    tasks_by: Callable[[str, Context], Iterator[T]],
    context: Context,
    list_dependencies: dict[str, Set[Dependency]],
) -> Iterator[T]:
    """Yield the tasks of all families; fill `list_dependencies` with what each list depends on."""
    for name in names:
        with context.tracker.track() as list_dependencies[name]:
            tasks = list(tasks_by(name, context))
        yield from tasks


def make_renderer(context: Context, assets: Assets, source: Path, frame: Frame | None = None) -> Renderer:
    """Return the renderer of a source, whose own templates override the built-in ones; `frame` if it is known."""
    return Renderer(context, assets, *layers(TEMPLATES, source), compiled=_COMPILED, frame=frame)


def make_assets(source: Path, config: SiteConfig) -> Assets:
    """Return styles, scripts and pictures, those of the source before the built-in ones; raise AssetError."""
    return collect_assets(*layers(STATIC, source), extra_css=config.css(), join=join_client)


def make_context(checked: Checked, settings: Settings) -> Context:
    """Return what page makers read in one build."""
    subject = checked.subject
    config = subject.config
    if settings.base_url:
        config = config.with_base_url(settings.base_url)
    return Context(
        config,
        subject.library,
        subject.derived,
        checked.labels,
        subject.today,
        workdays_of(config),
        settings.posting,
        checked.tracker,
    )
