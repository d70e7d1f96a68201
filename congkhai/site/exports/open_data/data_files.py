"""All files below data/: whole data sets, their parts by plan, agency, sector and year, one database, the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from congkhai.foundation.labels import load_labels
from congkhai.knowledge import urls
from congkhai.knowledge.plans.assignments import Part
from congkhai.site.data_sets import DATA_SETS
from congkhai.site.data_sets.columns import Column, DataSet
from congkhai.site.data_sets.of_plans import TASKS
from congkhai.site.data_sets.of_procedures import PROCEDURES
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

Files = Iterator[tuple[str, bytes]]
OF_PLANS = ("tasks", "plans", "assignments", "progress")
OF_PROCEDURES = ("procedures", "sectors")
_EVERYTHING = "cong-khai"


def data_of_plans(context: Context) -> Files:
    """The data sets of plans, and the tasks of each plan, year and agency."""
    yield from _whole(context, OF_PLANS)
    rows = context.assignments.rows
    for plan in context.library.plans.values():
        part = partial(urls.part_url, urls.PLANS, TASKS.file_name, plan.id)
        yield from _part(context, TASKS, context.assignments.of_plan(plan.id), part, workbook=True)
    for year in sorted({row.plan.year for row in rows}):
        part = partial(urls.part_url, urls.YEARS, TASKS.file_name, str(year))
        yield from _part(context, TASKS, [row for row in rows if row.plan.year == year], part, workbook=True)
    for actor_id in context.library.actors:
        if mine := context.assignments.rows_of(actor_id, *Part):
            yield from _part(context, TASKS, mine, partial(urls.part_url, urls.AGENCIES, TASKS.file_name, actor_id))


def data_of_procedures(context: Context) -> Files:
    """The data sets of procedures, and the procedures of each sector."""
    yield from _whole(context, OF_PROCEDURES)
    yield urls.SERVICES, services_file(context)
    sectors: dict[str, list[Any]] = {}
    for card in context.library.cards.values():
        sectors.setdefault(card.sector, []).append(card)
    for sector in sorted(sectors):
        part = partial(urls.part_url, urls.SECTORS, PROCEDURES.file_name, sector)
        yield from _part(context, PROCEDURES, sectors[sector], part)


def data_of_others(context: Context) -> Files:
    """All other data sets."""
    yield from _whole(context, [name for name in DATA_SETS if name not in (*OF_PLANS, *OF_PROCEDURES)])


def database(context: Context) -> Files:
    """All data sets in one SQLite file."""
    labels, english = context.labels, load_labels("en")
    terms = licence_of(context)
    about = (
        ("name", context.config.name),
        ("day", context.today.isoformat()),
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


def _whole(context: Context, names: Iterable[str]) -> Files:
    english = load_labels("en")
    for name in names:
        data_set = DATA_SETS[name]
        address: Callable[[str], str] = partial(urls.data_url, data_set.file_name)
        files = dict(_files(context, data_set, data_set.records(context), address))
        yield from files.items()
        yield address("schema.json"), as_json(line_schema(data_set, context.labels, english))
        yield address("jsonld"), as_json(data_set_node(context, data_set.file_name, f"data.{name}", english, files))


def _files(context: Context, data_set: DataSet, records: Sequence[Any], address: Callable[[str], str]) -> Files:
    rows = list(data_set.rows(context, records))
    yield address("xlsx"), _workbook(context, data_set, rows)
    yield address("csv"), to_csv(data_set.columns, rows)
    yield address("jsonl"), to_lines(data_set.columns, rows)


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
    return to_xlsx(labels(f"data.{data_set.name}"), data_set.columns, rows, about, labels, context.today)
