"""Builds and checks that follow from the last one: what was kept is opened, brought up to date, and kept again.

Every way back leads to a whole build: a store that is not there or damaged, a change that can't be followed, an output
that is not as it was left.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from congkhai.build.builder import build_site
from congkhai.build.incremental.changes import UntraceableError
from congkhai.build.incremental.memory import fingerprint_of
from congkhai.build.incremental.recorder import Recording
from congkhai.build.incremental.site_files import SiteUpdate
from congkhai.build.incremental.store import Store, UnusableStoreError
from congkhai.build.incremental.update import Update
from congkhai.build.output import MARK, Patch, Staging, Written, mark_of, mark_text, stands
from congkhai.build.preparation import Checked, Settings, check_source
from congkhai.foundation.problem import Problem, Problems
from congkhai.foundation.program import OF_PROGRAM, PROGRAM
from congkhai.foundation.report import has_errors
from congkhai.knowledge import urls
from congkhai.site.rendering import Note

# What follows from the records is followed record by record; what all pages have in common is not.
_COMMON = ("site.yaml", "templates", "static")


class Followed(NamedTuple):
    """What a build came to: all problems, how many pages the site has, what was done to its files (None: nothing)."""

    problems: tuple[Problem, ...]
    pages: int
    written: Written | None


def fingerprint(settings: Settings, *more: object) -> str:
    """What all that follows has in common: program, day, wishes, templates, scripts and settings of the site."""
    source = settings.source
    paths = (*(source / name for name in _COMMON), *(PROGRAM / name for name in OF_PROGRAM))
    wish = replace(settings, jobs=1, source=source.resolve())
    return fingerprint_of(paths, sys.version, wish, *more)


def check_anew(settings: Settings) -> Checked:
    """Check a whole source, and keep what the next check needs."""
    with _new_store(settings, "check", fingerprint(settings)) as store:
        recording = Recording(store, settings.source) if store else None
        if recording is None:
            return check_source(settings)
        checked = check_source(settings, digests=recording.digests, heard=recording.heard)
        recording.finish(checked)
        if store and recording.is_whole:
            store.commit()
        return checked


def check_changes(settings: Settings) -> Checked | None:
    """Check what changed since the last check; None where that can't be told."""
    with suppress(UnusableStoreError, UntraceableError, sqlite3.Error):
        store = Store.kept(settings.source, "check", fingerprint(settings))
        try:
            checked = Update(settings, store).check()
            store.commit()
            return checked
        finally:
            store.close()
    return None


@contextmanager
def _new_store(settings: Settings, purpose: str, name: str) -> Iterator[Store | None]:
    """An empty store; None where none can be kept."""
    try:
        store = Store.anew(settings.source, purpose, name)
    except UnusableStoreError:
        yield None
        return
    try:
        yield store
    finally:
        store.close()


@contextmanager
def recorded(output: Path, settings: Settings, purpose: str = "build") -> Iterator[Recording | None]:
    """A recording of a whole build into a folder, None where none can be kept."""
    with _new_store(settings, purpose, fingerprint(settings, output.resolve())) as store:
        yield Recording(store, settings.source) if store else None


def keep_site(recording: Recording, staging: Staging, pages: int) -> None:
    """Keep a recording with the site that was built, which has just taken its place."""
    if recording.is_whole:
        files = ((name, staging.size(name), digest) for name, digest in staging.digests.items() if name != MARK)
        recording.keep_site(files, pages)


def build_preview(output: Path, settings: Settings, note: Note) -> Followed:
    """Bring a folder up to what the content says now, whatever is wrong with that; raises UnwritableError.

    What a template keeps from being rendered stays as it was.
    """
    if followed := build_changes(output, settings, note, purpose="preview", even_with_errors=True):
        return followed
    with recorded(output, settings, "preview") as recording, Staging(output) as staging:
        built = build_site(settings, staging, note=note, even_with_errors=True, recording=recording)
        written = None
        if urls.NOT_FOUND in staging:
            written = staging.publish()
            if recording:
                keep_site(recording, staging, built.pages)
    return Followed(built.problems, built.pages, written)


def build_changes(
    output: Path, settings: Settings, note: Note, *, purpose: str = "build", even_with_errors: bool = False
) -> Followed | None:
    """Build what changed since the last build into the same folder; None where only a whole build will do.

    Where problems forbid publishing, nothing is changed.
    """
    with suppress(UnusableStoreError, UntraceableError, sqlite3.Error):
        store = Store.kept(settings.source, purpose, fingerprint(settings, output.resolve()))
        try:
            if mark_of(output) == mark_text(int(store.meta("total"), 16)):
                return _followed(output, settings, store, note, even_with_errors=even_with_errors)
        finally:
            store.close()
    return None


def _followed(output: Path, settings: Settings, store: Store, note: Note, *, even_with_errors: bool) -> Followed | None:
    def is_refused(problems: tuple[Problem, ...]) -> bool:
        return has_errors(problems, checked.labels, strict=settings.strict) and not even_with_errors

    with Patch(output) as patch:
        update, site = Update(settings, store), SiteUpdate(store, patch)
        checked = update.check()
        if is_refused(checked.problems):
            return Followed(checked.problems, 0, None)
        update.build(checked, site, note)
        problems = tuple(Problems([*checked.problems, *site.faults(update.root)]))
        if is_refused(problems):
            return Followed(problems, 0, None)
        if not update.has_changes and not stands(output, store.outputs.sizes()):
            return None
        written = site.publish()
        store.commit()
        return Followed(problems, site.pages, written)
