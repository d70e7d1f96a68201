"""Excel files (.xlsx): each sheet a table, merged cells expanded, dates and numbers as they are shown."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from congkhai.editing.importers.blocks import Block, Cell, Grid, Notice, Row, clean
from congkhai.editing.importers.sources.archive import check_archive
from congkhai.editing.importers.sources.formulas import StoredValues, stored_values
from congkhai.editing.importers.sources.unreadable import UnreadableError

_MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_MOST_CELLS = 600_000  # blank ones too: 20,000 rows of 30 columns


def read_excel(path: Path) -> list[Block | Notice]:
    """Read the sheets of an .xlsx file that can be seen; raise `UnreadableError` where it is corrupt or hostile."""
    check_archive(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out: charts, rules of validation
            book = openpyxl.load_workbook(path, data_only=True)
            formulas = openpyxl.load_workbook(path, data_only=False)
        return [block for sheet in book.worksheets for block in _sheet(sheet, formulas[sheet.title])]
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError("import-file-corrupt", reason=type(error).__name__) from None


def _sheet(sheet: Worksheet, formulas: Worksheet) -> Iterator[Block | Notice]:
    """The table of a sheet, and what must be told of it: what is hidden, and formulas without a stored value."""
    area = sheet.max_row * sheet.max_column
    if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS or area > _MOST_CELLS:
        raise UnreadableError("import-file-sheet", rows=_MOST_ROWS, columns=_MOST_COLUMNS)
    stored = stored_values(sheet, formulas)
    yield from stored.notices
    rows: list[Row] = []
    lines: list[int] = []
    origins = dict(_merged(sheet))
    columns = {letter for letter, size in sheet.column_dimensions.items() if size.hidden}
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = tuple(_cell(sheet, cell, origins, stored) for cell in cells)
        hidden = sheet.sheet_state != "visible" or sheet.row_dimensions[number].hidden
        unseen = [cell.own for cell, place in zip(row, cells, strict=True) if hidden or _letter(place) in columns]
        if any(unseen):
            words = " | ".join(filter(None, unseen))
            yield Notice("import-hidden", number, (("sheet", sheet.title), ("text", words)))
        seen = tuple(cell for cell, place in zip(row, cells, strict=True) if _letter(place) not in columns)
        if not hidden and any(cell.text for cell in seen):
            rows.append(_trimmed(seen))
            lines.append(number)
    if rows:
        yield Grid(tuple(rows), lines[0], tuple(lines), name=sheet.title)


def _letter(cell: SheetCell | MergedCell) -> str:
    return get_column_letter(cell.column or 1)


def _merged(sheet: Worksheet) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Each covered place of a merged range (row, column) and the place whose text it shows."""
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                if (row, column) != (area.min_row, area.min_col):
                    yield (row, column), (area.min_row, area.min_col)


def _cell(
    sheet: Worksheet,
    cell: SheetCell | MergedCell,
    origins: dict[tuple[int, int], tuple[int, int]],
    stored: StoredValues,
) -> Cell:
    place = (cell.row or 0, cell.column or 0)
    origin = origins.get(place)
    if origin is None:
        return Cell(shown(stored.value_at(place, cell.value), str(cell.number_format)))
    shower = sheet.cell(*origin)
    text = shown(stored.value_at(origin, shower.value), str(shower.number_format))
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
