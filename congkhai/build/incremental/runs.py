"""Incremental runs of `build`, `check` and the preview: open the store, bring the last build up to date, commit.

Whatever can't be built incrementally is built in full: a store that is missing or damaged, a change that is not
supported, an output folder that is not as the last build left it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from congkhai.build.builder import build_site
from congkhai.build.incremental.changes import FullBuildNeededError
from congkhai.build.incremental.fingerprint import Fingerprint
from congkhai.build.incremental.incremental_build import IncrementalBuild
from congkhai.build.incremental.recorder import BuildRecorder
from congkhai.build.incremental.site_files import SiteFiles
from congkhai.build.incremental.store import FOLDER, Store, UnusableStoreError
from congkhai.build.loader import digest_of_file
from congkhai.build.locks import lock, output_lock
from congkhai.build.output import Patch, Staging, Written, doubtful_files, mark_of, mark_text
from congkhai.build.output.abandoned import remove_abandoned
from congkhai.build.output.marks import files_below
from congkhai.build.preparation import Checked, Settings, check_source
from congkhai.checks.hosts import Extent
from congkhai.foundation.problem import Problem, Problems
from congkhai.foundation.report import has_errors
from congkhai.knowledge import urls
from congkhai.site.rendering import Progress


class BuildResult(NamedTuple):
    """All problems, the number of pages of the site, and the counts of files (None: nothing was published).

    `is_in_place` tells that the site was published file by file, `extent` how large it is.
    """

    problems: tuple[Problem, ...]
    pages: int
    written: Written | None
    is_in_place: bool = False
    extent: Extent = Extent(0, 0, 0)


def check_in_full(settings: Settings) -> Checked:
    """Check a source, and record the check for the next one."""
    with _new_store(settings, "check") as store:
        recorder = BuildRecorder(store, settings) if store else None
        if recorder is None:
            return check_source(settings)
        checked = check_source(settings, digests=recorder.digests, record_check=recorder.record_check)
        recorder.finish(checked)
        recorder.commit()
        return checked


def check_incrementally(settings: Settings) -> Checked | None:
    """Check what has changed since the last check; return None where a full check is needed."""
    with suppress(UnusableStoreError, FullBuildNeededError, sqlite3.Error):
        store = Store.open(settings.source, "check", Fingerprint(settings))
        try:
            checked = IncrementalBuild(settings, store).check()
            store.commit()
            return checked
        finally:
            store.close()
    return None


@contextmanager
def _new_store(settings: Settings, purpose: str) -> Iterator[Store | None]:
    """Give an empty store, None where none can be written."""
    try:
        store = Store.create(settings.source, purpose, Fingerprint(settings))
    except UnusableStoreError:
        yield None
        return
    try:
        yield store
    finally:
        store.close()


@contextmanager
def build_recorder(settings: Settings, purpose: str = "build") -> Iterator[BuildRecorder | None]:
    """Give the recorder of a full build, None where no store can be written."""
    with _new_store(settings, purpose) as store:
        yield BuildRecorder(store, settings) if store else None


def save_build(recorder: BuildRecorder, staging: Staging, pages: int) -> None:
    """Commit a recorded build whose site has just been published."""
    recorder.save_site(staging.files(), pages)


def build_preview(output: Path, settings: Settings, progress: Progress) -> BuildResult:
    """Build the preview into `output` whatever problems the source has; raise UnwritableError.

    Where a template can't be rendered, the folder is left as it was.
    """
    with lock(output_lock(output), lambda: None):
        remove_abandoned(settings.source / FOLDER, output)
        return _build_preview(output, settings, progress)


def _build_preview(output: Path, settings: Settings, progress: Progress) -> BuildResult:
    if result := build_incrementally(output, settings, progress, purpose="preview", even_with_errors=True):
        return result
    with (
        build_recorder(settings, "preview") as recorder,
        Staging(output, cache=settings.source / FOLDER) as staging,
    ):
        built = build_site(settings, staging, progress=progress, even_with_errors=True, recorder=recorder)
        written = None
        if urls.NOT_FOUND in staging:
            written = staging.publish(keep=recorder is not None, jobs=settings.jobs)
            if recorder:
                save_build(recorder, staging, built.pages)
    return BuildResult(built.problems, built.pages, written)


def build_incrementally(
    output: Path, settings: Settings, progress: Progress, *, purpose: str = "build", even_with_errors: bool = False
) -> BuildResult | None:
    """Build what has changed since the last build into the same folder; return None where a full build is needed.

    Where problems forbid publishing, nothing is written.
    """
    with suppress(UnusableStoreError, FullBuildNeededError, sqlite3.Error):
        store = Store.open(settings.source, purpose, Fingerprint(settings))
        try:
            if mark_of(output) == mark_text(int(store.meta("total"), 16)) and _stands(output, store):
                return _update(output, settings, store, progress, even_with_errors=even_with_errors)
        finally:
            store.close()
    return None


def _stands(output: Path, store: Store) -> bool:
    """Return whether the folder holds the site of the store: by size and times, else, as from a cache, by content."""
    times = doubtful_files(output, store.outputs.states(), store.meta("published") or 0)
    if not times:
        return times is not None
    known = store.outputs.digests()
    if any(digest_of_file(output / path) != known[path] for path in times):
        return False
    store.outputs.save_times(times)
    return True


def holds_last_build(output: Path, source: Path) -> bool:
    """Return whether a folder that lost its mark holds only files of the last build of a source, byte for byte."""
    with suppress(UnusableStoreError, sqlite3.Error, OSError):
        store = Store.open(source, "build", None)
        try:
            known = store.outputs.digests()
            found = dict(files_below(output))
            are_files = bool(found) and all(S_ISREG(state.st_mode) for state in found.values())
            return are_files and all(known.get(path) == digest_of_file(output / path) for path in found)
        finally:
            store.close()
    return False


def _update(
    output: Path, settings: Settings, store: Store, progress: Progress, *, even_with_errors: bool
) -> BuildResult | None:
    def is_refused(problems: tuple[Problem, ...]) -> bool:
        return has_errors(problems, checked.labels, strict=settings.strict) and not even_with_errors

    with Patch(output, settings.source / FOLDER) as patch:
        build, site = IncrementalBuild(settings, store), SiteFiles(store, patch)
        checked = build.check()
        if is_refused(checked.problems):
            return BuildResult(checked.problems, 0, None)
        build.build(checked, site, progress)
        problems = tuple(Problems([*checked.problems, *site.problems(build.root)]))
        if is_refused(problems):
            return BuildResult(problems, 0, None)
        written, extent = site.publish(), Extent(*store.outputs.extent())
        store.commit()
        return BuildResult(problems, site.pages, written, bool(written.written) and patch.is_in_place, extent)
