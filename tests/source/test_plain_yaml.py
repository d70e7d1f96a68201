"""The quick way reads YAML as the parser does, places included, or steps aside."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congkhai.foundation.problem import Problems
from congkhai.foundation.spots import spot
from congkhai.source.full_yaml import compose
from congkhai.source.plain_yaml import plain_tree
from congkhai.source.source_text import CONTROL, SUSPICIOUS, is_ordinary
from congkhai.source.yaml_source import parse_yaml
from congkhai.source.yaml_tree import Mapping, Scalar, Sequence
from tests.sources import ROOT

INDENTS = st.sampled_from(["", "", "  ", "  ", "    ", " ", "      "])
DASHES = st.sampled_from(["", "", "", "- ", "-   ", "- - ", "-"])
KEYS = st.sampled_from(["a: ", "b: ", "c:", "d:", "e:  ", "", "", "a b: ", "a:", "'k': ", "? ", "1: ", "<<: "])
VALUES = st.sampled_from(
    [
        *("x", "Nộp hồ sơ", "null", "~", "1.001", "a: b", "a:b", "a #b", "a#b", "a ", "a:", "", "", "|", "|-"),
        *("|2", ">", "'"),
        *("'a'", '"a"', "'a''b'", '"a\\n"', '"a" b', "'", '"', "''", "[a, b]", "{a: b}", "&x y", "*x", "!t a", "# a"),
        *("- a", "-a", "-", "?", "? a", ":", ": a", "%a", "@a", "`a", "--- a", "...", "---", "a, [b", "=", "<<", "“a”"),
    ]
)
LINES = st.tuples(INDENTS, DASHES, KEYS, VALUES).map("".join) | st.sampled_from(["", "   ", "# a", "  # a", "  tiếp"])
TEXTS = st.lists(LINES, min_size=1, max_size=9).map(lambda lines: "\n".join(lines) + "\n") | st.text(
    st.sampled_from("ab:- #|'\"\n\n  "), max_size=30
)


@given(TEXTS)
@settings(deadline=None, max_examples=800)
def test_the_quick_way_reads_what_the_parser_reads(text: str) -> None:
    tree, problems = plain_tree(text, "a.yaml"), Problems()
    assert tree is None or (tree == compose(text, "a.yaml", problems) and not len(problems))


def test_the_house_form_takes_the_quick_way() -> None:
    text = "# một\na: x\nb:\n- 'y'\n-  c: |\n     z\n\n      - t\n\n   d: \"\"\ne:\n  f: null\n"
    at = "a.yaml"
    row = Mapping(
        {"c": Scalar("z\n\n - t\n", at, spot(5, 7, 5), False), "d": Scalar("", at, spot(10, 7, -2), False)},
        {"c": spot(5, 4), "d": spot(10, 4)},
        at,
        spot(5, 4),
    )
    rows = Sequence((Scalar("y", at, spot(4, 3, -2), False), row), at, spot(4, 1))
    inner = Mapping({"f": Scalar("null", at, spot(12, 6), True)}, {"f": spot(12, 3)}, at, spot(12, 3))
    whole = {"a": Scalar("x", at, spot(2, 4), False), "b": rows, "e": inner}
    keys = {"a": spot(2, 1), "b": spot(3, 1), "e": spot(11, 1)}
    assert plain_tree(text, at) == Mapping(whole, keys, at, spot(2, 1))


MORE = ["", "a", "a: b", "a:\n", "a: b\n  c\n", "a: [b]\n", "a: 1\na: 2\n", "a: >\n  b\n", "- - a\n", "---\na: b\n"]


@pytest.mark.parametrize("text", MORE)
def test_what_means_more_is_left_to_the_parser(text: str) -> None:
    assert plain_tree(text, "a.yaml") is None


def test_the_records_of_this_portal_are_read_alike() -> None:
    for path in sorted((ROOT / "content" / "procedures").rglob("*.yaml"))[::40]:
        text, problems = path.read_text(encoding="utf-8"), Problems()
        assert parse_yaml(text.encode(), "a.yaml", problems) == compose(text, "a.yaml", problems)


STRANGE = st.sampled_from(
    "aộ–“ơ \n\t\r\x7f\x85\xa0\xad\u0301\u0430\u1100\u1e9b\u2000\u200b\u2028\u2126\u212b\u2264\ufeff\uf0b7😀"
)


@given(st.text(STRANGE, max_size=6) | st.text(max_size=8))
@settings(deadline=None, max_examples=600)
def test_an_ordinary_text_holds_nothing_strange_and_is_in_normal_form(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    if is_ordinary(data):
        assert unicodedata.is_normalized("NFC", data.decode())
        assert not CONTROL.search(text)
        assert not SUSPICIOUS.search(text)
        assert not set(text) & set("\t\r\x85\u2028\u2029\ufeff")


def test_our_own_texts_are_ordinary() -> None:
    assert is_ordinary("Thủ tục “đăng ký” – khai sinh: 10 ≤ 20\n".encode())
