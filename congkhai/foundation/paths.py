"""Paths from outside, as the file system has them."""

from __future__ import annotations

import os
from pathlib import Path


def real(path: Path) -> Path:
    """Return the absolute path without links; links that lead in a circle stay, whoever opens them is told.

    `Path.resolve` raises RuntimeError for such links in Python up to 3.12.
    """
    return Path(os.path.realpath(path))
