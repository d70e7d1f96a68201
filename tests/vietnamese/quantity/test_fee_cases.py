"""Who pays which fee, in the fee's own words."""

from __future__ import annotations

import datetime

import pytest

from congkhai.vietnamese.quantity import case_of, payer_of, read_fee, waiver_of

TODAY = datetime.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mức do Hội đồng quyết định. Miễn lệ phí cho người thuộc hộ nghèo; người khuyết tật. Phí khác",
         "người thuộc hộ nghèo, người khuyết tật"),
        ("Miễn lệ phí đăng ký nuôi con nuôi đối với trường hợp cô ruột nhận cháu", "cô ruột nhận cháu"),
        ("Trường hợp công dân thuộc diện được miễn phí theo quy định tại Điều 4 Thông tư số 75/2022/TT-BTC ngày 22/12",
         "diện theo Điều 4 Thông tư số 75/2022/TT-BTC"),
        ("Có trường hợp được miễn", ""),
        ("15000000 VNĐ (Miễn phí từ ngày 07/4/2026 đến 30/6/2026 theo quy định)", None),
        ("15000000 VNĐ (Miễn phí từ ngày 07/4/2026 đến 30/12/2026 theo quy định)", ""),
    ],
)  # fmt: skip
def test_whom_a_fee_lets_off_is_told_in_its_own_words(text: str, who: str | None) -> None:
    assert waiver_of(text, TODAY) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("nộp lệ phí nếu đăng ký quá hạn", "đăng ký quá hạn"),
        ("500 VNĐ (đối với phương tiện quá cảnh)", "phương tiện quá cảnh"),
        ("nộp lệ phí nếu thuộc trường hợp phải nộp lệ phí", ""),
    ],
)
def test_those_who_must_pay_are_named_or_left_out_never_called_those_who_must(text: str, who: str) -> None:
    assert payer_of(text) == who


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("50000 VNĐ (Đối với thẻ tại điểm)", ["Đối với thẻ tại điểm"]),
        ("145 USD (Thẻ có thời hạn không quá 02 năm: 145 USD/thẻ.)", ["Thẻ có thời hạn không quá 02 năm"]),
        ("Cấp lại do hết hạn: 1.200.000 đồng; cấp lại do mất: 300.000 đồng", ["Cấp lại do hết hạn", "cấp lại do mất"]),
        ("2000000 VNĐ ((2) Cấp lại Giấy phép.)", ["Cấp lại Giấy phép"]),
        ("20000000 VNĐ (theo quy định tại Thông tư số 10/2024/TT-BTC ngày 05/02/2024)", [""]),
    ],
)
def test_an_amount_has_the_words_of_its_case(text: str, cases: list[str]) -> None:
    assert [case_of(amount) for amount in read_fee(text).amounts] == cases
