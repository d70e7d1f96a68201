"""On which days of each year dossiers are taken: read where an applicant hands in, never where an office acts."""

from __future__ import annotations

import textwrap

import pytest

from congkhai.knowledge.procedures.yearly import YearlyTime, yearly_times
from tests.knowledge.test_reading import procedure


def _read(steps: str) -> tuple[YearlyTime, ...]:
    return yearly_times(procedure("steps: |\n" + textwrap.indent(steps, "  ")))


@pytest.mark.parametrize(
    ("steps", "words", "whom"),
    [
        ("Tổ chức gửi 01 bộ hồ sơ tại Sở trước ngày 15 tháng 4 hàng năm.", "trước ngày 15 tháng 4 hàng năm", ""),
        ("Doanh nghiệp nộp hồ sơ từ ngày 01/10 đến ngày 20/10 hằng năm.", "từ ngày 01/10 đến ngày 20/10 hằng năm", ""),
        ("Hằng năm, chậm nhất vào ngày 31/7, ngân hàng lập kế hoạch.", "Hằng năm, chậm nhất vào ngày 31/7", ""),
        ("Cá nhân nộp hồ sơ trước ngày 30/9 và ngày 31/3 hằng năm.", "trước ngày 30/9 và ngày 31/3 hằng năm", ""),
        ("Sở nhận hồ sơ trước ngày 31/3 hằng năm đối với hợp tác xã.", "trước ngày 31/3 hằng năm", "với hợp tác xã"),
        ("Công ty nộp hồ sơ trước ngày 31/3 của năm xét chọn đến Bộ.", "trước ngày 31/3 của năm xét chọn", ""),
        ("Doanh nghiệp nộp hồ sơ từ ngày 01/5 đến ngày 30/5; hoặc từ ngày 01/11 đến ngày 30/11 cho Sở.",
         "từ ngày 01/5 đến ngày 30/5; hoặc từ ngày 01/11 đến ngày 30/11", ""),
    ],
)  # fmt: skip
def test_days_by_which_an_applicant_hands_in_are_told_in_the_words_of_the_record(
    steps: str, words: str, whom: str
) -> None:
    assert list(_read(steps)) == [(words, whom)]


@pytest.mark.parametrize(
    "steps",
    [
        "Ủy ban nhân dân cấp xã phê duyệt kế hoạch trước ngày 30/11 hằng năm.",
        "Tháng 8 hằng năm, cơ sở giáo dục mầm non tổ chức phổ biến cho cha mẹ.",
        "Thời hạn nộp phí chậm nhất là ngày 31 tháng 01 hằng năm.",
        "Doanh nghiệp nộp hồ sơ trong vòng 60 ngày kể từ ngày 30 tháng 6 hoặc ngày 31 tháng 12 hằng năm.",
        "Tổ chức nộp hồ sơ trước ngày 30/6/2025.",
        "Tổ chức nộp hồ sơ trước ngày 30 tháng 6 năm 2025.",
        "Nộp tại Sở, Quảng trường 3/2, thành phố Bắc Giang.",
    ],
)
def test_what_an_office_does_a_payment_and_a_day_of_one_year_are_no_days_for_handing_in(steps: str) -> None:
    assert _read(steps) == ()


def test_of_several_days_for_everybody_the_first_is_told_for_later_ones_are_of_offices_that_pass_on() -> None:
    steps = "Đơn vị gửi hồ sơ trước ngày 05/01 hằng năm.\nCơ sở nộp hồ sơ lên tỉnh trước ngày 05/02 hằng năm."
    assert [one.words for one in _read(steps)] == ["trước ngày 05/01 hằng năm"]
