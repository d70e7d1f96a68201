"""Vietnamese text: folding, slugs, the order of the alphabet, near misses."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.foundation.text import collapse, fold, near_misses, nfc, slug, sort_key


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đăng ký khai sinh", "dang ky khai sinh"),
        ("HỒ SƠ", "ho so"),
        ("Quyết định số 61/2018/NĐ-CP", "quyet dinh so 61/2018/nd-cp"),
        ("ƯỜNG Ưu Ơi", "uong uu oi"),
        ("ĐƯỢC", "duoc"),
    ],
)
def test_folding_gives_what_a_hurried_citizen_types(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(unicodedata.normalize("NFD", written)) == folded


@pytest.mark.parametrize(
    ("written", "address"),
    [("Hộ tịch", "ho-tich"), ("61/2018/NĐ-CP", "61-2018-nd-cp"), ("  – Đất đai – ", "dat-dai"), ("…", "")],
)
def test_a_slug_holds_only_letters_digits_and_single_hyphens(written: str, address: str) -> None:
    assert slug(written) == address


def test_words_stand_in_the_order_of_a_vietnamese_dictionary() -> None:
    words = [
        "an",
        "ăn",
        "ân",
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "ca",
        "da",
        "đa",
        "e",
        "ê",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
        "y",
    ]
    assert sorted(sorted(words), key=sort_key) == words


def test_a_letter_weighs_more_than_a_tone_within_a_syllable() -> None:
    assert sorted(["hoạ", "hoan", "hòa"], key=sort_key) == ["hòa", "hoạ", "hoan"]


def test_the_place_of_a_tone_mark_does_not_matter() -> None:
    assert sorted(["hòa", "hoả", "hoà", "hỏa", "hoá"], key=sort_key)[:2] in (["hòa", "hoà"], ["hoà", "hòa"])


def test_syllables_are_compared_one_after_another() -> None:
    assert sorted(["sở y tế", "sở nội vụ", "số một"], key=sort_key) == ["số một", "sở nội vụ", "sở y tế"]


def test_white_space_collapses_within_lines_and_lines_stay() -> None:
    assert collapse("  - Huyện \t trước\u00a0ngày \n\n   - Xã  ") == "- Huyện trước ngày\n- Xã"


def test_near_misses_ignore_marks_and_case() -> None:
    assert near_misses("coordinaton", ["coordination", "lead", "title"]) == ("coordination",)
    assert near_misses("so tu phap", ["Sở Tư pháp", "Sở Nội vụ"]) == ("Sở Tư pháp",)
    assert near_misses("xyz", ["lead", "title"]) == ()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_does_not_mind_the_normal_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))


@given(st.text())
def test_a_slug_is_safe_in_an_address_and_stays_what_it_is(text: str) -> None:
    address = slug(text)
    assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(address) == address
    assert "--" not in address


@given(st.lists(st.text()))
def test_any_words_have_an_order(words: list[str]) -> None:
    once = sorted(words, key=sort_key)
    assert sorted(once, key=sort_key) == once


SYLLABLES = st.text("aăâdđeêioôơuưycghnx1-.zàáảãạấếịụ", min_size=1, max_size=6)


@given(SYLLABLES, SYLLABLES, st.lists(SYLLABLES), st.lists(SYLLABLES))
def test_the_first_syllable_that_differs_decides_the_order(
    one: str, other: str, rest: list[str], more: list[str]
) -> None:
    if sort_key(one) < sort_key(other):
        assert sort_key(" ".join([one, *rest])) < sort_key(" ".join([other, *more]))
    assert sort_key(" ".join([one, *rest])) < sort_key(" ".join([one, *rest, other]))


@given(st.text())
def test_collapsed_text_stays_as_it_is(text: str) -> None:
    assert collapse(collapse(text)) == collapse(text)
