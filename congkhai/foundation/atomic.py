"""Writing a file in one step: whoever reads it finds the old bytes or the new ones, never a part of either."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from congkhai.foundation.paths import real


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`, with the folders it needs; raise OSError and leave the old file where that fails.

    The file keeps its permissions; a link stays a link, and the file that it leads to is replaced. A device, or a
    pipe that somebody reads, is written to. What a killed write left beside the file goes with the next one.
    """
    target = real(path)
    if _is_taken_by_a_reader(target, data):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = _its_own_file_beside(target) or _new_file_beside(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(name, _mode_of(target))
            if os.name != "nt":  # where an open file can be moved, it is ours until it is in its place
                os.replace(name, target)
                return
        os.replace(name, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _its_own_file_beside(target: Path) -> tuple[int, str] | None:
    """Open the one file that writes of `target` go to first, or that a killed one left; None while another has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    name = str(target.parent / f".{target.name[:40]}.congkhai.tmp")
    with suppress(OSError):
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = os.fstat(descriptor)
            # Another write may have moved it into its place before it was ours.
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 1 and os.path.samestat(found, os.lstat(name)):
                os.ftruncate(descriptor, 0)
                return descriptor, name
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)
    return None


def _new_file_beside(target: Path) -> tuple[int, str]:
    import tempfile  # takes longer to import than most commands run

    return tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)


def _is_taken_by_a_reader(target: Path, data: bytes) -> bool:
    """Write to a device, or to a pipe that somebody reads; return False for what can be replaced."""
    if not os.path.exists(target) or target.is_file() or target.is_dir():
        return False
    try:
        descriptor = os.open(target, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if error.errno == errno.ENXIO:  # a pipe or a socket at whose other end is nobody
            return False
        raise
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    return True


def _mode_of(path: Path) -> int:
    """Return the permissions of a file, or those that a new one gets."""
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
