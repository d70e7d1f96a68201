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


class Buckets:
    """A large dict of JSON values in parts, of which only those are read and written that a build touches."""

    def __init__(self, keep: Keep, name: str, fresh: bool) -> None:
        self.keep, self.name, self.fresh = keep, name, fresh
        self.read: dict[int, dict[str, Any]] = {}
        self.dirty: set[int] = set()

    def __getitem__(self, number: int) -> dict[str, Any]:
        if number not in self.read:
            data = None if self.fresh else self.keep.get(f"{self.name}/{number}")
            self.read[number] = orjson.loads(data) if data else {}
        return self.read[number]

    def save(self) -> None:
        """Keep what was changed."""
        for number in sorted(self.dirty):
            self.keep.put(f"{self.name}/{number}", orjson.dumps(self.read[number]))
        self.dirty.clear()


class Homes:
    """The piece that each page lies in, by its id."""

    _BUCKETS = 64

    def __init__(self, keep: Keep, fresh: bool) -> None:
        self._buckets = Buckets(keep, "home", fresh)

    def get(self, page: str) -> str | None:
        """The name of the piece of a page, if there is such a page."""
        found: str | None = self._buckets[self._bucket(page)].get(page)
        return found

    def move(self, page: str, piece: str | None) -> None:
        """Note where a page lies now, or that it is gone."""
        number = self._bucket(page)
        bucket = self._buckets[number]
        if bucket.get(page) == piece:
            return
        self._buckets.dirty.add(number)
        if piece is None:
            del bucket[page]
        else:
            bucket[page] = piece

    def save(self) -> None:
        """Keep what was changed."""
        self._buckets.save()

    def _bucket(self, page: str) -> int:
        return zlib.crc32(page.encode()) % self._BUCKETS
