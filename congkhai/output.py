"""Writes the site: only into a folder that is ours, and so that the old site stays whole until the new one stands.

The new site is laid beside the old one, files that did not change are linked instead of written, and then the two
folders change places.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from glob import escape
from pathlib import Path, PurePosixPath

MARK = ".congkhai"
# From the headers of Linux: paths count from the working folder; exchange two names.
_HERE, _RENAME_EXCHANGE = -100, 2
_MARK_TEXT = b"This folder is written by congkhai and replaced as a whole at every build.\n"


class NotOursError(Exception):
    """The output folder holds files that no build of ours wrote, or lies where it must not."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the output folder, in files."""

    written: int
    unchanged: int
    removed: int


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


def write_output(output: Path, files: Iterable[tuple[str, bytes]], *, full: bool = False) -> Written:
    """Replace the site in `output` by the files (path relative to the site → bytes) in one step.

    The folder must have passed `check_output_folder`. A fault on the way leaves the old site as it was. Files that
    did not change keep their place on the disk, unless `full` has them all written anew.
    """
    output = output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(output)
    staging = Path(tempfile.mkdtemp(prefix=f".{output.name}.new-", dir=output.parent))
    try:
        result = _lay(staging, output, _with_mark(files), full)
        os.chmod(staging, 0o755)
        _change_places(staging, output)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return result


def old_file(output: Path, name: str) -> bytes | None:
    """A file of the site that stands in `output`; None where there is none."""
    try:
        return (output / name).read_bytes()
    except OSError:
        return None


def _lay(staging: Path, old: Path, files: Iterable[tuple[str, bytes]], full: bool) -> Written:
    before = _count(old)
    written = replaced = unchanged = 0
    made: set[str] = set()
    for name, data in files:
        folder = _folder_of(name)
        if folder not in made:
            os.makedirs(staging / folder, exist_ok=True)
            made.add(folder)
        if not full and _link_if_same(old / name, staging / name, data):
            unchanged += 1
            continue
        with open(staging / name, "xb") as file:
            file.write(data)
        written += 1
        replaced += (old / name).is_file()
    return Written(written, unchanged, before - unchanged - replaced)


def _folder_of(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"a page outside the site: {name}")
    return str(path.parent)


def _with_mark(files: Iterable[tuple[str, bytes]]) -> Iterable[tuple[str, bytes]]:
    yield from files
    yield MARK, _MARK_TEXT


def _link_if_same(old: Path, new: Path, data: bytes) -> bool:
    """Link the old file at the new place if it holds the same bytes."""
    try:
        if old.is_symlink() or old.stat().st_size != len(data) or old.read_bytes() != data:
            return False
        os.link(old, new)
    except OSError:
        return False
    return True


def _count(folder: Path) -> int:
    return sum(len(names) for _, _, names in os.walk(folder))


def _change_places(staging: Path, output: Path) -> None:
    """Put the new site where the old one stood; if that fails, put the old one back."""
    if not output.exists():
        os.rename(staging, output)
        return
    if _exchange(staging, output):
        return  # the old site lies at the place of the new one, and goes with it
    old = Path(tempfile.mkdtemp(prefix=f".{output.name}.old-", dir=output.parent))
    os.rename(output, old / "site")
    try:
        os.rename(staging, output)
    except OSError:
        os.rename(old / "site", output)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in a single step, where the system can (Linux: renameat2)."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _remove_leftovers(output: Path) -> None:
    """Clean up after a build that was interrupted; an old site that was set aside goes back to its place."""
    name = escape(output.name)
    for aside in output.parent.glob(f".{name}.old-*"):
        if not output.exists() and (aside / "site").is_dir():
            os.rename(aside / "site", output)
        shutil.rmtree(aside, ignore_errors=True)
    for staging in output.parent.glob(f".{name}.new-*"):
        shutil.rmtree(staging, ignore_errors=True)
