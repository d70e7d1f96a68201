"""Which pages, cards and exports are to be made again, and what becomes of them in the store and on the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from congkhai.build.incremental.changes import Changes, UntraceableError
from congkhai.build.incremental.recorder import EXPORT, LIST, PAGES, card_digest, paths_of
from congkhai.build.incremental.site_files import SiteUpdate
from congkhai.build.incremental.store import Job, Store
from congkhai.build.incremental.store.tasks import Name
from congkhai.foundation.trace import Question
from congkhai.site.indexing import OF_OTHERS, OF_PROCEDURES, card_task, cards_by, update_search
from congkhai.site.pages import PAGE_MAKERS, is_apart, page_by, pages_by
from congkhai.site.pages.page import Context, PageFamily, PageTask
from congkhai.site.rendering import ExtractTask, File, Made
from congkhai.site.search import Card


class Remaking:
    """The jobs of one update: `tasks` tells them, `take` receives what came of each, `finish` ends it."""

    def __init__(self, context: Context, changes: Changes, store: Store, dirty: Set[Name], site: SiteUpdate) -> None:
        self._context, self._changes, self._store, self._site = context, changes, store, site
        self._dirty: dict[str, set[str]] = {}
        for family, key in sorted(dirty):
            self._dirty.setdefault(family, set()).add(key)
        self._units: dict[str, tuple[set[Question], list[str]]] = {}
        self._cards: dict[str, Card | None] = {}
        self._others: tuple[set[Question], dict[str, str]] | None = None

    def tasks(self) -> Iterator[PageTask | ExtractTask]:
        """The pages and cards to be made; those that are no longer there are forgotten."""
        for name in PAGE_MAKERS:
            yield from self._pages_apart(name) if is_apart(name) else self._pages_together(name)
        yield from self._cards_of_procedures()
        if OF_OTHERS in self._dirty:
            with self._context.trace.job() as read:
                tasks = list(cards_by(OF_OTHERS, self._context))
            self._others = set(read), {}
            yield from tasks

    def _pages_apart(self, name: str) -> Iterator[PageTask]:
        family = PAGES + name
        wanted = self._dirty.get(family, set())
        if name in self._dirty.get(LIST, ()):
            with self._context.trace.job() as read:
                tasks = list(pages_by(name, self._context))
            self._put(Job(LIST, name, read, None))
            before, now = self._store.jobs.keys(family), {task.key for task in tasks}
            for key in before - now:
                self._replaces((family, key))
                self._store.jobs.drop((family, key))
            wanted = wanted & now | now - before
        elif wanted and isinstance(PAGE_MAKERS[name], PageFamily):
            tasks = [page_by(name, key, self._context) for key in sorted(wanted)]
        else:
            tasks = list(pages_by(name, self._context)) if wanted else []
        for task in tasks:
            if task.key in wanted:
                self._replaces((family, task.key))
                yield task

    def _pages_together(self, name: str) -> Iterator[PageTask]:
        if PAGES + name in self._dirty:
            self._replaces((PAGES + name, ""))
            with self._context.trace.job() as read:
                tasks = list(pages_by(name, self._context))
            self._units[name] = set(read), []
            yield from tasks

    def _cards_of_procedures(self) -> Iterator[ExtractTask]:
        for code, is_there in self._changes.codes.items():
            name = f"procedure:{code}"
            if not is_there:
                self._store.jobs.drop((OF_PROCEDURES, name))
                self._cards[name] = None
            self._dirty.setdefault(OF_PROCEDURES, set()).add(name)
        wanted = self._dirty.get(OF_PROCEDURES, set()) - self._cards.keys()
        yield from (card_task(self._context, name) for name in sorted(wanted))

    def take(self, made: Made) -> None:
        """Keep what was made and what it read."""
        family, key, read, files, extract = made
        if extract:
            self._take_card(made, Card(*extract))
        elif family == EXPORT:
            self._replaces((EXPORT, key))
            self._put(Job(EXPORT, key, read, paths_of(made)))
        elif is_apart(family):
            self._put(Job(PAGES + family, key, read, paths_of(made)))
        else:
            self._units[family][0].update(read)
            self._units[family][1].extend(paths_of(made))
        for file in files:
            self._site.put(file)

    def _take_card(self, made: Made, card: Card) -> None:
        digest = card_digest(made)
        if made.family == OF_PROCEDURES:
            before = self._store.jobs.result((OF_PROCEDURES, made.key))
            self._put(Job(OF_PROCEDURES, made.key, made.read, digest))
        elif self._others:
            before = self._store.jobs.result((OF_OTHERS, ""))
            self._others[0].update(made.read)
            self._others[1][made.key] = digest
            before = before.get(made.key)
        if before != digest:
            self._cards[made.key] = card

    def finish(self) -> None:
        """Keep what was made together, and bring the search index up to date."""
        for name, (read, paths) in self._units.items():
            self._put(Job(PAGES + name, "", read, paths))
        if self._others:
            before = self._store.jobs.result((OF_OTHERS, ""))
            self._cards |= dict.fromkeys(before.keys() - self._others[1].keys())
            self._put(Job(OF_OTHERS, "", *self._others))
        if self._cards or "search" in self._changes.kinds:
            self._update_search(self._cards)

    def _update_search(self, cards: Mapping[str, Card | None]) -> None:
        phrases = self._context.library.search_phrases.values()
        found = update_search(self._store.pieces, cards, phrases)
        if found is None:
            raise UntraceableError("search")
        files, gone = found
        for path, data in files.items():
            self._site.put(File(path, data))
        for path in gone:
            self._site.remove(path, may_be_linked=False)

    def _replaces(self, name: Name) -> None:
        self._site.replaces(self._store.jobs.result(name) or [])

    def _put(self, job: Job) -> None:
        self._store.jobs.put(job, self._changes.answers)
