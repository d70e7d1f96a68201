"""Working days: weekends, holidays with lunar ones, ordered swaps, and the ends of statutory periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congkhai.vietnamese.lunar import days_before_new_year
from congkhai.vietnamese.workdays import Calendar, ChangeKind, DayChange, Reason, UnknownYearError

CALENDAR = Calendar()
KNOWN_DAYS = st.dates(date(2013, 1, 1), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2024, 2, 10), "holiday"),  # Tết Giáp Thìn, by the moon
        (date(2024, 4, 18), "holiday"),  # Giỗ Tổ, 10/3 by the moon
        (date(2024, 4, 29), "holiday"),  # swapped with 4/5/2024
        (date(2026, 11, 24), "holiday"),  # 28/2026/QH16
        (date(2026, 1, 2), "ordered"),  # 12729/VPCP-KGVX
        (date(2026, 8, 31), "holiday"),
        (date(2024, 7, 13), "weekend"),
    ],
)
def test_a_day_off_says_why(day, code):
    reason = CALENDAR.reason(day)
    assert reason is not None
    assert reason.code == code


@pytest.mark.parametrize("day", [date(2024, 5, 4), date(2026, 1, 10), date(2026, 8, 22), date(2024, 7, 15)])
def test_a_weekend_day_worked_in_exchange_is_a_working_day(day):
    assert CALENDAR.is_working_day(day)


def test_the_24th_of_november_was_worked_before_2026():
    assert CALENDAR.is_working_day(date(2025, 11, 24))


def test_an_ordered_day_off_names_its_document():
    assert CALENDAR.reason(date(2026, 1, 2)) == Reason("ordered", "12729/VPCP-KGVX")


def test_a_site_adds_orders_of_its_own():
    change = DayChange(date(2024, 9, 10), ChangeKind.DAY_OFF, "123/UBND-NC", "bão")
    assert CALENDAR.with_changes([change]).reason(date(2024, 9, 10)) == Reason("ordered", "123/UBND-NC")
    assert CALENDAR.is_working_day(date(2024, 9, 10))


def test_the_first_day_is_not_counted():
    assert CALENDAR.add_working_days(date(2024, 7, 8), 5) == date(2024, 7, 15)


def test_working_days_pass_over_tet():
    due = CALENDAR.due_date(date(2024, 2, 7), 1, "working_days")
    assert due.day == date(2024, 2, 15)
    assert [skipped.day.day for skipped in due.skipped] == [8, 9, 10, 11, 12, 13, 14]


def test_calendar_days_count_through_weekends_but_do_not_end_on_one():
    due = CALENDAR.due_date(date(2024, 7, 3), 10, "days")
    assert due.day == date(2024, 7, 15)
    assert [skipped.reason.code for skipped in due.skipped] == ["weekend", "weekend"]


def test_a_month_ends_on_the_last_day_of_a_shorter_month():
    assert CALENDAR.due_date(date(2024, 1, 31), 1, "months").day == date(2024, 2, 29)
    assert CALENDAR.due_date(date(2023, 10, 31), 14, "months").day == date(2024, 12, 31)


def test_hours_end_at_the_latest_on_the_day_they_run_out():
    assert CALENDAR.due_date(date(2024, 7, 9), 24, "hours").day == date(2024, 7, 10)
    assert CALENDAR.due_date(date(2024, 7, 9), 8, "hours").day == date(2024, 7, 10)


@pytest.mark.parametrize("submitted", [date(2012, 12, 31), date(2027, 1, 4), date(2026, 12, 30)])
def test_outside_the_known_years_is_a_problem_and_no_guess(submitted):
    due = CALENDAR.due_date(submitted, 5, "working_days")
    assert due.day is None
    assert [problem.code for problem in due.problems] == ["workdays-unknown-year"]


def test_asking_for_a_day_in_an_unknown_year_is_refused():
    with pytest.raises(UnknownYearError):
        CALENDAR.is_working_day(date(2031, 1, 1))


def test_a_site_that_has_the_letter_knows_a_further_year():
    assert CALENDAR.with_changes([], known_through=2027).due_date(date(2027, 3, 1), 5, "days").day == date(2027, 3, 8)


@given(KNOWN_DAYS, st.integers(1, 60))
def test_a_count_of_working_days_contains_exactly_that_many(start, count):
    end = CALENDAR.add_working_days(start, count)
    days = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(CALENDAR.is_working_day(day) for day in days) == count


@given(KNOWN_DAYS, st.integers(0, 90), st.sampled_from(["working_days", "days", "hours", "months"]))
def test_no_period_ends_on_a_day_off(start, amount, unit):
    due = CALENDAR.due_date(start, amount if unit != "months" else amount % 6, unit)
    if amount and due.day:
        assert CALENDAR.is_working_day(due.day)


@pytest.mark.parametrize(("new_year", "days"), [
    (date(2013, 2, 10), 29), (date(2015, 2, 19), 30), (date(2022, 2, 1), 29), (date(2024, 2, 10), 30),
    *((day, 29) for day in (date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26),
                            date(2029, 2, 13), date(2030, 2, 2), date(2031, 1, 23), date(2032, 2, 11))),
    (date(2033, 1, 31), 30),
])  # fmt: skip
def test_the_last_lunar_month_is_as_long_as_almanacs_say(new_year: date, days: int) -> None:
    assert days_before_new_year(new_year) == days


@pytest.mark.parametrize(("day", "name"), [(date(2027, 2, 4), "28 Tết"), (date(2024, 2, 8), "29 Tết")])
def test_days_before_tet_have_their_lunar_names(day: date, name: str) -> None:
    reason = Calendar(known_through=2030).reason(day)
    assert reason
    assert reason.detail == name


@pytest.mark.parametrize(
    ("day", "end", "reasons"),
    [
        (date(2026, 6, 30), date(2026, 6, 30), []),
        (date(2026, 5, 31), date(2026, 6, 1), ["weekend"]),
        (date(2026, 1, 31), date(2026, 2, 2), ["weekend", "weekend"]),
        (date(2026, 1, 1), date(2026, 1, 5), ["holiday", "ordered", "weekend", "weekend"]),
        (date(2026, 1, 10), date(2026, 1, 10), []),  # a Saturday worked in exchange
        (date(2026, 4, 30), date(2026, 5, 4), ["holiday", "holiday", "weekend", "weekend"]),
    ],
)
def test_a_deadline_on_a_day_off_ends_on_the_next_working_day(day, end, reasons):
    found = CALENDAR.last_day(day)
    assert (found.day, [one.reason.code for one in found.skipped], found.expected) == (end, reasons, False)


def test_a_move_in_a_year_whose_orders_are_not_out_is_only_expected():
    assert CALENDAR.last_day(date(2030, 3, 31))[::2] == (date(2030, 4, 1), True)
    assert CALENDAR.last_day(date(2030, 4, 2)) == (date(2030, 4, 2), (), False)
    order = DayChange(date(2030, 4, 1), ChangeKind.DAY_OFF, "1/TB-BNV")
    assert CALENDAR.with_changes([order], known_through=2030).last_day(date(2030, 3, 31))[::2] == (
        date(2030, 4, 2),
        False,
    )
