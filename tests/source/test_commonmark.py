"""Lists in Markdown as people write them: levels of two blanks or four, right below a line, with their own numbers."""

from __future__ import annotations

import re

import pytest

from congkhai.source.markup import to_html


def depths(html: str) -> list[int]:
    """How deep each item of a list stands, in the order of the page."""
    depth, found = 0, []
    for end, tag in re.findall(r"<(/?)(ul|ol|li)\b", html):
        if tag == "li":
            found += [] if end else [depth]
        else:
            depth += -1 if end else 1
    return found


@pytest.mark.parametrize("blanks", ["  ", "    "])
def test_two_blanks_or_four_lead_into_an_item(blanks: str) -> None:
    assert depths(to_html(f"- Hồ sơ\n{blanks}- Đơn\n- Lệ phí")) == [1, 2, 1]


@pytest.mark.parametrize("sign", ["-", "+", "*", "1."])
def test_a_list_right_below_a_line_of_text_is_a_list(sign: str) -> None:
    html = to_html(f"Hồ sơ gồm:\n{sign} Đơn\n{sign} Bản sao")
    assert html.startswith("<p>Hồ sơ gồm:</p>\n")
    assert depths(html) == [1, 1]


def test_a_number_inside_a_paragraph_begins_no_list() -> None:
    assert to_html("Trước ngày\n30. Nộp hồ sơ") == "<p>Trước ngày\n30. Nộp hồ sơ</p>"


def test_signed_numbers_that_repeat_or_are_passed_over_are_shown_as_signed() -> None:
    items = '<li>A</li>\n<li>B</li>\n<li value="2">C</li>\n<li value="4">D</li>'
    assert to_html("1. A\n2. B\n2. C\n4. D") == f"<ol>\n{items}\n</ol>"


def test_the_sign_behind_a_number_is_shown_as_signed() -> None:
    html = to_html("2) A\n3) B\n5) C")
    assert html.startswith('<ol start="2" class="parentheses">')
    assert '<li value="5">C</li>' in html


def test_no_other_class_comes_in() -> None:
    assert "class" not in to_html('<ol class="steps"><li>A</li></ol>')


def test_headings_of_one_wording_have_anchors_of_their_own() -> None:
    assert re.findall(r'id="([^"]+)"', to_html("# Hồ sơ\n\n## Hồ sơ")) == ["muc-ho-so", "muc-ho-so_1"]
