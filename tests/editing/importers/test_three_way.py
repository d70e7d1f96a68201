"""Importing again over an edited file never overwrites an edit silently."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.editing.importers.three_way import Verdict, three_way

PLAN = """
title: {title}
sections:
  - number: "I"
    title: Chỉ đạo
    items:
      - {{number: "1", lead: {lead}, time: {time}}}
"""


def plan(title: str = "Kế hoạch", lead: str = "Sở Nội vụ", time: str = "Quý I") -> str:
    return PLAN.format(title=title, lead=lead, time=time)


def test_an_edit_is_kept_and_a_change_of_the_source_is_offered() -> None:
    found = three_way(plan(), plan(lead="Sở Tư pháp"), plan(time="Quý II"))
    assert {change.path: change.verdict for change in found} == {
        "sections/I/items/1/lead": Verdict.MINE,
        "sections/I/items/1/time": Verdict.THEIRS,
    }


def test_two_different_changes_are_a_conflict_with_all_three_values() -> None:
    (change,) = three_way(plan(), plan(time="Quý II"), plan(time="Quý III"))
    assert change.verdict is Verdict.CONFLICT
    assert (change.base, change.mine, change.theirs) == ("Quý I", "Quý II", "Quý III")


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    (change,) = three_way(plan(), plan(title="Chương trình"), plan(title="Chương trình"))
    assert change.verdict is Verdict.BOTH


def test_rows_whose_numbers_repeat_are_told_apart_by_rank() -> None:
    twice = "sections:\n  - {number: IV, title: A}\n  - {number: IV, title: B}\n"
    (change,) = three_way(twice, twice.replace("B", "C"), twice)
    assert change.path == "sections/#2/title"


@settings(deadline=None)
@given(st.sampled_from(["A", "B"]), st.sampled_from(["A", "B"]), st.sampled_from(["A", "B"]))
def test_only_values_that_differ_are_shown(base: str, mine: str, theirs: str) -> None:
    assert len(three_way(plan(base), plan(mine), plan(theirs))) == (len({base, mine, theirs}) > 1)
