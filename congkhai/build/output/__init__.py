"""Writes the site: only into a folder of ours, and so that the old site stays whole until the new one is published.

`staging` collects a full build, `patch` the changes of an incremental one; both make a new generation of the site
(`generations`) that takes the place of the published one in a single step where the system can (`switch`).
"""

from __future__ import annotations

from congkhai.build.output.marks import (
    MARK,
    NotOursError,
    UnwritableError,
    Written,
    check_output_folder,
    mark_of,
    mark_text,
    sum_of,
)
from congkhai.build.output.patch import Patch
from congkhai.build.output.staging import Staging, write_output
from congkhai.build.output.standing import doubtful_files

__all__ = [
    "MARK",
    "NotOursError",
    "Patch",
    "Staging",
    "UnwritableError",
    "Written",
    "check_output_folder",
    "doubtful_files",
    "mark_of",
    "mark_text",
    "sum_of",
    "write_output",
]
