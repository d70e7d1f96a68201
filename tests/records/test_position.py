"""The ids of rows, where annexes number them in every way there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.knowledge.urls import row_anchor
from congkhai.records.position import Position, address_part


def ids(*numbers: str, below: str = "") -> list[str]:
    position = Position(below)
    return [position.next(number) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "below", "expected"),
    [
        (("1", "2"), "I", ["I.1", "I.2"]),
        (("3.1", "3.2"), "II.3", ["II.3.1", "II.3.2"]),
        (("II.3.1",), "II.3", ["II.3.1"]),
        (("1.", "2)", " 3 "), "I", ["I.1", "I.2", "I.3"]),
        (("1", "", "3"), "I", ["I.1", "I.#2", "I.3"]),
        (("1", "1", "2"), "I", ["I.1", "I.#2", "I.2"]),
        (("IV", "IV"), "", ["IV", "#2"]),
        (("a", "đ", "d"), "I", ["I.a", "I.đ", "I.d"]),
        (("…", "-"), "I", ["I.#1", "I.#2"]),
    ],
)
def test_a_row_is_named_by_its_number_or_by_its_place(
    numbers: tuple[str, ...], below: str, expected: list[str]
) -> None:
    assert ids(*numbers, below=below) == expected


def test_rows_below_a_row_begin_with_its_id() -> None:
    position = Position("I")
    position.next("2")
    assert position.below().next("2.1") == "I.2.1"


def test_letters_with_and_without_a_bar_have_addresses_of_their_own() -> None:
    assert (address_part("d"), address_part("đ"), address_part("#5")) == ("d", "dd", "muc5")


@given(st.lists(st.sampled_from(["1", "2", "a", "A", "đ", "", "-", "1.1", "I"]), max_size=12))
def test_siblings_never_share_an_address(numbers: list[str]) -> None:
    addresses = [row_anchor(found) for found in ids(*numbers)]
    assert len(set(addresses)) == len(addresses)
