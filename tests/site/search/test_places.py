"""Which province a page is of, and which number the client knows it by."""

from __future__ import annotations

import pytest

from congkhai.knowledge.procedures.example_place import is_announced_for_all
from congkhai.knowledge.units import provinces
from congkhai.knowledge.units.province_names import province_names
from congkhai.site.search import ANYWHERE, Entry
from congkhai.site.search.places import listed, numbered, place_of

CAO_BANG, HUE = "Tỉnh Cao Bằng", "Thành phố Huế"


def _place(agency: str = "", title: str = "Cấp phép", territory: str = "") -> str:
    return place_of(Entry("procedure:1", "1/", title, "procedure", agency=agency, territory=territory))


@pytest.mark.parametrize(
    "agency", ["Sở Xây dựng - Tỉnh Cao Bằng", "Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng; Tên khác của lĩnh vực"]
)
def test_a_page_is_of_the_province_that_its_agency_names(agency: str) -> None:
    assert _place(agency) == CAO_BANG


@pytest.mark.parametrize("agency", ["Sở Nội vụ Thành phố Hà Nội, Sở Dân tộc và Tôn giáo", "Ủy ban nhân dân cấp tỉnh"])
def test_a_page_that_an_agency_anywhere_handles_is_of_no_place(agency: str) -> None:
    assert _place(agency) == ""


def test_a_title_tells_a_province_by_its_kind_and_a_province_of_before_by_the_one_it_went_into() -> None:
    assert _place(title="Hỗ trợ hỏa táng trên địa bàn tỉnh Thừa Thiên Huế") == HUE
    assert _place(title="Giải thưởng Hồ Chí Minh") == ""
    assert _place("Sở Y tế tỉnh Bến Tre") == "Tỉnh Vĩnh Long"


def test_a_territory_tells_more_than_an_agency() -> None:
    assert _place("Sở Y tế tỉnh Bến Tre", territory=ANYWHERE) == ""
    assert _place(territory="Huyện Trực Ninh, tỉnh Nam Định; Trung ương") == "Tỉnh Ninh Bình"


def test_a_site_of_one_province_puts_none_of_its_own_pages_behind() -> None:
    assert numbered([CAO_BANG, "", HUE]) == [4, 0, 16]
    assert numbered([*[CAO_BANG] * 20, HUE]) == [*[0] * 20, 16]


def test_the_client_knows_the_34_provinces_of_the_table_by_lines() -> None:
    assert set(province_names()) == {unit.name for unit in provinces()}
    assert listed().splitlines()[3] == "cao bằng"


def test_who_announced_a_procedure_tells_whether_a_place_is_an_example() -> None:
    decisions = ("1872/QĐ-BTP", "9/QĐ-UBND", "12/TTr-SNNMT", "")
    assert [is_announced_for_all(one) for one in decisions] == [True, False, False, False]
