"""What every writer of a site holds to: whose a folder is, where a file may lie, what the site as a whole comes to."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

MARK = ".congkhai"
_TEXT = "This folder is written by congkhai; whatever else lies in it is lost at the next build."
UNFINISHED = _TEXT.encode()


class NotOursError(Exception):
    """The output folder holds files that no build of ours wrote, or lies where it must not."""


class UnwritableError(OSError):
    """A file or folder of the output can't be written: no right, no room, no disk."""


@contextmanager
def writing() -> Iterator[None]:
    """Whatever can't be written within is an UnwritableError."""
    try:
        yield
    except OSError as error:
        raise UnwritableError(error.errno, error.strerror, error.filename) from error


def check_output_folder(output: Path, source: Path) -> None:
    """Raise NotOursError where the output is a file, a foreign folder, or would bury the source."""
    resolved, inside = output.resolve(), source.resolve()
    if inside == resolved or inside.is_relative_to(resolved):
        raise NotOursError(output, "buries-source")
    if any(resolved.is_relative_to(inside / name) for name in ("content", "static", "templates")):
        raise NotOursError(output, "in-source")
    if resolved.exists() and not resolved.is_dir():
        raise NotOursError(output, "not-a-folder")
    if resolved.is_dir() and not (resolved / MARK).is_file() and any(resolved.iterdir()):
        raise NotOursError(output, "foreign")


def sum_of(digests: Mapping[str, bytes]) -> int:
    """What a site as a whole comes to, in whatever order: files (by path, with their digests) add to it or leave it."""
    total = 0
    for name, digest in digests.items():
        if name != MARK:
            total ^= int.from_bytes(hashlib.blake2b(name.encode() + digest, digest_size=16).digest(), "big")
    return total


def mark_text(total: int) -> bytes:
    """The mark of a site that comes to `total`."""
    return f"{_TEXT}\n{total:032x}\n".encode()


def mark_of(output: Path) -> bytes:
    """The mark of the site that stands in a folder, b"" where none does."""
    try:
        return (output / MARK).read_bytes()
    except OSError:
        return b""


def stands(output: Path, sizes: Mapping[str, int]) -> bool:
    """Whether a site is as it was left: its files all there, of their sizes (bytes), none written after its mark."""
    left, last = dict(sizes), (output / MARK).stat().st_mtime_ns
    for path, state in _files_below(str(output), ""):
        if path != MARK and (left.pop(path, -1) != state.st_size or state.st_mtime_ns > last):
            return False
    return not left


def _files_below(folder: str, prefix: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(entry.path, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name, entry.stat(follow_symlinks=False)


def folder_of(name: str) -> str:
    """The folder of a file of the site; a path that leads out of the site is a bug (ValueError)."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"a page outside the site: {name}")
    return str(path.parent)
