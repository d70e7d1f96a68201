"""Plain text with signs becomes Markdown that shows the same words, at the same levels."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.editing.importers.blocks import clean
from congkhai.editing.importers.listing import to_markdown
from congkhai.source.markup import plain, to_html

PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n",
            "- ",
            "-",
            "+ ",
            "*",
            "• ",
            "\uf0b7 ",
            "1. ",
            "1) ",
            "2026. ",
            "01",
            "a) ",
            "  ",
            "\t",
            "# ",
            "> ",
        ),
        *("Nộp hồ sơ", "Mẫu 01_TT", "&lt;", "&copy", "<b>", "[a](b)", "`", "**", "~~", "|", "---", "===", "\\", "≥ 5%"),
    ]
)


@given(st.lists(PIECES, max_size=16).map("".join))
def test_no_letter_and_no_figure_is_lost_on_the_page(text: str) -> None:
    assert re.findall(r"\w", plain(to_markdown(text))) == re.findall(r"\w", clean(text))


@pytest.mark.parametrize("text", ["1) Khai đơn", "2. Nộp\n2. Nhận", "1.Nộp", "2026. Tổng kết", "12)"])
def test_signed_numbers_stay_words(text: str) -> None:
    assert plain(to_markdown(text)) == text.replace("\n", " ")


def test_a_sign_met_below_another_is_a_level_deeper_whatever_it_is() -> None:
    html = to_html(to_markdown("Nộp:\n• Trực tiếp\n- Tại xã\n\t+ Một cửa\n• Trực tuyến"))
    assert re.findall(r"<ul>|</ul>", html) == ["<ul>", "<ul>", "<ul>", "</ul>", "</ul>", "</ul>"]
    assert html.endswith("<li>Trực tuyến</li>\n</ul>")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("- Bước 1\nDân nộp đơn.\n+ Đủ\n+ Thiếu\n- Bước 2", [1, 2, 2, 1]),
        ("- Một\n+ Hai\nthêm\n+ Ba\n- Bốn", [1, 2, 2, 1]),
        ("- Một\n+ Hai\nTrường hợp khác:\n+ Ba\n- Bốn", [1, 2, 1, 1]),
        ("- Một\n+ Hai\n\n1) Phần sau\n+ Ba\n- Bốn\n+ Năm", [1, 2, 1, 2, 1]),
        ("* Một\n- Hai\n+ Ba\n* Bốn\n- Năm", [1, 2, 3, 1, 2]),
    ],
)
def test_a_line_without_a_sign_does_not_end_a_list_that_goes_on(text: str, levels: list[int]) -> None:
    depth, found = 0, []
    for end, tag in re.findall(r"<(/?)(ul|li)>", to_html(to_markdown(text))):
        depth += (-1 if end else 1) if tag == "ul" else 0
        found += [depth] if tag == "li" and not end else []
    assert found == levels
