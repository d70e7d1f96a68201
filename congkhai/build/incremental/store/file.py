"""The file of a store: locked by one process, replaced or changed as a whole, and checked for damage before use."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import ExitStack, suppress
from pathlib import Path

from congkhai.build.locks import lock
from congkhai.foundation.atomic import write_atomically
from congkhai.foundation.paths import bytes_of_file

_CHUNK = 1 << 20


class UnusableStoreError(Exception):
    """The store is missing, damaged, locked by another process, or was written under another fingerprint."""


class StoreFile:
    """An SQLite file, and beside it the checksum of its bytes as the last commit left them."""

    def __init__(self, path: Path, held: ExitStack) -> None:
        """Take the path, and the lock on it, which `release` releases."""
        self.path, self._held = path, held
        self._checksum = path.with_suffix(".crc")
        self._new = path.with_suffix(".new")
        self._is_new = False

    @classmethod
    def locked(cls, path: Path) -> StoreFile:
        """Lock the store at a path; raise UnusableStoreError where another process has it or nothing can be written."""
        held = ExitStack()
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            ignore = path.parent / ".gitignore"
            if not ignore.is_file():
                write_atomically(ignore, b"*\n")
        if not held.enter_context(lock(path.with_suffix(".lock"))):
            held.close()
            raise UnusableStoreError(path)
        return cls(path, held)

    def is_intact(self) -> bool:
        """Return whether the file has exactly the bytes that the last commit left."""
        try:
            return not _journal(self.path).exists() and bytes_of_file(self._checksum).decode() == _checksum_of(
                self.path
            )
        except (OSError, ValueError):
            return False

    def begin(self) -> None:
        """Use a new file from now on, which takes the place of the present one when it is sealed."""
        for path in (self._new, _journal(self._new)):
            path.unlink(missing_ok=True)
        self._is_new = True

    def connect(self) -> sqlite3.Connection:
        """Open the file in one transaction."""
        connection = sqlite3.connect(self._new if self._is_new else self.path, timeout=0, isolation_level=None)
        try:
            # The store can always be built again: do not wait for the disk.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def seal(self) -> None:
        """Write the checksum of the closed file, and put a new file in its place; raise OSError."""
        write_atomically(self._checksum, _checksum_of(self._new if self._is_new else self.path).encode())
        if self._is_new:
            _journal(self.path).unlink(missing_ok=True)
            self._new.replace(self.path)

    def release(self) -> None:
        """Remove a new file that was not sealed, and release the lock."""
        if self._is_new:
            for path in (self._new, _journal(self._new)):
                with suppress(OSError):
                    path.unlink(missing_ok=True)
        self._held.close()


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _checksum_of(path: Path) -> str:
    total = 0
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return f"{total:08x} {path.stat().st_size}"
