"""Generations of a site: the published folder, the one that is being built, and the one before, kept for the next.

They lie in the cache of the source, if that is on the file system of the output, else beside the output. An incremental
build does not copy the site: it brings the generation before up to date, where only a few files differ, and the two
change places. Files that are the same in both are hard links of each other.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from congkhai.build.locks import short_hash
from congkhai.build.output.marks import MARK, files_below, folder_of, mark_of
from congkhai.build.output.switch import is_fixed, remove, remove_empty_folders, restore, switch, write_in_place
from congkhai.foundation.atomic import write_atomically
from congkhai.foundation.paths import bytes_of_file, real
from congkhai.foundation.processes import spread

# With more differing files than this part of all, the generation before is not kept: it would only fill the disk.
_MOST_DIFFERING = 0.25
# Files that a process links before it asks for more.
_FEW = 500


class Generations:
    """The generations of one output folder; only one process may use them at a time (see `build.locks`)."""

    def __init__(self, output: Path, cache: Path | None = None) -> None:
        """Take the output folder, and the folder for caches of the source, if there is one."""
        self.output = real(output)
        self.is_in_place = is_fixed(self.output)
        self._use(self._usable(cache))

    def _use(self, cache: Path | None) -> None:
        """Keep all generations in `cache`, or without one beside the output."""
        self._cache, name = cache, short_hash(self.output)
        if cache:
            self._folder, self._prefix = cache, f"site-{name}"
        elif self.is_in_place:
            self._folder, self._prefix = Path(tempfile.gettempdir()), f"congkhai-site-{name}"
        else:
            self._folder, self._prefix = self.output.parent, f".{self.output.name}.congkhai-{name}"
        self._before = self._folder / f"{self._prefix}.before"
        self._notes = self._folder / f"{self._prefix}.before.json"
        self._aside = self._folder / f"{self._prefix}.aside"

    def _usable(self, cache: Path | None) -> Path | None:
        """Return the cache if folders can be renamed from there to the output."""
        if cache is None:
            return None
        try:
            cache.mkdir(parents=True, exist_ok=True)
            if os.access(cache, os.W_OK) and (self.is_in_place or cache.stat().st_dev == _device_of(self.output)):
                return real(cache)
        except OSError:
            pass
        return None

    def clean(self) -> None:
        """Remove what killed builds left of this output, and put back a site that was set aside."""
        restore(self.output, self._aside)
        kept = {self._before.name, self._notes.name}
        for entry in os.scandir(self._folder):
            if entry.name.startswith(f"{self._prefix}.") and entry.name not in kept:
                remove(Path(entry.path))

    def new_folder(self) -> Path:
        """Create an empty folder for a new generation."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f"{self._prefix}.", dir=self._folder))

    def copy_of_published(self) -> Path:
        """Return a new generation with the files of the published one, as hard links."""
        folder = self.new_folder()
        if (differing := self._differing()) is not None:
            folder.rmdir()
            os.rename(self._before, folder)
            for path in differing:
                (folder / path).unlink(missing_ok=True)
                if os.path.lexists(self.output / path):
                    (folder / path).parent.mkdir(parents=True, exist_ok=True)
                    link(self.output / path, folder / path)
            remove_empty_folders({(folder / path).parent for path in differing}, folder)
            return folder
        self._forget_before()
        link_all(self.output, folder)
        return folder

    def _differing(self) -> list[str] | None:
        """Return the paths in which the generation before differs from the published one, None where unknown."""
        try:
            known = json.loads(bytes_of_file(self._notes))
            if [mark_of(self.output).decode(), mark_of(self._before).decode()] == known["marks"]:
                return [path for path in map(str, known["differing"]) if folder_of(path)]
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def publish(self, folder: Path, differing: Collection[str], *, keep: int = 0, jobs: int = 1) -> None:
        """Publish the generation in `folder`, which differs from the published one in `differing` (paths).

        With `keep`, the number of files of the new one, keep the old one for the next build, or a copy of the new one
        (made by `jobs` processes) where they differ much. Raise OSError.
        """
        os.chmod(folder, 0o755)
        self.output.parent.mkdir(parents=True, exist_ok=True)
        if self.is_in_place or not self._switch(folder):
            self.is_in_place = True
            write_in_place(folder, self.output)
            remove(folder)
            return
        self._forget_before()
        if not (keep and self._cache):
            remove(folder)
            return
        with suppress(OSError):  # a disk that is full now has a whole site
            self._keep(folder, differing, count=keep, jobs=jobs)

    def _switch(self, folder: Path) -> bool:
        try:
            return switch(folder, self.output, self._aside)
        except OSError as error:
            if error.errno != errno.EXDEV or not self._cache:
                raise
        self._use(None)  # one device, and still nothing can be renamed from there
        beside = self.new_folder()
        try:
            shutil.copytree(folder, beside, dirs_exist_ok=True, symlinks=True)
            os.chmod(beside, 0o755)
            return switch(beside, self.output, self._aside)
        finally:
            remove(beside)

    def _keep(self, old: Path, differing: Collection[str], *, count: int, jobs: int) -> None:
        if not old.is_dir() or len(differing) > count * _MOST_DIFFERING:
            remove(old)
            old, differing = self.new_folder(), ()
            link_all(self.output, old, jobs)
        os.rename(old, self._before)
        marks = [mark_of(self.output).decode(), mark_of(self._before).decode()]
        known = json.dumps({"marks": marks, "differing": sorted({*differing, MARK})})
        write_atomically(self._notes, known.encode())

    def _forget_before(self) -> None:
        remove(self._notes)
        remove(self._before)


def _device_of(folder: Path) -> int:
    """Return the device of a folder, or of the nearest one above it that exists, in which it would be created."""
    while not os.path.exists(folder):
        folder = folder.parent
    return folder.stat().st_dev if folder.is_dir() else -1


def link_all(source: Path, target: Path, jobs: int = 1) -> None:
    """Link all files below `source` into the empty folder `target`."""
    paths = [path for path, _ in files_below(source)]
    shares = [paths[start : start + _FEW] for start in range(0, len(paths), _FEW)]
    for _ in spread(partial(_link, source, target), shares, jobs):
        pass


def _link(source: Path, target: Path, paths: Iterable[str]) -> None:
    made = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(target / folder, exist_ok=True)
            made.add(folder)
        link(source / path, target / path)


def link(old: Path, new: Path) -> None:
    """Link a file, or copy it where the file system has no hard links."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def has_linked_folder(top: Path, folder: str) -> bool:
    """Return whether a folder of a site, or one above it there, is a symbolic link."""
    parts: Iterable[Path] = ((top / folder), *(top / folder).parents)
    return any(part.is_symlink() for part in parts if part != top and top in part.parents)
