"""A build that makes only what has changed: the checks, pages, cards and exports that read something that is other now.

It is the same site, byte for byte, that a whole build would make; what it can't follow it leaves to that.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

from congkhai.build.incremental.changes import Changes, UntraceableError
from congkhai.build.incremental.rebuilder import Remaking
from congkhai.build.incremental.recorder import EXPORT, RESOLVED
from congkhai.build.incremental.site_files import SiteUpdate
from congkhai.build.incremental.store import Job, Store
from congkhai.build.incremental.store.tasks import Name
from congkhai.build.loader import load_config
from congkhai.build.preparation import FRAME, KNOWLEDGE, Checked, Preparation, Settings, make_context, make_renderer
from congkhai.checks import OF_PROCEDURE, OF_THE_REST, check_job, resolved_cells
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problem, Problems, from_row, to_row
from congkhai.site.assets import Assets
from congkhai.site.exports.site_files import sitemaps
from congkhai.site.exports.whole_site import EXPORTS
from congkhai.site.indexing import knowledge_of
from congkhai.site.pages.page import Context
from congkhai.site.rendering import MANY, File, Made, Note, Work, processes, render_site
from congkhai.site.templating import Frame

_CHECKS = (OF_PROCEDURE, OF_THE_REST, KNOWLEDGE)


class Update:
    """One source that was taken down in a store, brought up to date; the caller commits the store.

    Raises UntraceableError for changes that only a whole build can follow.
    """

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings, self._store = settings, store
        of_settings = Problems()
        self._config = load_config(settings.source, of_settings)
        self._changes = Changes(settings, self._config, store)
        self._dirty: set[Name] = store.jobs.asking(self._changes.questions)
        self._trace, self._subject = self._changes.trace, self._changes.subject

    @property
    def has_changes(self) -> bool:
        """Whether anything of the source is other than it was."""
        return bool(self._changes.questions)

    @property
    def root(self) -> str:
        """The path of the site on its host."""
        config = self._config
        return urlsplit(self._settings.base_url or config.base_url).path or "/"

    def check(self) -> Checked:
        """Make the checks that may find something else now; all problems of the source, old and new."""
        for code, is_there in self._changes.codes.items():
            self._note(OF_PROCEDURE, code, is_there=is_there)
        for family, key in sorted(self._dirty):
            if family in _CHECKS:
                self._check(family, key)
        if (RESOLVED, "") in self._dirty:
            with self._trace.job() as read:
                found = resolved_cells(self._subject.assignments)
            self._put(Job(RESOLVED, "", read, list(found)))
        understood, cells = self._store.jobs.result((RESOLVED, ""))
        problems = tuple(Problems(list(self._problems())))
        return Checked(self._subject, load_labels("vi"), problems, (understood, cells), self._trace)

    def _note(self, family: str, key: str, *, is_there: bool) -> None:
        """A job of a procedure is to be done, or is no longer there."""
        if is_there:
            self._dirty.add((family, key))
        else:
            self._dirty.discard((family, key))
            self._store.jobs.drop((family, key))

    def _check(self, family: str, key: str) -> None:
        with self._trace.job(placed=True) as read:
            if family == KNOWLEDGE:
                found = knowledge_of(self._subject.library.search_phrases.values())[1]
            else:
                found = check_job(self._subject, family, key).run()
        self._put(Job(family, key, read, list(map(to_row, found))))

    def _problems(self) -> Iterator[Problem]:
        store = self._store
        rows = [store.meta("of_settings"), *store.sources.problems()]
        rows += [found for family in _CHECKS for found in store.jobs.results(family)]
        return (from_row(row) for found in rows for row in found)

    def _put(self, job: Job) -> None:
        self._store.jobs.put(job, self._changes.answers)

    def build(self, checked: Checked, site: SiteUpdate, note: Note) -> None:
        """Make the pages, cards and exports that may be others now, and lay their files ready."""
        context = make_context(checked, self._settings)
        frame = self._frame(context)
        assets = Assets(self._store.meta("assets"), {})
        renderer = make_renderer(context, assets, self._settings.source, frame)
        remaking = Remaking(context, self._changes, self._store, self._dirty, site)
        work = Work(context, renderer, tuple(remaking.tasks()), {})
        exports = {name: export for name, export in EXPORTS.items() if (EXPORT, name) in self._dirty}
        if "site" in exports and (self._settings.editor or self._config.editor):
            raise UntraceableError("editor")
        recipe = Preparation(self._settings, secrets.token_hex(8))
        if len(work.jobs) >= MANY:
            self._changes.prepare()
        with processes(work, recipe, self._settings.jobs) as executor:
            for made in render_site(work, recipe, exports, note, executor):
                remaking.take(made)
        if (EXPORT, "editor") in self._dirty:
            remaking.take(self._editor(context))
        remaking.finish()
        site.clear_away()
        if site.has_new_pages and (base := context.config.base_url):
            for path, data in sitemaps(base, self._store.outputs.paths()):
                site.put(File(path, data))

    def _frame(self, context: Context) -> Frame:
        """What stands around each page; where that has changed, all pages have."""
        known = Frame.of_row(self._store.jobs.result((FRAME, "")))
        if (FRAME, "") in self._dirty:
            with self._trace.job() as read:
                frame = Frame.of(context)
            if frame != known:
                raise UntraceableError(FRAME)
            self._put(Job(FRAME, "", read, frame.as_row()))
        return known

    def _editor(self, context: Context) -> Made:
        from congkhai.site.browser_editor import editor_files

        with self._trace.job() as read:
            found = editor_files(context.config, context.library, context.labels)
            return Made(EXPORT, "editor", read, [File(path, data) for path, data in found])
