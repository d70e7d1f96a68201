"""The store of incremental builds: state of the source, build tasks with their traces, files of the site.

One SQLite file for each source and purpose (`build`, `check`, `preview`). A store that is damaged, or that another
program, day or setting left, counts as missing.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import orjson

from congkhai.build.incremental.store.file import StoreFile, UnusableStoreError
from congkhai.build.incremental.store.links import Links
from congkhai.build.incremental.store.outputs import Outputs
from congkhai.build.incremental.store.pieces import Pieces
from congkhai.build.incremental.store.sources import SourceFile, Sources, StoredCard
from congkhai.build.incremental.store.tasks import BuildTask, BuildTasks, DigestOf, TaskName

__all__ = [
    "FOLDER",
    "BuildTask",
    "DigestOf",
    "SourceFile",
    "Store",
    "StoredCard",
    "TaskName",
    "UnusableStoreError",
]

FOLDER = Path(".cache") / "congkhai"
_FORMAT = 6
_PARTS = (BuildTasks, Sources, Outputs, Pieces, Links)


class Fingerprint(Protocol):
    """What all tasks of a store depend on, as a hash of states of files and one of their contents."""

    @property
    def quick(self) -> str:
        """The hash of names, sizes and times."""

    @property
    def content(self) -> str:
        """The hash of what the files say."""


class Store:
    """The store of one source for one purpose; only one process has it open at a time.

    It may raise sqlite3.Error at any call (a full disk); whoever uses it goes on without it then.
    """

    def __init__(self, file: StoreFile) -> None:
        """Connect to a store file that is locked by this process; raise sqlite3.Error."""
        self._file = file
        self._connection = file.connect()
        self.tasks = BuildTasks(self._connection)
        self.sources = Sources(self._connection)
        self.outputs = Outputs(self._connection)
        self.pieces = Pieces(self._connection)
        self.links = Links(self._connection)

    @classmethod
    def open(cls, source: Path, purpose: str, fingerprint: Fingerprint | None) -> Store:
        """Open the store that was written under the same fingerprint, or under any.

        Raise UnusableStoreError where there is none.
        """
        file = StoreFile.locked(source / FOLDER / f"{purpose}.db")
        store = None
        try:
            if file.is_intact():
                store = cls(file)
                if fingerprint is None or store.is_of(fingerprint):
                    return store
        except (sqlite3.Error, ValueError):
            pass
        if store:
            store.close()
        file.release()
        raise UnusableStoreError(file.path)

    @classmethod
    def create(cls, source: Path, purpose: str, fingerprint: Fingerprint) -> Store:
        """Create an empty store, which replaces the present one when it is committed.

        Raise UnusableStoreError where none can be written.
        """
        file = StoreFile.locked(source / FOLDER / f"{purpose}.db")
        try:
            file.begin()
            store = cls(file)
            for part in _PARTS:
                for table in part.TABLES:
                    store._connection.execute(f"CREATE TABLE {table}")
            store._connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
            store.set_meta("fingerprint", [_FORMAT, fingerprint.quick, fingerprint.content])
        except (sqlite3.Error, OSError) as error:
            file.release()
            raise UnusableStoreError(file.path) from error
        return store

    def is_of(self, fingerprint: Fingerprint) -> bool:
        """Return whether the store was written under a fingerprint: from the same files, or such as say the same."""
        known = self.meta("fingerprint")
        if not isinstance(known, list) or known[:1] != [_FORMAT]:
            return False
        if known[1:2] == [fingerprint.quick]:
            return True
        if known[2:] != [fingerprint.content]:
            return False
        self.set_meta("fingerprint", [_FORMAT, fingerprint.quick, fingerprint.content])
        return True

    def commit(self) -> None:
        """Write everything that was saved, and close the store; raise sqlite3.Error."""
        self.tasks.flush()
        self.links.flush()
        self._connection.execute("COMMIT")
        self._connection.close()
        try:
            self._file.seal()
        except OSError as error:
            raise sqlite3.OperationalError(*error.args) from error
        finally:
            self._file.release()

    def close(self) -> None:
        """Close the store; what was not committed is lost."""
        with suppress(sqlite3.Error):
            self._connection.close()
        self._file.release()

    def meta(self, name: str) -> Any:
        """Return a single value (JSON data) by its name, None where there is none."""
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return orjson.loads(row[0]) if row else None

    def set_meta(self, name: str, value: Any) -> None:
        """Save a single value (JSON data) under a name."""
        self._connection.execute("REPLACE INTO meta VALUES (?, ?)", (name, orjson.dumps(value)))
