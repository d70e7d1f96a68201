"""YAML as text with places: nothing is converted, every fault is told where it is, nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.foundation.problem import Problems
from congkhai.foundation.spots import spot
from congkhai.source.yaml_source import Mapping, Scalar, Sequence, parse_yaml, walk
from tests.reading import parsed


@pytest.mark.parametrize("text", ["no", "on", "1.0", "0x10", "2024-01-01", "1e3", "012", ".5", "12:30:45", "true"])
def test_every_scalar_stays_the_text_it_is(text: str) -> None:
    node, problems = parsed(f"k: {text}\n")
    assert isinstance(node, Mapping)
    assert node.values["k"][0] == text
    assert problems == []


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_a_value_left_empty_is_null(text: str) -> None:
    node, _ = parsed(f"k: {text}\n")
    assert isinstance(node, Mapping)
    value = node.values["k"]
    assert isinstance(value, Scalar)
    assert value.is_null


def test_a_null_in_quotes_is_a_word() -> None:
    node, _ = parsed('k: "null"\n')
    assert isinstance(node, Mapping)
    assert node.values["k"] == Scalar("null", node.path, spot(1, 4, -2), False)


def test_every_value_and_key_knows_its_line_and_column() -> None:
    node, _ = parsed("a: một\nb:\n  - hai\n  -   {c: ba}\n")
    assert isinstance(node, Mapping)
    places = [(scalar.text, scalar.place.line, scalar.place.column) for scalar in walk(node)]
    assert places == [("một", 1, 4), ("hai", 3, 5), ("ba", 4, 11)]
    assert node.place_of_key("b")[1:3] == (2, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("k: xin chào\n", (1, 8)),
        ('k: "xin chào"\n', (1, 9)),
        ("k: |\n  xin chào\n", (2, 7)),
        ("k: |\n\n    dòng một\n    xin chào\n", (4, 9)),
        ("k: >-\n  xin chào\n", (2, 7)),
    ],
)
def test_a_point_inside_a_text_is_found_in_the_file(text: str, found: tuple[int, int]) -> None:
    node, _ = parsed(text)
    assert isinstance(node, Mapping)
    value = node.values["k"]
    assert isinstance(value, Scalar)
    assert value.place.inside(value.text, value.text.index("chào"))[1:3] == found


def test_decomposed_letters_become_single_ones() -> None:
    node, problems = parsed("k: Quyết\n")
    assert isinstance(node, Mapping)
    assert node.values["k"][0] == "Quyết"
    assert problems == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key 3:1"),
        ("a: &x 1\n", "yaml-anchor 1:4"),
        ("a: *x\n", "yaml-alias 1:4"),
        ("a: 1\n<<: {b: 2}\n", "yaml-merge-key 2:1"),
        ("a: !!int 1\n", "yaml-tag 1:4"),
        ("a:\n\t- 1\n", "yaml-tab 2:1"),
        ("a: 1\n---\nb: 2\n", "yaml-several-documents 2:1"),
        ("", "yaml-empty 1:1"),
        ("a: 'x\n", "yaml-quote 1:4"),
        ('a: "x\nb: 1\nc:\n  - d: "I"\n', "yaml-quote 1:4"),
        ("a: 'x\nb: 'y'\n", "yaml-quote 1:4"),
        ("a: 1\nb c\nd: 2\n", "yaml-colon 2:1"),
        ("a: |\n  b\u2028c\n", "yaml-control-character 2:4"),
        ("a: b\x85c\nd: [\n", "yaml-control-character 1:5"),
        ("a: [1, 2\n", "yaml-bracket 1:4"),
        ("a: b: c\n", "yaml-colon 1:5"),
        ("a: @b\n", "yaml-forbidden-character 1:4"),
        ("a: 1\n b: 2\n", "yaml-colon 2:3"),
        ("[[1]: 2]\n", "yaml-complex-key 1:2"),
        ("a: b\u200bc\n", "suspicious-character 1:5"),
        ('a: "b\\u200bc"\n', "suspicious-character 1:4"),
        ('a: "b\\ac"\n', "yaml-control-character 1:4"),
        (f"# {'ế' * 9000}\n# đ\n" * 40 + "b: ề\x0bc\n", "yaml-control-character 81:5"),
        (f"# {'😀' * 9000}\n" * 9 + "b: \x1fc\n", "yaml-control-character 10:4"),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, problem: str) -> None:
    assert parsed(text)[1] == [problem]


@pytest.mark.parametrize("data", [b"\xff\xfe\xff", "a: đ".encode("utf-16"), b"a: \xc3\x28\n"])
def test_what_is_no_utf8_is_told_where_it_begins(data: bytes) -> None:
    assert parsed(data)[1][0].startswith("yaml-not-utf8 1:")


def test_nesting_up_to_the_limit_is_read_and_one_more_is_not() -> None:
    assert parsed("[" * 50 + "]" * 50)[1] == []
    assert parsed("[" * 51 + "]" * 51)[1] == ["yaml-too-deep 1:51"]


def test_reading_goes_on_after_a_duplicate_key() -> None:
    node, problems = parsed("a: 1\na: 2\nc: &x 3\n")
    assert isinstance(node, Mapping)
    assert [node.values[key][0] for key in node.values] == ["1", "3"]
    assert len(problems) == 2


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    problems = Problems()
    assert parse_yaml(data, "a.yaml", problems) is not None or len(problems) > 0


# Pieces that YAML means something by, put together at random.
_PIECES = st.sampled_from(
    [
        "a",
        "đ",
        ":",
        " ",
        "\n",
        "- ",
        "? ",
        "|",
        ">",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "&x",
        "*x",
        "!t",
        "%",
        "@",
        "---\n",
        "...\n",
        "  ",
        "\t",
        "\r",
        "\\",
        "null",
        "<<",
        "\x85",
        "\u2028",
        "\x00",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_no_text_that_looks_like_yaml_makes_it_raise(text: str) -> None:
    problems = Problems()
    node = parse_yaml(text.encode(), "a.yaml", problems)
    assert node is not None or len(problems) > 0
    if node is not None:
        assert isinstance(node, Scalar | Sequence | Mapping)
        assert all(scalar.place.line > 0 and scalar.place.column > 0 for scalar in walk(node))


@given(st.lists(st.text(st.characters(categories=("L", "N")), min_size=1), min_size=1, max_size=8, unique=True))
def test_keys_come_back_in_the_order_of_the_file(names: list[str]) -> None:
    keys = [f"k{index}{name}" for index, name in enumerate(names)]
    node, _ = parsed("".join(f'"{key}": {index}\n' for index, key in enumerate(keys)))
    assert isinstance(node, Mapping)
    assert [node.values[key][0] for key in node.values] == [str(index) for index in range(len(node.values))]
