"""Whether a published site stands as the last build left it, as far as that can be told without reading its files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from congkhai.build.output.marks import MARK, files_below, readers_of, readers_of_folders


def doubtful_files(output: Path, files: Mapping[str, tuple[int, int]], published: int) -> dict[str, int] | None:
    """Return the files whose bytes must be compared with what is known of them, by path with their times (ns).

    Those are the files with another time of writing than the known one, and those that were touched in any way after
    `published` (ns). Return None where the folder does not hold exactly `files` (path → size in bytes, time), their
    folders and the mark, each to be read by whoever may read the mark.
    """
    left, folders, doubtful = dict(files), _folders_of(files), dict[str, int]()
    readers = readers_of(output / MARK)
    of_folders = readers_of_folders(readers)
    for path, state in files_below(output, folders=True):
        if S_ISDIR(state.st_mode):
            if path not in folders or of_folders & ~state.st_mode:
                return None
        elif path != MARK:
            size, time = left.pop(path, (-1, 0))
            if size != state.st_size or not S_ISREG(state.st_mode) or readers & ~state.st_mode:
                return None
            if time != state.st_mtime_ns or state.st_ctime_ns > published:
                doubtful[path] = state.st_mtime_ns
    return None if left else doubtful


def _folders_of(files: Mapping[str, object]) -> set[str]:
    """Return the folders of files, and those above them."""
    found: set[str] = set()
    for folder in {path.rpartition("/")[0] for path in files}:
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
