"""Abbreviations in text, and the register that must know all those of the plans."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from congkhai.vietnamese.abbreviation import find_abbreviations

CONTENT = Path(__file__).resolve().parents[2] / "content"
# Capitals of the plans that stand for nothing: names of software, misprinted names, an unexplained bracket.
EXCEPTIONS = {"VNPI", "IOFFICE", "HCT"}
# "TT" is read as thông tư, thường trực or thứ tự: an abbreviation that must not be explained.
AMBIGUOUS = {"TT"}


def shorts(text: str, *known: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_abbreviations(text, known)]


def test_the_longest_abbreviation_wins() -> None:
    assert shorts("Các Sở TT&TT, Văn phòng HĐND&UBND", "TT", "TT&TT", "UBND", "HĐND&UBND") == ["TT&TT", "HĐND&UBND"]


def test_only_whole_words_in_their_own_capitals_and_marks_count() -> None:
    assert shorts("TTHCX tthc HDND KSTTHC TTHC.", "TTHC", "HĐND") == ["TTHC"]


def test_both_sides_of_a_hyphen_are_found() -> None:
    assert shorts("Văn phòng HĐND-UBND huyện; VP.UBND tỉnh", "HĐND", "UBND", "VP") == ["HĐND", "UBND", "VP", "UBND"]


def test_symbols_inside_a_number_are_left_alone() -> None:
    text = "Quyết định 2540/QĐ-UBND của UBND tỉnh, Nghị quyết 12-NQ/TU, Đề án 06/CP"
    assert shorts(text, "QĐ", "UBND", "NQ", "TU", "CP") == ["UBND"]


def test_a_line_break_inside_an_abbreviation_does_not_matter() -> None:
    assert find_abbreviations("chỉ số PAR\nINDEX", ["PAR INDEX"]) == ((7, 16, "PAR INDEX"),)


def test_no_known_abbreviation_finds_nothing() -> None:
    assert find_abbreviations("TTHC", [""]) == ()


@given(st.text(alphabet="TTHC& -/1Đn\n"), st.lists(st.sampled_from(["TT", "TTHC", "TT&TT", "C C"]), max_size=4))
def test_spans_are_in_order_and_spell_the_abbreviation(text: str, known: list[str]) -> None:
    end = 0
    for start, stop, short in find_abbreviations(text, known):
        assert start >= end
        assert " ".join(text[start:stop].split()) == short
        end = stop


def test_every_abbreviation_is_listed_once_with_a_long_form(register: list[dict[str, str]]) -> None:
    assert len({entry["short"] for entry in register}) == len(register)
    assert all(entry["long"].strip() for entry in register)


def test_every_capital_word_of_the_plans_is_explained(register: list[dict[str, str]]) -> None:
    known = {entry["short"] for entry in register} | EXCEPTIONS | AMBIGUOUS
    for path in sorted((CONTENT / "plans").glob("*.yaml")):
        for text in _texts(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)):
            assert _unexplained(text, known) == [], path.name


@pytest.fixture(scope="module")
def register() -> list[dict[str, str]]:
    file = yaml.load((CONTENT / "abbreviations" / "chung.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    entries: list[dict[str, str]] = file["abbreviations"]
    return entries


def _unexplained(text: str, known: set[str]) -> list[str]:
    covered = {place for start, end, _ in find_abbreviations(text, known) for place in range(start, end)}
    numbers = [found.span() for found in re.finditer(r"\d[\w.]*[/-]\S+", text)]
    return [
        found.group()
        for found in re.finditer(r"(?<![^\W_])[A-ZĐƯ]{2,}(?![^\W_])", text)
        if found.start() not in covered
        and not re.fullmatch(r"[IVX]+", found.group())
        and not any(start <= found.start() < end for start, end in numbers)
    ]


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [text for part in parts for text in _texts(part)]
