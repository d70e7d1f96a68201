"""Importing again: rows are known wherever they moved, edits stay, the rest is taken over, clashes are told."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.editing.importers.again.comparing import Step, compare, is_other
from congkhai.editing.importers.again.merge import Kind, merge, values_of
from congkhai.editing.importers.again.splice import applied, splice
from congkhai.editing.importers.house_yaml import to_yaml, with_nulls

ROWS = (("1", "Ban hành kế hoạch", "Quý I"), ("2", "Tổ chức tập huấn", "Quý II"), ("3", "Báo cáo tổng kết", "Quý IV"))


def plan(*rows: tuple[str, str, str], summary: str | None = None) -> str:
    items = [{"number": number, "title": title, "lead": "Sở Nội vụ", "time": time} for number, title, time in rows]
    sections = [{"number": "I", "title": "Chỉ đạo", "items": items}]
    return to_yaml({"id": "x", "number": "12/KH-UBND", "title": "Kế hoạch", "summary": summary, "sections": sections})


def rows_of(text: str) -> list[tuple[str, str, str]]:
    items = yaml.load(text, Loader=yaml.BaseLoader)["sections"][0]["items"]
    return [(row["number"], row["title"], row["time"]) for row in items]


def test_a_row_put_in_by_the_source_stands_behind_the_one_it_follows() -> None:
    news = (ROWS[0], ("2", "Lập danh sách", "Quý I"), ("3", *ROWS[1][1:]), ("4", *ROWS[2][1:]))
    mine = plan(*ROWS).replace("lead: Sở Nội vụ", "lead: Sở Tư pháp", 1)
    found = compare(plan(*ROWS), mine, plan(*news))
    assert (found.step, found.clashes) == (Step.MERGED, ())
    assert rows_of(found.text) == [*news]
    assert found.text.count("Sở Tư pháp") == 1


def test_a_row_that_the_source_dropped_goes_unless_it_was_edited() -> None:
    mine = plan(*ROWS, summary="Của tôi")
    assert rows_of(compare(plan(*ROWS), mine, plan(*ROWS[:2])).text) == [*ROWS[:2]]
    edited = mine.replace("Quý IV", "Tháng 12")
    found = compare(plan(*ROWS), edited, plan(*ROWS[:2]))
    assert [change.kind for change in found.clashes] == [Kind.REMOVED]
    assert found.text == edited


def test_a_row_that_an_editor_took_out_stays_out() -> None:
    mine = plan(*ROWS[:2])
    changed = plan(*ROWS[:2], ("3", "Báo cáo tổng kết", "Tháng 12"))
    found = compare(plan(*ROWS), mine, changed)
    assert [change.kind for change in found.clashes] == [Kind.DROPPED]
    assert found.text == mine


def test_comments_and_the_editors_own_layout_stay() -> None:
    mine = plan(*ROWS).replace("time: Quý I\n", "time: Quý I  # đã hỏi Sở\n").replace("summary: null", "summary: 'Tôi'")
    found = compare(plan(*ROWS), mine, plan(("1", "Ban hành kế hoạch", "Quý III"), *ROWS[1:]))
    assert "time: Quý III  # đã hỏi Sở" in found.text
    assert "summary: 'Tôi'" in found.text


def test_a_comment_in_a_row_that_the_source_dropped_stays() -> None:
    mine = plan(*ROWS).replace("        title: Báo cáo", "        # hỏi lại Sở\n        title: Báo cáo")
    found = compare(plan(*ROWS), mine, plan(*ROWS[:2]))
    assert (rows_of(found.text), found.text.count("# hỏi lại Sở")) == ([*ROWS[:2]], 1)


def test_without_an_earlier_import_nothing_is_taken_over() -> None:
    mine = plan(*ROWS, summary="Của tôi")
    found = compare(None, mine, plan(*ROWS[:2]))
    assert (found.step, found.text) == (Step.EDITED, mine)
    assert found.changes


def test_the_id_of_an_edited_file_is_never_changed() -> None:
    found = compare(
        plan(*ROWS), plan(*ROWS, summary="Tôi").replace("id: x", "id: y"), plan(*ROWS).replace("id: x", "id: z")
    )
    assert (found.step, "id: y" in found.text) == (Step.SAME, True)


def test_a_clash_is_shown_until_someone_decides_and_the_rest_is_taken_once() -> None:
    mine = plan(("1", "Ban hành kế hoạch", "Tháng 2"), *ROWS[1:])
    theirs = plan(("1", "Ban hành kế hoạch", "Tháng 3"), ("2", "Tổ chức tập huấn", "Quý III"), ROWS[2])
    first = compare(plan(*ROWS), mine, theirs)
    again = compare(first.base, first.text, theirs)
    assert [(len(found.changes), len(found.clashes)) for found in (first, again)] == [(2, 1), (1, 1)]


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ({"number": "51/KH-UBND"}, {"number": "52/KH-UBND"}, True),
        ({"number": "210/KH-UBND", "signed": "2025-12-25"}, {"number": "210/KH-UBND", "signed": "2026-12-25"}, True),
        ({"number": "12/KH-UBND"}, {"number": "12/kh-ubnd", "signed": "2026-01-01"}, False),
        ({"number": "null", "title": "Tiêm phòng gia súc"}, {"number": "1/KH", "title": "Đón Tết Trung thu"}, True),
        ({"title": "Kế hoạch năm 2026"}, {"title": "Kế hoạch của xã năm 2026"}, False),
    ],
)
def test_documents_are_told_apart_by_number_and_year_else_by_title(one: Any, other: Any, differs: bool) -> None:
    assert is_other(one, other) is differs


_CELLS = st.sampled_from(["Quý I", "Quý II", "# lạ", "a: b", "- một\n- hai", ""])
_TITLES = st.sampled_from(
    ["Ban hành kế hoạch", "Tổ chức tập huấn", "Báo cáo tổng kết", "Rà soát quy trình", "Đối thoại"]
)
_PLANS = st.lists(st.tuples(_TITLES, _CELLS), max_size=5, unique_by=lambda row: row[0]).map(
    lambda rows: plan(*((str(rank), title, cell) for rank, (title, cell) in enumerate(rows, 1)))
)


@settings(deadline=None, max_examples=60)
@given(_PLANS, _PLANS, _PLANS)
def test_edits_go_into_the_text_as_they_go_into_the_values(base: str, mine: str, theirs: str) -> None:
    merged = merge(*map(values_of, (base, mine, theirs)))
    text = splice(mine, merged.edits)
    assert text is None or values_of(text) == applied(values_of(mine), merged.edits)


@settings(deadline=None, max_examples=60)
@given(_PLANS, _PLANS)
def test_who_edits_nothing_gets_the_source_and_whose_source_is_the_same_keeps_the_edits(old: str, new: str) -> None:
    assert not merge(values_of(old), values_of(new), values_of(old)).changes
    taken = merge(values_of(old), values_of(old), values_of(new))
    rows = applied(values_of(old), taken.edits)["sections"][0]["items"]
    assert not taken.clashes
    assert sorted(map(repr, rows)) == sorted(map(repr, values_of(new)["sections"][0]["items"]))
    assert with_nulls(values_of(new))
