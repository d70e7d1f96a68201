"""The mark of a site of ours, and what holds for every writer of a site: where it may write, what a folder contains."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from msgspec import Struct

from congkhai.foundation.paths import bytes_of_file, real

MARK = ".congkhai"
_TEXT = "This folder is written by congkhai; whatever else lies in it is lost at the next build."
UNFINISHED = _TEXT.encode()
# What every new volume of some file systems has at its top; it is none of ours and no reason to refuse the volume.
LOST_AND_FOUND = "lost+found"
# The bits of a mode that let owner, group and others read.
_READ = 0o444


class Written(Struct, frozen=True):
    """What a build did to the output folder, in numbers of files except the mark."""

    written: int
    unchanged: int
    removed: int


class NotOursError(Exception):
    """The output folder has files that no build of ours wrote, or lies where it must not."""


class UnwritableError(OSError):
    """A file or folder of the output can't be written: no permission, no space, no disk."""


@contextmanager
def writing() -> Iterator[None]:
    """Raise an OSError of the enclosed code as UnwritableError."""
    try:
        yield
    except OSError as error:
        raise UnwritableError(error.errno, error.strerror, error.filename) from error


def check_output_folder(output: Path, source: Path) -> None:
    """Raise NotOursError where the output is a file, a foreign folder, or would bury the source."""
    resolved, inside = real(output), real(source)
    if inside == resolved or inside.is_relative_to(resolved):
        raise NotOursError(output, "buries-source")
    if any(resolved.is_relative_to(inside / name) for name in ("content", "static", "templates")):
        raise NotOursError(output, "in-source")
    if os.path.lexists(resolved) and not os.path.isdir(resolved):
        raise NotOursError(output, "not-a-folder")
    names = set(os.listdir(resolved)) - {LOST_AND_FOUND} if os.path.isdir(resolved) else set()
    if names and not (resolved / MARK).is_file():
        raise NotOursError(output, "foreign")


def sum_of(digests: Mapping[str, bytes]) -> int:
    """Return the sum of a site from the digests of its files by path; XOR adds a file to it or takes it out again."""
    total = 0
    for name, digest in digests.items():
        if name != MARK:
            total ^= int.from_bytes(hashlib.blake2b(name.encode() + digest, digest_size=16).digest(), "big")
    return total


def mark_text(total: int) -> bytes:
    """Return the contents of the mark of a site whose sum is `total`."""
    return f"{_TEXT}\n{total:032x}\n".encode()


def mark_of(output: Path) -> bytes:
    """Return the contents of the mark in a folder, b"" where there is none."""
    try:
        return bytes_of_file(output / MARK)
    except OSError:
        return b""


def readers_of(path: Path) -> int:
    """Return who may read a file, as bits of its mode; everybody where there is none."""
    try:
        return path.stat().st_mode & _READ
    except OSError:
        return _READ


def readers_of_folders(readers: int) -> int:
    """Return the bits of the mode of a folder which readers of its files need."""
    return readers | readers >> 2


def files_below(folder: Path, *, folders: bool = False) -> Iterator[tuple[str, os.stat_result]]:
    """Yield path and status of all files below a folder, with `folders` of those, too.

    A link counts as a file, whatever it leads to.
    """
    yield from _files_below(str(folder), "", folders)


def _files_below(folder: str, prefix: str, folders: bool) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield path, entry.stat(follow_symlinks=False)
            elif path != LOST_AND_FOUND:
                if folders:
                    yield path, entry.stat(follow_symlinks=False)
                yield from _files_below(entry.path, f"{path}/", folders)


def folder_of(name: str) -> str:
    """Return the folder of a file of the site; raise ValueError for a path that leads out of the site."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"a page outside the site: {name}")
    return str(path.parent)
