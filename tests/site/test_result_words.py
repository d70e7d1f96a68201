"""What one gets, in few words: the short whole, of more the first and how many, never cut within a thought."""

from __future__ import annotations

from congkhai.foundation.labels import load_labels
from congkhai.site.pages.procedures.result_words import result_words, within

LABELS = load_labels("vi")


def words(*results: str) -> str:
    return result_words(LABELS, list(results))


def test_short_results_stand_beside_each_other() -> None:
    assert words("Giấy khai sinh", "Trích lục khai tử") == "Giấy khai sinh; Trích lục khai tử"


def test_of_many_the_first_stands_whole_and_the_others_are_counted() -> None:
    first = "Quyết định về việc hưởng bảo hiểm xã hội một lần"
    assert words(first, "Tiền trợ cấp", "Thông báo", "Thẻ") == f"{first} và 3 kết quả khác"


def test_up_to_three_are_all_named() -> None:
    first = "Quyết định về việc hưởng bảo hiểm xã hội một lần"
    assert words(first, "Tiền trợ cấp", "Thông báo") == f"{first}; Tiền trợ cấp; Thông báo"


def test_one_that_fits_four_lines_is_not_cut_before_its_other_half() -> None:
    passport = "Hộ chiếu phổ thông không gắn chíp điện tử hoặc có gắn chíp điện tử"
    assert words(passport) == passport
    assert words(f"{passport}, cấp cho công dân Việt Nam ở trong nước theo quy định") == f"{passport}…"


def test_none_is_cut_within_a_name() -> None:
    long = "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"
    assert within(long, 34) == "Giấy chứng nhận quyền sử dụng đất…"


def test_a_long_one_ends_before_what_it_is_about_and_not_between_two_syllables() -> None:
    long = "Cập nhật thông tin trong Cơ sở dữ liệu về cư trú, theo quy định của pháp luật về cư trú"
    assert result_words(LABELS, [long], crowded=True) == "Cập nhật thông tin trong Cơ sở dữ liệu về cư trú…"
    assert words(long, "Phiếu báo") == "Cập nhật thông tin trong Cơ sở dữ liệu về cư trú…; Phiếu báo"
