"""The files of the site as the last build left it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import ClassVar


class Outputs:
    """Sizes and digests of the files of the site by their paths."""

    TABLES: ClassVar = ("outputs (path TEXT PRIMARY KEY, size INTEGER, digest BLOB) WITHOUT ROWID",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def put(self, outputs: Iterable[tuple[str, int, bytes]]) -> None:
        """Put files: path, size in bytes, digest."""
        self._db.executemany("REPLACE INTO outputs VALUES (?, ?, ?)", outputs)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files."""
        self._db.executemany("DELETE FROM outputs WHERE path = ?", ((path,) for path in paths))

    def digest(self, path: str) -> bytes | None:
        """The digest of a file, None where there is none."""
        row = self._db.execute("SELECT digest FROM outputs WHERE path = ?", (path,)).fetchone()
        return bytes(row[0]) if row else None

    def count(self) -> int:
        """How many files there are."""
        return int(self._db.execute("SELECT count(*) FROM outputs").fetchone()[0])

    def sizes(self) -> dict[str, int]:
        """The sizes of all files in bytes."""
        return dict(self._db.execute("SELECT path, size FROM outputs"))

    def paths(self) -> list[str]:
        """The paths of all files, in order."""
        return [row[0] for row in self._db.execute("SELECT path FROM outputs ORDER BY path")]

    def larger_than(self, size: int) -> dict[str, int]:
        """The files of more than `size` bytes with their sizes."""
        return dict(self._db.execute("SELECT path, size FROM outputs WHERE size > ?", (size,)))
