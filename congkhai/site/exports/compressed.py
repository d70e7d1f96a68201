"""Compressed twins of files (page.html.br, page.html.gz), for hosts that serve the one beside a file."""

from __future__ import annotations

import importlib
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Future

File = tuple[str, bytes]
Previous = Callable[[str], bytes | None]

# Files of text; pictures, fonts and archives are compressed in themselves.
_TEXT = frozenset((".atom", ".bin", ".css", ".csv", ".html", ".ics", ".js", ".json", ".md", ".svg", ".txt", ".xml"))
# Folders of files that every visitor fetches and keeps: brotli's last 7 % are worth forty times the work there only.
_FETCHED_BY_ALL = ("assets/", "search/")
_BEST, _QUICK = 11, 8
# The number by which zlib knows the header and the largest window of gzip.
_GZIP = 31
# Files under way at a time for each thread, so that memory stays bounded.
_AHEAD = 16


class Encoding(NamedTuple):
    """A compression that hosts serve: the suffix of its files, and the way there and back."""

    suffix: str
    compress: Callable[[str, bytes], bytes]
    decompress: Callable[[bytes], bytes]


def encodings() -> tuple[Encoding, ...]:
    """The encodings of this machine: gzip always (RFC 1952, bears no time), brotli (RFC 7932) where it is installed."""
    gzip = Encoding(".gz", lambda _, data: zlib.compress(data, 9, _GZIP), lambda data: zlib.decompress(data, _GZIP))
    try:
        brotli = importlib.import_module("brotli")
    except ImportError:
        return (gzip,)

    def pack(name: str, data: bytes) -> bytes:
        packed: bytes = brotli.compress(data, quality=_BEST if name.startswith(_FETCHED_BY_ALL) else _QUICK)
        return packed

    return (Encoding(".br", pack, brotli.decompress), gzip)


def compressed(files: Iterable[File], previous: Previous, jobs: int = 1) -> Iterator[File]:
    """All files, and after each file of text its twins, where they are smaller than the file.

    `previous` gives a file of the site as it stood; a twin there that still unpacks to the file is kept as it is.
    """
    from concurrent.futures import ThreadPoolExecutor

    ways = encodings()
    under_way: deque[tuple[str, bytes, Future[list[File]]]] = deque()
    with ThreadPoolExecutor(jobs) as pool:
        for name, data in files:
            under_way.append((name, data, pool.submit(_twins, name, data, ways, previous)))
            if len(under_way) > jobs * _AHEAD:
                yield from _done(under_way)
        while under_way:
            yield from _done(under_way)


def twins_of(files: Mapping[str, bytes], previous: Previous, jobs: int = 1) -> Iterator[File]:
    """The compressed twins of the files of a site, without the files; `files` may grow meanwhile."""
    paths = tuple(files)
    known = frozenset(paths)
    twins = compressed(((path, files[path]) for path in paths), previous, jobs)
    return (file for file in twins if file[0] not in known)


def is_text(name: str) -> bool:
    """Whether a file gains from compression."""
    return PurePosixPath(name).suffix in _TEXT


def _done(under_way: deque[tuple[str, bytes, Future[list[File]]]]) -> Iterator[File]:
    name, data, twins = under_way.popleft()
    yield name, data
    yield from twins.result()


def _twins(name: str, data: bytes, ways: tuple[Encoding, ...], previous: Previous) -> list[File]:
    if not is_text(name):
        return []
    found = []
    for way in ways:
        twin = name + way.suffix
        packed = _kept(previous(twin), data, way) or way.compress(name, data)
        if len(packed) < len(data):
            found.append((twin, packed))
    return found


def _kept(packed: bytes | None, data: bytes, way: Encoding) -> bytes | None:
    """What an earlier build wrote, if it is whole and says the same."""
    if packed is None:
        return None
    try:
        return packed if way.decompress(packed) == data else None
    except Exception:  # both libraries raise errors of their own for what was cut short
        return None
