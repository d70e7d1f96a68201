"""A data set as a workbook (ISO/IEC 29500): Vietnamese heads that stay in view, filters, typed cells, columns told."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from congkhai.foundation.labels import Labels
from congkhai.site.data_sets.columns import Column, ColumnKind, Row
from congkhai.site.exports.open_data.xlsx_rows import FIRST, Sheet

# Takes longer to load than most builds of one changed record: loaded when a workbook is written.
if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook, Worksheet

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


def to_xlsx(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Row],
    about: Sequence[Sequence[str]],
    labels: Labels,
) -> bytes:
    """A workbook of two sheets: the table, and lines of text `about` it. The same bytes for the same rows."""
    sheet, found = empty_sheet(title, columns, about, labels), list(rows)
    return sheet.filled([sheet.packed(found, FIRST)], len(found))


def empty_sheet(title: str, columns: Sequence[Column], about: Sequence[Sequence[str]], labels: Labels) -> Sheet:
    """The first sheet of such a workbook, which only lacks its rows."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    workbook = Workbook(written, {"in_memory": True})
    workbook.set_properties({"title": title, "created": _CREATED})
    head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    sheet = workbook.add_worksheet(_sheet_name(title))
    _write_model(workbook, sheet, columns)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.head(labels), head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 1, len(columns) - 1)
    _write_about(workbook, about, labels)
    workbook.close()
    return Sheet(written.getvalue(), columns, labels)


def _sheet_name(title: str) -> str:
    return _NOT_IN_NAME.sub(" ", title)[:31].strip()


def _write_model(workbook: Workbook, sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Set how each column looks, and write a row that shows it to `Sheet`."""
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    dated = workbook.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
    plain = workbook.add_format({"valign": "top"})
    for at, column in enumerate(columns):
        of_kind = dated if column.kind is ColumnKind.DATE else wrapped if column.kind in _LONG else plain
        sheet.set_column(at, at, _WIDTHS[column.kind], of_kind)
        sheet.write_number(1, at, 0)


_LONG = (ColumnKind.TEXT, ColumnKind.LIST)


def _write_about(workbook: Workbook, about: Sequence[Sequence[str]], labels: Labels) -> None:
    sheet = workbook.add_worksheet(_sheet_name(labels("data.about.sheet")))
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26, wrapped)
    sheet.set_column(1, 5, 40, wrapped)
    for number, row in enumerate(about):
        for at, words in enumerate(row):
            sheet.write_string(number, at, words)
