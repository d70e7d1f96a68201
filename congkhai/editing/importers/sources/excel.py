"""Excel files (.xlsx): each sheet a table, merged cells expanded, dates and numbers as they are shown."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from congkhai.editing.importers.blocks import Block, Cell, Grid, Row, clean
from congkhai.editing.importers.sources.archive import check_archive
from congkhai.editing.importers.sources.unreadable import UnreadableError

_MOST_ROWS = 20_000
_MOST_COLUMNS = 200


def read_excel(path: Path) -> list[Block]:
    """Read all sheets of an .xlsx file; raise `UnreadableError` where it is corrupt, hostile or far too large."""
    check_archive(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out: charts, rules of validation
            book = openpyxl.load_workbook(path, data_only=True)
        return [grid for sheet in book.worksheets if (grid := _grid(sheet)).rows]
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError("import-file-corrupt", reason=type(error).__name__) from None


def _grid(sheet: Worksheet) -> Grid:
    if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
        raise UnreadableError("import-file-sheet", rows=_MOST_ROWS, columns=_MOST_COLUMNS)
    origins = dict(_merged(sheet))
    rows: list[Row] = []
    lines: list[int] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = tuple(_cell(sheet, cell, origins) for cell in cells)
        if any(cell.text for cell in row):
            rows.append(_trimmed(row))
            lines.append(number)
    return Grid(tuple(rows), lines[0] if lines else 0, tuple(lines))


def _merged(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Each covered place of a merged range (row, column) and the place whose text it shows."""
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                if (row, column) != (area.min_row, area.min_col):
                    yield (row, column), (area.min_row, area.min_col)


def _cell(sheet: Worksheet, cell: SheetCell | MergedCell, origins: dict[tuple[int, int], tuple[int, int]]) -> Cell:
    origin = origins.get((cell.row or 0, cell.column or 0))
    if origin is None:
        return Cell(shown(cell.value, str(cell.number_format)))
    shower = sheet.cell(*origin)
    text = shown(shower.value, str(shower.number_format))
    return Cell(text, across=cell.column != origin[1], down=cell.row != origin[0])


def shown(value: object, number_format: str = "General") -> str:
    """A value as the sheet shows it: 1.10 where two decimals are shown, dates as dd/mm/yyyy."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value:%m/%Y}" if "d" not in number_format.casefold() else f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, int | float):
        return _number(float(value), number_format)
    return clean(str(value))


def _number(value: float, number_format: str) -> str:
    if "%" in number_format:
        return f"{value * 100:g}%"
    decimals = len(number_format.partition(".")[2].rstrip("_) ")) if set(number_format) <= set("0#,._) ") else 0
    if decimals:
        return f"{value:.{decimals}f}"
    return str(int(value)) if value.is_integer() else f"{value:.10g}"


def _trimmed(row: Row) -> Row:
    """The row without the blank cells at its end."""
    end = len(row)
    while end and not row[end - 1].text:
        end -= 1
    return row[:end]
