"""A data set as CSV (RFC 4180) that office programs open unharmed: UTF-8 with its mark, no formula, codes as text."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from types import SimpleNamespace

from congkhai.site.data_sets.columns import Column, ColumnKind, Row, Value

# Between the texts of one cell.
BETWEEN = "; "
# What an office program would work out as a formula, or what begins with the mark itself.
_FORMULA = re.compile(r"[=+\-@\t\r\n']")
# What an office program would turn into a number or a day: digits with signs, a power of ten, no other word.
_NUMBER = re.compile(r"(?=\D*\d)[\d\s.,:/%()+\-]*(?:[eE][+\-]?\d+)?\Z")
# Put before a text that would be taken for something else; it is no part of the text.
MARK = "'"


def to_csv(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """The table with the names of the columns as its head; of texts that begin with "'" that mark is no part."""
    return csv_head(columns) + csv_lines(columns, rows)


def csv_head(columns: Sequence[Column]) -> bytes:
    """The mark of UTF-8 and the names of the columns."""
    return "".join(_lines([[column.name for column in columns]])).encode("utf-8-sig")


def csv_lines(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """Rows without a head."""
    kinds = [column.kind for column in columns]
    cells = ([cell_of(kind, value) for kind, value in zip(kinds, row, strict=True)] for row in rows)
    return "".join(_lines(cells)).encode("utf-8")


def _lines(rows: Iterable[Sequence[str]]) -> list[str]:
    found: list[str] = []
    csv.writer(SimpleNamespace(write=found.append), lineterminator="\r\n").writerows(rows)
    return found


def cell_of(kind: ColumnKind, value: Value) -> str:
    """A value as the text of a cell."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return guarded(BETWEEN.join(value))
    return str(value) if kind in (ColumnKind.INTEGER, ColumnKind.NUMBER) else guarded(str(value))


@lru_cache(maxsize=16_384)  # many rows name the same agencies, documents and levels
def guarded(text: str) -> str:
    """A text that no office program takes for a formula, a number or a day."""
    return MARK + text if _FORMULA.match(text) or _NUMBER.match(text) else text
