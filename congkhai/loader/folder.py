"""Walks a source folder and reads its files; what can't be walked or read is a problem."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from congkhai.problem import Place, Problems
from congkhai.text import nfc


def files_below(folder: Path, source: Path, problems: Problems) -> Iterator[Path]:
    """All files below a folder in a fixed order; links that lead outside the source, or to folders, are problems."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: nfc(entry.name))
    except OSError as error:
        problems.add("unreadable-file", Place(shown_path(folder, source)), reason=_reason(error))
        return
    for entry in entries:
        if entry.name.startswith(".") or not is_inside(entry, source, problems):
            continue
        if not entry.name.isprintable():
            problems.add("bad-file-name", Place(shown_path(entry, source)))
        elif not entry.is_dir():
            yield entry
        elif entry.is_symlink():
            problems.add("linked-folder", Place(shown_path(entry, source)))
        else:
            yield from files_below(entry, source, problems)


def is_inside(path: Path, source: Path, problems: Problems) -> bool:
    """Whether a path stays in the source; a link that leads out of it is a problem."""
    if not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(os.path.realpath(source)):
        return True
    problems.add("outside-link", Place(shown_path(path, source)))
    return False


def shown_path(path: Path, source: Path) -> str:
    """The path of a file as it is shown: what can't be printed stands as an escape."""
    name = path.relative_to(source).as_posix()
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)


def read_file(path: Path, source: Path, problems: Problems) -> bytes | None:
    """The bytes of a file, None where it can't be read."""
    try:
        if path.is_file():
            return path.read_bytes()
        reason = "ENOENT" if not path.exists() else "EISDIR" if path.is_dir() else "ENXIO"
    except OSError as error:
        reason = _reason(error)
    problems.add("unreadable-file", Place(shown_path(path, source)), reason=reason)
    return None


def _reason(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, "EIO")


def states_below(folder: Path) -> dict[str, str] | None:
    """The state (size, times, place on the disk) of every file below a folder, by path from there.

    None where there are links or names that only `files_below` can tell of.
    """
    found: dict[str, str] = {}
    return found if _states(str(folder), "", found) else None


def _states(folder: str, prefix: str, found: dict[str, str]) -> bool:
    try:
        entries = os.scandir(folder)
    except OSError:
        return False
    with entries:
        for entry in entries:
            name = entry.name
            if name.startswith("."):
                continue
            if entry.is_symlink() or not name.isprintable():
                return False
            if entry.is_dir():
                if not _states(entry.path, f"{prefix}{name}/", found):
                    return False
            else:
                state = entry.stat()
                found[prefix + name] = f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"
    return True
