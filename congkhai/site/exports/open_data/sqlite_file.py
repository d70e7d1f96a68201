"""All data sets in one SQLite file, for questions over several tables; with a table that tells every column."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from congkhai.site.data_sets.columns import Column, ColumnKind, DataSet, Row, Value
from congkhai.site.exports.open_data.csv_file import BETWEEN

_TYPES: Mapping[ColumnKind, str] = {
    ColumnKind.INTEGER: "INTEGER",
    ColumnKind.NUMBER: "REAL",
    ColumnKind.BOOLEAN: "INTEGER",
}
# One row for each column of each table.
Told = Iterable[tuple[str, ...]]
# Where the head of the file names the version that wrote it (https://sqlite.org/fileformat2.html, offset 96): it is
# the same here whatever library made the file, since the same records give the same bytes.
_VERSION_AT, _VERSION = 96, (3_040_000).to_bytes(4, "big")


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
        found = bytearray(database.serialize())
    found[_VERSION_AT : _VERSION_AT + 4] = _VERSION
    return bytes(found)


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
