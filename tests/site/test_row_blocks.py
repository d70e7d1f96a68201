"""Files of a data set that follow from those of the last build are the same as if they were made anew."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.data_sets.columns import ByKey, Column, ColumnKind, DataSet
from congkhai.site.exports.open_data.data_set_files import whole_files
from congkhai.site.exports.open_data.row_blocks import Extent, LastBlocks, table_change
from congkhai.site.exports.open_data.sqlite_file import changed_sqlite, to_sqlite
from congkhai.site.pages.page import Context
from congkhai.site.rendering import Trace
from tests.sources import SOUND

Titles = Mapping[str, list[str]]
_TITLES = st.lists(st.sampled_from(['5"', "", '<c r="A7"', "Một\nhai", "7"]), min_size=1, max_size=3)


@st.composite
def tables_of_two_builds(draw: st.DrawFn) -> tuple[Titles, Titles]:
    """For each key the titles of its rows, before and after keys have come, gone or got other titles."""
    keys = range(40)
    before = {key: draw(_TITLES) for key in sorted(draw(st.sets(st.sampled_from(keys), min_size=15)))}
    changed = draw(st.dictionaries(st.sampled_from(keys), st.none() | _TITLES, max_size=4))
    now = {key: titles for key, titles in sorted((before | changed).items()) if titles}
    return {str(key): titles for key, titles in before.items()}, {str(key): titles for key, titles in now.items()}


@pytest.fixture(scope="module")
def context() -> Context:
    of_source = Settings(SOUND, datetime.date(2026, 11, 29))
    return make_context(check_source(of_source), of_source)


def table(titles: Titles) -> DataSet:
    rows = [(key, title) for key in titles for title in titles[key]]
    return DataSet(
        "procedures",
        "thu-tuc",
        (Column("code", ColumnKind.CODE), Column("title")),
        lambda _: rows,
        lambda _, row: row,
        by_key=ByKey(lambda _: titles, lambda _, key: [(key, title) for title in titles[key]], 4),
    )


def last_blocks(context: Context, before: Titles, now: Titles) -> LastBlocks:
    made = list(whole_files(context, table(before)))
    listed = next(one.result for one in made if isinstance(one, Trace) and one.family == "list")
    extents = {tuple(keys): Extent(*extent) for keys, extent in listed}
    dirty = {keys for keys in extents if any(before[key] != now.get(key) for key in keys)}
    files = dict(one for one in made if not isinstance(one, Trace))
    return LastBlocks(extents, dirty, list(before) != list(now), files.__getitem__)


@settings(max_examples=40)
@given(tables_of_two_builds())
def test_rows_that_come_go_change_and_move_make_the_same_files(context: Context, tables: tuple[Titles, Titles]) -> None:
    before, now = tables
    last = last_blocks(context, before, now)
    followed = [one for one in whole_files(context, table(now), last) if not isinstance(one, Trace)]
    assert followed == [one for one in whole_files(context, table(now)) if not isinstance(one, Trace)]


@settings(max_examples=60)
@given(tables_of_two_builds())
def test_a_database_that_was_changed_is_the_one_that_is_made_anew(
    context: Context, tables: tuple[Titles, Titles]
) -> None:
    before, now = tables
    last = last_blocks(context, before, now)
    file = to_sqlite([(table(before), table(before).rows(context))], (), ())
    change = table_change(context, table(now), last)
    assert changed_sqlite(file, [change]) == to_sqlite([(table(now), table(now).rows(context))], (), ())


def test_only_blocks_that_are_out_of_date_are_made(context: Context) -> None:
    before = {str(number): [f"tên {number}"] for number in range(30)}
    now = before | {"17": ["tên khác"]}
    last = last_blocks(context, before, now)
    made = [one.key for one in whole_files(context, table(now), last) if isinstance(one, Trace)]
    assert made == [*(keys[0] for keys in last.extents if "17" in keys), "rows:procedures"]
