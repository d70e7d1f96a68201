"""Text whose columns are held apart by blanks, as pdftotext draws tables; lines of one row are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congkhai.editing.importers.blocks import Block, Cell, Grid, Paragraph, clean
from congkhai.editing.importers.marks import read_mark
from congkhai.editing.importers.tables.headings import role_of
from congkhai.editing.importers.wrapping import unwrap

# Two blanks or more part the columns.
_CHUNK = re.compile(r"\S+(?: \S+)*")


def read_columned(text: str) -> list[Block]:
    """Read text drawn in columns; where no line looks like a heading, its paragraphs."""
    lines = text.replace("\f", "\n").split("\n")
    start = next((index for index, line in enumerate(lines) if is_columned(line)), None)
    if start is None:
        return _paragraphs(lines, 0)
    top = start
    while top and lines[top - 1].strip() and len(_CHUNK.findall(lines[top - 1])) > 1:
        top -= 1
    edges = [match.start() for match in _CHUNK.finditer(lines[start])]
    rows, numbers, end = _rows(lines, top, edges)
    grid = Grid(tuple(tuple(Cell(unwrap(clean(cell))) for cell in row) for row in rows), top + 1, tuple(numbers))
    return [*_paragraphs(lines[:top], 0), grid, *_paragraphs(lines[end:], end)]


def is_columned(line: str) -> bool:
    """Whether a line names columns that blanks hold apart."""
    roles = {role_of(chunk) for chunk in _CHUNK.findall(line)}
    return len(roles - {None}) >= 3


def _rows(lines: Sequence[str], top: int, edges: Sequence[int]) -> tuple[list[list[str]], list[int], int]:
    """The rows from line `top` on: one begins where the first column has a mark; the table ends at its last chunk."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    end = top
    for index in range(top, len(lines)):
        cells = _cells(lines[index], edges)
        if not any(cells):
            continue
        if len(rows) > 1 and _is_foot(lines[index]):
            break
        if not rows or read_mark(cells[0]):
            rows.append([""] * len(edges))
            numbers.append(index + 1)
        for column, cell in enumerate(cells):
            rows[-1][column] = f"{rows[-1][column]}\n{cell}".strip()
        end = index + 1
    return rows, numbers, end


def _is_foot(line: str) -> bool:
    return line.strip().startswith(("Nơi nhận", "TM.", "KT.", "Trên đây là"))


def _cells(line: str, edges: Sequence[int]) -> list[str]:
    cells = [""] * len(edges)
    for match in _CHUNK.finditer(line):
        middle = (match.start() + match.end()) / 2
        column = max((at for at, edge in enumerate(edges) if edge <= match.start() + 2 or edge <= middle), default=0)
        cells[column] = f"{cells[column]} {match[0]}".strip()
    return cells


def _paragraphs(lines: Sequence[str], offset: int) -> list[Block]:
    return [Paragraph(clean(line), offset + number) for number, line in enumerate(lines, start=1) if line.strip()]
