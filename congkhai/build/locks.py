"""Locks between processes: two builds into one folder, or with one store, do not run at the same time.

A lock belongs to a process, and the system releases it when the process ends, however it ends. Only the empty file of a
killed process stays, until the next one that asks for the same lock has ended.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from congkhai.foundation.paths import real

_RETRY_IN_SECONDS = 0.2


@contextmanager
def lock(file: Path, on_wait: Callable[[], None] | None = None) -> Iterator[bool]:
    """Hold a lock on `file`, which exists only as long as it is locked or waited for; give whether it is held.

    Where another process holds it, call `on_wait` once and wait; without `on_wait` give False at once. Give False where
    the file can't be created or the file system has no locks, too.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, held = _open_and_acquire(file, on_wait and cache(on_wait))
    except OSError:
        yield False
        return
    try:
        yield held
    finally:
        if held:
            with suppress(OSError):  # Windows removes no open file
                file.unlink()
        os.close(descriptor)


def _open_and_acquire(file: Path, on_wait: Callable[[], None] | None) -> tuple[int, bool]:
    """Open and lock a file; again where who held it before has removed it, since a third may lock a new one."""
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        held = _acquire(descriptor, on_wait)
        if not held or _is_at(file, descriptor):
            return descriptor, held
        os.close(descriptor)


def _is_at(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _acquire(descriptor: int, on_wait: Callable[[], None] | None) -> bool:
    while True:
        try:
            _try_lock(descriptor)
            return True
        except (BlockingIOError, PermissionError):
            if on_wait is None:
                return False
            on_wait()
            time.sleep(_RETRY_IN_SECONDS)
        except OSError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        # Not flock: forked processes would share that lock, and hold it after their parent is killed.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def output_lock(output: Path) -> Path:
    """Return the file to lock for builds into a folder; it lies outside, so that the folder has only the site."""
    return lock_named(short_hash(output))


def lock_named(short: str) -> Path:
    """Return the file to lock for builds into the folder of a short hash."""
    import tempfile

    return Path(tempfile.gettempdir()) / f"congkhai-{short}.lock"


def short_hash(folder: Path) -> str:
    """Return a short hash of the resolved path of a folder, for names of files that belong to it."""
    return hashlib.blake2b(os.fsencode(real(folder)), digest_size=6).hexdigest()
