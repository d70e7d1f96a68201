"""What is kept of a build for the next one: the state of the source, each job with what it read and made, the outputs.

One SQLite file a source and purpose. Whatever is damaged, of another program or another day is as good as not there.
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
from congkhai.build.incremental.store.tasks import Answerer, Job, Jobs

__all__ = ["FOLDER", "Answerer", "Job", "SourceFile", "Store", "StoredCard", "UnusableStoreError"]

FOLDER = Path(".cache") / "congkhai"
_FORMAT = 2
_PARTS = (Jobs, Sources, Outputs, Pieces, Links)


class UnusableStoreError(Exception):
    """A store that is not there, damaged, taken by another process, or of another program, day or wish."""


class Store:
    """The store of one source for one purpose; nothing is kept before `commit`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.jobs = Jobs(connection)
        self.sources = Sources(connection)
        self.outputs = Outputs(connection)
        self.pieces = Pieces(connection)
        self.links = Links(connection)

    @classmethod
    def kept(cls, source: Path, purpose: str, fingerprint: str) -> Store:
        """The store that was kept under the same fingerprint; raises UnusableStoreError."""
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
    def anew(cls, source: Path, purpose: str, fingerprint: str) -> Store:
        """An empty store in place of whatever is there; raises UnusableStoreError where none can be written."""
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
        """Keep all that was put since the last commit."""
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Forget what was not committed."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def meta(self, name: str) -> Any:
        """A value that stands for itself; None where there is none."""
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return orjson.loads(row[0]) if row else None

    def set_meta(self, name: str, value: Any) -> None:
        """Put a value that stands for itself."""
        self._connection.execute("REPLACE INTO meta VALUES (?, ?)", (name, orjson.dumps(value)))


def _file(source: Path, purpose: str) -> Path:
    return source / FOLDER / f"{purpose}.db"


def _connected(file: Path) -> sqlite3.Connection:
    """A connection that owns the file: a second build of the same source at the same time works without a store."""
    connection = sqlite3.connect(file, timeout=0, isolation_level=None)
    # What is kept can always be made again: no waiting for the disk.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN IMMEDIATE")
    return connection
