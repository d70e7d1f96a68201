"""A full build: all files of the new site, written into a folder of their own and published in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path

from congkhai.build.output.generations import Generations
from congkhai.build.output.marks import MARK, Written, files_below, mark_text, readers_of, sum_of, writing
from congkhai.build.output.writer import Writer
from congkhai.foundation.paths import bytes_of_file
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
        self._states: dict[str, tuple[int, int]] = {}
        self.digests: dict[str, bytes] = {}
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
        has_old = not self._full and os.path.isdir(self._output)
        readers = readers_of(self._output / MARK)
        self.write = Writer(self._folder, self._output if has_old else None, self.is_in_place, readers)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def __setitem__(self, name: str, data: bytes) -> None:
        if name in self._states:
            del self[name]
        self.take(name, self.write(name, data))

    def take(self, name: str, staged: Staged) -> None:
        """Make a written file a part of the site."""
        self._states[name] = (staged.size, staged.time)
        self.digests[name] = staged.digest
        if staged.is_old:
            self._unchanged.add(name)

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
            return bytes_of_file(self._output / name)
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


def write_output(output: Path, files: Iterable[tuple[str, bytes]], *, full: bool = False) -> Written:
    """Replace the site in `output`, which must have passed `check_output_folder`, by `files` (path, bytes)."""
    with Staging(output, full=full) as staging:
        for name, data in files:
            staging[name] = data
        return staging.publish()
