"""Names of public holidays: as they are in Vietnamese, and each of them in English."""

from __future__ import annotations

import datetime
import re

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.vietnamese.holiday_names import holiday_name
from congkhai.vietnamese.workdays import FIRST_KNOWN_YEAR, LAST_KNOWN_YEAR, Calendar

VI, EN = load_labels("vi"), load_labels("en")
# A letter that English does not have.
VIETNAMESE = re.compile(r"[^\W\d_a-zA-Z]")


def all_names() -> set[str]:
    calendar, names = Calendar(), set[str]()
    day = datetime.date(FIRST_KNOWN_YEAR, 1, 1)
    while day.year <= LAST_KNOWN_YEAR:
        reason = calendar.reason(day)
        names |= {reason.detail} if reason and reason.code == "holiday" else set()
        day += datetime.timedelta(days=1)
    return names


def test_every_holiday_of_the_known_years_has_a_name_in_english() -> None:
    assert [name for name in all_names() if VIETNAMESE.search(holiday_name(EN, name))] == []


def test_in_vietnamese_a_holiday_is_called_what_it_was_called() -> None:
    assert {holiday_name(VI, name) for name in all_names()} == all_names()


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Quốc khánh (nghỉ bù)", "National Day, day off in lieu"),
        ("29 Tết", "day 29 of the last lunar month"),
        ("Ngày nghỉ (thay cho ngày 04/05/2024)", "day off in exchange for 04/05/2024"),
        ("12729/VPCP-KGVX", "12729/VPCP-KGVX"),
    ],
)
def test_days_in_lieu_and_before_tet_and_orders(name: str, english: str) -> None:
    assert holiday_name(EN, name) == english
