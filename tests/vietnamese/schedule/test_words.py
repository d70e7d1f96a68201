"""What the words of a reading keep: hours, months without a year, shares, conditions."""

from __future__ import annotations

import pytest

from tests.vietnamese.schedule.cases import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trước 16 giờ thứ Năm hằng tuần", "trước 16 giờ thứ Năm hằng tuần"),
        ("Chậm nhất 16h30 thứ Sáu hàng tuần", "chậm nhất 16 giờ 30 thứ Sáu hằng tuần"),
        ("Trước 17h00 ngày 15/6/2024", "trước 17 giờ ngày 15/06/2024"),
        ("Trước 9 giờ sáng thứ Hai hằng tuần", "trước 9 giờ sáng thứ Hai hằng tuần"),
        ("Trước 17h ngày 15/12 hằng năm", "hằng năm, trước 17 giờ ngày 15/12/2024"),
        ("Trước 11 giờ hằng ngày", "hằng ngày, trước 11 giờ"),
    ],
)
def test_the_hour_stays_in_the_words(text, words):
    assert read(text)["words"] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tháng 6", "trong tháng 6 (chưa rõ năm)"),
        ("Tháng 01", "trong tháng 01 (chưa rõ năm)"),
        ("Trước ngày 15/6", "trước ngày 15/06 (chưa rõ năm)"),
        ("Từ tháng 3 đến tháng 6", "từ tháng 3 đến tháng 6 (chưa rõ năm)"),
        ("Cuối tháng 6", "cuối tháng 6 (chưa rõ năm)"),
        ("Tháng 6 hằng năm", "hằng năm, trong tháng 6"),
        ("Quý II hằng năm", "hằng năm, trong quý II"),
    ],
)
def test_a_month_stays_in_the_words_where_nobody_names_the_year(text, words):
    assert read(text, None)["words"] == words
    assert "start" not in read(text, None)


def test_a_condition_stands_beside_the_dated_time():
    found = read("Trước ngày 15/3/2024; rà soát, điều chỉnh (nếu có)")
    assert (found["kind"], found["end"]) == ("by_date", "2024-03-15")
    assert found["words"] == "trước ngày 15/03/2024; rà soát, điều chỉnh (nếu có)"


def test_a_date_without_accents_is_read_as_one_with_them():
    with_accents, without = read("Ngay trong tháng 8 năm 2024"), read("ngay trong thang 8 nam 2024")
    assert (with_accents["start"], with_accents["end"]) == (without["start"], without["end"])


@pytest.mark.parametrize("text", ["sau \u0301", "sau tuần 31/02 ~ sau \u0301 \n\n"])
def test_an_event_of_a_lone_accent_is_worded_too(text):
    assert read(text)["words"]
