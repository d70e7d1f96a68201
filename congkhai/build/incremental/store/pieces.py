"""What the search index saves between builds: bytes by name (implements `site.search.keep.Keep`)."""

from __future__ import annotations

import sqlite3
from typing import ClassVar


class Pieces:
    """Bytes by name."""

    TABLES: ClassVar = ("pieces (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def get(self, name: str) -> bytes | None:
        """Return the bytes of a name, None where there are none."""
        row = self._db.execute("SELECT value FROM pieces WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else None

    def put(self, name: str, value: bytes) -> None:
        """Save bytes under a name."""
        self._db.execute("REPLACE INTO pieces VALUES (?, ?)", (name, value))

    def delete(self, name: str) -> None:
        """Delete the bytes of a name."""
        self._db.execute("DELETE FROM pieces WHERE name = ?", (name,))
