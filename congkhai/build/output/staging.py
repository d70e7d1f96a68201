"""A full build: all files of the new site, written into a folder of their own and published in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path
from stat import S_ISREG

from congkhai.build.output.generations import Generations, has_linked_folder
from congkhai.build.output.marks import MARK, Written, files_below, folder_of, mark_text, readers_of, sum_of, writing
from congkhai.foundation.digest import digest_of_bytes
from congkhai.site.rendering import Staged


class Staging(MutableMapping[str, bytes]):
    """The new site, as a mapping of paths to bytes that lies on the disk.

    A context manager: what is not published by its end is removed, and the old site stays as it was.
    """

    def __init__(self, output: Path, *, full: bool = False, cache: Path | None = None) -> None:
        """Take the output folder, which must have passed `check_output_folder`.

        Files with the same bytes as in the old site are hard links to them, unless `full`. `cache` is the folder for
        caches of the source (see `generations`).
        """
        self._generations, self._full = Generations(output, cache), full
        self._output = self._generations.output
        self._readers = readers_of(self._output / MARK)
        self._states: dict[str, tuple[int, int]] = {}
        self.digests: dict[str, bytes] = {}
        # For each folder that was made, whether its files are written anew, whatever stands in the old site.
        self._folders: dict[str, bool] = {}
        self._unchanged: set[str] = set()

    @property
    def is_in_place(self) -> bool:
        """Whether the site is published file by file."""
        return self._generations.is_in_place

    def __enter__(self) -> Staging:
        with writing():
            if not self._generations.is_in_place:
                self._output.parent.mkdir(parents=True, exist_ok=True)
            self._generations.clean()
            self._folder = self._generations.new_folder()
        self._has_old = not self._full and os.path.isdir(self._output)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def __setitem__(self, name: str, data: bytes) -> None:
        if name in self._states:
            del self[name]
        self.take(name, self.write(name, data))

    def write(self, name: str, data: bytes) -> Staged:
        """Write a file; it belongs to the site when `take` is told so. Forked processes may write different files."""
        folder = folder_of(name)
        with writing():
            if folder not in self._folders:
                os.makedirs(f"{self._folder}/{folder}", exist_ok=True)
                self._folders[folder] = not self._has_old or has_linked_folder(self._output, folder)
            is_old = not self._folders[folder] and self._take_over(self._output / name, self._folder / name, data)
            state = os.stat(f"{self._folder}/{name}") if is_old else _write_new(f"{self._folder}/{name}", data)
        return Staged(len(data), state.st_mtime_ns, digest_of_bytes(data), is_old)

    def take(self, name: str, staged: Staged) -> None:
        """Make a written file a part of the site."""
        self._states[name] = (staged.size, staged.time)
        self.digests[name] = staged.digest
        if staged.is_old:
            self._unchanged.add(name)

    def _take_over(self, old: Path, new: Path, data: bytes) -> bool:
        """Link the old file at the new place if it has the same bytes and readers; in place, take over its time."""
        try:
            state = old.lstat()
            if not S_ISREG(state.st_mode) or state.st_size != len(data) or self._readers & ~state.st_mode:
                return False
            if old.read_bytes() != data:
                return False
            if self.is_in_place:
                new.write_bytes(data)
                os.utime(new, ns=(state.st_atime_ns, state.st_mtime_ns))
            else:
                os.link(old, new)
        except OSError:
            return False
        return True

    def __getitem__(self, name: str) -> bytes:
        if name not in self._states:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __delitem__(self, name: str) -> None:
        del self._states[name], self.digests[name]
        self._unchanged.discard(name)
        (self._folder / name).unlink()

    def __iter__(self) -> Iterator[str]:
        return iter(self._states)

    def __len__(self) -> int:
        return len(self._states)

    def files(self) -> Iterator[tuple[str, int, int, bytes]]:
        """Yield path, size (bytes), time of change (ns) and digest of every file except the mark."""
        return ((name, *self._states[name], digest) for name, digest in self.digests.items() if name != MARK)

    def sizes(self) -> list[int]:
        """Return the size (bytes) of every file except the mark."""
        return [size for name, (size, _) in self._states.items() if name != MARK]

    def old_file(self, name: str) -> bytes | None:
        """Return the bytes of a file of the published site, None where there is no such file."""
        try:
            return (self._output / name).read_bytes()
        except OSError:
            return None

    def publish(self, *, keep: bool = False, jobs: int = 1) -> Written:
        """Replace the published site by this one and count files; with `keep`, prepare the next incremental build."""
        new, unchanged = set(self._states), len(self._unchanged)
        with writing():
            old = {path for path, _ in files_below(self._output) if path != MARK} if self._output.is_dir() else set()
            self[MARK] = mark_text(sum_of(self.digests))
            differing = (old | new) - self._unchanged
            self._generations.publish(self._folder, differing, keep=len(new) if keep else 0, jobs=jobs)
        return Written(len(new) - unchanged, unchanged, len(old - new))


def _write_new(path: str, data: bytes) -> os.stat_result:
    """Write a file that is not there; a link at its place goes, what it led to stays."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(path, flags, 0o666)
    except FileExistsError:
        os.unlink(path)
        descriptor = os.open(path, flags, 0o666)
    with open(descriptor, "wb", buffering=0) as file:
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        return os.fstat(descriptor)


def write_output(output: Path, files: Iterable[tuple[str, bytes]], *, full: bool = False) -> Written:
    """Replace the site in `output`, which must have passed `check_output_folder`, by `files` (path, bytes)."""
    with Staging(output, full=full) as staging:
        for name, data in files:
            staging[name] = data
        return staging.publish()
