"""What a data set is: a name, columns that say what stands in them and where it comes from, and rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.spread import cut
from congkhai.records.progress import Evidence
from congkhai.site.pages.page import Context

# What may stand in a cell; None where nothing is known.
Value = str | int | float | bool | datetime.date | tuple[str, ...] | None
Row = tuple[Value, ...]


class ColumnKind(StrEnum):
    """What stands in a column. A code looks like a number and is none; a choice is one of a few words."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    LIST = "list"
    CHOICE = "choice"
    ADDRESS = "address"


class Origin(StrEnum):
    """Where a value comes from: a document's own words, what we understood of them, or the records of this site."""

    STATED = "stated"
    UNDERSTOOD = "understood"
    RECORDED = "recorded"


class Column(NamedTuple):
    """A column: its name, what stands there, where from; of a choice its values and the key that names each."""

    name: str
    kind: ColumnKind = ColumnKind.TEXT
    origin: Origin = Origin.RECORDED
    choices: tuple[str, ...] = ()
    choice_key: str = ""

    def head(self, labels: Labels) -> str:
        """The head of the column; what is understood says so."""
        words = labels(f"data.column.{self.name}")
        return labels("data.understood", name=words) if self.origin is Origin.UNDERSTOOD else words

    def word(self, value: str, labels: Labels) -> str:
        """What a choice is called."""
        return labels.get(f"{self.choice_key}.{value}", value)


class ByKey(NamedTuple):
    """Records that are found by keys: all keys in order, the records of one, and how many keys a block has at most."""

    keys: Callable[[Context], Iterable[str]]
    records: Callable[[Context, str], Iterable[Any]]
    most: int


class DataSet(NamedTuple):
    """A table: its name, the name of its files, its columns (the first of them name a row), what its rows are of.

    `records` gives what there is a row of, in order; `row` the values of one in the order of the columns. With `by_key`
    the rows come in blocks of neighbours, each of which is made again when one of its own records has changed.
    """

    name: str
    file_name: str
    columns: tuple[Column, ...]
    records: Callable[[Context], Sequence[Any]]
    row: Callable[[Context, Any], Row]
    key: int = 1
    by_key: ByKey | None = None

    def blocks(self, context: Context) -> list[tuple[str, ...]]:
        """The keys of each block, in order; of records that are not found by keys there is one block."""
        if not self.by_key:
            return [()]
        keys, most = tuple(self.by_key.keys(context)), self.by_key.most
        return list(cut(keys, most)) if most > 1 else [(key,) for key in keys]

    def rows_of(self, context: Context, block: Iterable[str]) -> Iterator[Row]:
        """The rows of a block."""
        if not self.by_key:
            return self.rows(context)
        found = self.by_key.records
        return self.rows(context, (one for key in block for one in found(context, key)))

    def rows(self, context: Context, records: Iterable[Any] | None = None) -> Iterator[Row]:
        """The rows of some records, by default of all.

        A blank cell of a document stays blank; of all else what is blank is not known.
        """
        kept = [column.kind is ColumnKind.TEXT and column.origin is Origin.STATED for column in self.columns]
        for one in self.records(context) if records is None else records:
            found = zip(self.row(context, one), kept, strict=True)
            yield tuple(None if value == "" and not keep else value for value, keep in found)


def text(name: str, origin: Origin = Origin.RECORDED) -> Column:
    """A column of text."""
    return Column(name, ColumnKind.TEXT, origin)


def signed(name: str) -> Column:
    """A column of a document's own words."""
    return Column(name, ColumnKind.TEXT, Origin.STATED)


def code(name: str) -> Column:
    """A column of codes and ids, which no tool may take for numbers."""
    return Column(name, ColumnKind.CODE)


def day(name: str, origin: Origin = Origin.RECORDED) -> Column:
    """A column of days."""
    return Column(name, ColumnKind.DATE, origin)


def listing(name: str, origin: Origin = Origin.RECORDED) -> Column:
    """A column of several texts in one cell."""
    return Column(name, ColumnKind.LIST, origin)


def integer(name: str, origin: Origin = Origin.RECORDED) -> Column:
    """A column of whole numbers."""
    return Column(name, ColumnKind.INTEGER, origin)


def choice(name: str, choices: type[StrEnum], key: str, origin: Origin = Origin.RECORDED) -> Column:
    """A column of a few words, each named by the labels below `key`."""
    return Column(name, ColumnKind.CHOICE, origin, tuple(one.value for one in choices), key)


ADDRESS = Column("url", ColumnKind.ADDRESS)


def address_of(context: Context, url: str) -> str:
    """The address of a page in a data file: absolute where the site knows where it stands, else from its root."""
    return f"{context.config.base_url}{url}"


def name_of(context: Context, actor_id: str) -> str:
    """The name of an agency, "" where none is known."""
    actor = context.library.actors.get(actor_id)
    return actor.name if actor else ""


def evidence_of(proofs: Iterable[Evidence]) -> tuple[str, ...]:
    """Each piece of evidence as one text: its title, then the document and the address it has."""
    return tuple(" ".join(filter(None, (proof.title, proof.document, proof.url))) for proof in proofs)
