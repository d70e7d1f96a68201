"""The tables of tasks in a document, those that a page turn has cut joined, and the paragraphs around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from congkhai.editing.importers.blocks import Block, Grid, Paragraph
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.likeness import looks_like_agency, time_likeness
from congkhai.editing.importers.tables.columns import FIELDS, Header, Role
from congkhai.editing.importers.tables.headings import find_header
from congkhai.editing.importers.tables.meaning import meaning_of
from congkhai.editing.importers.tables.rows import PlanRow, join_split_rows, merged_agencies, read_rows
from congkhai.foundation.text import fold


@dataclass(slots=True)
class PlanTable:
    """A table of tasks: its rows, and the captions that stand before it."""

    rows: list[PlanRow]
    captions: list[str] = field(default_factory=list)
    name: str = ""  # of the sheet it stands in


@dataclass(slots=True)
class Found:
    """What the blocks of a document turned out to be."""

    tables: list[PlanTable] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def find_tables(blocks: Sequence[Block], report: ImportReport) -> Found:
    """Tell the tables of tasks from tables that only lay text out; the cells of those become paragraphs."""
    found = Found()
    captions: list[str] = []
    last: Header | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            captions.append(block.text)
            found.paragraphs.append(block)
            continue
        header = find_header(block)
        if header is None and last and _goes_on(block, last, captions):
            _extend(found.tables[-1], block, replace(last, first_row=0, body_row=0), report)
            continue
        if header is None:
            found.paragraphs.extend(_flattened(block))
            continue
        above = list(_flattened(Grid(block.rows[: header.first_row], block.line, block.lines)))
        found.paragraphs.extend(above)
        captions.extend(paragraph.text for paragraph in above)
        _add_table(found, block, header, captions, report)
        last, captions = header, []
    report.tables = len(found.tables)
    return found


def _goes_on(grid: Grid, header: Header, captions: Sequence[str]) -> bool:
    """Whether a table without headings is the rest of the one before, cut by a page turn: by shape and content."""
    if grid.width != len(header.columns) or grid.width < 3 or not grid.rows or any(map(_is_annex, captions)):
        return False
    first = [cell.own for cell in grid.rows[0] if cell.own]
    if len(first) > 2 and sum(meaning_of(text) is not None for text in first) >= len(first) * 0.6:
        return False
    looks = {Role.LEAD: looks_like_agency, Role.COORDINATION: looks_like_agency, Role.TIME: time_likeness}
    judged = [
        bool(looks[column.role](row[at].own))
        for row in grid.rows
        for at, column in enumerate(header.columns)
        if column.role in looks and at < len(row) and row[at].own
    ]
    return not judged or sum(judged) >= len(judged) * 0.5


def _is_annex(text: str) -> bool:
    return fold(text).startswith(("phu luc", "bieu", "bang ", "danh muc", "du toan", "mau so"))


def _add_table(found: Found, grid: Grid, header: Header, captions: list[str], report: ImportReport) -> None:
    same = found.tables and not any(text.strip() for text in captions) and found.tables[-1].name == grid.name
    if same and _same_kind(found.tables[-1], header):
        _extend(found.tables[-1], grid, header, report)
        return
    found.tables.append(PlanTable([], captions, grid.name))
    _extend(found.tables[-1], grid, header, report)


def _same_kind(table: PlanTable, header: Header) -> bool:
    roles = {role for row in table.rows for role, _ in row.fields}
    return roles == {role for role in header.roles if role in (*FIELDS, Role.REMARK)}


def _extend(table: PlanTable, grid: Grid, header: Header, report: ImportReport) -> None:
    rows, passed = read_rows(grid, header)
    for index in passed:
        text = " | ".join(cell.own for cell in grid.rows[index] if cell.own)
        report.note("import-row-passed", grid.line_of(index), text=text)
    for index, text in merged_agencies(grid, header):
        report.note("import-cell-merged", grid.line_of(index), text=text)
    for rank in sorted(grid.unsure):
        text = " | ".join(cell.text for cell in grid.rows[rank] if cell.text)
        report.note("import-guess-cells", grid.line_of(rank), text=text)
    placed = [replace(row, row=grid.line_of(row.row)) for row in rows]
    table.rows = list(join_split_rows([*table.rows, *placed])) if table.rows else placed


def _flattened(grid: Grid) -> Iterator[Paragraph]:
    """The cells of a table that only lays text out, as paragraphs."""
    for index, row in enumerate(grid.rows):
        for cell in row:
            if not cell.across and not cell.down:
                yield from (Paragraph(line, grid.line_of(index)) for line in cell.text.split("\n") if line)
