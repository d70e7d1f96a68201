"""Quarters and months: their days, what is due in them, and what goes on all through them."""

from __future__ import annotations

import datetime

import pytest

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.knowledge.plans.time_frames import TimeFrame, due_in, lasting_in, quarters_of
from tests.sources import ROOT

Day = datetime.date
TODAY = Day(2026, 11, 22)
SETTINGS = Settings(ROOT / "examples" / "tien-do", TODAY)
CONTEXT = make_context(check_source(SETTINGS), SETTINGS)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (Day(2024, 2, 29), Day(2024, 1, 1), Day(2024, 3, 31)),
        (Day(2026, 11, 29), Day(2026, 10, 1), Day(2026, 12, 31)),
        (Day(2025, 7, 1), Day(2025, 7, 1), Day(2025, 9, 30)),
    ],
)
def test_a_quarter_has_three_whole_months(day: Day, first: Day, last: Day) -> None:
    frame = TimeFrame.quarter_of(day)
    assert (frame.first, frame.last, frame.holds(day)) == (first, last, True)


def test_a_month_ends_on_its_own_last_day() -> None:
    assert TimeFrame.month_of(Day(2024, 2, 1)).last == Day(2024, 2, 29)


def test_the_quarters_share_out_all_that_is_due_and_nothing_twice() -> None:
    due = CONTEXT.due
    quarters = quarters_of(due)
    assert [item for items in quarters.values() for item in items] == list(due)
    assert all(due_in(due, frame) == items for frame, items in quarters.items())


def test_what_has_no_day_lasts_through_the_years_of_its_plan_and_no_longer() -> None:
    during, after = TimeFrame(2026, quarter=2), TimeFrame(2027, quarter=2)
    rows = CONTEXT.assignments.rows
    assert lasting_in(rows, CONTEXT.times, during, TODAY)
    assert not lasting_in(rows, CONTEXT.times, after, TODAY)
