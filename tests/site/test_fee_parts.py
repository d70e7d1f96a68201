"""Fees on the page of a procedure: one sentence where an editor read them, what is alike told once, the rest folded."""

from __future__ import annotations

import re

from tests.real_site import RealSite


def _part(site: RealSite, code: str, anchor: str) -> str:
    page = (site.folder / f"thu-tuc/{code}/index.html").read_text(encoding="utf-8")
    found = re.search(rf'<h2 id="{anchor}">.*?</section>', page, re.S)
    return found[0] if found else ""


def test_fees_that_an_editor_read_are_one_sentence_and_the_stated_ones_are_folded(real_site: RealSite) -> None:
    part = _part(real_site, "1.001193", "phi")
    sentence = "Miễn phí nếu đăng ký trong 60 ngày; sau 60 ngày: mức do tỉnh, thành phố quy định; bản sao theo yêu cầu"
    assert sentence in part
    assert "<summary>Theo dữ liệu quốc gia (3 khoản)</summary>" in part
    assert part.index("<details") < part.index("<table")


def test_the_amount_names_the_row_of_a_fee_that_nobody_had_to_read(real_site: RealSite) -> None:
    rows = re.findall(r'<th scope="row">(.*?)</th>', _part(real_site, "3.000346", "phi"))
    assert len(rows) == 8
    assert "<details" not in _part(real_site, "3.000346", "phi")
    assert rows[0] == "60.000 đồng/lần"


def test_ways_of_handing_in_of_which_the_same_holds_are_one_row(real_site: RealSite) -> None:
    assert re.findall(r'<th scope="row">(.*?)</th>', _part(real_site, "1.001193", "noi-nop")) == [
        "Trực tuyến, dịch vụ bưu chính, trực tiếp"
    ]
    assert len(re.findall(r'<th scope="row">', _part(real_site, "1.013978", "noi-nop"))) == 3
