"""Records a full build or check in an empty store: every build task with its dependencies and its result."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import orjson

from congkhai.build.incremental.dependency_digests import DependencyDigests
from congkhai.build.incremental.store import BuildTask, SourceFile, Store, StoredCard
from congkhai.build.incremental.store.pieces import Pieces
from congkhai.build.loader import CONTENT, digest_of_file, states_below
from congkhai.build.output import sum_of
from congkhai.build.preparation import FRAME, Checked, Settings
from congkhai.foundation.dependencies import ALL, Dependency
from congkhai.foundation.digest import digest_of
from congkhai.foundation.problem import Problem, to_row
from congkhai.knowledge.procedures.card import to_row as card_row
from congkhai.site.indexing import OF_OTHERS, OF_PROCEDURES
from congkhai.site.pages import is_apart
from congkhai.site.rendering import TaskResult, Work

# Families of build tasks, besides those of checks and of search cards: pages of a family, the list of its keys,
# exports, broken links of a page, how many cells of plans were understood.
P = ParamSpec("P")
T = TypeVar("T")
PAGES, LIST, EXPORT, LINKS, RESOLVED = "pages:", "list", "export", "links", "resolved"


def _optional(method: Callable[Concatenate[BuildRecorder, P], None]) -> Callable[Concatenate[BuildRecorder, P], None]:
    """Give up recording where the store fails (a full disk): the build goes on without it."""

    @wraps(method)
    def guarded(self: BuildRecorder, /, *args: P.args, **values: P.kwargs) -> None:
        if not self.has_failed:
            try:
                method(self, *args, **values)
            except sqlite3.Error:
                self.has_failed = True

    return guarded


class _OptionalPieces:
    """The pieces of the search index; a store that fails records none (see `site.search.keep.Keep`)."""

    def __init__(self, recorder: BuildRecorder, pieces: Pieces) -> None:
        self._recorder, self._pieces = recorder, pieces

    def get(self, name: str, /) -> bytes | None:
        """Return the bytes of a name, None where there are none."""
        return self._try(lambda: self._pieces.get(name))

    def put(self, name: str, data: bytes, /) -> None:
        """Save bytes under a name."""
        self._try(lambda: self._pieces.put(name, data))

    def delete(self, name: str, /) -> None:
        """Delete the bytes of a name."""
        self._try(lambda: self._pieces.delete(name))

    def _try(self, action: Callable[[], T]) -> T | None:
        if self._recorder.has_failed:
            return None
        try:
            return action()
        except sqlite3.Error:
            self._recorder.has_failed = True
            return None


class BuildRecorder:
    """Records one full build or check; `save_site`, or a commit of the store, makes it available to the next."""

    def __init__(self, store: Store, settings: Settings) -> None:
        # Before anything is read, so that the next build detects what changed during this one.
        self._states = states_below(settings.source / CONTENT)
        self._store, self._source = store, settings.source
        self._today = settings.today
        store.set_meta("day", settings.today.isoformat())
        self._traces = store.tasks.writer()
        self._joint_pages: dict[str, tuple[set[Dependency], list[str]]] = {}
        self._other_cards: tuple[set[Dependency], dict[str, str]] = (set(), {})
        self.digests: dict[str, bytes] = {}
        self.has_failed = False
        self.pieces = _OptionalPieces(self, store.pieces)
        self.is_complete = False

    @_optional
    def record_check(self, family: str, key: str, dependencies: Set[Dependency], found: Sequence[Problem], /) -> None:
        """Record a check task and the problems that it found."""
        self._traces.write(BuildTask(family, key, dependencies, list(map(to_row, found))))

    @_optional
    def record_result(self, result: TaskResult) -> None:
        """Record the result of a task that made a page, a card or an export."""
        family, key, dependencies = result[:3]
        for one in result.traces:
            self._traces.write(BuildTask(one.family, one.key, one.dependencies or frozenset(), one.result))
        if family == OF_PROCEDURES:
            self._traces.write(BuildTask(OF_PROCEDURES, key, dependencies, card_digest(result)))
        elif family == OF_OTHERS:
            self._other_cards[0].update(dependencies)
            self._other_cards[1][key] = card_digest(result)
        elif family == EXPORT:
            self._traces.write(BuildTask(EXPORT, key, dependencies, paths_of(result)))
        elif is_apart(family):
            self._traces.write(BuildTask(PAGES + family, key, dependencies, paths_of(result)))
        else:
            known, paths = self._joint_pages.setdefault(family, (set(), []))
            known.update(dependencies)
            paths += paths_of(result)

    @_optional
    def record_lists(self, work: Work) -> None:
        """Record the frame of the pages, the names of the assets, and what each list of tasks depends on."""
        lists = work.list_dependencies
        self._traces.write(BuildTask(FRAME, "", lists[FRAME], work.renderer.frame.as_row()))
        self._store.set_meta("assets", work.renderer.assets.names)
        for name, dependencies in lists.items():
            if name == OF_OTHERS:
                self._other_cards[0].update(dependencies)
            elif name == OF_PROCEDURES or is_apart(name):
                self._traces.write(BuildTask(LIST, name, dependencies, None))
            elif name != FRAME:
                self._joint_pages.setdefault(name, (set(), []))[0].update(dependencies)

    @_optional
    def record_links(self, page: str, codes: Set[int]) -> None:
        """Record the links of a page, by the codes of the places where they lead."""
        self._store.links.save(page, codes)

    @_optional
    def record_broken_links(self, page: str, problems: Sequence[Problem]) -> None:
        """Record the broken links of a page."""
        self._traces.write(BuildTask(LINKS, page, frozenset(), list(map(to_row, problems))))

    @_optional
    def finish(self, checked: Checked) -> None:
        """Record the source and all digests.

        `is_complete` stays False where the source has links, problems that belong to none of its files, or other
        sources in it, whose files have no states here.
        """
        if checked.subject.config.sources:
            return
        library, files = checked.subject.library, self._source_files(checked)
        if files is None:
            return
        procedures = (path for path, file in files.items() if file.kind == "procedures")
        paths = {path.rpartition("/")[2].removesuffix(".yaml"): path for path in procedures}
        if paths.keys() != set(library.cards):
            return
        self._store.sources.save_files(files)
        self._store.sources.save_cards(
            (code, StoredCard(paths[code], orjson.dumps(card_row(card)), library.versions[code]))
            for code, card in library.cards.items()
        )
        for name, (dependencies, made) in self._joint_pages.items():
            self._traces.write(BuildTask(PAGES + name, "", dependencies, made))
        self._traces.write(BuildTask(OF_OTHERS, "", *self._other_cards))
        self._traces.write(BuildTask(RESOLVED, "", {("rows", ALL)}, list(checked.resolved)))
        self._traces.finish(DependencyDigests(library, checked.subject.derived, self._today))
        self.is_complete = True

    @_optional
    def save_site(self, files: Iterable[tuple[str, int, int, bytes]], pages: int) -> None:
        """Record the files of the site (see `Outputs.save`) and the number of its pages; commit the store."""
        if not self.is_complete:
            return
        listed = list(files)
        self._store.outputs.save(listed)
        self._store.set_meta("published", time.time_ns())
        self._store.set_meta("total", f"{sum_of({path: digest for path, _, _, digest in listed}):032x}")
        self._store.set_meta("pages", pages)
        self._store.commit()

    @_optional
    def commit(self) -> None:
        """Commit a recorded check."""
        if self.is_complete:
            self._store.commit()

    def _source_files(self, checked: Checked) -> Mapping[str, SourceFile] | None:
        """Return all files of content/, None where a problem belongs to none of them."""
        if self._states is None:
            return None
        problems: dict[str, list[Any]] = {}
        of_settings = [problem for problem in checked.of_files if problem.place.path == "site.yaml"]
        self._store.set_meta("of_settings", list(map(to_row, of_settings)))
        for problem in set(checked.of_files) - set(of_settings):
            problems.setdefault(problem.place.path.removeprefix(f"{CONTENT}/"), []).append(to_row(problem))
        if not problems.keys() <= self._states.keys():
            return None
        return {
            path: SourceFile(path.partition("/")[0], state, self._digest(path), problems.get(path, []))
            for path, state in self._states.items()
        }

    def _digest(self, path: str) -> bytes:
        """Return the digest of a file; one that holds no record was not read."""
        return self.digests.get(path) or digest_of_file(self._source / CONTENT / path)


def paths_of(result: TaskResult) -> list[str]:
    """Return the paths of the files that a task made."""
    return [file.path for file in result.files]


def card_digest(result: TaskResult) -> str:
    """Return the digest of the search card that a task made."""
    return digest_of(result.extract).hex()
