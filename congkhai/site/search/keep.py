"""What an index leaves for the next build: named bytes, wherever the caller keeps them."""

from __future__ import annotations

import zlib
from typing import Any, Protocol

import orjson


class Keep(Protocol):
    """Bytes by name, as they were put by the last build; a database, a folder or nothing but a dict."""

    def get(self, name: str, /) -> bytes | None:
        """What was put under a name."""

    def put(self, name: str, data: bytes, /) -> None:
        """Keep bytes under a name."""

    def delete(self, name: str, /) -> None:
        """Forget a name, whether it was known or not."""


class Forgetful:
    """Keeps nothing: for an index that nobody will change."""

    def get(self, _name: str, /) -> bytes | None:
        """Nothing was kept."""
        return None

    def put(self, _name: str, _data: bytes, /) -> None:
        """Let go of it."""

    def delete(self, _name: str, /) -> None:
        """There is nothing to forget."""


class Rows:
    """JSON objects by syllable, a line each, in buckets; only lines that are asked for are understood."""

    def __init__(self, keep: Keep, name: str, fresh: bool) -> None:
        self._keep, self._name, self._fresh = keep, name, fresh
        self._lines: dict[int, dict[bytes, bytes]] = {}
        self._rows: dict[int, dict[bytes, dict[str, Any]]] = {}
        self._dirty: set[int] = set()

    def get(self, number: int, key: str) -> dict[str, Any]:
        """The row of a key in a bucket; an empty one if there is none."""
        if number not in self._lines:
            data = None if self._fresh else self._keep.get(f"{self._name}/{number}")
            self._lines[number] = dict(line.split(b"\t") for line in (data or b"").splitlines())
            self._rows[number] = {}
        rows, name = self._rows[number], key.encode()
        if name not in rows:
            line = self._lines[number].get(name)
            rows[name] = orjson.loads(line) if line else {}
        return rows[name]

    def for_change(self, number: int, key: str) -> dict[str, Any]:
        """The row of a key in a bucket, that is to be changed."""
        self._dirty.add(number)
        return self.get(number, key)

    def save(self) -> None:
        """Keep what was changed."""
        for number in sorted(self._dirty):
            rows = {name: orjson.dumps(row) if row else b"" for name, row in self._rows[number].items()}
            lines = (name + b"\t" + row for name, row in {**self._lines[number], **rows}.items() if row)
            self._keep.put(f"{self._name}/{number}", b"\n".join(lines))
        self._dirty.clear()


class Homes:
    """The piece that each page lies in, by its id; in buckets, of which few are read and written."""

    _BUCKETS = 64

    def __init__(self, keep: Keep, fresh: bool) -> None:
        self._keep, self._fresh = keep, fresh
        self._read: dict[int, dict[str, str]] = {}
        self._dirty: set[int] = set()

    def get(self, page: str) -> str | None:
        """The name of the piece of a page, if there is such a page."""
        return self._bucket(self._number(page)).get(page)

    def move(self, page: str, piece: str | None) -> None:
        """Note where a page lies now, or that it is gone."""
        number = self._number(page)
        bucket = self._bucket(number)
        if bucket.get(page) == piece:
            return
        self._dirty.add(number)
        if piece is None:
            del bucket[page]
        else:
            bucket[page] = piece

    def save(self) -> None:
        """Keep what was changed."""
        for number in sorted(self._dirty):
            self._keep.put(f"home/{number}", orjson.dumps(self._read[number]))
        self._dirty.clear()

    def _bucket(self, number: int) -> dict[str, str]:
        if number not in self._read:
            data = None if self._fresh else self._keep.get(f"home/{number}")
            self._read[number] = orjson.loads(data) if data else {}
        return self._read[number]

    def _number(self, page: str) -> int:
        return zlib.crc32(page.encode()) % self._BUCKETS
