"""The result of the last check or build of a source, so that an unchanged source is answered without any work.

A result is valid under the fingerprint of its inputs: names, sizes and times of the files of the source and of this
program, the day, and the request. A damaged file counts as missing.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from msgspec import Struct

from congkhai.build.parts import OF_SOURCE
from congkhai.foundation.atomic import write_atomically
from congkhai.foundation.paths import bytes_of_file
from congkhai.foundation.problem import Problem, from_row, to_row
from congkhai.foundation.program import CENTRAL_FILES, PROGRAM, libraries, library_files

FOLDER = Path(".cache") / "congkhai"
_SKIPPED = frozenset(("__pycache__",))


class CachedResult(NamedTuple):
    """The problems that a check or build found, and how many cells were understood of all (`resolved`).

    Of a build also the numbers of pages and files, and the fingerprint of the output folder.
    """

    problems: tuple[Problem, ...]
    resolved: tuple[int, int] = (0, 0)
    pages: int = 0
    files: int = 0
    output: str = ""


class ResultCache(Struct, frozen=True):
    """The cached result of one request; `request` is the command and its options."""

    source: Path
    request: tuple[object, ...]
    fingerprint: str

    @classmethod
    def of(cls, source: Path, *request: object) -> ResultCache:
        """Return the cache for a source as it is now; call this before the work begins, so that later changes count."""
        of_program = (*PROGRAM.values(), *library_files().values(), *CENTRAL_FILES.values())
        paths = (*(source / name for name in OF_SOURCE), *of_program)
        return cls(source, request, fingerprint_of(paths, sys.version, libraries(), *request))

    def load(self) -> CachedResult | None:
        """Return the cached result, None where there is none or an input has changed."""
        try:
            stored = orjson.loads(bytes_of_file(self._file))
            if stored["fingerprint"] != self.fingerprint or stored["hash"] != _hash(stored["result"]):
                return None
            return _from_data(stored["result"])
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def save(self, result: CachedResult) -> None:
        """Save a result; do nothing where the folder can't be written."""
        data = _to_data(result)
        stored = orjson.dumps({"fingerprint": self.fingerprint, "hash": _hash(data), "result": data})
        try:
            write_atomically(self._file, stored)
            write_atomically(self._file.with_name(".gitignore"), b"*\n")
        except OSError:
            return

    @property
    def _file(self) -> Path:
        return self.source / FOLDER / f"{self.request[0]}.json"


def fingerprint_of(paths: Iterable[Path], *more: object) -> str:
    """Return a hash of names, sizes and times of change of all files at and below `paths`, and of `more`."""
    digest = hashlib.sha256(repr(more).encode())
    for path in paths:
        for line in sorted(_states(path)):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _states(path: Path) -> Iterator[str]:
    try:
        entries = os.scandir(path)
    except NotADirectoryError:
        found = path.stat()
        yield f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}\n"
        return
    except OSError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _SKIPPED:
                    yield from _states(Path(entry.path))
            else:
                found = _stat(entry)
                yield f"{entry.path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}\n"


def _stat(entry: os.DirEntry[str]) -> os.stat_result:
    """Return the status of a file, of the target of a link, or of the link itself where it is broken."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)


def _hash(data: Any) -> str:
    return hashlib.sha256(orjson.dumps(data)).hexdigest()


def _to_data(result: CachedResult) -> dict[str, Any]:
    return {**result._asdict(), "problems": list(map(to_row, result.problems)), "resolved": list(result.resolved)}


def _from_data(data: dict[str, Any]) -> CachedResult:
    understood, cells = data["resolved"]
    problems = tuple(map(from_row, data["problems"]))
    return CachedResult(problems, (understood, cells), data["pages"], data["files"], data["output"])
