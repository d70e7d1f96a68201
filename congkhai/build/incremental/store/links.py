"""The links of every page of the site, for finding the pages that link to a place."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from typing import ClassVar

# Rows that are written with one statement.
_ROWS = 500


class Links:
    """For each page the codes (see `checks.links.code_of`) of all places that it links to."""

    TABLES: ClassVar = ("links (page TEXT PRIMARY KEY, codes BLOB) WITHOUT ROWID",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._rows: dict[str, bytes] = {}

    def save(self, page: str, codes: Iterable[int]) -> None:
        """Save the links of a page; those saved before are replaced."""
        self._rows[page] = array("I", sorted(codes)).tobytes()
        if len(self._rows) >= _ROWS:
            self.flush()

    def flush(self) -> None:
        """Write what was saved and is not written yet."""
        self._db.executemany("REPLACE INTO links VALUES (?, ?)", self._rows.items())
        self._rows.clear()

    def delete(self, page: str) -> None:
        """Delete the links of a page."""
        self._rows.pop(page, None)
        self._db.execute("DELETE FROM links WHERE page = ?", (page,))

    def pages_linking_to(self, codes: set[int]) -> list[str]:
        """Return the paths of the pages that link to one of the places, sorted."""
        if not codes:
            return []
        self.flush()
        rows = self._db.execute("SELECT page, codes FROM links ORDER BY page")
        return [page for page, blob in rows if not codes.isdisjoint(memoryview(blob).cast("I"))]
