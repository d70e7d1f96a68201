"""Vectors: what is asked in words of life lies near the page that answers it."""

from __future__ import annotations

from congkhai.site.search import vectors
from congkhai.site.search.syllables import keys


def _near(asked: str, page: str) -> int:
    """How far a page lies where a query points: the product of its vector and the sum of the query's features."""
    known = dict(vectors.of_words(set(keys(asked))))
    towards = [sum(ord(letter) - ord("e") for letter in letters) for letters in zip(*known.values(), strict=True)]
    return sum(part * (ord(letter) - ord("e")) for part, letter in zip(towards, page, strict=True))


def test_a_text_has_a_vector_of_each_syllable_and_of_each_two_side_by_side() -> None:
    assert vectors.features(["giay", "khai", "sinh"]) == {"giay", "khai", "sinh", "giay khai", "khai sinh"}


def test_words_of_life_lie_nearer_to_the_procedure_that_is_meant_than_to_another() -> None:
    birth, marriage = (vectors.of_page(code, []) for code in ("1.001193", "1.000894"))
    assert _near("mới sinh em bé muốn làm giấy tờ cho con", birth) > _near(
        "mới sinh em bé muốn làm giấy tờ cho con", marriage
    )
    assert _near("hai đứa em muốn cưới nhau ra xã ký giấy", marriage) > _near(
        "hai đứa em muốn cưới nhau ra xã ký giấy", birth
    )


def test_a_page_that_the_table_does_not_know_has_the_vector_of_what_names_it() -> None:
    made_up = vectors.of_page("9.999999", [keys("Đăng ký kết hôn lưu động")])
    assert _near("cưới vợ", made_up) > _near("cưới vợ", vectors.of_page("9.999998", [keys("Cấp giấy phép xây dựng")]))


def test_a_code_with_what_a_province_appends_has_the_vector_of_the_procedure() -> None:
    assert vectors.of_page("1.001193.000.00.00.H56", []) == vectors.of_page("1.001193", [])


def test_a_title_of_which_nothing_is_known_points_nowhere() -> None:
    assert set(vectors.of_page("", [["zzzz"]])) == {vectors.NOUGHT}


def test_only_what_can_be_asked_here_is_filed() -> None:
    assert all({*name.split(" ")} <= {"khai", "sinh"} for name, _ in vectors.of_words({"khai", "sinh"}))
    assert "khai sinh" in dict(vectors.of_words({"khai", "sinh"}))


def test_a_pair_is_filed_below_the_syllable_that_fewer_pairs_have() -> None:
    assert vectors.rarer("giay sinh") == "sinh"


def test_the_middle_of_pages_lies_between_them() -> None:
    assert vectors.middle(["ai", "ii"]) == "ei"
