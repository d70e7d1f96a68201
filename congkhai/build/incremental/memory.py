"""What the last check or build of a source came to, so that an unchanged source is answered at once.

An answer is kept under the fingerprint of all it came from: names, sizes and times of the files of the source and of
this program, the day, and what was asked. What is damaged, or comes from elsewhere, is as good as not there.
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
from congkhai.foundation.problem import Problem, from_row, to_row
from congkhai.foundation.program import OF_PROGRAM, PROGRAM

FOLDER = Path(".cache") / "congkhai"
_SKIPPED = frozenset(("__pycache__",))


class Answer(NamedTuple):
    """What a check found (`resolved`: cells understood, of all), and what a build made of it.

    `pages` and `files` are counts; `output` is the fingerprint of the site that it left.
    """

    problems: tuple[Problem, ...]
    resolved: tuple[int, int] = (0, 0)
    pages: int = 0
    files: int = 0
    output: str = ""


class Memory(Struct, frozen=True):
    """The answer to one question about one source; `question` is all that was asked beside the source."""

    source: Path
    question: tuple[object, ...]
    fingerprint: str

    @classmethod
    def of(cls, source: Path, *question: object) -> Memory:
        """The memory of a source as it is now; look before the work begins, so that a change meanwhile is seen."""
        paths = (*(source / name for name in OF_SOURCE), *(PROGRAM / name for name in OF_PROGRAM))
        return cls(source, question, fingerprint_of(paths, sys.version, *question))

    def recall(self) -> Answer | None:
        """What was found before, if nothing has changed since."""
        try:
            kept = orjson.loads(self._file.read_bytes())
            if kept["fingerprint"] != self.fingerprint or kept["hash"] != _hash(kept["answer"]):
                return None
            return _answer(kept["answer"])
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def keep(self, answer: Answer) -> None:
        """Remember an answer; a source that can't be written to is no problem."""
        import tempfile  # which takes as long to load as it takes to recall an answer

        data = _data(answer)
        kept = orjson.dumps({"fingerprint": self.fingerprint, "hash": _hash(data), "answer": data})
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            (self._file.parent / ".gitignore").write_bytes(b"*\n")
            with tempfile.NamedTemporaryFile(dir=self._file.parent, delete=False) as file:
                file.write(kept)
            os.replace(file.name, self._file)
        except OSError:
            return

    @property
    def _file(self) -> Path:
        return self.source / FOLDER / f"{self.question[0]}.json"


def fingerprint_of(paths: Iterable[Path], *more: object) -> str:
    """A hash of names, sizes and times of change of all files at and below some paths, and of anything else."""
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
    """The state of a file, of what a link leads to, or of the link where that leads nowhere."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)


def _hash(data: Any) -> str:
    return hashlib.sha256(orjson.dumps(data)).hexdigest()


def _data(answer: Answer) -> dict[str, Any]:
    return {**answer._asdict(), "problems": list(map(to_row, answer.problems)), "resolved": list(answer.resolved)}


def _answer(data: dict[str, Any]) -> Answer:
    understood, cells = data["resolved"]
    problems = tuple(map(from_row, data["problems"]))
    return Answer(problems, (understood, cells), data["pages"], data["files"], data["output"])
