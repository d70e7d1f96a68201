"""Walks a source folder and reads its files; what can't be walked or read is a problem."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from congkhai.foundation.digest import digest_of_bytes
from congkhai.foundation.file_names import is_leftover
from congkhai.foundation.paths import real
from congkhai.foundation.problem import Place, Problems
from congkhai.foundation.text import nfc

# What a way that leads nowhere is: no such file.
_NOWHERE = (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP)


def files_below(source: Path, folder: str, problems: Problems) -> Iterator[str]:
    """All files below a folder of the source by their paths from there, in a fixed order.

    Links that lead outside the source, or to folders, are problems.
    """
    if not is_inside(source, folder, problems):
        return
    try:
        with os.scandir(source / folder) as found:
            entries = sorted(found, key=lambda entry: nfc(entry.name))
    except OSError as error:
        problems.add("unreadable-file", Place(shown_path(folder)), reason=_reason(error))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(".") or is_leftover(entry.name):
            continue
        if entry.is_symlink() and not is_inside(source, path, problems):
            continue
        if not entry.name.isprintable():
            problems.add("bad-file-name", Place(shown_path(path)))
        elif not _is_folder(entry):
            yield path
        elif entry.is_symlink():
            problems.add("linked-folder", Place(shown_path(path)))
        else:
            yield from files_below(source, path, problems)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def is_inside(source: Path, path: str, problems: Problems) -> bool:
    """Return whether a file may be read: a link must lead to what lies, not hidden, in the same folder of the source.

    The same folder is content/ for all below it, and the source itself for site.yaml. Else add a problem.
    """
    whole = source / path
    if not whole.is_symlink():
        return True
    top = real(Path(source, *path.split("/")[:-1][:1]))
    target = real(whole)
    if target.is_relative_to(top) and not any(part.startswith(".") for part in target.relative_to(top).parts):
        return True
    problems.add("outside-link", Place(shown_path(path)))
    return False


def shown_path(path: str) -> str:
    """The path of a file as it is shown: what can't be printed stands as an escape."""
    if path.isprintable():
        return path
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in path)


def read_file(source: Path, path: str, problems: Problems) -> bytes | None:
    """The bytes of a file, None where it can't be read."""
    whole = f"{source}/{path}"
    try:
        mode = os.stat(whole).st_mode
        if stat.S_ISREG(mode):
            with open(whole, "rb") as file:
                return file.read()
        reason = "EISDIR" if stat.S_ISDIR(mode) else "ENXIO"
    except OSError as error:
        reason = "ENOENT" if error.errno in _NOWHERE else _reason(error)
    problems.add("unreadable-file", Place(shown_path(path)), reason=reason)
    return None


def text_of_file(source: Path, path: str) -> str | None:
    """The text of a file as far as it can be told, to look for words in it; None where that can't be done."""
    data = read_file(source, path, Problems())
    return None if data is None or b"\0" in data else nfc(data.decode("utf-8", "replace"))


def _reason(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, "EIO")


def digest_of_file(path: Path) -> bytes:
    """The digest of a file, b"" where it can't be read."""
    try:
        # A pipe or a device would keep whoever opens it waiting for ever.
        return digest_of_bytes(path.read_bytes()) if path.is_file() else b""
    except OSError:
        return b""


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
            if name.startswith(".") or is_leftover(name):
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
