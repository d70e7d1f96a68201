"""Writes files of a new generation of the site, in whatever process, and on whatever machine that sees its folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from congkhai.build.output.generations import has_linked_folder
from congkhai.build.output.marks import folder_of, writing
from congkhai.foundation.digest import digest_of_bytes
from congkhai.site.rendering import Staged


@dataclass(slots=True, frozen=True)
class Writer:
    """Writes into the folder of a generation; what the published site, if there is one, has already is linked."""

    folder: Path
    old: Path | None
    is_in_place: bool
    # Who must be able to read a file of the old site (bits of its mode) for it to be taken over.
    readers: int = 0
    # For each folder that was made, whether its files are written anew, whatever stands in the old site.
    _made: dict[str, bool] = field(default_factory=dict, compare=False)

    def __call__(self, name: str, data: bytes) -> Staged:
        """Write a file. Several processes may write different files."""
        folder = folder_of(name)
        with writing():
            if folder not in self._made:
                os.makedirs(f"{self.folder}/{folder}", exist_ok=True)
                self._made[folder] = self.old is None or has_linked_folder(self.old, folder)
            new = f"{self.folder}/{name}"
            is_old = not self._made[folder] and self._take_over(f"{self.old}/{name}", new, data)
            state = os.stat(new) if is_old else _write_new(new, data)
        return Staged(len(data), state.st_mtime_ns, digest_of_bytes(data), is_old)

    def _take_over(self, old: str, new: str, data: bytes) -> bool:
        """Link the old file at the new place if it has the same bytes and readers; in place, take over its time."""
        try:
            state = os.lstat(old)
            if not S_ISREG(state.st_mode) or state.st_size != len(data) or self.readers & ~state.st_mode:
                return False
            if Path(old).read_bytes() != data:
                return False
            if self.is_in_place:
                Path(new).write_bytes(data)
                os.utime(new, ns=(state.st_atime_ns, state.st_mtime_ns))
            else:
                os.link(old, new)
        except OSError:
            return False
        return True


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
