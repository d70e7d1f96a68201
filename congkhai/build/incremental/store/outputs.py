"""The files of the site that the last build wrote."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import ClassVar


class Outputs:
    """Size (bytes), time of change (ns) and digest of every file of the site, by its path."""

    TABLES: ClassVar = ("outputs (path TEXT PRIMARY KEY, size INTEGER, time INTEGER, digest BLOB) WITHOUT ROWID",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def save(self, outputs: Iterable[tuple[str, int, int, bytes]]) -> None:
        """Save files as tuples of path, size, time and digest."""
        self._db.executemany("REPLACE INTO outputs VALUES (?, ?, ?, ?)", outputs)

    def delete(self, paths: Iterable[str]) -> None:
        """Delete files."""
        self._db.executemany("DELETE FROM outputs WHERE path = ?", ((path,) for path in paths))

    def digest(self, path: str) -> bytes | None:
        """Return the digest of a file, None where there is no such file."""
        row = self._db.execute("SELECT digest FROM outputs WHERE path = ?", (path,)).fetchone()
        return bytes(row[0]) if row else None

    def digests(self) -> dict[str, bytes]:
        """Return the digest of every file, by path."""
        return dict(self._db.execute("SELECT path, digest FROM outputs"))

    def save_times(self, times: Mapping[str, int]) -> None:
        """Save the times of change (ns) of files, by path."""
        self._db.executemany(
            "UPDATE outputs SET time = ? WHERE path = ?", ((time, path) for path, time in times.items())
        )

    def count(self) -> int:
        """Return the number of files."""
        return int(self._db.execute("SELECT count(*) FROM outputs").fetchone()[0])

    def extent(self) -> tuple[int, int, int]:
        """Return the number of files, their bytes, and the bytes of the largest."""
        count, total, largest = self._db.execute("SELECT count(*), total(size), max(size) FROM outputs").fetchone()
        return int(count), int(total), int(largest or 0)

    def states(self) -> dict[str, tuple[int, int]]:
        """Return size (bytes) and time of change (ns) of all files, by path."""
        return {path: (size, time) for path, size, time in self._db.execute("SELECT path, size, time FROM outputs")}

    def paths(self) -> list[str]:
        """Return the paths of all files, sorted."""
        return [row[0] for row in self._db.execute("SELECT path FROM outputs ORDER BY path")]

    def larger_than(self, size: int) -> dict[str, int]:
        """Return the sizes of the files of more than `size` bytes, by path."""
        return dict(self._db.execute("SELECT path, size FROM outputs WHERE size > ?", (size,)))
