"""All data sets in one SQLite file, for questions over several tables; with a table that tells every column."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import NamedTuple

from congkhai.site.data_sets.columns import Column, ColumnKind, DataSet, Row, Value
from congkhai.site.exports.open_data.csv_file import BETWEEN

_TYPES: Mapping[ColumnKind, str] = {
    ColumnKind.INTEGER: "INTEGER",
    ColumnKind.NUMBER: "REAL",
    ColumnKind.BOOLEAN: "INTEGER",
}
# One row for each column of each table.
Told = Iterable[tuple[str, ...]]
# Where the head of the file (https://sqlite.org/fileformat2.html) counts changes (twice) and tables, and names the
# version that wrote it: the same here whatever library made the file and however often it was changed, since the same
# records give the same bytes.
_FIXED = {24: 1, 40: 1, 92: 1, 96: 3_040_000}


class TableChange(NamedTuple):
    """What has changed in a table, by numbers of rows: gone, kept with the first number now, new from a number on."""

    data_set: DataSet
    gone: list[range]
    kept: list[tuple[range, int]]
    new: list[tuple[int, list[Row]]]


def to_sqlite(tables: Iterable[tuple[DataSet, Iterable[Row]]], about: Iterable[tuple[str, str]], told: Told) -> bytes:
    """The file: a table a data set, `about` (name, value) of the whole, `told` (one row a column of each table)."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("BEGIN")
        for data_set, rows in tables:
            _add_table(database, data_set, rows)
        database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        database.executemany("INSERT INTO about VALUES (?, ?)", about)
        database.execute('CREATE TABLE dictionary ("table", "column", kind, origin, vi, en, "values")')
        database.executemany("INSERT INTO dictionary VALUES (?, ?, ?, ?, ?, ?, ?)", told)
        database.execute("COMMIT")
        return _file_of(database)


def changed_sqlite(file: bytes, changes: Iterable[TableChange]) -> bytes:
    """A file of `to_sqlite` after changes: byte for byte what `to_sqlite` makes of the rows now."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.deserialize(file)
        database.execute("BEGIN")
        for change in changes:
            _change_table(database, change)
        database.execute("COMMIT")
        return _file_of(database)


def _file_of(database: sqlite3.Connection) -> bytes:
    """The bytes of a database; VACUUM lays out the same rows the same way, however they came there."""
    database.execute("VACUUM")
    found = bytearray(database.serialize())
    for place, value in _FIXED.items():
        found[place : place + 4] = value.to_bytes(4, "big")
    return bytes(found)


def _change_table(database: sqlite3.Connection, change: TableChange) -> None:
    name = change.data_set.name
    for gone in change.gone:
        database.execute(f'DELETE FROM "{name}" WHERE rowid BETWEEN ? AND ?', (gone.start, gone.stop - 1))
    # By way of negative numbers, so that no row takes the place of one that has not moved yet.
    for rows, first in change.kept:
        if moved := first - rows.start:
            update = f'UPDATE "{name}" SET rowid = -(rowid + ?) WHERE rowid BETWEEN ? AND ?'
            database.execute(update, (moved, rows.start, rows.stop - 1))
    database.execute(f'UPDATE "{name}" SET rowid = -rowid WHERE rowid < 0')
    columns = ", ".join(f'"{column.name}"' for column in change.data_set.columns)
    marks = ", ".join("?" * (len(change.data_set.columns) + 1))
    for first, found in change.new:
        rows_now = ([number, *_plain(row)] for number, row in enumerate(found, first))
        database.executemany(f'INSERT INTO "{name}" (rowid, {columns}) VALUES ({marks})', rows_now)


def _add_table(database: sqlite3.Connection, data_set: DataSet, rows: Iterable[Row]) -> None:
    columns = ", ".join(_declared(column) for column in data_set.columns)
    database.execute(f'CREATE TABLE "{data_set.name}" ({columns})')
    marks = ", ".join("?" * len(data_set.columns))
    database.executemany(f'INSERT INTO "{data_set.name}" VALUES ({marks})', map(_values, rows))
    for column in data_set.columns[: max(1, data_set.key)]:
        name = f"{data_set.name}_{column.name}"
        database.execute(f'CREATE INDEX "{name}" ON "{data_set.name}" ("{column.name}")')


def _declared(column: Column) -> str:
    return f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}'


def _values(row: Row) -> list[str | int | float | None]:
    return list(_plain(row))


def _plain(row: Iterable[Value]) -> Iterator[str | int | float | None]:
    for value in row:
        if isinstance(value, tuple):
            yield BETWEEN.join(value) or None
        else:
            yield value.isoformat() if isinstance(value, datetime.date) else value
