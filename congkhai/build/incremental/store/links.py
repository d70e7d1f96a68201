"""Which pages of the site that stands lead to a place."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from typing import ClassVar


class Links:
    """The codes of all places that each page leads to."""

    TABLES: ClassVar = ("links (page TEXT PRIMARY KEY, codes BLOB) WITHOUT ROWID",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def put(self, page: str, codes: Iterable[int]) -> None:
        """Put what a page leads to in place of what it did."""
        self._db.execute("REPLACE INTO links VALUES (?, ?)", (page, array("I", sorted(codes)).tobytes()))

    def drop(self, page: str) -> None:
        """Forget a page."""
        self._db.execute("DELETE FROM links WHERE page = ?", (page,))

    def leading_to(self, codes: set[int]) -> list[str]:
        """The pages that lead to one of the places, in order."""
        if not codes:
            return []
        rows = self._db.execute("SELECT page, codes FROM links ORDER BY page")
        return [page for page, blob in rows if not codes.isdisjoint(memoryview(blob).cast("I"))]
