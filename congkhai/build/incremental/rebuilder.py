"""Decides which pages, cards and exports must be built again, and saves their new results and traces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from congkhai.build.incremental.changes import FullBuildNeededError, SourceChanges
from congkhai.build.incremental.recorder import EXPORT, LIST, PAGES, card_digest, paths_of
from congkhai.build.incremental.site_files import SiteFiles
from congkhai.build.incremental.store import BuildTask, Store, TaskName
from congkhai.foundation.dependencies import Dependency
from congkhai.site.exports.open_data.row_blocks import name_of
from congkhai.site.indexing import OF_OTHERS, OF_PROCEDURES, card_task, cards_by, update_search
from congkhai.site.pages import families_of, is_apart, maker_of, page_by, pages_by
from congkhai.site.pages.page import Context, PageFamily, PageTask
from congkhai.site.rendering import ExtractTask, File, TaskResult, Trace
from congkhai.site.search import Card


class Rebuilder:
    """The out-of-date tasks of one build: run what `tasks` yields, pass each to `save_result`, then call `finish`."""

    def __init__(
        self, context: Context, changes: SourceChanges, store: Store, dirty: Set[TaskName], site: SiteFiles
    ) -> None:
        """`dirty` names the tasks of which a dependency has changed."""
        self._context, self._changes, self._store, self._site = context, changes, store, site
        self._dirty: dict[str, set[str]] = {}
        for family, key in sorted(dirty):
            self._dirty.setdefault(family, set()).add(key)
        self._joint_pages: dict[str, tuple[set[Dependency], list[str]]] = {}
        self._cards: dict[str, Card | None] = {}
        self._other_cards: tuple[set[Dependency], dict[str, str]] | None = None

    def tasks(self) -> Iterator[PageTask | ExtractTask]:
        """Yield the tasks to run; tasks of pages and cards that no longer exist are deleted from the store."""
        for name in families_of(self._context.config):
            yield from self._single_pages(name) if is_apart(name) else self._all_pages(name)
        yield from self._procedure_cards()
        if OF_OTHERS in self._dirty:
            with self._context.tracker.track() as dependencies:
                tasks = list(cards_by(OF_OTHERS, self._context))
            self._other_cards = set(dependencies), {}
            yield from tasks

    def _single_pages(self, name: str) -> Iterator[PageTask]:
        """Yield the dirty and the new pages of a family in which each page is a task."""
        family = PAGES + name
        wanted = self._dirty.get(family, set())
        if name in self._dirty.get(LIST, ()):
            with self._context.tracker.track() as dependencies:
                tasks = list(pages_by(name, self._context))
            self._save(BuildTask(LIST, name, dependencies, None))
            before, now = self._store.tasks.keys(family), {task.key for task in tasks}
            for key in before - now:
                self._replace_files((family, key))
                self._store.tasks.delete((family, key))
            wanted = wanted & now | now - before
        elif wanted and isinstance(maker_of(name), PageFamily):
            tasks = [page_by(name, key, self._context) for key in sorted(wanted)]
        else:
            tasks = list(pages_by(name, self._context)) if wanted else []
        for task in tasks:
            if task.key in wanted:
                self._replace_files((family, task.key))
                yield task

    def _all_pages(self, name: str) -> Iterator[PageTask]:
        """Yield all pages of a maker whose pages are one task together, if that is dirty."""
        if PAGES + name in self._dirty:
            self._replace_files((PAGES + name, ""))
            with self._context.tracker.track() as dependencies:
                tasks = list(pages_by(name, self._context))
            self._joint_pages[name] = set(dependencies), []
            yield from tasks

    def _procedure_cards(self) -> Iterator[ExtractTask]:
        for code, exists in self._changes.codes.items():
            name = f"procedure:{code}"
            if not exists:
                self._store.tasks.delete((OF_PROCEDURES, name))
                self._cards[name] = None
            self._dirty.setdefault(OF_PROCEDURES, set()).add(name)
        wanted = self._dirty.get(OF_PROCEDURES, set()) - self._cards.keys()
        yield from (card_task(self._context, name) for name in sorted(wanted))

    def save_result(self, result: TaskResult) -> None:
        """Save the trace of a task that was run, and write its files."""
        family, key, dependencies, files, extract, traces = result
        for trace in traces:
            self._save_trace(trace)
        if extract:
            self._save_card(result, Card(*extract))
        elif family == EXPORT:
            self._replace_files((EXPORT, key))
            self._save(BuildTask(EXPORT, key, dependencies, paths_of(result)))
        elif is_apart(family):
            self._save(BuildTask(PAGES + family, key, dependencies, paths_of(result)))
        else:
            self._joint_pages[family][0].update(dependencies)
            self._joint_pages[family][1].extend(paths_of(result))
        for file in files:
            self._site.write(file)

    def _save_trace(self, trace: Trace) -> None:
        name, dependencies = (trace.family, trace.key), trace.dependencies
        if trace.family == LIST:
            gone = self._store.tasks.keys(trace.key) - {name_of(keys) for keys, _ in trace.result}
            for key in gone:
                self._store.tasks.delete((trace.key, key))
        if dependencies is None:
            self._store.tasks.set_result(name, trace.result)
        else:
            self._save(BuildTask(*name, dependencies, trace.result))

    def _save_card(self, result: TaskResult, card: Card) -> None:
        digest = card_digest(result)
        if result.family == OF_PROCEDURES:
            before = self._store.tasks.result((OF_PROCEDURES, result.key))
            self._save(BuildTask(OF_PROCEDURES, result.key, result.dependencies, digest))
        elif self._other_cards:
            before = self._store.tasks.result((OF_OTHERS, ""))
            self._other_cards[0].update(result.dependencies)
            self._other_cards[1][result.key] = digest
            before = before.get(result.key)
        if before != digest:
            self._cards[result.key] = card

    def finish(self) -> None:
        """Save the tasks that make several pages or cards, and update the search index."""
        for name, (dependencies, paths) in self._joint_pages.items():
            self._save(BuildTask(PAGES + name, "", dependencies, paths))
        if self._other_cards:
            before = self._store.tasks.result((OF_OTHERS, ""))
            self._cards |= dict.fromkeys(before.keys() - self._other_cards[1].keys())
            self._save(BuildTask(OF_OTHERS, "", *self._other_cards))
        if self._cards or self._changes.kinds & {"search", "elsewhere"}:
            self._update_search(self._cards)

    def _update_search(self, cards: Mapping[str, Card | None]) -> None:
        found = update_search(self._store.pieces, cards, self._context.library)
        if found is None:
            raise FullBuildNeededError("search")
        files, gone = found
        for path, data in files.items():
            self._site.write(File(path, data))
        for path in gone:
            self._site.remove(path, may_be_linked=False)

    def _replace_files(self, name: TaskName) -> None:
        self._site.replace(self._store.tasks.result(name) or [])

    def _save(self, task: BuildTask) -> None:
        self._store.tasks.save(task, self._changes.digests)
