"""A reduction for the time being is part of what is paid on a day, and of no other day."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from congkhai.vietnamese.quantity.fee_reduction import reduction_on

DAY = datetime.date
WORDS = "Kể từ ngày 01/7/2025 đến hết ngày 31/12/2026 mức thu lệ phí cấp lại bằng 50% mức thu nêu trên theo Thông tư"


@pytest.mark.parametrize(
    ("day", "paid"),
    [(DAY(2025, 6, 30), None), (DAY(2025, 7, 1), 35000), (DAY(2026, 12, 31), 35000), (DAY(2027, 1, 1), None)],
)
def test_a_reduction_holds_from_its_first_day_through_its_last(day: DAY, paid: int | None) -> None:
    found = reduction_on(WORDS, day)
    assert (found.of(Decimal(70000)) if found else None) == paid


def test_one_for_some_alone_is_none_for_everybody() -> None:
    online = WORDS.replace("cấp lại", "khi nộp theo hình thức trực tuyển")
    assert reduction_on(online, DAY(2026, 1, 1)) is None
    assert reduction_on(WORDS.replace("cấp lại", "đối với hộ nghèo"), DAY(2026, 1, 1)) is None


def test_two_different_ones_for_one_day_are_not_chosen_between() -> None:
    assert reduction_on(f"{WORDS}. {WORDS.replace('50%', '30%')}", DAY(2026, 1, 1)) is None


def test_a_day_that_is_none_is_passed_by() -> None:
    assert reduction_on(WORDS.replace("31/12", "31/13"), DAY(2026, 1, 1)) is None
