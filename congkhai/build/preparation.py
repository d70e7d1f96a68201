"""From a source to the work of a build: its records are read and checked, and all pages of it are known."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct, field

from congkhai.build.loader import load_config, load_library
from congkhai.build.parts import Share
from congkhai.checks import check_jobs, resolved_cells, run_checks, subject_of
from congkhai.checks.subject import Subject
from congkhai.foundation.collector import paused
from congkhai.foundation.labels import Labels, load_labels
from congkhai.foundation.problem import Problem, Problems
from congkhai.foundation.program import PROGRAM
from congkhai.foundation.quick_form import KEPT
from congkhai.foundation.timer import STOPPED, Stopwatch
from congkhai.foundation.trace import Question, Trace
from congkhai.records.site_config import SiteConfig
from congkhai.site.assets import Assets, collect_assets
from congkhai.site.indexing import CARD_TASKS, cards_by, join_client, knowledge_of
from congkhai.site.pages import PAGE_MAKERS, pages_by
from congkhai.site.pages.page import Context, PageTask
from congkhai.site.rendering import ExtractTask, Work
from congkhai.site.templating import Frame, Renderer
from congkhai.vietnamese.workdays import Calendar, ChangeKind, DayChange

# Templates as they were compiled, for the next build; beside the program, since they are programs, too.
# Not a family of pages, but what stands around each.
FRAME = "frame"
KNOWLEDGE = "knowledge"
_COMPILED = KEPT / "templates"


class Settings(Struct, frozen=True):
    """What a build is asked to do: for which day and address, on how many processes.

    `posting` adds PDF of what is posted, `editor` the editor in the browser where site.yaml names no repository for it.
    `share` makes a part of the pages and nothing else; `parts` takes the pages from folders of parts.
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
    """A source that was read and checked: its records and all that is wrong with them, `of_files` as files."""

    subject: Subject
    labels: Labels
    problems: tuple[Problem, ...]
    resolved: tuple[int, int] = (0, 0)
    trace: Trace = field(default_factory=Trace)
    of_files: tuple[Problem, ...] = ()


class Heard(Protocol):
    """Hears what a check came to: its family and key, what it read, and what it found."""

    def __call__(self, family: str, key: str, read: Set[Question], found: Sequence[Problem], /) -> None:
        """Take it down."""


@paused()
def check_source(
    settings: Settings,
    watch: Stopwatch = STOPPED,
    digests: dict[str, bytes] | None = None,
    heard: Heard | None = None,
) -> Checked:
    """Read a source and run every check on its records.

    `digests` takes those of the files that were read; `heard` hears of each check what it read and found.
    """
    problems, trace = Problems(), Trace()
    config = load_config(settings.source, problems)
    library = load_library(settings.source, problems, watch, digests)
    subject = subject_of(library, config, settings.today, trace)
    of_files = tuple(problems)
    with trace.job(placed=True) as read:
        contradictions = knowledge_of(subject.library.search_phrases.values())[1]
    problems.extend(contradictions)
    if heard:
        heard(KNOWLEDGE, "", read, contradictions)
    problems.extend(run_checks(subject, watch) if heard is None else _heard_checks(subject, trace, heard))
    resolved = resolved_cells(subject.assignments)
    return Checked(subject, load_labels("vi"), tuple(problems), resolved, trace, of_files)


def _heard_checks(subject: Subject, trace: Trace, heard: Heard) -> Iterator[Problem]:
    """What is wrong, one piece of work after another."""
    for job in check_jobs(subject):
        with trace.job(placed=True) as read:
            found = job.run()
        heard(job.family, job.key, read, found)
        yield from found


class Preparation(Struct, frozen=True):
    """The recipe of one build: what other processes and machines, which see the same source, need to take part."""

    settings: Settings
    build: str

    def __call__(self) -> Work:
        """Read, check and list the pages anew."""
        context = make_context(check_source(self.settings), self.settings)
        return make_work(context, make_assets(self.settings.source, context.config), self.settings)


@paused()
def make_work(context: Context, assets: Assets, settings: Settings, watch: Stopwatch = STOPPED) -> Work:
    """The work of a build: all pages, its share, or none where they come from parts; and the cards."""
    listed: dict[str, Set[Question]] = {}
    with context.trace.job() as listed[FRAME]:
        renderer = make_renderer(context, assets, settings.source)
    pages = () if settings.parts else tuple(_listed(PAGE_MAKERS, pages_by, context, listed))
    if share := settings.share:
        return Work(context, renderer, pages[share.number - 1 :: share.of], listed, watch)
    cards = _listed(CARD_TASKS, cards_by, context, listed)
    return Work(context, renderer, (*pages, *cards), listed, watch)


T = TypeVar("T", bound=PageTask | ExtractTask)


def _listed(
    names: Iterable[str],
    tasks_by: Callable[[str, Context], Iterator[T]],
    context: Context,
    listed: dict[str, Set[Question]],
) -> Iterator[T]:
    """The tasks of all families, noting what is read to know them."""
    for name in names:
        with context.trace.job() as listed[name]:
            tasks = list(tasks_by(name, context))
        yield from tasks


def make_renderer(context: Context, assets: Assets, source: Path, frame: Frame | None = None) -> Renderer:
    """What renders the pages of a source, whose own templates lie over the built-in ones; `frame` if it is known."""
    folders = (PROGRAM / "templates", source / "templates") if source.resolve() != PROGRAM else (PROGRAM / "templates",)
    return Renderer(context, assets, *folders, compiled=_COMPILED, frame=frame)


def make_assets(source: Path, config: SiteConfig) -> Assets:
    """Styles, scripts and pictures: the built-in ones, and those of the source laid over them; raises AssetError."""
    folders = (PROGRAM / "static", source / "static") if source.resolve() != PROGRAM else (PROGRAM / "static",)
    return collect_assets(*folders, extra_css=config.css(), join=join_client)


def make_context(checked: Checked, settings: Settings) -> Context:
    """All that page makers draw on, for one build."""
    subject = checked.subject
    config = subject.config
    if settings.base_url:
        config = config.with_base_url(settings.base_url)
    return Context(
        config,
        subject.library,
        subject.derived,
        checked.labels,
        settings.today,
        workdays_of(config),
        settings.posting,
        checked.trace,
    )


def workdays_of(config: SiteConfig) -> Calendar:
    """The calendar of working days with the orders that site.yaml adds."""
    changes = (
        DayChange(day.date, ChangeKind(day.kind), day.document, day.note)
        for day in config.days
        if day.date and day.kind
    )
    return Calendar().with_changes(changes)
