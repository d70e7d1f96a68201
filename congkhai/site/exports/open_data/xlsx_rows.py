"""The rows of a sheet as XML, for tables of many thousands: XlsxWriter makes the workbook around them.

Each cell bears its place, which ends with the number of its row and a quotation mark; such a mark stands nowhere else
behind a number (styles have apostrophes, texts entities), so that `moved` can number rows anew.
"""

from __future__ import annotations

import datetime
import io
import re
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from zipfile import ZipFile

from congkhai.foundation.labels import Labels
from congkhai.site.data_sets.columns import Column, ColumnKind, Row, Value
from congkhai.site.exports.open_data.csv_file import BETWEEN
from congkhai.site.exports.open_data.packed_rows import PackedRows, add_packed, joined, packed

# Of one cell (Microsoft's specification of Excel).
_MOST_CHARACTERS = 32_767
SHEET = "xl/worksheets/sheet1.xml"
# The number of the row below the head.
FIRST = 2
# The row below the head, and the cells in it, as XlsxWriter writes numbers: place and style.
_MODEL = re.compile(rb'<row r="2".*?</row>')
_STYLED = re.compile(rb'<c r="([A-Z]+)2" s="(\d+)">')
# The end of the filter, which reaches over the model, in the sheet and among the names of the workbook.
_FILTER = re.compile(rb"((?<=<autoFilter ref=\"A1:)[A-Z]+|(?<=!\$A\$1:)\$[A-Z]+\$)2(?=[\"<])")
# How far the sheet reaches, which may be left unsaid.
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
# What can't stand in XML as it is: its own signs, control characters, and what reads like one that was escaped.
_SPECIAL = re.compile('[&<>"\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_')
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# Day 0 of a workbook; Excel takes 1900 for a leap year, so days before March of that year are written as words.
_DAY_ZERO, _FIRST_DAY = datetime.date(1899, 12, 30), datetime.date(1900, 3, 1)
# A cell behind its place and style.
_Rest = Callable[[Value], str]


class Sheet:
    """A sheet that XlsxWriter made with a head and below it a row of numbers as the model: rows come in its place."""

    def __init__(self, workbook: bytes, columns: Sequence[Column], labels: Labels) -> None:
        """Take the workbook whose first sheet it is; its filter is over the model."""
        self._workbook = workbook
        with ZipFile(io.BytesIO(workbook)) as given:
            sheet = given.read(SHEET)
        model = _MODEL.search(sheet)
        assert model, "XlsxWriter writes rows in another way"
        styled = [(letters.decode(), style.decode()) for letters, style in _STYLED.findall(model[0])]
        rests = [_rest_of(column, labels) for column in columns]
        self._cells = [
            (f'<c r="{letters}', f"\" s='{style}'", rest) for (letters, style), rest in zip(styled, rests, strict=True)
        ]
        self.head, self._tail = _DIMENSION.sub(b"", sheet[: model.start()]), sheet[model.end() :]

    def packed(self, rows: Iterable[Row], first: int) -> PackedRows:
        """Rows, the first of which has a number."""
        lines = (self._line(number, row) for number, row in enumerate(rows, first))
        return packed("".join(lines).encode("utf-8", "replace"))

    def _line(self, number: int, row: Row) -> str:
        found = [
            f"{place}{number}{style}{rest(value)}"
            for (place, style, rest), value in zip(self._cells, row, strict=True)
            if value is not None and value != "" and value != ()
        ]
        return f'<row r="{number}">{"".join(found)}</row>'

    def filled(self, blocks: Iterable[PackedRows], rows: int) -> bytes:
        """The workbook with so many rows."""
        tail = packed(_filtered(self._tail, rows), zlib.Z_FINISH)
        whole, written = joined((packed(self.head), *blocks, tail)), io.BytesIO()
        with ZipFile(io.BytesIO(self._workbook)) as given, ZipFile(written, "w") as package:
            for part in given.infolist():
                if part.filename == SHEET:
                    add_packed(package, written, part, whole)
                else:
                    package.writestr(part, _filtered(given.read(part), rows))
        return written.getvalue()


def _filtered(part: bytes, rows: int) -> bytes:
    """A part of the workbook whose filter, if it has one, reaches over so many rows instead of the model."""
    return _FILTER.sub(lambda found: b"%b%d" % (found[1], FIRST - 1 + rows), part)


def _rest_of(column: Column, labels: Labels) -> _Rest:
    """How a value of a column is written: text always as text, whatever it looks like."""
    rest_in = lru_cache(maxsize=4096)(lambda text: _text(text, labels))  # many rows say the same
    if column.kind in (ColumnKind.INTEGER, ColumnKind.NUMBER):
        return lambda value: f"><v>{value}</v></c>"
    if column.kind is ColumnKind.DATE:
        return lambda value: _day(value) if isinstance(value, datetime.date) else rest_in(str(value))
    if column.kind is ColumnKind.BOOLEAN:
        yes, no = labels("data.yes"), labels("data.no")
        return lambda value: rest_in(yes if value else no)
    if column.kind is ColumnKind.CHOICE:
        words = {value: column.word(value, labels) for value in column.choices}
        return lambda value: rest_in(words.get(str(value), str(value)))
    return lambda value: rest_in(BETWEEN.join(value) if isinstance(value, tuple) else str(value))


def _day(day: datetime.date) -> str:
    if day < _FIRST_DAY:
        return f' t="inlineStr"><is><t>{day:%d/%m/%Y}</t></is></c>'
    return f"><v>{(day - _DAY_ZERO).days}</v></c>"


def _text(text: str, labels: Labels) -> str:
    text = _fitting(text, labels)
    space = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f' t="inlineStr"><is><t{space}>{_SPECIAL.sub(_escaped, text)}</t></is></c>'


def _escaped(found: re.Match[str]) -> str:
    """A sign of XML as its entity, a control character by its number (ISO/IEC 29500-1, 22.9.2.19)."""
    text = found[0]
    return _ENTITIES.get(text) or (f"_x{ord(text):04X}_" if len(text) == 1 else f"_x005F{text}")


def _fitting(text: str, labels: Labels) -> str:
    """A text as long as a cell may be; one that is longer says where the rest is."""
    if len(text) <= _MOST_CHARACTERS:
        return text
    rest = labels("data.cut")
    return text[: _MOST_CHARACTERS - len(rest)] + rest
