"""The files of the source as the last build saw them, and the cards of its procedures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

import orjson


class SourceFile(NamedTuple):
    """A file: its kind (folder of content/), its state on the disk, a digest of its bytes, what is wrong with it."""

    kind: str
    state: str
    digest: bytes
    problems: Any = ()


class Sources:
    """Files by path, cards by code."""

    TABLES: ClassVar = (
        "files (path TEXT PRIMARY KEY, kind TEXT, state TEXT, digest BLOB, problems BLOB) WITHOUT ROWID",
        "cards (code TEXT PRIMARY KEY, path TEXT, row BLOB) WITHOUT ROWID",
    )

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def states(self) -> dict[str, str]:
        """The state of every file, by path."""
        return dict(self._db.execute("SELECT path, state FROM files"))

    def digest(self, path: str) -> bytes:
        """The digest of the bytes of a file, b"" where there is none."""
        row = self._db.execute("SELECT digest FROM files WHERE path = ?", (path,)).fetchone()
        return bytes(row[0]) if row else b""

    def digests(self, kind: str) -> list[tuple[str, bytes]]:
        """Paths and digests of all files of a kind, in order."""
        return self._db.execute("SELECT path, digest FROM files WHERE kind = ? ORDER BY path", (kind,)).fetchall()

    def put_files(self, files: Mapping[str, SourceFile]) -> None:
        """Put files."""
        rows = ((path, *one[:3], orjson.dumps(one.problems)) for path, one in files.items())
        self._db.executemany("REPLACE INTO files VALUES (?, ?, ?, ?, ?)", rows)

    def drop_files(self, paths: Iterable[str]) -> None:
        """Forget files."""
        self._db.executemany("DELETE FROM files WHERE path = ?", ((path,) for path in paths))

    def problems(self) -> Iterator[Any]:
        """What is wrong with files as such, file by file."""
        found = self._db.execute("SELECT problems FROM files WHERE problems != ? ORDER BY path", (b"[]",))
        return (orjson.loads(row[0]) for row in found)

    def cards(self) -> list[tuple[str, str, bytes]]:
        """Code, path and row of every card."""
        return self._db.execute("SELECT code, path, row FROM cards").fetchall()

    def codes(self) -> list[tuple[str, str]]:
        """Code and path of every card."""
        return self._db.execute("SELECT code, path FROM cards").fetchall()

    def card(self, code: str) -> tuple[str, bytes] | None:
        """Path and row of one card."""
        row = self._db.execute("SELECT path, row FROM cards WHERE code = ?", (code,)).fetchone()
        return (row[0], bytes(row[1])) if row else None

    def put_cards(self, cards: Iterable[tuple[str, str, bytes]]) -> None:
        """Put cards: code, path, row."""
        self._db.executemany("REPLACE INTO cards VALUES (?, ?, ?)", cards)

    def drop_cards(self, codes: Iterable[str]) -> None:
        """Forget cards."""
        self._db.executemany("DELETE FROM cards WHERE code = ?", ((code,) for code in codes))
