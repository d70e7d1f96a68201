"""CSV files: a table whose cells a comma, a semicolon, a tab or a bar sets apart."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from congkhai.editing.importers.blocks import Cell, Grid, clean
from congkhai.editing.importers.sources.plain_text import decoded
from congkhai.editing.importers.sources.unreadable import UnreadableError

_SIGNS = ",;\t|"
_LONGEST_CELL = 5_000_000  # characters


def read_separated(path: Path) -> list[Grid]:
    """Read a CSV file as one table."""
    found = list(separated_rows(decoded(path.read_bytes())))
    rows = tuple(tuple(Cell(clean(cell)) for cell in row) for _, row in found)
    return [Grid(rows, 1, tuple(line for line, _ in found))]


def separated_rows(text: str, is_heading: Callable[[str], bool] = bool) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text with the lines on which they end, blank lines left out.

    The sign is the one that parts its first line into most cells, or most of those that are known as headings.
    """
    head = text.lstrip().split("\n", 1)[0]
    sign = max(_SIGNS, key=lambda sign: sum(map(is_heading, head.split(sign))))
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        yield from ((reader.line_num, row) for row in reader if row)
    except csv.Error:
        raise UnreadableError("import-file-corrupt") from None
