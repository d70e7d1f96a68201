"""A data set as a workbook (ISO/IEC 29500): Vietnamese heads that stay in view, filters, typed cells, columns told."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from congkhai.foundation.labels import Labels
from congkhai.site.data_sets.columns import Column, ColumnKind, Row, Value
from congkhai.site.exports.open_data.csv_file import BETWEEN

# Takes longer to load than most builds of one changed record: loaded when a workbook is written.
if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook, Worksheet

# Of one cell (Microsoft's specification of Excel).
_MOST_CHARACTERS = 32_767
# What the name of a sheet may not hold; it has 31 characters at the most.
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_WIDTHS = {
    ColumnKind.TEXT: 36,
    ColumnKind.CODE: 18,
    ColumnKind.INTEGER: 9,
    ColumnKind.NUMBER: 9,
    ColumnKind.BOOLEAN: 9,
    ColumnKind.DATE: 12,
    ColumnKind.LIST: 30,
    ColumnKind.CHOICE: 18,
    ColumnKind.ADDRESS: 30,
}
# A workbook must state when it was made: the same day for all, that of the parts of its ZIP file, so that each day
# does not make another file of the same rows.
_CREATED = datetime.datetime(1980, 1, 1)
_Write = Callable[[int, int, Value], Any]


def to_xlsx(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Row],
    about: Sequence[Sequence[str]],
    labels: Labels,
) -> bytes:
    """A workbook of two sheets: the table, and lines of text `about` it. The same bytes for the same rows."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    workbook = Workbook(written, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    workbook.set_properties({"title": title, "created": _CREATED})
    head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet = workbook.add_worksheet(_sheet_name(title))
    last = _write_rows(workbook, sheet, columns, rows, labels)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.head(labels), head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    _write_about(workbook, about, labels)
    workbook.close()
    return written.getvalue()


def _sheet_name(title: str) -> str:
    return _NOT_IN_NAME.sub(" ", title)[:31].strip()


def _write_rows(
    workbook: Workbook, sheet: Worksheet, columns: Sequence[Column], rows: Iterable[Row], labels: Labels
) -> int:
    """Write the rows below the head; return the number of the last one."""
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    dated = workbook.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    plain = workbook.add_format({"valign": "top"})
    writers = [_writer(sheet, column, labels) for column in columns]
    for at, column in enumerate(columns):
        of_kind = dated if column.kind is ColumnKind.DATE else wrapped if column.kind in _LONG else plain
        sheet.set_column(at, at, _WIDTHS[column.kind], of_kind)
    number = 0
    for number, row in enumerate(rows, start=1):
        for at, (write, value) in enumerate(zip(writers, row, strict=True)):
            if value is not None and value != "" and value != ():
                write(number, at, value)
    return number


_LONG = (ColumnKind.TEXT, ColumnKind.LIST)


def _writer(sheet: Worksheet, column: Column, labels: Labels) -> _Write:
    """How a cell of a column is written: text always as text, whatever it looks like."""
    typed: dict[ColumnKind, _Write] = {
        ColumnKind.INTEGER: sheet.write_number,
        ColumnKind.NUMBER: sheet.write_number,
        ColumnKind.DATE: sheet.write_datetime,
    }
    if column.kind in typed:
        return typed[column.kind]
    if column.kind is ColumnKind.BOOLEAN:
        yes, no = labels("data.yes"), labels("data.no")
        return lambda row, at, value: sheet.write_string(row, at, yes if value else no)
    if column.kind is ColumnKind.CHOICE:
        words = {value: column.word(value, labels) for value in column.choices}
        return lambda row, at, value: sheet.write_string(row, at, words.get(str(value), str(value)))
    if column.kind is ColumnKind.LIST:
        return lambda row, at, value: sheet.write_string(row, at, _fitting(BETWEEN.join(value), labels))  # type: ignore[arg-type]
    return lambda row, at, value: sheet.write_string(row, at, _fitting(str(value), labels))


def _fitting(text: str, labels: Labels) -> str:
    """A text as long as a cell may be; one that is longer says where the rest is."""
    if len(text) <= _MOST_CHARACTERS:
        return text
    rest = labels("data.cut")
    return text[: _MOST_CHARACTERS - len(rest)] + rest


def _write_about(workbook: Workbook, about: Sequence[Sequence[str]], labels: Labels) -> None:
    sheet = workbook.add_worksheet(_sheet_name(labels("data.about.sheet")))
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26, wrapped)
    sheet.set_column(1, 5, 40, wrapped)
    for number, row in enumerate(about):
        for at, words in enumerate(row):
            sheet.write_string(number, at, words)
