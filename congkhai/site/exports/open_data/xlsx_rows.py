"""The rows of a sheet as XML, for tables of many thousands: XlsxWriter makes the workbook around them."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from zipfile import ZipFile

from congkhai.foundation.labels import Labels
from congkhai.site.data_sets.columns import Column, ColumnKind, Row, Value
from congkhai.site.exports.open_data.csv_file import BETWEEN

# Of one cell (Microsoft's specification of Excel).
_MOST_CHARACTERS = 32_767
_SHEET = "xl/worksheets/sheet1.xml"
# The row below the head, and the cells in it, as XlsxWriter writes numbers: place and style.
_MODEL = re.compile(rb'<row r="2".*?</row>')
_STYLED = re.compile(rb'<c r="([A-Z]+)2"( s="\d+")?>')
# How far the sheet reaches, which may be left unsaid.
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
# What can't stand in XML as it is: its own signs, control characters, and what reads like one that was escaped.
_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Day 0 of a workbook; Excel takes 1900 for a leap year, so days before March of that year are written as words.
_DAY_ZERO, _FIRST_DAY = datetime.date(1899, 12, 30), datetime.date(1900, 3, 1)
# A cell behind its place and style.
_Rest = Callable[[Value], str]


def with_rows(workbook: bytes, columns: Sequence[Column], rows: Iterable[Row], labels: Labels) -> bytes:
    """A workbook whose first sheet has a head and below it a row of numbers as the model: with rows in its place."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(workbook)) as given, ZipFile(written, "w", compresslevel=3) as package:
        for part in given.infolist():
            data = given.read(part)
            package.writestr(part, _filled(data, columns, rows, labels) if part.filename == _SHEET else data)
    return written.getvalue()


def _filled(sheet: bytes, columns: Sequence[Column], rows: Iterable[Row], labels: Labels) -> bytes:
    model = _MODEL.search(sheet)
    assert model, "XlsxWriter writes rows in another way"
    places = [(letters.decode(), style.decode()) for letters, style in _STYLED.findall(model[0])]
    rests = [_rest_of(column, labels) for column in columns]
    cells = [(f'<c r="{letters}', f'"{style}', rest) for (letters, style), rest in zip(places, rests, strict=True)]
    lines = (_row(number, row, cells) for number, row in enumerate(rows, start=2))
    before, after = sheet[: model.start()], sheet[model.end() :]
    return b"".join((_DIMENSION.sub(b"", before), "".join(lines).encode("utf-8", "replace"), after))


def _row(number: int, row: Row, cells: Sequence[tuple[str, str, _Rest]]) -> str:
    found = [
        f"{place}{number}{style}{rest(value)}"
        for (place, style, rest), value in zip(cells, row, strict=True)
        if value is not None and value != "" and value != ()
    ]
    return f'<row r="{number}">{"".join(found)}</row>'


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
