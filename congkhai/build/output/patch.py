"""An incremental build: a few new and removed files, published as a new generation of the site in one step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from congkhai.build.output.generations import Generations
from congkhai.build.output.marks import MARK, UNFINISHED, folder_of, mark_text, writing
from congkhai.build.output.switch import copy_file, remove_empty_folders, replace_file
from congkhai.foundation.paths import bytes_of_file


class Patch:
    """The changes to a published site, by paths relative to it.

    A context manager: what is not published by its end is removed, and the site stays as it was.
    """

    def __init__(self, output: Path, cache: Path | None = None) -> None:
        """Take the folder of a site of ours, and the folder for caches of the source (see `generations`)."""
        self._generations = Generations(output, cache)
        self._output = self._generations.output
        self._files: list[str] = []
        self._gone: list[str] = []

    @property
    def is_in_place(self) -> bool:
        """Whether the site is published file by file."""
        return self._generations.is_in_place

    def __enter__(self) -> Patch:
        with writing():
            self._generations.clean()
            self._folder = self._generations.new_folder()
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def write(self, name: str, data: bytes) -> int:
        """Write a new or changed file; return its time of change (ns)."""
        file = self._folder / name
        with writing():
            (self._folder / folder_of(name)).mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            self._files.append(name)
            return file.stat().st_mtime_ns

    def remove(self, name: str) -> None:
        """Remove a file of the site."""
        folder_of(name)
        self._gone.append(name)

    def old_file(self, name: str) -> bytes | None:
        """Return the bytes of a file of the published site, None where there is no such file."""
        try:
            return bytes_of_file(self._output / name)
        except OSError:
            return None

    def publish(self, total: int, count: int) -> None:
        """Publish all changes; the new site has the sum `total` (see `marks.sum_of`) and `count` files.

        Raise UnwritableError.
        """
        self.write(MARK, mark_text(total))
        with writing():
            if self._generations.is_in_place:
                self._publish_in_place()
                return
            new = self._generations.copy_of_published()
            try:
                self._apply(new)
                self._generations.publish(new, [*self._files, *self._gone], keep=count)
            finally:
                shutil.rmtree(new, ignore_errors=True)

    def _apply(self, folder: Path) -> None:
        for name in self._gone:
            (folder / name).unlink(missing_ok=True)
        for name in self._files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._folder / name, folder / name)
        remove_empty_folders({(folder / name).parent for name in self._gone}, folder)

    def _publish_in_place(self) -> None:
        """Change the published folder itself; the mark comes last, so that until then the site counts as damaged."""
        replace_file(self._output / MARK, UNFINISHED)
        for name in self._gone:
            (self._output / name).unlink(missing_ok=True)
        for name in self._files:
            copy_file(self._folder / name, self._output / name)
        remove_empty_folders({(self._output / name).parent for name in self._gone}, self._output)
