"""The ids of rows, where annexes number them in every way there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.knowledge.urls import row_anchor
from congkhai.records.position import Position, address_part


def ids(*numbers: str, below: str = "") -> list[str]:
    position = Position(below)
    return [position.next(number, number and f"Việc {number}") for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "below", "expected"),
    [
        (("1", "2"), "I", ["I.1", "I.2"]),
        (("3.1", "3.2"), "II.3", ["II.3.1", "II.3.2"]),
        (("II.3.1",), "II.3", ["II.3.1"]),
        (("1.", "2)", " 3 "), "I", ["I.1", "I.2", "I.3"]),
        (("1", "", "3"), "I", ["I.1", "I.#2", "I.3"]),
        (("1", "1", "2"), "I", ["I.1", "I.#viec-1", "I.2"]),
        (("IV", "IV"), "", ["IV", "#viec-iv"]),
        (("a", "đ", "d"), "I", ["I.a", "I.đ", "I.d"]),
        (("…", "-"), "I", ["I.#viec", "I.#viec-2"]),
    ],
)
def test_a_row_is_named_by_its_number_or_by_its_words(
    numbers: tuple[str, ...], below: str, expected: list[str]
) -> None:
    assert ids(*numbers, below=below) == expected


def test_rows_below_a_row_begin_with_its_id() -> None:
    position = Position("I")
    position.next("2")
    assert position.below().next("2.1") == "I.2.1"


def test_letters_with_and_without_a_bar_have_addresses_of_their_own() -> None:
    assert (address_part("d"), address_part("đ"), address_part("#lap-to")) == ("d", "dd", "muc-lap-to")


@given(st.lists(st.sampled_from(["1", "2", "a", "A", "đ", "", "-", "1.1", "I"]), max_size=12))
def test_siblings_never_share_an_address(numbers: list[str]) -> None:
    addresses = [row_anchor(found) for found in ids(*numbers)]
    assert len(set(addresses)) == len(addresses)


TITLES = st.lists(
    st.sampled_from(["Lập tổ", "Lập tổ giúp việc", "Kiểm tra", "Báo cáo " * 9, "Báo cáo " * 9 + "quý", "…"]),
    unique=True,
)


@given(TITLES, st.integers(0, 6), st.text(max_size=9))
def test_a_row_put_above_others_moves_no_id_of_a_row_without_number(titles: list[str], at: int, new: str) -> None:
    def named(words: list[str]) -> dict[str, str]:
        position = Position("I")
        return {title: position.next("", title) for title in words}

    before = named([title for title in titles if title != "…"])
    after = named([*titles[:at], f"Việc mới {new}", *titles[at:]])
    assert {title: after[title] for title in before} == before
