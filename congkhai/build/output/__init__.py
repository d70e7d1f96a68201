"""Writes the site: only into a folder that is ours, and so that the old site stays whole until the new one stands.

The new site is laid beside the old one, files that did not change are linked instead of written, and then the two
folders change places.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, MutableMapping
from glob import escape
from pathlib import Path

from msgspec import Struct

from congkhai.build.output.marks import (
    MARK,
    NotOursError,
    UnwritableError,
    check_output_folder,
    folder_of,
    mark_of,
    mark_text,
    stands,
    sum_of,
    writing,
)
from congkhai.build.output.patch import Patch, finish_patch
from congkhai.foundation.digest import digest_of_bytes

__all__ = [
    "MARK",
    "NotOursError",
    "Patch",
    "Staging",
    "UnwritableError",
    "Written",
    "check_output_folder",
    "mark_of",
    "mark_text",
    "stands",
    "sum_of",
    "write_output",
]

# From the headers of Linux: paths count from the working folder; exchange two names.
_HERE, _RENAME_EXCHANGE = -100, 2


class Written(Struct, frozen=True):
    """What a build did to the output folder, in files of the site (its mark is none)."""

    written: int
    unchanged: int
    removed: int


def write_output(output: Path, files: Iterable[tuple[str, bytes]], *, full: bool = False) -> Written:
    """Replace the site in `output` by the files (path relative to the site → bytes) in one step.

    The folder must have passed `check_output_folder`. A fault on the way leaves the old site as it was. Files that
    did not change keep their place on the disk, unless `full` has them all written anew.
    """
    with Staging(output, full=full) as staging:
        for name, data in files:
            staging[name] = data
        return staging.publish()


class Staging(MutableMapping[str, bytes]):
    """The new site on its way: a mapping (path → bytes) whose files lie on the disk beside the old site.

    A context: what is not published by its end is gone, and the old site stands as it was.
    """

    def __init__(self, output: Path, *, full: bool = False) -> None:
        """Take the folder of the site, which must have passed `check_output_folder`."""
        self._output, self._full = output.resolve(), full
        self._sizes: dict[str, int] = {}
        self.digests: dict[str, bytes] = {}
        self._made: set[str] = set()
        self._unchanged: set[str] = set()

    def __enter__(self) -> Staging:
        with writing():
            self._output.parent.mkdir(parents=True, exist_ok=True)
            _remove_leftovers(self._output)
            folder = tempfile.mkdtemp(prefix=f".{self._output.name}.new-", dir=self._output.parent)
        self._folder = Path(folder)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def __setitem__(self, name: str, data: bytes) -> None:
        if name in self._sizes:
            del self[name]
        with writing():
            self._make_folder(folder_of(name))
            if not self._full and _link_if_same(self._output / name, self._folder / name, data):
                self._unchanged.add(name)
            else:
                (self._folder / name).write_bytes(data)
        self._sizes[name] = len(data)
        self.digests[name] = digest_of_bytes(data)

    def _make_folder(self, folder: str) -> None:
        if folder not in self._made:
            os.makedirs(self._folder / folder, exist_ok=True)
            self._made.add(folder)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._sizes:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __delitem__(self, name: str) -> None:
        del self._sizes[name], self.digests[name]
        self._unchanged.discard(name)
        (self._folder / name).unlink()

    def __iter__(self) -> Iterator[str]:
        return iter(self._sizes)

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, name: str) -> int:
        """The size of a file in bytes."""
        return self._sizes[name]

    def old_file(self, name: str) -> bytes | None:
        """A file of the site that stands there; None where there is none."""
        try:
            return (self._output / name).read_bytes()
        except OSError:
            return None

    def publish(self) -> Written:
        """Put the new site where the old one stands."""
        unchanged, made = len(self._unchanged), len(self._sizes)
        before = _count(self._output)
        replaced = sum((self._output / name).is_file() for name in self._sizes.keys() - self._unchanged)
        self[MARK] = mark_text(sum_of(self.digests))
        with writing():
            os.chmod(self._folder, 0o755)
            _change_places(self._folder, self._output)
        return Written(made - unchanged, unchanged, before - unchanged - replaced)


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
    """How many files a site has beside its mark."""
    return sum(len(names) for _, _, names in os.walk(folder)) - (folder / MARK).is_file()


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
    import ctypes  # loaded when a site is put in place

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
    finish_patch(output)
    for staging in output.parent.glob(f".{name}.new-*"):
        shutil.rmtree(staging, ignore_errors=True)
