"""Codes of forms lead to the procedures that ask for them."""

from __future__ import annotations

import pytest

from congkhai.site.search import form_codes


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 66/2023/TT-BCA)", ("CT01",)),
        ("Đơn đề nghị (mẫu số 14-HSB)", ("14-HSB",)),
        ("Tờ khai đăng ký thuế mẫu số 01/ĐK-TCT", ("01/ĐK-TCT",)),
        ("Phiếu thu nhận DC02, mẫu NA5; mẫu NA5", ("NA5",)),
        ("Bản sao Quyết định số 09/2023/QĐ-TTg", ()),
        ("Hỗ trợ trẻ em mẫu giáo 5 tuổi", ()),
    ],
)
def test_a_form_is_known_by_its_code(name: str, codes: tuple[str, ...]) -> None:
    assert form_codes([name]) == codes
