"""Text as copied from law sites: each cell on lines of its own, closed by a line that holds only a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from congkhai.editing.importers.blocks import Block, Cell, Grid, Paragraph
from congkhai.editing.importers.tables.columns import FIELDS, Column
from congkhai.editing.importers.tables.heading_run import HeadingRun, find_heading_runs, last_heading
from congkhai.editing.importers.tables.headings import is_heading_row
from congkhai.editing.importers.tables.stream import BARS, CutRow, Habits, Piece, cut_rows
from congkhai.editing.importers.tables.table_end import table_end
from congkhai.editing.importers.wrapping import unwrap_body, unwrap_columns


def is_barred(lines: Sequence[str]) -> bool:
    """Whether a text is of this shape: at least six lines hold only a bar."""
    return sum(line.strip() == "|" for line in lines) >= 6


def read_bars(lines: Sequence[str]) -> list[Block]:
    """Read text with closing bars; where a bar straight behind a bar ends each row, rows are known, else guessed."""
    pieces = cut_at_bars(lines)
    return _read_closed(pieces) if _rows_are_closed(pieces) else read_pieces(pieces, BARS)


def cut_at_bars(lines: Sequence[str]) -> list[Piece]:
    """The cells between the bars, each with the line where it begins; no line between two bars ends a row."""
    pieces: list[Piece] = []
    held: list[str] = []
    start, last_bar = 0, -1
    for number, line in enumerate([*lines, "|"], start=1):
        if line.strip() == "|":
            if number > len(lines) and not held:
                break  # nothing stands behind the last bar
            pieces.append(Piece("\n".join(held), start or number, ends_row=number == last_bar + 1))
            held, start, last_bar = [], 0, number
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
        blocks.extend(paragraphs_of(pieces[begin : run.start]))
        blocks.extend(_before_heading(pieces[run.start]))
        grid, used = _table(run, pieces[run.stop : end], habits)
        blocks.append(grid)
        begin = run.stop + used
    return [*blocks, *paragraphs_of(pieces[begin:])]


def paragraphs_of(pieces: Sequence[Piece]) -> list[Paragraph]:
    """The paragraphs of running text; each begins on the line where its first words stand."""
    found: list[Paragraph] = []
    for piece in pieces:
        offset = 0
        for paragraph, height in unwrap_body(piece.text):
            found.append(Paragraph(paragraph, piece.line + offset))
            offset += height
    return found


def _rows_are_closed(pieces: Sequence[Piece]) -> bool:
    """Whether rows are closed by a second bar: a row of headings is, and most rows have as many cells as it."""
    rows = [row for row in _closed_rows(pieces) if len(row) > 1]
    width = _usual_width(rows)
    fitting = sum(len(row) == width for row in rows)
    headed = any((len(row) == width and _names_columns(row)) or _opens_table(row, width) for row in rows)
    return headed and fitting >= (len(rows) - 1) * 0.5 and fitting > 0


def _usual_width(rows: Sequence[Sequence[Piece]]) -> int:
    """How many cells most rows of several cells have."""
    counts = Counter(len(row) for row in rows if len(row) > 1)
    return counts.most_common(1)[0][0] if counts else 0


def _names_columns(row: Sequence[Piece]) -> bool:
    return is_heading_row(tuple(Cell(piece.text) for piece in row))


def _closed_rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.ends_row:
            rows.append([])
        else:
            rows[-1].append(piece)
    return [row for row in rows if any(piece.text for piece in row)]


def _read_closed(pieces: Sequence[Piece]) -> list[Block]:
    """Tables whose rows are known; text that no bar closes, or that stands before the first cell, is no row."""
    blocks: list[Block] = []
    table: list[list[Piece]] = []
    rows = _closed_rows(pieces)
    width = _usual_width(rows)
    for rank, row in enumerate(rows):
        is_last = rank == len(rows) - 1
        if len(row) == 1 and (is_last or not table or len(row[0].text.split("\n")) > 6):
            blocks += [*_grid(table), *paragraphs_of(row)]
            table = []
        elif _opens_table(row, width):
            blocks += [*_grid(table), *paragraphs_of(row[:1])]
            table = [row[1:]]
        else:
            table.append(row)
    return [*blocks, *_grid(table)]


def _opens_table(row: Sequence[Piece], width: int) -> bool:
    """Whether the first piece of a row is the text above a table, and the others are its headings."""
    return len(row) == width + 1 and _names_columns(row[1:])


def _grid(rows: Sequence[Sequence[Piece]]) -> list[Block]:
    if not rows:
        return []
    width = max(map(len, rows))
    texts = unwrap_columns([[row[at].text if at < len(row) else "" for row in rows] for at in range(width)])
    cells = tuple(tuple(Cell(texts[at][rank]) for at in range(len(row))) for rank, row in enumerate(rows))
    return [Grid(cells, rows[0][0].line, tuple(row[0].line for row in rows))]


def _table(run: HeadingRun, pieces: Sequence[Piece], habits: Habits) -> tuple[Grid, int]:
    """The grid below a heading, and how many pieces it took."""
    roles = [column.role for column in run.columns]
    inside = pieces[: table_end([piece.text for piece in pieces], roles)]
    cut = cut_rows(inside, roles, habits)
    heading = tuple(Cell(column.heading) for column in run.columns)
    lines = tuple(min((piece.line for cell in row.cells for piece in cell), default=0) for row in cut.rows)
    unsure = frozenset(rank for rank, row in enumerate(cut.rows, start=1) if _lacks(row, run.columns))
    grid = Grid((heading, *_rows(cut.rows)), lines[0] if lines else 0, (0, *lines), unsure)
    return grid, len(inside) - len(cut.rest)


def _lacks(row: CutRow, columns: Sequence[Column]) -> bool:
    """Whether a task lacks the cell of an agency, a time or a product, so that others may stand in its place."""
    fields = [bool(cell) for cell, column in zip(row.cells, columns, strict=True) if column.role in FIELDS]
    return any(fields) and not all(fields)


def _rows(rows: Sequence[CutRow]) -> list[tuple[Cell, ...]]:
    """The rows as cells, wraps joined column by column; a cell that is not there is blank, whatever stands above."""
    width = len(rows[0].cells) if rows else 0
    texts = unwrap_columns(
        [["\n".join(piece.text for piece in row.cells[index]) for row in rows] for index in range(width)]
    )
    return [tuple(Cell(texts[at][rank]) for at in range(width)) for rank in range(len(rows))]


def _before_heading(piece: Piece) -> list[Paragraph]:
    """The text that hangs before the first heading of a table in the same piece."""
    heading = last_heading(piece.text)
    lines = piece.text.split("\n")
    while lines and heading.endswith(lines[-1]):
        heading = heading[: len(heading) - len(lines[-1])].rstrip()
        lines.pop()
    return paragraphs_of([Piece("\n".join(lines), piece.line)])
