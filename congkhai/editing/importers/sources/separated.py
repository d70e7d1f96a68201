"""CSV files: a table whose cells a comma, a semicolon, a tab or a bar sets apart."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from congkhai.editing.importers.blocks import Cell, Grid, clean
from congkhai.editing.importers.sources.plain_text import decoded
from congkhai.editing.importers.sources.unreadable import UnreadableError

_SIGNS = ",;\t|"
_LONGEST_CELL = 1_000_000  # characters


def read_separated(path: Path) -> list[Grid]:
    """Read a CSV file as one table; the sign is the one that stands most often in its first line."""
    text = decoded(path.read_bytes())
    head = text.lstrip().split("\n", 1)[0]
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SIGNS, key=head.count))
    rows, lines = [], []
    try:
        for row in reader:
            rows.append(tuple(Cell(clean(cell)) for cell in row))
            lines.append(reader.line_num)
    except csv.Error:
        raise UnreadableError("import-file-corrupt") from None
    return [Grid(tuple(rows), 1, tuple(lines))]
