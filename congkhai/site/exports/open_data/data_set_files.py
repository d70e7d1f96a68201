"""The files of one data set in all its forms, and those of a part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from congkhai.foundation.labels import load_labels
from congkhai.knowledge import urls
from congkhai.site.data_sets.columns import DataSet
from congkhai.site.exports.open_data.csv_file import csv_head, to_csv
from congkhai.site.exports.open_data.described import about_lines, as_json, data_set_node
from congkhai.site.exports.open_data.lines_file import line_schema
from congkhai.site.exports.open_data.packed_rows import packed, packed_part
from congkhai.site.exports.open_data.row_blocks import Block, BlockMaker, Keys, LastBlocks
from congkhai.site.exports.open_data.xlsx_file import empty_sheet, to_xlsx
from congkhai.site.exports.open_data.xlsx_rows import SHEET, Sheet
from congkhai.site.pages.page import Context
from congkhai.site.rendering import Trace


def whole_files(
    context: Context, data_set: DataSet, last: LastBlocks | None = None
) -> Iterator[tuple[str, bytes] | Trace]:
    """All rows in every form, and the traces of their blocks; with `last` only blocks that are out of date are made."""
    english, address = load_labels("en"), partial(urls.data_url, data_set.file_name)
    labels, columns = context.labels, data_set.columns
    title, about = labels(f"data.{data_set.name}"), about_lines(context, data_set, english)
    sheet = empty_sheet(title, columns, about, labels)
    kept = _kept(last, data_set, sheet) if last else {}
    blocks, traces = BlockMaker(context, data_set, sheet).blocks(last, kept)
    yield from traces
    files = {
        address("xlsx"): sheet.filled([block.sheet for block in blocks], sum(block.rows for block in blocks)),
        address("csv"): b"".join((csv_head(columns), *(block.csv for block in blocks))),
        address("jsonl"): b"".join(block.lines for block in blocks),
    }
    yield from files.items()
    yield address("schema.json"), as_json(line_schema(data_set, labels, english))
    yield (
        address("jsonld"),
        as_json(data_set_node(context, data_set.file_name, f"data.{data_set.name}", english, files)),
    )


def _kept(last: LastBlocks, data_set: DataSet, sheet: Sheet) -> dict[Keys, tuple[int, Block]]:
    address = partial(urls.data_url, data_set.file_name)
    csv, lines, workbook = (last.read(address(end)) for end in ("csv", "jsonl", "xlsx"))
    rows = packed_part(workbook, SHEET)[len(packed(sheet.head).data) :]
    return last.kept(csv[len(csv_head(data_set.columns)) :], lines, rows)


def part_files(
    context: Context,
    data_set: DataSet,
    records: Sequence[Any],
    address: Callable[[str], str],
    *,
    workbook: bool = False,
) -> Iterator[tuple[str, bytes]]:
    """The files of a part of a data set; workbooks, which take time, only where few are needed."""
    rows = list(data_set.rows(context, records))
    if workbook:
        labels, about = context.labels, about_lines(context, data_set, load_labels("en"))
        yield address("xlsx"), to_xlsx(labels(f"data.{data_set.name}"), data_set.columns, rows, about, labels)
    yield address("csv"), to_csv(data_set.columns, rows)
