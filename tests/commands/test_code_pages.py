"""What pipes of an old code page get: letters with their tones, and no escape where there is a way."""

from __future__ import annotations

import unicodedata

import pytest

from congkhai.commands.code_pages import written_apart


@pytest.mark.parametrize("words", ["Đã tạo 36 nhiệm vụ", "Thủ tướng ký quyết định", "LƯU Ý: ẩn, ặ, ỹ, Ễ, Ợ"])
def test_vietnamese_comes_out_of_code_page_1258_as_it_went_in(words: str) -> None:
    data = words.encode("cp1258", errors=written_apart("cp1258"))
    assert unicodedata.normalize("NFC", data.decode("cp1258")) == words


def test_what_a_page_lacks_is_plain_or_an_escape() -> None:
    assert "→ 漢".encode("cp1258", errors=written_apart("cp1258")) == b"-> \\u6f22"
    assert "ế".encode("ascii", errors=written_apart("ascii")) == b"\\u1ebf"
