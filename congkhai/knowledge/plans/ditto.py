"""Cells that only say "as above" (nt, như trên, ″): what they mean is the cell above them in their section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from congkhai.foundation.text import fold
from congkhai.records.plan import Section, Task

# Short forms of "như trên" and the signs that stand for it, folded and without the dots and dashes around them.
_SIGNS = frozenset(("nt", "n.t", "n/t", "nhu tren", '"', "''", "″", "”", "“", "〃"))


class HasTask(Protocol):
    """A row of a plan: a task in its section."""

    @property
    def section(self) -> Section:
        """The section."""

    @property
    def task(self) -> Task:
        """The task."""

    @property
    def key(self) -> tuple[str, str]:
        """Plan id and task id."""


def is_ditto(cell: str) -> bool:
    """Whether a cell says nothing but that the one above counts."""
    return fold(cell).strip(" -–.()") in _SIGNS


def meant(rows: Iterable[HasTask], cell: str) -> Mapping[tuple[str, str], str]:
    """What stands in a cell of rows in their order, by row; of those that refer to the one above, what stands there."""
    found: dict[tuple[str, str], str] = {}
    section, above = None, ""
    for row in rows:
        text = getattr(row.task, cell) or ""
        above = above if row.section is section else ""
        section = row.section
        found[row.key] = text = above if above and is_ditto(text) else text
        above = text if text and not is_ditto(text) else above
    return found
