"""The store of incremental builds: state of the source, build tasks with their traces, files of the site.

One SQLite file for each source and purpose (`build`, `check`, `preview`). A store that is damaged, or that another
program, day or setting left, counts as missing.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

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
_FORMAT = 3
_PARTS = (BuildTasks, Sources, Outputs, Pieces, Links)


class UnusableStoreError(Exception):
    """The store is missing, damaged, locked by another process, or was written under another fingerprint."""


class Store:
    """The store of one source for one purpose; nothing is written before `commit`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.tasks = BuildTasks(connection)
        self.sources = Sources(connection)
        self.outputs = Outputs(connection)
        self.pieces = Pieces(connection)
        self.links = Links(connection)

    @classmethod
    def open(cls, source: Path, purpose: str, fingerprint: str) -> Store:
        """Open the store that was written under the same fingerprint; raise UnusableStoreError where there is none."""
        file = _file(source, purpose)
        if not file.is_file():
            raise UnusableStoreError(file)
        store = None
        try:
            store = cls(_connected(file))
            if store.meta("fingerprint") == [_FORMAT, fingerprint]:
                return store
        except (sqlite3.Error, ValueError) as error:
            if store:
                store.close()  # or it would spoil the file that takes its place
            raise UnusableStoreError(file) from error
        store.close()
        raise UnusableStoreError(file)

    @classmethod
    def create(cls, source: Path, purpose: str, fingerprint: str) -> Store:
        """Create an empty store in place of the present one; raise UnusableStoreError where none can be written."""
        file = _file(source, purpose)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            (file.parent / ".gitignore").write_bytes(b"*\n")
            for name in (file.name, f"{file.name}-journal"):
                file.with_name(name).unlink(missing_ok=True)
            store = cls(_connected(file))
            for part in _PARTS:
                for table in part.TABLES:
                    store._connection.execute(f"CREATE TABLE {table}")
            store._connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        except (sqlite3.Error, OSError) as error:
            raise UnusableStoreError(file) from error
        store.set_meta("fingerprint", [_FORMAT, fingerprint])
        return store

    def commit(self) -> None:
        """Write everything that was saved since the last commit."""
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Close the file; what was not committed is lost."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def meta(self, name: str) -> Any:
        """Return a single value (JSON data) by its name, None where there is none."""
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return orjson.loads(row[0]) if row else None

    def set_meta(self, name: str, value: Any) -> None:
        """Save a single value (JSON data) under a name."""
        self._connection.execute("REPLACE INTO meta VALUES (?, ?)", (name, orjson.dumps(value)))


def _file(source: Path, purpose: str) -> Path:
    return source / FOLDER / f"{purpose}.db"


def _connected(file: Path) -> sqlite3.Connection:
    """Connect and lock the file; a second build of the same source at the same time works without a store."""
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    # The store can always be built again: do not wait for the disk.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN IMMEDIATE")
    return connection
