"""All files below data/: whole data sets, their parts by plan, agency and year, one database, the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from congkhai.foundation.labels import load_labels
from congkhai.knowledge import urls
from congkhai.site.data_sets import DATA_SETS
from congkhai.site.data_sets.columns import Column, DataSet, Row
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.exports.open_data.cpsv_file import services_file
from congkhai.site.exports.open_data.csv_file import to_csv
from congkhai.site.exports.open_data.described import (
    about_lines,
    as_json,
    catalogue_node,
    data_set_node,
    dictionary_rows,
    licence_of,
)
from congkhai.site.exports.open_data.lines_file import line_schema, to_lines
from congkhai.site.exports.open_data.sqlite_file import to_sqlite
from congkhai.site.exports.open_data.xlsx_file import to_xlsx
from congkhai.site.pages.page import Context
from congkhai.site.pages.page import Files as PageFiles
from congkhai.site.pages.plans.with_rows import PLAN, rows_of

Files = Iterator[tuple[str, bytes]]
_EVERYTHING = "cong-khai"


def whole(name: str, context: Context) -> Files:
    """One data set in all its forms."""
    yield from _whole(context, DATA_SETS[name], list(DATA_SETS[name].rows(context)))


def tasks(context: Context) -> Files:
    """All tasks, and those of each year."""
    yield from whole(TASKS.name, context)
    rows = context.assignments.rows
    for year in sorted({row.plan.year for row in rows}):
        part = partial(urls.part_url, urls.YEARS, TASKS.file_name, str(year))
        yield from _part(context, TASKS, [row for row in rows if row.plan.year == year], part, workbook=True)


def tasks_of(context: Context, key: str) -> PageFiles:
    """The tasks of a plan or an agency (see `with_rows`)."""
    kind, _, name = key.partition(" ")
    is_plan = kind == PLAN
    part = partial(urls.part_url, urls.PLANS if is_plan else urls.AGENCIES, TASKS.file_name, name)
    return PageFiles(tuple(_part(context, TASKS, rows_of(context, key), part, workbook=is_plan)))


def services(context: Context) -> Files:
    """The procedures in force as public services."""
    yield urls.SERVICES, services_file(context)


def database(context: Context) -> Files:
    """All data sets in one SQLite file."""
    labels, english = context.labels, load_labels("en")
    terms = licence_of(context)
    about = (
        ("name", context.config.name),
        ("address", context.config.base_url),
        ("terms", ": ".join(filter(None, (terms[0], f"{context.config.base_url}{terms[1]}")))),
    )
    told = (row for one in DATA_SETS.values() for row in dictionary_rows(one, labels, english))
    data = to_sqlite(((one, one.rows(context)) for one in DATA_SETS.values()), about, told)
    yield urls.DATABASE, data
    node = data_set_node(context, _EVERYTHING, "data.everything", english, {urls.DATABASE: data})
    yield urls.data_url(_EVERYTHING, "jsonld"), as_json(node)


def catalogue(context: Context) -> Files:
    """The catalogue of all data sets, and the dictionary of their columns; neither depends on the records."""
    english = load_labels("en")
    members = [(_EVERYTHING, "data.everything"), *((one.file_name, f"data.{key}") for key, one in DATA_SETS.items())]
    yield urls.CATALOGUE, as_json(catalogue_node(context, members, english))
    heads = [Column(name) for name in ("table", "column", "kind", "origin", "vi", "en", "values")]
    rows = [row for one in DATA_SETS.values() for row in dictionary_rows(one, context.labels, english)]
    yield urls.DICTIONARY, to_csv(heads, rows)


def _whole(context: Context, data_set: DataSet, rows: Sequence[Row]) -> Files:
    """The files of all rows."""
    english, address = load_labels("en"), partial(urls.data_url, data_set.file_name)
    columns = data_set.columns
    files = {
        address("xlsx"): _workbook(context, data_set, rows),
        address("csv"): to_csv(columns, rows),
        address("jsonl"): to_lines(columns, rows),
    }
    yield from files.items()
    yield address("schema.json"), as_json(line_schema(data_set, context.labels, english))
    key = f"data.{data_set.name}"
    yield address("jsonld"), as_json(data_set_node(context, data_set.file_name, key, english, files))


def _part(
    context: Context,
    data_set: DataSet,
    records: Sequence[Any],
    address: Callable[[str], str],
    *,
    workbook: bool = False,
) -> Files:
    """The files of a part of a data set; workbooks, which take time, only where few are needed."""
    rows = list(data_set.rows(context, records))
    if workbook:
        yield address("xlsx"), _workbook(context, data_set, rows)
    yield address("csv"), to_csv(data_set.columns, rows)


def _workbook(context: Context, data_set: DataSet, rows: Sequence[Any]) -> bytes:
    labels = context.labels
    about = about_lines(context, data_set, load_labels("en"))
    return to_xlsx(labels(f"data.{data_set.name}"), data_set.columns, rows, about, labels)
