"""The files of the source as the last build read them, and the cards of its procedures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

import orjson

from congkhai.foundation.text import nfc


class SourceFile(NamedTuple):
    """A file of content/: its folder there, its state (see `loader.states_below`), the digest of its bytes, its
    problems (JSON data).
    """

    kind: str
    state: str
    digest: bytes
    problems: Any = ()


class StoredCard(NamedTuple):
    """A procedure: the path of its file below content/, its card (a row as JSON), the short hash of its record."""

    path: str
    row: bytes
    version: str


class Sources:
    """Files by path below content/, cards of procedures by code."""

    TABLES: ClassVar = (
        "files (path TEXT PRIMARY KEY, kind TEXT, state TEXT, digest BLOB, problems BLOB) WITHOUT ROWID",
        "cards (code TEXT PRIMARY KEY, path TEXT, row BLOB, version TEXT) WITHOUT ROWID",
    )

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def states(self) -> dict[str, str]:
        """Return the state of every file, by path."""
        return dict(self._db.execute("SELECT path, state FROM files"))

    def digest(self, path: str) -> bytes:
        """Return the digest of the bytes of a file, b"" where there is no such file."""
        row = self._db.execute("SELECT digest FROM files WHERE path = ?", (path,)).fetchone()
        return bytes(row[0]) if row else b""

    def all_digests(self) -> dict[str, bytes]:
        """Return the digest of every file, by path."""
        return dict(self._db.execute("SELECT path, digest FROM files"))

    def save_states(self, states: Mapping[str, str]) -> None:
        """Save the states of files that say what they said before."""
        self._db.executemany(
            "UPDATE files SET state = ? WHERE path = ?", ((state, path) for path, state in states.items())
        )

    def digests(self, kind: str) -> list[tuple[str, bytes]]:
        """Return paths and digests of all files of a kind, sorted by path."""
        return self._db.execute("SELECT path, digest FROM files WHERE kind = ? ORDER BY path", (kind,)).fetchall()

    def save_files(self, files: Mapping[str, SourceFile]) -> None:
        """Save files by path."""
        rows = ((path, *one[:3], orjson.dumps(one.problems)) for path, one in files.items())
        self._db.executemany("REPLACE INTO files VALUES (?, ?, ?, ?, ?)", rows)

    def delete_files(self, paths: Iterable[str]) -> None:
        """Delete files."""
        self._db.executemany("DELETE FROM files WHERE path = ?", ((path,) for path in paths))

    def problems(self) -> Iterator[Any]:
        """Yield the problems of each file that has any (a list of rows), sorted by path."""
        found = self._db.execute("SELECT problems FROM files WHERE problems != ? ORDER BY path", (b"[]",))
        return (orjson.loads(row[0]) for row in found)

    def rows(self) -> list[tuple[str, bytes]]:
        """Return code and row of every card, in the order of the files."""
        found = self._db.execute("SELECT path, code, row FROM cards").fetchall()
        return [(code, row) for _, code, row in sorted(found, key=_by_path)]

    def codes(self) -> list[str]:
        """Return the code of every card, in the order of the files: folder by folder."""
        found = self._db.execute("SELECT path, code FROM cards").fetchall()
        return [code for _, code in sorted(found, key=_by_path)]

    def paths(self) -> dict[str, str]:
        """Return the path of the file of every procedure, by its code."""
        return dict(self._db.execute("SELECT code, path FROM cards"))

    def count(self) -> int:
        """Return the number of procedures."""
        return int(self._db.execute("SELECT count(*) FROM cards").fetchone()[0])

    def card(self, code: str) -> StoredCard | None:
        """Return the card of a procedure, None where there is no such procedure."""
        row = self._db.execute("SELECT path, row, version FROM cards WHERE code = ?", (code,)).fetchone()
        return StoredCard(*row) if row else None

    def versions(self) -> dict[str, str]:
        """Return the short hash of the record of every procedure, by its code."""
        return dict(self._db.execute("SELECT code, version FROM cards"))

    def save_cards(self, cards: Iterable[tuple[str, StoredCard]]) -> None:
        """Save the cards of procedures by their codes."""
        self._db.executemany("REPLACE INTO cards VALUES (?, ?, ?, ?)", ((code, *card) for code, card in cards))

    def delete_card(self, code: str) -> None:
        """Delete the card of a procedure."""
        self._db.execute("DELETE FROM cards WHERE code = ?", (code,))


def _by_path(row: tuple[Any, ...]) -> str:
    """Return the sort key of a row that begins with a path: folders are compared before names."""
    return nfc(row[0]).replace("/", "\0")
