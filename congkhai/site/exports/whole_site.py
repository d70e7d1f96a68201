"""The exports of a whole site by name, each loaded when it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from congkhai.site.pages.page import Context
from congkhai.site.rendering import Export


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


def _data_set(name: str, context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.open_data.data_files import whole

    return whole(name, context)


def _data(name: str, context: Context) -> Iterator[tuple[str, bytes]]:
    from congkhai.site.exports.open_data import data_files

    maker: Export = getattr(data_files, name)
    return maker(context)


# Those data sets that have no parts, by name; each is made again only when it has changed.
_WITHOUT_PARTS = (
    *("plans", "procedures", "assignments", "progress", "agencies", "fees", "sectors", "announcements"),
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
EXPORTS: Mapping[str, Export] = {
    "subscriptions": _subscriptions,
    "due": _due,
    "reports": _reports,
    "changes": _changes,
    "site": _site,
    "calendar": _calendar,
    **{f"data-{name}": partial(_data_set, name) for name in _WITHOUT_PARTS},
    **{f"data-{name}": partial(_data, name) for name in ("tasks", "services", "database", "catalogue")},
}
