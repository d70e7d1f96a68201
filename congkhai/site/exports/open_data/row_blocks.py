"""The rows of a data set in blocks of neighbours, in every form: what has not changed is taken from the last files.

A block is a build task of its own (see `site.data_sets.columns.ByKey`); the list of blocks is another, and keeps how
far each reaches in the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import NamedTuple

from msgspec import Struct

from congkhai.site.data_sets.columns import DataSet
from congkhai.site.exports.open_data.csv_file import csv_lines
from congkhai.site.exports.open_data.lines_file import to_lines
from congkhai.site.exports.open_data.packed_rows import PackedRows, moved
from congkhai.site.exports.open_data.sqlite_file import TableChange
from congkhai.site.exports.open_data.xlsx_rows import FIRST, Sheet
from congkhai.site.pages.page import Context
from congkhai.site.rendering import Trace

# The keys of its records; the first of them names it.
Keys = tuple[str, ...]
# The families of the tasks that make a block (followed by the name of the data set) and the list of blocks.
BLOCK, LIST = "rows:", "list"


class Extent(NamedTuple):
    """How many rows a block has, its bytes as CSV, as lines and packed in a workbook, size and CRC-32 before that."""

    rows: int
    csv: int
    lines: int
    packed: int
    size: int
    crc: int


class Block(NamedTuple):
    """The rows of a block in each form."""

    rows: int
    csv: bytes
    lines: bytes
    sheet: PackedRows

    @property
    def extent(self) -> Extent:
        """How far it reaches in the files."""
        return Extent(self.rows, len(self.csv), len(self.lines), len(self.sheet.data), *self.sheet[1:])


class LastBlocks(Struct, frozen=True):
    """The blocks of the last build in order, which of them are out of date, and whether the list of them is.

    `read` gives the bytes of a file of the last build.
    """

    extents: Mapping[Keys, Extent]
    dirty: Set[Keys]
    has_other_list: bool
    read: Callable[[str], bytes]

    def blocks(self, context: Context, data_set: DataSet) -> list[Keys]:
        """The blocks as they are now; reported as read where the list is out of date."""
        return data_set.blocks(context) if self.has_other_list else list(self.extents)

    def is_kept(self, block: Keys) -> bool:
        """Whether a block is as it was."""
        return block in self.extents and block not in self.dirty

    def kept(self, csv: bytes, lines: bytes, sheet: bytes) -> dict[Keys, tuple[int, Block]]:
        """The blocks that are as they were with the number of the first row of each; of files without their heads."""
        found: dict[Keys, tuple[int, Block]] = {}
        of_csv = of_lines = of_sheet = 0
        number = FIRST
        for keys, extent in self.extents.items():
            if self.is_kept(keys):
                packed = PackedRows(sheet[of_sheet : of_sheet + extent.packed], extent.size, extent.crc)
                texts = csv[of_csv : of_csv + extent.csv], lines[of_lines : of_lines + extent.lines]
                found[keys] = number, Block(extent.rows, *texts, packed)
            number, of_csv = number + extent.rows, of_csv + extent.csv
            of_lines, of_sheet = of_lines + extent.lines, of_sheet + extent.packed
        return found


class BlockMaker(NamedTuple):
    """Makes the blocks of a data set, of which some may be kept."""

    context: Context
    data_set: DataSet
    sheet: Sheet

    def blocks(
        self, last: LastBlocks | None, kept: Mapping[Keys, tuple[int, Block]]
    ) -> tuple[list[Block], list[Trace]]:
        """All blocks in order, and the traces of those that were made and of their list."""
        name = self.data_set.name
        with self.context.tracker.track() as listed:
            keys = last.blocks(self.context, self.data_set) if last else self.data_set.blocks(self.context)
        traces: list[Trace] = []
        found = list(self._in_order(keys, kept, traces))
        extents = [(block, tuple(made.extent)) for block, made in zip(keys, found, strict=True)]
        is_listed = not last or last.has_other_list
        return found, [*traces, Trace(LIST, BLOCK + name, listed if is_listed else None, extents)]

    def _in_order(
        self, keys: list[Keys], kept: Mapping[Keys, tuple[int, Block]], traces: list[Trace]
    ) -> Iterator[Block]:
        number = FIRST
        for one in keys:
            before, block = kept.get(one) or (number, self._made(one, number, traces))
            if before != number:
                block = block._replace(sheet=moved(block.sheet.data, before, number))
            number += block.rows
            yield block

    def _made(self, keys: Keys, first: int, traces: list[Trace]) -> Block:
        columns = self.data_set.columns
        with self.context.tracker.track() as dependencies:
            rows = list(self.data_set.rows_of(self.context, keys))
        traces.append(Trace(BLOCK + self.data_set.name, name_of(keys), dependencies, None))
        return Block(len(rows), csv_lines(columns, rows), to_lines(columns, rows), self.sheet.packed(rows, first))


def name_of(keys: Keys) -> str:
    """The key of the task that makes a block."""
    return keys[0] if keys else ""


def table_change(context: Context, data_set: DataSet, last: LastBlocks) -> TableChange:
    """What has changed in the table of a data set; of a database its first row has the number 1."""
    before: dict[Keys, range] = {}
    number = 1
    for keys, extent in last.extents.items():
        before[keys] = range(number, number + extent.rows)
        number += extent.rows
    change, number = TableChange(data_set, [], [], []), 1
    blocks = last.blocks(context, data_set)
    for keys in blocks:
        if last.is_kept(keys):
            change.kept.append((before[keys], number))
            number += len(before[keys])
        else:
            rows = list(data_set.rows_of(context, keys))
            change.new.append((number, rows))
            number += len(rows)
    staying = {keys for keys in blocks if last.is_kept(keys)}
    change.gone.extend(place for keys, place in before.items() if keys not in staying)
    return change
