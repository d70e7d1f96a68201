"""Marks and wraps: small rules on which all tables rest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.editing.importers.likeness import looks_like_agency, time_likeness
from congkhai.editing.importers.listing import to_markdown
from congkhai.editing.importers.marks import read_mark, split_mark
from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.headings import role_of
from congkhai.editing.importers.wrapping import split_inline_items, unwrap, wrap_limits


@pytest.mark.parametrize(
    ("text", "kind"), [("VIII", "roman"), ("1.1.", "dotted"), ("07", "number"), ("đ)", "small"), ("A", "letter")]
)
def test_a_cell_that_is_a_mark_is_recognised(text: str, kind: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert mark.kind == kind


@pytest.mark.parametrize("text", ["2021", "Sở Nội vụ", "", "01/2022", "Quý I"])
def test_a_year_a_date_or_a_name_is_no_mark(text: str) -> None:
    assert read_mark(text) is None


@settings(deadline=None)
@given(st.text())
def test_no_text_makes_a_mark_or_a_listing_fail(text: str) -> None:
    read_mark(text)
    split_mark(text)
    to_markdown(text)
    role_of(text)


def test_a_mark_is_split_from_its_heading() -> None:
    mark, rest = split_mark("III NIÊM YẾT, CÔNG KHAI")
    assert (mark and mark.text, rest) == ("III", "NIÊM YẾT, CÔNG KHAI")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Cơ quan, đơn vị phối hợp", Role.COORDINATION),
        ("Đơn vị chủ trì, phối hợp", Role.LEAD),
        ("Tiến độ", Role.TIME),
        ("Kết quả thực hiện", Role.DELIVERABLE),
        ("Thời gian trình UBND tỉnh", Role.TIME),
        ("Cơ quan trình", Role.OTHER),
        ("Số TT", Role.NUMBER),
    ],
)
def test_a_heading_names_its_column_in_any_wording(heading: str, role: Role) -> None:
    assert role_of(heading) is role


def test_work_is_no_agency_though_it_begins_like_one() -> None:
    assert looks_like_agency("Tổ công tác cải cách TTHC")
    assert not looks_like_agency("Tổ chức thực hiện Kế hoạch")
    assert not looks_like_agency("Báo cáo kết quả")


def test_a_time_is_told_from_a_product_that_holds_a_year() -> None:
    assert time_likeness("Trước ngày 15/01/2024") == 2
    assert time_likeness("Kế hoạch năm 2024") == 1


def test_a_wrap_is_joined_and_an_entry_keeps_its_line() -> None:
    limits = wrap_limits(["Báo Đồng Khởi, Đài PTTH tỉnh, các cơ quan có liên\nquan"])
    assert unwrap("VP. UBND tỉnh\nSở Nội vụ", limits) == "VP. UBND tỉnh\nSở Nội vụ"
    assert unwrap("Văn phòng\ntỉnh", limits) == "Văn phòng tỉnh"


def test_items_on_one_line_are_parted_but_not_inside_a_name() -> None:
    assert split_inline_items("- Huyện trước 31/12 -Xã trước 10/01") == "- Huyện trước 31/12\n- Xã trước 10/01"
    assert split_inline_items("- Văn phòng HĐND - UBND huyện.") == "- Văn phòng HĐND - UBND huyện."


def test_plain_bullets_become_nested_lists() -> None:
    assert to_markdown("- Một\n+ Hai\n+ Ba\n- Bốn") == "- Một\n  - Hai\n  - Ba\n- Bốn"


def test_signs_that_are_no_markup_are_guarded() -> None:
    assert to_markdown("# không phải tiêu đề\nMẫu số 01_TT") == "\\# không phải tiêu đề\n\nMẫu số 01\\_TT"
