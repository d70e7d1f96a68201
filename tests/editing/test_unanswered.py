"""Queries without an answer become phrases that an editor confirms."""

from __future__ import annotations

from congkhai.editing.unanswered import draft, queries
from congkhai.foundation.language import words

TITLES = {"1.000656": "Thủ tục đăng ký khai tử", "1.004194": "Đăng ký tạm trú", "1.010038": "Tách hộ"}


def test_what_is_asked_often_comes_first_and_what_is_known_is_left_out() -> None:
    found = queries(["ra ở riêng", "đăng ký ở trọ", "Dang ky o tro ", "báo tử"], TITLES, ["báo tử"])
    assert [(query.text, query.times) for query in found] == [("đăng ký ở trọ", 2), ("ra ở riêng", 1)]


def test_the_nearest_titles_stand_beside_a_query() -> None:
    (query,) = queries(["tạm trú cho người ở trọ"], TITLES, [])
    assert query.codes == ("1.004194",)


def test_numbers_of_people_are_left_out() -> None:
    (query,) = queries(["tra căn cước 079 123 456 789 ở đâu"], TITLES, [])
    assert query.text == "tra căn cước ở đâu"


def test_nothing_counts_until_an_editor_takes_the_mark_away() -> None:
    lines = list(draft(queries(["khai báo: người mất"], TITLES, []), TITLES, words()))
    assert all(line.lstrip().startswith("#") for line in lines if line)
    assert lines[-1] == "  # khai báo người mất: đăng ký khai tử"
