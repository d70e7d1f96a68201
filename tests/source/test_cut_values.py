"""Values that YAML cuts or runs together are told at their very place; a tab inside a block of text is no fault."""

from __future__ import annotations

import pytest

from congkhai.foundation.problem import Problems
from congkhai.source.markup import to_html
from congkhai.source.yaml_source import parse_yaml


def told(text: str) -> list[tuple[str, int, int]]:
    """The problems of a text: code, line, column."""
    problems = Problems()
    parse_yaml(text.encode(), "a.yaml", problems)
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: Nhiệm vụ #2 của xã\n", [("cut-value", 1, 17)]),
        ("title: #2 của xã\n", [("cut-value", 1, 8)]),
        ("titles:\n  - Đường\t#2\n", [("cut-value", 2, 11)]),
        ("titles: [Đường #2\n  , Cầu]\n", [("cut-value", 1, 16)]),
        ("title: Nhiệm vụ\n  kéo dài #2\n", [("cut-value", 2, 11)]),
        ("title: Nhiệm vụ của # xã\n", [("comment-behind-text", 1, 21)]),
        ("title: Sở Y tế\n  - Sở Nội vụ\n", [("list-in-value", 2, 3)]),
        ('title: "Sở Y tế\n  + Sở Nội vụ"\n', [("list-in-value", 2, 3)]),
        ("title: >\n  Sở Y tế\n  1) Sở Nội vụ\n", [("list-in-value", 3, 3)]),
    ],
)
def test_what_a_value_loses_is_told_where_it_stands(text: str, found: list[tuple[str, int, int]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("# lời\ntitle: A\n", "year: 2026 # lời\n", "title: 'A #2' # lời\n", "title: A#2\n", "title: |\n  A #2\n"),
        *("a:\n  # lời\n  - b\n", "title: Kéo dài  # lời\n", "title: Kéo\n  dài\n", "title: A\n#2\n"),
    ],
)
def test_comments_of_our_own_and_words_inside_a_value_are_no_problem(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("title: Ðơn\n", 8),
        ("title: Sở ðịa chính\n", 11),
        ("title: Đơn Α1a\n", 0),
        ("title: Đơn Αb\n", 12),
        ("title: Ａ\n", 8),
    ],
)
def test_letters_that_look_like_others_are_told(text: str, column: int) -> None:
    assert told(text) == ([("suspicious-character", 1, column)] if column else [])


def test_each_kind_of_look_alike_in_a_line_is_told() -> None:
    assert [column for _, _, column in told("title: Ð và Ð và о\n")] == [8, 18]


def test_a_tab_in_a_block_of_text_is_a_character_as_any_other() -> None:
    assert told("steps: |\n  Nộp:\n  \t- Trực tiếp\n") == []


@pytest.mark.parametrize("text", ["a:\n\t- b\n", "a:\n  b: 1\n\tc: 2\n", "a: |\n  b\n\tc\n"])
def test_a_tab_that_indents_keys_is_a_fault(text: str) -> None:
    assert [code for code, _, _ in told(text)] == ["yaml-tab"]


def test_lists_pasted_with_tabs_are_lists() -> None:
    html = to_html("Nộp hồ sơ:\n\t- Trực tiếp\n\t\t- Một cửa\n\t- Trực tuyến")
    assert html.count("<ul>") == 2
    assert "<pre>" not in html
