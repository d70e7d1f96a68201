"""Office and ways of handing in are told alike on the page of a procedure, its sheet and its search card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.site.pages.procedures.headlines import takes_post
from tests.knowledge.test_reading import procedure
from tests.real_site import RealSite


def _pages(site: RealSite) -> Iterator[tuple[str, str]]:
    """The pages of procedures, by code, as lines of words."""
    for path in sorted(site.folder.glob("thu-tuc/*.*/index.html")):
        lines = re.sub(r"<[^>]+>", "\n", path.read_text(encoding="utf-8"))
        yield path.parent.name, re.sub(r"\s*\n\s*", "\n", lines)


def _fact(page: str, key: str) -> str:
    found = re.search(rf"\n{key}\n(.+?)\n", page)
    return found[1] if found else ""


def test_no_page_names_a_level_that_is_over_but_in_quotes(real_site: RealSite) -> None:
    for code, page in _pages(real_site):
        for key in ("Nộp ở đâu", "Cơ quan thực hiện"):
            assert not re.search(r"thị trấn|cấp (?:Xã|Tỉnh)|Cục cảnh", _fact(page, key)), code


def test_no_representation_abroad_is_taken_for_a_single_window(real_site: RealSite) -> None:
    pages = dict(_pages(real_site))
    assert "hỏi cơ quan đại diện nơi nộp" in pages["2.000689"]
    assert "Khi nào có kết quả?" not in pages["2.000689"]
    assert re.search(r"\nChưa rõ đơn vị tiền\n(?:Phí|Lệ phí)\n10 VNĐ\n", pages["2.000689"])


def test_a_basis_for_years_that_are_over_is_told_beside_the_answer_and_the_calculator(real_site: RealSite) -> None:
    pages = dict(_pages(real_site))
    assert pages["1.011607"].count("chỉ cho giai đoạn 2022–2025") == 2
    assert "chỉ cho giai đoạn" not in pages["1.001193"]


def test_a_card_names_the_post_only_where_that_takes_the_dossier() -> None:
    assert takes_post(procedure("submission: [{channel: in_person}, {channel: post}]"))
    assert not takes_post(procedure("submission: [{channel: in_person}]"))


def test_a_kind_of_office_leads_to_how_the_right_one_is_found_and_gives_no_address(real_site: RealSite) -> None:
    page = (real_site.folder / "thu-tuc/1.001193/index.html").read_text(encoding="utf-8")
    [finding] = re.findall(r'<p id="tim-noi-nop">(.+?)</p>', page, re.S)
    assert '<a href="#tim-noi-nop">Trung tâm Phục vụ hành chính công</a>' in page
    assert "Nộp ở nơi cha hoặc mẹ cư trú (hiểu theo 60/2014/QH13" in finding
    assert 'href="https://dichvucong.gov.vn/thu-tuc-hanh-chinh/' in finding


def test_only_the_general_ones_of_several_offices_are_told_to_be_a_kind(real_site: RealSite) -> None:
    pages = dict(_pages(real_site))
    assert "“Công an cấp tỉnh”, “Công an cấp xã” là tên gọi chung của nhiều nơi" in pages["1.013067"]
    assert "là tên gọi chung" not in pages["3.000001"]


def test_a_kind_of_office_is_named_with_the_place_that_the_record_tells(real_site: RealSite) -> None:
    assert _fact(dict(_pages(real_site))["2.002854"], "Nộp ở đâu") == "Nhà trường nơi chuyển đến"


def test_what_undoes_a_result_is_nothing_that_somebody_comes_for(real_site: RealSite) -> None:
    told = _fact(dict(_pages(real_site))["1.014748"], "Để nhận")
    assert told == "Quyết định về việc hưởng trợ cấp thất nghiệp"


def test_no_page_tells_the_public_who_does_not_run_the_site(real_site: RealSite) -> None:
    for path in real_site.folder.glob("**/index.html"):
        page = path.read_text(encoding="utf-8")
        assert not re.search(r"không ghi người vận hành|không nhận (?:được )?thư báo", page), path


def test_two_targets_of_one_plan_are_parted_by_more_than_a_line(real_site: RealSite) -> None:
    page = (real_site.folder / "chi-tieu/so-hoa/index.html").read_text(encoding="utf-8")
    assert "đến khi đạt 100 %;\nchung: 100 %" in page
