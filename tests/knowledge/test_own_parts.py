"""Where a time cell names several actors, an agency has the days that are its own."""

from __future__ import annotations

import pytest

from congkhai.build.loader import load_library
from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Part, assign
from congkhai.knowledge.plans.deadlines import DueItem, all_due_items, read_times
from congkhai.knowledge.plans.own_parts import own_items
from tests.sources import ROOT


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT, Problems())


@pytest.fixture(scope="module")
def items(library: Library) -> tuple[DueItem, ...]:
    rows = assign(library).rows
    return all_due_items(rows, read_times(rows, {}))


@pytest.mark.parametrize(
    ("actor", "days"),
    [
        ("vp-hdnd-ubnd-truc-ninh", ["2021-12-31"]),
        ("ubnd-xa-thi-tran-truc-ninh", ["2022-01-10"]),
        ("ubnd-co-le-truc-ninh", ["2022-01-10"]),
        ("don-vi-lien-quan-truc-ninh", ["2021-12-31", "2022-01-10"]),
    ],
)
def test_a_level_named_in_the_cell_has_its_own_day_and_who_is_not_named_has_all(
    library: Library, items: tuple[DueItem, ...], actor: str, days: list[str]
) -> None:
    """Trực Ninh I.1: "Huyện trước ngày 31/12/2021; Xã, thị trấn Trước ngày 10/01/2022"."""
    row = [item for item in items if item.row.key == ("truc-ninh-2022", "I.1")]
    assert [item.day.isoformat() for item in own_items(actor, row, library)] == days


def test_whoever_leads_or_helps_keeps_a_day_of_each_dated_row(library: Library, items: tuple[DueItem, ...]) -> None:
    assignments = assign(library)
    for actor in library.actors.values():
        keys = {row.key for row in assignments.rows_of(actor.id, *Part)}
        mine = [item for item in items if item.row.key in keys]
        assert {item.row.key for item in own_items(actor.id, mine, library)} == {item.row.key for item in mine}


def test_a_part_that_names_an_agency_or_its_group_is_that_agencys(library: Library, items: tuple[DueItem, ...]) -> None:
    from msgspec.structs import replace

    one = next(item for item in items if item.row.key == ("truc-ninh-2022", "I.1"))
    parts = [replace(one, number=n, actor=words) for n, words in enumerate(("UBND các xã, thị trấn", "Phòng khác"))]
    assert [item.number for item in own_items("ubnd-co-le-truc-ninh", parts, library)] == [0]
