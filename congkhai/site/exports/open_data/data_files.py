"""All files below data/: whole data sets, their parts by plan, agency and year, one database, the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from congkhai.foundation.labels import load_labels
from congkhai.knowledge import urls
from congkhai.site.data_sets import DATA_SETS
from congkhai.site.data_sets.columns import Column
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.exports.open_data.cpsv_file import services_file
from congkhai.site.exports.open_data.csv_file import to_csv
from congkhai.site.exports.open_data.data_set_files import part_files, whole_files
from congkhai.site.exports.open_data.described import (
    as_json,
    catalogue_node,
    data_set_node,
    dictionary_rows,
    licence_of,
)
from congkhai.site.exports.open_data.row_blocks import LastBlocks, table_change
from congkhai.site.exports.open_data.sqlite_file import changed_sqlite, to_sqlite
from congkhai.site.pages.page import Context
from congkhai.site.pages.page import Files as PageFiles
from congkhai.site.pages.plans.with_rows import PLAN, rows_of
from congkhai.site.rendering import Trace

Files = Iterator[tuple[str, bytes]]
TracedFiles = Iterator[tuple[str, bytes] | Trace]
_EVERYTHING = "cong-khai"


def whole(name: str, context: Context, last: LastBlocks | None = None) -> TracedFiles:
    """One data set in all its forms."""
    return whole_files(context, DATA_SETS[name], last)


def years(context: Context) -> Files:
    """The tasks of each year."""
    rows = context.assignments.rows
    for year in sorted({row.plan.year for row in rows}):
        part = partial(urls.part_url, urls.YEARS, TASKS.file_name, str(year))
        yield from part_files(context, TASKS, [row for row in rows if row.plan.year == year], part, workbook=True)


def tasks_of(context: Context, key: str) -> PageFiles:
    """The tasks of a plan or an agency (see `with_rows`)."""
    kind, _, name = key.partition(" ")
    is_plan = kind == PLAN
    part = partial(urls.part_url, urls.PLANS if is_plan else urls.AGENCIES, TASKS.file_name, name)
    return PageFiles(tuple(part_files(context, TASKS, rows_of(context, key), part, workbook=is_plan)))


def services(context: Context) -> Files:
    """The procedures in force as public services."""
    yield urls.SERVICES, services_file(context)


def database(context: Context, last: Mapping[str, LastBlocks] | None = None) -> Files:
    """All data sets in one SQLite file; with `last`, the one of the last build with what has changed since in some.

    Of the rows it reports nothing as read: whoever makes their blocks does.
    """
    labels, english = context.labels, load_labels("en")
    terms = licence_of(context)
    about = (
        ("name", context.config.name),
        ("address", context.config.base_url),
        ("terms", ": ".join(filter(None, (terms[0], f"{context.config.base_url}{terms[1]}")))),
    )
    told = (row for one in DATA_SETS.values() for row in dictionary_rows(one, labels, english))
    with context.tracker.track():
        if last:
            changes = (table_change(context, DATA_SETS[name], blocks) for name, blocks in last.items())
            data = changed_sqlite(next(iter(last.values())).read(urls.DATABASE), changes)
        else:
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
