"""The files of the source as the last build saw them, and the cards of its procedures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

import orjson

from congkhai.foundation.text import nfc


class SourceFile(NamedTuple):
    """A file: its kind (folder of content/), its state on the disk, a digest of its bytes, what is wrong with it."""

    kind: str
    state: str
    digest: bytes
    problems: Any = ()


class StoredCard(NamedTuple):
    """What is known of a procedure: the path of its file below content/, the row of its card (JSON), its version."""

    path: str
    row: bytes
    version: str


class Sources:
    """Files by path, cards by code."""

    TABLES: ClassVar = (
        "files (path TEXT PRIMARY KEY, kind TEXT, state TEXT, digest BLOB, problems BLOB) WITHOUT ROWID",
        "cards (code TEXT PRIMARY KEY, path TEXT, row BLOB, version TEXT) WITHOUT ROWID",
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

    def rows(self) -> list[tuple[str, bytes]]:
        """Code and row of every card, in the order of the files."""
        found = self._db.execute("SELECT path, code, row FROM cards").fetchall()
        return [(code, row) for _, code, row in sorted(found, key=_folder_by_folder)]

    def codes(self) -> list[str]:
        """The code of every card, in the order of the files: folder by folder."""
        found = self._db.execute("SELECT path, code FROM cards").fetchall()
        return [code for _, code in sorted(found, key=_folder_by_folder)]

    def paths(self) -> dict[str, str]:
        """The path of the file of every procedure by its code."""
        return dict(self._db.execute("SELECT code, path FROM cards"))

    def count(self) -> int:
        """How many procedures there are."""
        return int(self._db.execute("SELECT count(*) FROM cards").fetchone()[0])

    def card(self, code: str) -> StoredCard | None:
        """What is known of one procedure."""
        row = self._db.execute("SELECT path, row, version FROM cards WHERE code = ?", (code,)).fetchone()
        return StoredCard(*row) if row else None

    def versions(self) -> dict[str, str]:
        """The version of every procedure by its code."""
        return dict(self._db.execute("SELECT code, version FROM cards"))

    def put_card(self, code: str, card: StoredCard) -> None:
        """Put what is known of a procedure."""
        self._db.execute("REPLACE INTO cards VALUES (?, ?, ?, ?)", (code, *card))

    def drop_card(self, code: str) -> None:
        """Forget a procedure."""
        self._db.execute("DELETE FROM cards WHERE code = ?", (code,))


def _folder_by_folder(row: tuple[Any, ...]) -> str:
    """What sorts rows by their path, part by part: nothing is smaller than the end of a part."""
    return nfc(row[0]).replace("/", "\0")
