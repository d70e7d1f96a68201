"""What a record does not tell is said once, with who takes the dossier as the one to ask."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from congkhai.knowledge.procedures.grants import grants_money
from tests.knowledge.test_reading import procedure
from tests.sources import SOUND, built, lay

PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"


def page(folder: Path, **changed: str) -> str:
    """The words of the page of a procedure with some keys of its record written otherwise ("" for none)."""
    text = (SOUND / PROCEDURE).read_text(encoding="utf-8")
    for key, value in changed.items():
        text = re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", text) + (f"{key}: {value}\n" if value else "")
    html = built(lay(folder / "source", {PROCEDURE: text})).files["thu-tuc/9.000001/index.html"].decode("utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


CITED = "[{kind: charge, text: '0 VNĐ (Thông tư số 60/2023/TT-BTC)'}]"
ROWS = "[{channel: in_person, time: '1', fee: 0 VNĐ}]"


def test_of_a_fee_that_a_circular_sets_the_amount_is_asked_of_the_police_that_take_the_dossier(tmp_path: Path) -> None:
    words = page(tmp_path, fees=CITED, submission=ROWS, agency="Công an cấp xã, Công an cấp tỉnh")
    assert "Mức thu do Thông tư 60/2023/TT-BTC quy định" in words
    assert "Chưa có mức: hỏi Công an nơi nộp" in words


def test_one_office_is_named(tmp_path: Path) -> None:
    words = page(tmp_path, fees=CITED, submission=ROWS, agency="Sở Nội vụ")
    assert "Chưa có mức: hỏi Sở Nội vụ" in words


def test_a_way_of_handing_in_without_a_unit_has_the_time_and_the_fee_of_the_whole(tmp_path: Path) -> None:
    read = "{fees: [{amount: 0, text: Miễn phí trong 60 ngày}, {amount: 5000, case: Sau 60 ngày}]}"
    words = page(tmp_path, submission=ROWS, reading=read)
    assert "Trực tiếp 3 ngày làm việc Miễn phí trong 60 ngày; Sau 60 ngày: 5.000 đồng “1” · “0 VNĐ”" in words


def test_a_way_of_handing_in_that_is_free_where_another_pays_says_only_so(tmp_path: Path) -> None:
    assert "Trực tuyến 3 ngày làm việc Miễn phí “03 ngày làm việc” · “Miễn phí”" in page(tmp_path)


def test_whom_a_fee_lets_off_is_told_on_the_first_screen_and_beside_the_fee(tmp_path: Path) -> None:
    who = "cha dượng hoặc mẹ kế nhận con riêng của vợ hoặc chồng, cô, cậu, dì, chú, bác ruột nhận cháu"
    fees = f"[{{kind: charge, text: 400.000 đồng}}, {{kind: charge, text: 'Miễn lệ phí đối với trường hợp {who}'}}]"
    words = page(tmp_path, fees=fees, submission="[{channel: in_person}]")
    assert f"400.000 đồng Được miễn: {who}" in words
    assert f"Được miễn: {who} Lệ phí Miễn lệ phí đối với" in words


def test_an_amount_whose_day_is_over_is_told_to_be_over(tmp_path: Path) -> None:
    fees = "[{kind: charge, text: 135.000 đồng}, {kind: charge, text: 'Đến hết ngày 31/12/2020: 115.000 đồng'}]"
    assert "Đã hết thời gian áp dụng Lệ phí Đến hết ngày 31/12/2020" in page(
        tmp_path, fees=fees, submission="[{channel: in_person}]"
    )


@pytest.mark.parametrize(
    ("name", "more", "untold"),
    [
        ("Hưởng trợ cấp thất nghiệp", "", True),
        ("Giải quyết hưởng chế độ thai sản", "", True),
        ("Hỗ trợ ăn trưa đối với trẻ em mẫu giáo", "result: [Được hỗ trợ 160.000 đồng một tháng]", False),
        ("Chuyển nơi hưởng trợ cấp thất nghiệp", "", False),
        ("Đăng ký khai sinh", "", False),
    ],
)
def test_an_allowance_without_an_amount_is_told_to_be_missing(name: str, more: str, untold: bool) -> None:
    assert grants_money(replace(procedure(more), name=name)) is untold
