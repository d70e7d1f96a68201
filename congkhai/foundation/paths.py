"""Paths from outside, as the file system has them."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def real(path: Path) -> Path:
    """Return the absolute path without links; links that lead in a circle stay, whoever opens them is told.

    `Path.resolve` raises RuntimeError for such links in Python up to 3.12.
    """
    return Path(os.path.realpath(path))


def bytes_of_file(path: Path) -> bytes:
    """Return the bytes of a file; raise OSError for what is none: a pipe would keep its reader waiting for ever."""
    if not path.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    return path.read_bytes()
