"""Deadlines and the days on which recurring duties fall due."""

from __future__ import annotations

from datetime import date

import pytest

from congkhai.vietnamese.schedule import Deadline, deadlines, first_due, occurrences, read_schedule

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def due_days(text: str) -> list[str]:
    return [f"{day:%d/%m}" for day in occurrences(read_schedule(text, year=2024).schedule, *YEAR)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Hằng quý, trước ngày 15 tháng cuối quý", ["15/03", "15/06", "15/09", "15/12"]),
        (
            "Báo cáo quý I, II, III và báo cáo năm (chậm nhất ngày 19 tháng cuối quý)",
            ["19/03", "19/06", "19/09", "19/12"],
        ),
        ("Chậm nhất ngày 05 tháng đầu quý sau", ["05/01", "05/04", "05/07", "05/10"]),
        ("Định kỳ 6 tháng, năm", ["30/06", "31/12"]),
        ("20/6 và 20/12 hằng năm", ["20/06", "20/12"]),
        ("Hằng năm (tháng 11)", ["30/11"]),
        ("Hằng tháng trong quý I/2024", ["31/01", "29/02", "31/03"]),
        ("Từ ngày 20 đến ngày 25 hằng tháng trong năm 2023", []),
        ("Thường xuyên", []),
    ],
)
def test_a_recurring_duty_falls_due_on_known_days(text, days):
    assert due_days(text) == days


def test_a_short_month_is_due_on_its_last_day():
    assert due_days("Ngày 31 hằng tháng")[:4] == ["31/01", "29/02", "31/03", "30/04"]


def test_a_weekly_duty_comes_on_its_weekday():
    schedule = read_schedule("Thứ Sáu hằng tuần", year=2024).schedule
    assert occurrences(schedule, date(2024, 7, 1), date(2024, 7, 15)) == (date(2024, 7, 5), date(2024, 7, 12))


def test_a_yearly_duty_does_not_come_before_it_begins():
    schedule = read_schedule("Hằng năm, từ 2023", year=2024).schedule
    assert occurrences(schedule, date(2021, 1, 1), date(2024, 12, 31)) == (date(2023, 12, 31), date(2024, 12, 31))


def test_deadlines_belong_to_their_actors():
    schedule = read_schedule("Cấp xã: trước 15/6; cấp huyện: trước 30/6", year=2024).schedule
    assert deadlines(schedule) == (Deadline(date(2024, 6, 15), "Cấp xã"), Deadline(date(2024, 6, 30), "cấp huyện"))
    assert first_due(schedule) == date(2024, 6, 15)


def test_a_continuous_duty_has_no_deadline():
    assert first_due(read_schedule("Thường xuyên trong năm 2024", year=2024).schedule) is None
