"""Replaces the published site by a finished one: in one step, in two, or file by file, as the system allows.

- Linux and macOS, most file systems: both folders change places in a single step.
- Windows, and file systems without that step: two renames, and no site in between; what a kill leaves there is put
  back by the next build (`restore`).
- A folder that can't be renamed (a mount point, or no permission in its parent): file by file; the site is mixed
  meanwhile, and a kill leaves it so until the next build.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR

from congkhai.build.output.marks import MARK, UNFINISHED, files_below, readers_of, readers_of_folders

# From the headers of Linux: paths are relative to the working folder; exchange two names. From those of macOS: swap.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_RENAME_SWAP = 2
# Errors that say that a folder can't be renamed where it is.
_FIXED = (errno.EBUSY, errno.EPERM, errno.EACCES, errno.EROFS, errno.EINVAL)


def is_fixed(output: Path) -> bool:
    """Return whether a folder must be written in place: a mount point, or in a folder where we may not write."""
    return os.path.isdir(output) and (os.path.ismount(output) or not os.access(output.parent, os.W_OK))


def switch(new: Path, output: Path, aside: Path) -> bool:
    """Put `new` at the place of `output`, and the old site at the place of `new`, if there was one.

    `aside` is a free name on the same file system. Return False, with nothing changed, where the folder can't be
    renamed. Raise OSError.
    """
    try:
        if not output.exists():
            os.rename(new, output)
        elif not _exchange(new, output):
            _rename_both(new, output, aside)
    except OSError as error:
        if error.errno in _FIXED and output.is_dir():
            return False
        raise
    return True


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in a single step, where the system can."""
    import ctypes  # imported only when a site is published

    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    return False


def _rename_both(new: Path, output: Path, aside: Path) -> None:
    os.rename(output, aside)
    try:
        os.rename(new, output)
    except OSError:
        os.rename(aside, output)
        raise
    with suppress(OSError):
        os.rename(aside, new)


def restore(output: Path, aside: Path) -> None:
    """Put back a site that was set aside when a build was killed between the two renames."""
    if aside.is_dir() and not output.exists():
        os.rename(aside, output)


def write_in_place(new: Path, output: Path) -> None:
    """Make `output` equal to `new`, file by file; the mark comes last, so that until then the site counts as damaged.

    Files are never written through a link, and each is replaced in one step.
    """
    replace_file(output / MARK, UNFINISHED)
    wanted = {path: (state.st_size, state.st_mtime_ns) for path, state in files_below(new)}
    there = {path: (state.st_size, state.st_mtime_ns) for path, state in files_below(output)}
    for path in there.keys() - wanted.keys():
        (output / path).unlink()
    remove_empty_folders({(output / path).parent for path in there.keys() - wanted.keys()}, output)
    for path in sorted(wanted.keys() - {MARK}):
        if there.get(path) != wanted[path] or (output / path).is_symlink():
            copy_file(new / path, output / path)
    _open_folders(output, readers_of_folders(readers_of(new / MARK)))
    copy_file(new / MARK, output / MARK)


def _open_folders(output: Path, readers: int) -> None:
    for path, state in files_below(output, folders=True):
        if S_ISDIR(state.st_mode) and readers & ~state.st_mode:
            with suppress(OSError):  # another's folder
                os.chmod(output / path, S_IMODE(state.st_mode) | readers)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file and its time of change to `target` in one step; make the folders it needs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    waiting = target.with_name(f".{target.name[:40]}.congkhai-new")
    try:
        shutil.copy2(source, waiting)
        os.replace(waiting, target)
    except OSError:
        waiting.unlink(missing_ok=True)
        raise


def replace_file(target: Path, data: bytes) -> None:
    """Write a file in one step; links to the old file, hard or symbolic, keep the old bytes."""
    waiting = target.with_name(f".{target.name[:40]}.congkhai-new")
    waiting.write_bytes(data)
    os.replace(waiting, target)


def remove(path: Path) -> None:
    """Remove a file, a link or a whole folder, as far as that may be done."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def remove_empty_folders(folders: set[Path], top: Path) -> None:
    """Remove folders that are empty, and those above them that become empty, up to `top`."""
    for folder in folders:
        found = folder
        while found != top and top in found.parents:
            try:
                found.rmdir()
            except OSError:
                break
            found = found.parent
