"""Readers of one value: each gives a typed value or tells exactly what is wrong."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.records.model.fields import (
    boolean,
    cell,
    date,
    identifier,
    integer,
    line,
    list_of,
    one_of,
    partial_date,
    prose,
    url,
    year,
)
from tests.reading import value_of


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@pytest.mark.parametrize(
    ("reader", "text", "value"),
    [
        (line, "  một   hai ", "một hai"),
        (cell, '""', ""),
        (cell, "|\n  - một\n  -  hai\n", "- một\n- hai"),
        (prose, "|\n  # Đề\n\n  chữ\n", "# Đề\n\nchữ"),
        (identifier, "so-noi-vu-2024", "so-noi-vu-2024"),
        (identifier, "1.001193", "1.001193"),
        (date, "2024-02-29", datetime.date(2024, 2, 29)),
        (partial_date, "2021-12", "2021-12"),
        (partial_date, "2021", "2021"),
        (integer(1, 5), "5", 5),
        (year, "2024", 2024),
        (boolean, "có", True),
        (boolean, "No", False),
        (one_of(Colour), "red", Colour.RED),
        (list_of(line), "[a, b]", ("a", "b")),
        (url, "https://example.vn/x?y=1", "https://example.vn/x?y=1"),
        (url, "tel:0275 3822 000", "tel:0275 3822 000"),
    ],
)
def test_a_sound_value_is_read(reader: Any, text: str, value: object) -> None:
    assert value_of(reader, text) == (value, [])


def test_what_many_records_say_is_kept_once() -> None:
    (first, _), (second, _) = value_of(cell, "một tờ khai"), value_of(cell, '"một  tờ khai"')
    assert first is second


@pytest.mark.parametrize(
    ("reader", "text", "problem"),
    [
        (line, "''", "empty-text 1:4"),
        (line, "[a]", "expected-text 1:4"),
        (cell, "{a: b}", "expected-text 1:4"),
        (identifier, "Sở Nội vụ", "bad-id 1:4 ?so-noi-vu"),
        (identifier, "index.html", "bad-id 1:4 ?index-html"),
        (identifier, "con", "bad-id 1:4"),
        (identifier, "com1.2", "bad-id 1:4 ?com1-2"),
        (date, "2024-02-30", "bad-date 1:4"),
        (date, "31/12/2021", "bad-date 1:4 ?2021-12-31"),
        (date, "2024-W27-1", "bad-date 1:4"),
        (date, "20240101", "bad-date 1:4"),
        (date, "٢٠٢٤-٠١-٠١", "bad-date 1:4"),
        (partial_date, "2021-13", "bad-date 1:4"),
        (integer(1, 5), "6", "bad-number 1:4"),
        (integer(1, 5), "²", "bad-number 1:4"),
        (year, "1e999", "bad-number 1:4"),
        (boolean, "đúng", "bad-boolean 1:4"),
        (one_of(Colour), "gren", "bad-choice 1:4 ?green"),
        (one_of(Colour), "xanh", "bad-choice 1:4 ?red ?green"),
        (list_of(line), "a", "expected-list 1:4"),
        (url, "javascript:alert(1)", "bad-url 1:4"),
        (url, "https://[x", "bad-url 1:4"),
        (url, "https:///x", "bad-url 1:4"),
    ],
)
def test_what_is_wrong_is_told_with_a_way_out(reader: Any, text: str, problem: str) -> None:
    assert value_of(reader, text)[1] == [problem]


def test_items_that_cannot_be_read_are_left_out_and_told() -> None:
    assert value_of(list_of(line), "[a, '', [b], c]") == (
        ("a", "c"),
        ["empty-text 1:8", "expected-text 1:12"],
    )


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2199, 12, 31)))
def test_any_day_is_read_as_it_is_written(day: datetime.date) -> None:
    assert value_of(date, day.isoformat()) == (day, [])
    assert value_of(partial_date, day.isoformat()) == (day.isoformat(), [])


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_no_id_that_is_read_without_a_problem_leaves_its_folder(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    value, problems = value_of(identifier, quoted)
    assert problems or set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert problems or ".." not in value
