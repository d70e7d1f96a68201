"""Text with tabs between the cells, as copied from Word or Excel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from congkhai.editing.importers.blocks import Block, Cell, Grid, Paragraph, Row, clean
from congkhai.editing.importers.likeness import in_capitals
from congkhai.editing.importers.marks import split_mark
from congkhai.editing.importers.tables.headings import is_heading_row
from congkhai.editing.importers.wrapping import split_inline_items


def is_tabbed(lines: Sequence[str]) -> bool:
    """Whether a text is of this shape: a line with tabs names columns, or most lines hold two tabs or more."""
    filled = sum(bool(line.strip()) for line in lines)
    several = sum(line.count("\t") >= 2 for line in lines)
    return several >= 3 and (_heading_width(lines) > 0 or several > filled * 0.5)


def _heading_width(lines: Sequence[str]) -> int:
    """How many cells the line has that names the columns; 0 where there is none."""
    return next((len(row) for line in lines if is_heading_row(row := _cells(line))), 0)


def _cells(line: str) -> Row:
    return tuple(Cell(clean(cell)) for cell in line.split("\t")) if line.count("\t") > 1 else ()


def read_tabs(lines: Sequence[str]) -> list[Block]:
    """Read text whose table lines hold tabs; blank lines inside a table are page turns."""
    usual = Counter(line.count("\t") for line in lines if line.count("\t") >= 2).most_common(1)[0][0] + 1
    width = _heading_width(lines) or usual
    blocks: list[Block] = []
    rows: list[tuple[int, Row]] = []
    waiting: list[tuple[int, str]] = []  # lines without tabs: headings if the table goes on, else paragraphs
    for number, line in _whole_rows(lines, width):
        if "\t" not in line:
            waiting += [(number, clean(line))] if line.strip() else []
            continue
        if rows and all(_is_heading(text) for _, text in waiting):
            rows += [(at, (Cell(text),)) for at, text in waiting]
        else:
            blocks += [*_grid(rows), *(Paragraph(text, at) for at, text in waiting)]
            rows = []
        waiting = []
        rows.append((number, _row(line, width)))
    return [*blocks, *_grid(rows), *(Paragraph(text, at) for at, text in waiting)]


def _is_heading(text: str) -> bool:
    """Whether a line inside a table is a row merged across it ("II. CÔNG TÁC KIỂM TRA")."""
    return len(text) < 300 and (in_capitals(text) or split_mark(text)[0] is not None)


def _whole_rows(lines: Sequence[str], width: int) -> Iterator[tuple[int, str]]:
    """The lines, those of one row joined: a cell of several paragraphs breaks its row."""
    held, start = "", 0
    for number, line in enumerate(lines, start=1):
        if held and held.count("\t") + line.count("\t") < width and (line.strip() or held.count('"') % 2):
            held = f"{held}\n{line}"
        else:
            if held:
                yield start, held
            held, start = line, number
        if "\t" not in held or (held.count("\t") >= width - 1 and held.count('\t"') <= held.count('"\t')):
            yield start, held
            held = ""
    if held:
        yield start, held


def _row(line: str, width: int) -> Row:
    cells = [_unquoted(cell) for cell in line.split("\t")]
    cells += [""] * (width - len(cells))
    return tuple(Cell(split_inline_items(clean(cell))) for cell in cells)


def _unquoted(cell: str) -> str:
    quoted = len(cell) > 1 and cell.startswith('"') and cell.endswith('"') and "\n" in cell
    return cell[1:-1].replace('""', '"') if quoted else cell


def _grid(rows: Sequence[tuple[int, Row]]) -> list[Block]:
    if not rows:
        return []
    return [Grid(tuple(row for _, row in rows), rows[0][0], tuple(number for number, _ in rows))]
