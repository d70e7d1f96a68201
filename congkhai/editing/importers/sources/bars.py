"""Text as copied from law sites: each cell on lines of its own, closed by a line that holds only a bar."""

from __future__ import annotations

from collections.abc import Sequence

from congkhai.editing.importers.blocks import Block, Cell, Grid, Paragraph
from congkhai.editing.importers.tables.heading_run import HeadingRun, find_heading_runs, last_heading
from congkhai.editing.importers.tables.headings import Column
from congkhai.editing.importers.tables.rows import FIELDS
from congkhai.editing.importers.tables.stream import BARS, CutRow, Habits, Piece, cut_rows
from congkhai.editing.importers.wrapping import unwrap_body, unwrap_columns


def is_barred(lines: Sequence[str]) -> bool:
    """Whether a text is of this shape: at least six lines hold only a bar."""
    return sum(line.strip() == "|" for line in lines) >= 6


def read_bars(lines: Sequence[str]) -> list[Block]:
    """Read text with closing bars."""
    return read_pieces(cut_at_bars(lines), BARS)


def cut_at_bars(lines: Sequence[str]) -> list[Piece]:
    """The cells between the bars, each with the line where it begins."""
    pieces: list[Piece] = []
    held: list[str] = []
    start = 0
    for number, line in enumerate([*lines, "|"], start=1):
        if line.strip() == "|":
            pieces.append(Piece("\n".join(held), start or number))
            held, start = [], 0
        elif line.strip():
            start = start or number
            held.append(line.strip())
    return pieces


def read_pieces(pieces: Sequence[Piece], habits: Habits) -> list[Block]:
    """Make tables of the pieces that follow headings, and paragraphs of the others."""
    blocks: list[Block] = []
    runs = find_heading_runs([piece.text for piece in pieces])
    begin = 0
    ends = [*(run.start for run in runs[1:]), len(pieces)]
    for run, end in zip(runs, ends, strict=False):
        blocks.extend(_paragraphs(pieces[begin : run.start]))
        blocks.extend(_before_heading(pieces[run.start]))
        grid, used = _table(run, pieces[run.stop : end], habits)
        blocks.append(grid)
        begin = run.stop + used
    return [*blocks, *_paragraphs(pieces[begin:])]


def _table(run: HeadingRun, pieces: Sequence[Piece], habits: Habits) -> tuple[Grid, int]:
    """The grid below a heading, and how many pieces it took."""
    cut = cut_rows(pieces, [column.role for column in run.columns], habits)
    heading = tuple(Cell(column.heading) for column in run.columns)
    lines = tuple(min((piece.line for cell in row.cells for piece in cell), default=0) for row in cut.rows)
    rows = _filled(cut.rows, run.columns, carry=not habits.several)
    unsure = frozenset(rank for rank, row in enumerate(cut.rows, start=1) if _lacks(row, run.columns))
    grid = Grid((heading, *rows), lines[0] if lines else 0, (0, *lines), unsure)
    return grid, len(pieces) - len(cut.rest)


def _lacks(row: CutRow, columns: Sequence[Column]) -> bool:
    """Whether a task lacks the cell of an agency, a time or a product, so that others may stand in its place."""
    fields = [bool(cell) for cell, column in zip(row.cells, columns, strict=True) if column.role in FIELDS]
    return any(fields) and not all(fields)


def _filled(rows: Sequence[CutRow], columns: Sequence[Column], *, carry: bool) -> list[tuple[Cell, ...]]:
    """The rows as cells, wraps joined column by column.

    Where blank cells are written out (`carry`), a task that lacks a cell shares that of the row above.
    """
    texts = unwrap_columns(
        [["\n".join(piece.text for piece in row.cells[index]) for row in rows] for index in range(len(columns))]
    )
    filled: list[tuple[Cell, ...]] = []
    for rank, row in enumerate(rows):
        shares = carry and filled and _lacks(row, columns)
        filled.append(
            tuple(
                filled[-1][at] if shares and not row.cells[at] and column.role in FIELDS else Cell(texts[at][rank])
                for at, column in enumerate(columns)
            )
        )
    return filled


def _before_heading(piece: Piece) -> list[Paragraph]:
    """The text that hangs before the first heading of a table in the same piece."""
    heading = last_heading(piece.text)
    lines = piece.text.split("\n")
    while lines and heading.endswith(lines[-1]):
        heading = heading[: len(heading) - len(lines[-1])].rstrip()
        lines.pop()
    return _paragraphs([Piece("\n".join(lines), piece.line)])


def _paragraphs(pieces: Sequence[Piece]) -> list[Paragraph]:
    """The paragraphs of running text; each begins on the line where its first words stand."""
    found: list[Paragraph] = []
    for piece in pieces:
        offset = 0
        for paragraph, height in unwrap_body(piece.text):
            found.append(Paragraph(paragraph, piece.line + offset))
            offset += height
    return found
