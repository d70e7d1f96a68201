"""Folding in Python, by the table of cases that the tests of the client share."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.site.search.syllables import has_syllables, keys, syllables

CASES = json.loads((Path(__file__).parents[2] / "cases" / "folding.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_text_is_cut_and_folded_as_the_shared_table_says(case: dict[str, object]) -> None:
    found = syllables(str(case["text"]))
    assert [syllable.key for syllable in found] == case["keys"]
    assert [syllable.form for syllable in found] == case["forms"]


@given(st.text())
def test_composed_and_decomposed_text_are_the_same_to_search(text: str) -> None:
    assert keys(unicodedata.normalize("NFD", text)) == keys(unicodedata.normalize("NFC", text))


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ 0123456789"))
def test_a_key_of_vietnamese_text_needs_no_marks_to_be_typed(text: str) -> None:
    assert all(key.isascii() for key in keys(text))


@given(st.text())
def test_whether_there_is_any_syllable_is_seen_without_folding(text: str) -> None:
    assert has_syllables(text) == bool(keys(text))
