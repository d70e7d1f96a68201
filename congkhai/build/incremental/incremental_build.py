"""An incremental build: runs only the checks, pages, cards and exports of which a dependency has changed.

The site is that of a full build, byte for byte. The proof is `tests/build/test_sequences.py`.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

from congkhai.build.incremental.blocks import last_blocks
from congkhai.build.incremental.changes import FullBuildNeededError, SourceChanges
from congkhai.build.incremental.rebuilder import Rebuilder
from congkhai.build.incremental.recorder import EXPORT, RESOLVED
from congkhai.build.incremental.site_files import SiteFiles
from congkhai.build.incremental.store import BuildTask, Store, TaskName
from congkhai.build.loader import load_config
from congkhai.build.preparation import (
    FRAME,
    KNOWLEDGE,
    Checked,
    Preparation,
    Settings,
    first_hand,
    make_context,
    make_renderer,
)
from congkhai.checks import OF_PROCEDURE, OF_THE_REST, check_task, resolved_cells
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problem, Problems, from_row, to_row
from congkhai.site.assets import Assets
from congkhai.site.exports.site_files import sitemaps
from congkhai.site.exports.whole_site import EXPORTS, following
from congkhai.site.indexing import knowledge_of
from congkhai.site.pages.page import Context
from congkhai.site.rendering import File, Progress, TaskResult, Work, render_site
from congkhai.site.task_order import batches
from congkhai.site.templating import Frame

_CHECKS = (OF_PROCEDURE, OF_THE_REST, KNOWLEDGE)


class IncrementalBuild:
    """Brings the build in a store up to date: call `check`, then `build`; the caller commits the store."""

    def __init__(self, settings: Settings, store: Store) -> None:
        """Compare source and store; raise FullBuildNeededError for changes that only a full build supports."""
        self._settings, self._store = settings, store
        of_settings = Problems()
        self._config = load_config(settings.source, of_settings)
        self._changes = SourceChanges(settings, self._config, store)
        self._dirty: set[TaskName] = store.tasks.dependents(self._changes.dependencies)
        self._tracker, self._subject = self._changes.tracker, self._changes.subject

    @property
    def root(self) -> str:
        """The path of the site on its host."""
        config = self._config
        return urlsplit(self._settings.base_url or config.base_url).path or "/"

    def check(self) -> Checked:
        """Run the dirty checks; return all problems of the source, stored and new."""
        for code, exists in self._changes.codes.items():
            self._mark_dirty(OF_PROCEDURE, code, exists=exists)
        for family, key in sorted(self._dirty):
            if family in _CHECKS:
                self._check(family, key)
        if (RESOLVED, "") in self._dirty:
            with self._tracker.track() as dependencies:
                found = resolved_cells(self._subject.assignments)
            self._save(BuildTask(RESOLVED, "", dependencies, list(found)))
        understood, cells = self._store.tasks.result((RESOLVED, ""))
        labels = load_labels("vi")
        problems = first_hand(Problems(list(self._problems())), labels, self._settings.source)
        return Checked(self._subject, labels, problems, (understood, cells), self._tracker)

    def _mark_dirty(self, family: str, key: str, *, exists: bool) -> None:
        """Mark a task as dirty, or delete it where it no longer exists."""
        if exists:
            self._dirty.add((family, key))
        else:
            self._dirty.discard((family, key))
            self._store.tasks.delete((family, key))

    def _check(self, family: str, key: str) -> None:
        with self._tracker.track(placed=True) as dependencies:
            if family == KNOWLEDGE:
                found = knowledge_of(self._subject.library.search_phrases.values())[1]
            else:
                found = check_task(self._subject, family, key).run()
        self._save(BuildTask(family, key, dependencies, list(map(to_row, found))))

    def _problems(self) -> Iterator[Problem]:
        store = self._store
        rows = [store.meta("of_settings"), *store.sources.problems()]
        rows += [found for family in _CHECKS for found in store.tasks.results(family)]
        return (from_row(row) for found in rows for row in found)

    def _save(self, task: BuildTask) -> None:
        self._store.tasks.save(task, self._changes.digests)

    def build(self, checked: Checked, site: SiteFiles, progress: Progress) -> None:
        """Run the dirty tasks of pages, cards and exports, and write their files into `site`."""
        context = make_context(checked, self._settings)
        frame = self._frame(context)
        assets = Assets(self._store.meta("assets"), {})
        renderer = make_renderer(context, assets, self._settings.source, frame)
        rebuilder = Rebuilder(context, self._changes, self._store, self._dirty, site)
        work = Work(context, renderer, tuple(batches(tuple(rebuilder.tasks()))), {})
        wanted = [name for name in EXPORTS if (EXPORT, name) in self._dirty]
        followed = following(last_blocks(self._store, self._dirty, site.old_file), wanted)
        exports = {name: EXPORTS[name] for name in wanted} | followed
        if "site" in exports and (self._settings.editor or self._config.editor):
            raise FullBuildNeededError("editor")
        recipe = Preparation(self._settings, secrets.token_hex(8))
        if work.is_much:
            self._changes.prepare_fork()
        for result in render_site(work, recipe, exports, progress, self._settings.jobs):
            rebuilder.save_result(result)
        if (EXPORT, "editor") in self._dirty:
            rebuilder.save_result(self._editor(context))
        rebuilder.finish()
        site.remove_replaced()
        if site.has_new_pages and (base := context.config.base_url):
            self._write_sitemaps(base, site)

    def _write_sitemaps(self, base: str, site: SiteFiles) -> None:
        """Write the sitemaps of all pages, and remove the parts of a longer one before."""
        paths = self._store.outputs.paths()
        found = dict(sitemaps(base, paths, self._config.editions))
        for path, data in found.items():
            site.write(File(path, data))
        # A part of a sitemap: "sitemap-2.xml".
        for path in paths:
            if re.fullmatch(r"sitemap-\d+\.xml", path) and path not in found:
                site.remove(path, may_be_linked=False)

    def _frame(self, context: Context) -> Frame:
        """Return the frame around all pages; raise FullBuildNeededError where it has changed."""
        known = Frame.of_row(self._store.tasks.result((FRAME, "")))
        if (FRAME, "") in self._dirty:
            with self._tracker.track() as dependencies:
                frame = Frame.of(context)
            if frame != known:
                raise FullBuildNeededError(FRAME)
            self._save(BuildTask(FRAME, "", dependencies, frame.as_row()))
        return known

    def _editor(self, context: Context) -> TaskResult:
        from congkhai.site.browser_editor import editor_files

        with self._tracker.track() as dependencies:
            found = editor_files(context.config, context.library, context.labels)
            return TaskResult(EXPORT, "editor", dependencies, [File(path, data) for path, data in found])
