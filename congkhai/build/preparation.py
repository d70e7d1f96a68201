"""From a source folder to the build tasks of its site: read the records, check them, list the pages."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct, field

from congkhai.build.loader import is_central, load_config, load_library, text_of_file
from congkhai.build.parts import Share
from congkhai.checks import check_tasks, resolved_cells, run_checks, subject_of
from congkhai.checks.second_hand import without_second_hand
from congkhai.checks.subject import Subject
from congkhai.foundation.dependencies import Dependency, DependencyTracker
from congkhai.foundation.labels import Labels, load_labels
from congkhai.foundation.problem import Problem, Problems
from congkhai.foundation.program import KEPT, STATIC, TEMPLATES, layers
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.knowledge.working_calendar import workdays_of
from congkhai.records.site_config import SiteConfig
from congkhai.site.assets import Assets, collect_assets
from congkhai.site.indexing import CARD_TASKS, cards_by, join_client, knowledge_of
from congkhai.site.pages import families_of, pages_by
from congkhai.site.pages.page import Context, PageTask
from congkhai.site.rendering import ExtractTask, Work
from congkhai.site.templating import Frame, Renderer

# Families of two single tasks: the frame around all pages, and the phrases of content/search.
FRAME = "frame"
KNOWLEDGE = "knowledge"
# Compiled templates, for the next build; they are code, and so lie in the folder of the program.
_COMPILED = KEPT / "templates"


class Settings(Struct, frozen=True):
    """The settings of a build: its day, the address of the site, the number of processes (`jobs`).

    `posting` adds PDF of the posting sheets, `editor` the browser editor even where site.yaml names no repository for
    it. With `share`, make that part of the pages and nothing else; with `parts`, read the pages from folders of parts.
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
    """
    problems, tracker = Problems(), DependencyTracker()
    config = load_config(settings.source, problems)
    library = load_library(settings.source, problems, timer, digests, config.sources, central=config.central_records)
    subject = subject_of(library, config, settings.today, tracker)
    of_files = tuple(problems)
    with tracker.track(placed=True) as dependencies:
        contradictions = knowledge_of(subject.library.search_phrases.values())[1]
    problems.extend(contradictions)
    if record_check:
        record_check(KNOWLEDGE, "", dependencies, contradictions)
        problems.extend(_recorded_checks(subject, tracker, record_check))
    else:
        problems.extend(run_checks(subject, timer))
    resolved = resolved_cells(subject.assignments)
    labels = load_labels("vi")
    told = first_hand(problems, labels, settings.source)
    return Checked(subject, labels, told, resolved, tracker, of_files)


def first_hand(problems: Problems, labels: Labels, source: Path) -> tuple[Problem, ...]:
    """Return the problems in order, without those of central records and those that only follow from a broken file."""
    own = (problem for problem in problems if not is_central(problem))
    return without_second_hand(own, labels, lambda path: text_of_file(source, path))


def _recorded_checks(subject: Subject, tracker: DependencyTracker, record_check: RecordCheck) -> Iterator[Problem]:
    """Run all check tasks, record each, and yield the problems."""
    for task in check_tasks(subject):
        with tracker.track(placed=True) as dependencies:
            found = task.run()
        record_check(task.family, task.key, dependencies, found)
        yield from found


class Preparation(Struct, frozen=True):
    """The recipe of one build for other processes and machines, which must see the same source."""

    settings: Settings
    build: str

    def __call__(self) -> Work:
        """Read and check the source, and list its build tasks."""
        context = make_context(check_source(self.settings), self.settings)
        return make_work(context, make_assets(self.settings.source, context.config), self.settings)


def make_work(context: Context, assets: Assets, settings: Settings, timer: Timer = NO_TIMER) -> Work:
    """Return the tasks of a build: all pages, its share of them, or none where they come from parts; and the cards."""
    list_dependencies: dict[str, Set[Dependency]] = {}
    with context.tracker.track() as list_dependencies[FRAME]:
        renderer = make_renderer(context, assets, settings.source)
    pages = () if settings.parts else tuple(_listed(families_of(context.config), pages_by, context, list_dependencies))
    if share := settings.share:
        return Work(context, renderer, pages[share.number - 1 :: share.of], list_dependencies, timer)
    cards = _listed(CARD_TASKS, cards_by, context, list_dependencies)
    return Work(context, renderer, (*pages, *cards), list_dependencies, timer)


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
