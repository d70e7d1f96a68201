"""The exports of a whole site by name, each loaded when it is made."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from congkhai.site.pages.page import Context
from congkhai.site.rendering import Export, Trace

if TYPE_CHECKING:
    from congkhai.site.exports.open_data.row_blocks import LastBlocks


def _subscriptions(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.subscriptions import subscription_files

    return subscription_files(context)


def _due(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.due_feeds import due_files

    return due_files(context)


def _site(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.site_files import site_files

    return site_files(context)


def _changes(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.changes_feed import changes_feed

    return changes_feed(context)


def _reports(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.report_calendar import report_calendar

    return report_calendar(context)


def _calendar(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.pages.procedures.due_tables import calendar_file

    return calendar_file(context)


def _elsewhere(context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.elsewhere_index import elsewhere_index

    return elsewhere_index(context)


def _data_set(name: str, context: Context, last: LastBlocks | None = None) -> Iterator[tuple[str, bytes] | Trace]:
    from congkhai.site.exports.open_data.data_files import whole

    return whole(name, context, last)


def _database(context: Context, last: Mapping[str, LastBlocks] | None = None) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.open_data.data_files import database

    return database(context, last)


def _data(name: str, context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.open_data import data_files

    maker: Callable[[Context], Iterator[tuple[str, bytes]]] = getattr(data_files, name)
    return maker(context)


# The data sets by name; each is made again only when it has changed.
_DATA_SETS = (
    *("tasks", "plans", "procedures", "assignments", "progress", "agencies", "fees", "sectors", "announcements"),
    "announced_procedures",
    *(
        "targets",
        "measured_values",
        "process_steps",
        "assessment_scores",
        "documents",
        "feedback",
        "indicator_scores",
        "public_information",
    ),
)
# Before the names of data sets, in names of exports.
DATA = "data-"
DATABASE = f"{DATA}database"
EXPORTS: Mapping[str, Export] = {
    "subscriptions": _subscriptions,
    "due": _due,
    "reports": _reports,
    "changes": _changes,
    "site": _site,
    "calendar": _calendar,
    "elsewhere": _elsewhere,
    **{DATA + name: partial(_data_set, name) for name in _DATA_SETS},
    **{DATA + name: partial(_data, name) for name in ("years", "services", "catalogue")},
    DATABASE: _database,
}


def following(last: Mapping[str, LastBlocks], wanted: Container[str]) -> dict[str, Export]:
    """The exports of data sets and their database that follow from the blocks of the last build, by data set.

    Those of them that are `wanted` anyway are made as a whole.
    """
    found: dict[str, Export] = {DATA + name: partial(_data_set, name, last=blocks) for name, blocks in last.items()}
    if last:
        found[DATABASE] = partial(_database, last=last)
    return {name: EXPORTS[name] if name in wanted else export for name, export in found.items()}
