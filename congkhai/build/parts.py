"""Parts of a site that several machines build: each has a share of the pages and a manifest that names the build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from congkhai.foundation.program import CENTRAL_FILES, PROGRAM

MANIFEST = "congkhai-part.bin"
T = TypeVar("T")
# What a site is made of in the folder of the source.
OF_SOURCE = ("site.yaml", "content", "templates", "static")
# So many parts at the most, and so long is the name of the last of them.
_MOST, _LONGEST = 1000, 9


class PartError(Exception):
    """The parts do not form one site; `reason` is unreadable, other-build, missing or twice."""

    def __init__(self, reason: str, part: object) -> None:
        super().__init__(reason, part)
        self.reason, self.part = reason, str(part)


class Share(Struct, frozen=True):
    """One of several equal shares of the pages of a site: number `number` (from 1) of `of`."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @classmethod
    def read(cls, text: str) -> Share | None:
        """Parse a share ("2/4"); return None where `text` is not one."""
        number, slash, of = text.partition("/")
        digits = slash and number.isdecimal() and of.isdecimal() and len(text) <= _LONGEST
        if not digits or not 1 <= int(number) <= int(of) <= _MOST:
            return None
        return cls(int(number), int(of))

    def of_all(self, all_there_are: Sequence[T]) -> Sequence[T]:
        """Return the share of a list, in its order: whatever stands together in it is spread evenly."""
        return all_there_are[self.number - 1 :: self.of]


def digest_of(source: Path, *request: object) -> str:
    """Return a hash of source, program and `request` by content; it is the same on every machine."""
    of_source = {f"source/{name}": source / name for name in OF_SOURCE}
    return digest_of_files({**of_source, **PROGRAM, **CENTRAL_FILES}, *request)


def digest_of_files(tops: Mapping[str, Path], *request: object) -> str:
    """Return a hash of `request` and of all files at and below `tops` by content, under the names of those."""
    digest = hashlib.sha256(repr(request).encode())
    for name, top in tops.items():
        for path in sorted(_files(top)):
            digest.update(f"{name}/{path.relative_to(top).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from (found for found in path.rglob("*") if found.is_file() and "__pycache__" not in found.parts)
