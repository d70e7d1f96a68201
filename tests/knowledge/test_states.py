"""States of tasks on a day, from the plan and its progress records; the invented example shows all of them."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from congkhai.build.loader import load_library
from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Row, assign
from congkhai.knowledge.plans.deadlines import RowTime, due_items, read_times
from congkhai.knowledge.plans.states import State, state_on
from congkhai.records.progress import ProgressEntry, Status
from tests.sources import ROOT

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def library() -> Library:
    problems = Problems()
    library = load_library(ROOT / "examples" / "tien-do", problems)
    assert not list(problems)
    return library


@pytest.fixture(scope="module")
def rows(library: Library) -> dict[str, tuple[Row, RowTime]]:
    found = assign(library).rows
    times = read_times(found, library.progress)
    return {row.task.id: (row, times[row.key]) for row in found}


@pytest.mark.parametrize(
    ("task", "state"),
    [
        ("I.1", State.DONE),
        ("I.2", State.DONE_LATE),
        ("I.3", State.OVERDUE),
        ("I.4", State.UPCOMING),
        ("I.5", State.SUSPENDED),
        ("I.6", State.TRANSFERRED),
        ("II.1", State.DUE_SOON),
        ("II.2", State.CONTINUOUS),
    ],
)
def test_each_task_of_the_example_has_its_state(rows, task: str, state: State) -> None:
    assert state_on(rows[task][1], TODAY) is state


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-05-20", State.UPCOMING),
        ("2026-06-01", State.DUE_SOON),
        ("2026-06-30", State.DUE_TODAY),
        ("2026-07-01", State.OVERDUE),
    ],
)
def test_the_state_moves_with_the_days(rows, day: str, state: State) -> None:
    assert state_on(rows["I.3"][1], datetime.date.fromisoformat(day)) is state


def test_what_another_task_replaces_says_so_and_is_late_no_more(rows) -> None:
    time = rows["I.3"][1]
    entry = ProgressEntry(task="I.3", on=datetime.date(2026, 5, 1), status=Status.REPLACED)
    assert state_on(replace(time, entries=(entry,)), TODAY) is State.REPLACED


def test_an_extension_moves_the_deadline_but_not_the_first_deadline(rows) -> None:
    time = rows["I.4"][1]
    assert time.first_deadline == datetime.date(2026, 9, 30)
    assert time.deadline == datetime.date(2026, 12, 31)


def test_silence_of_a_plan_without_reports_is_not_called_overdue(library: Library) -> None:
    found = assign(library).rows
    time = read_times(found, {})[found[0].key]
    assert state_on(time, TODAY) is State.UNREPORTED


def test_a_quarterly_report_is_due_on_its_day_of_each_quarter(rows) -> None:
    days = [item.day.isoformat() for item in due_items(*rows["II.1"])]
    assert days == ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"]


def test_a_duty_that_comes_round_stands_as_its_next_round_and_after_the_last_one_as_that(rows) -> None:
    day = datetime.date.fromisoformat
    stands = [state_on(rows["II.1"][1], day(one)) for one in ("2026-04-01", "2026-06-20", "2027-01-01")]
    assert stands == [State.UPCOMING, State.DUE_SOON, State.OVERDUE]


def test_a_duty_that_comes_round_on_no_day_that_the_plan_gives_is_never_late() -> None:
    """Trực Ninh IX.3: "Hàng quý, năm"; it lapses with the last day of its plan's year."""
    time = _time_of("truc-ninh-2022", "IX.3")
    days = (datetime.date(2022, 12, 31), datetime.date(2023, 1, 1), TODAY)
    assert [state_on(time, day) for day in days] == [State.RECURRING, State.LAPSED, State.LAPSED]


@pytest.mark.parametrize(("plan", "task"), [("truc-ninh-2022", "V.6"), ("son-la-2021", "III.6")])
def test_what_goes_on_from_a_day_without_an_end_outlives_its_plan(plan: str, task: str) -> None:
    """Trực Ninh V.6: "triển khai từ 01/12/2022"; Sơn La III.6: "Năm 2021 và các năm tiếp theo"."""
    assert state_on(_time_of(plan, task), TODAY) is State.CONTINUOUS


def _time_of(plan: str, task: str) -> RowTime:
    found = [row for row in assign(load_library(ROOT, Problems())).rows if row.key == (plan, task)]
    return read_times(tuple(found), {})[plan, task]


def test_a_continuous_duty_is_due_on_no_day(rows) -> None:
    assert not list(due_items(*rows["II.2"]))


def test_several_deadlines_of_a_cell_are_due_for_their_own_actors() -> None:
    library = load_library(ROOT, Problems())
    found = [row for row in assign(library).rows if row.key == ("truc-ninh-2022", "I.1")]
    items = list(due_items(found[0], read_times(tuple(found), {})[found[0].key]))
    assert [(item.day.isoformat(), item.part) for item in items] == [
        ("2021-12-31", "Huyện"),
        ("2022-01-10", "Xã, thị trấn"),
    ]


ONE_STOP = "#thuc-hien-co-che-mot-cua-mot-cua-b1dd"  # a section whose number the signed annex uses twice


def test_a_weekly_duty_without_a_day_is_put_on_no_day() -> None:
    """Bến Tre 2024, second section IV, row 8: "Định kỳ hàng tuần/tháng"."""
    library = load_library(ROOT, Problems())
    found = [row for row in assign(library).rows if row.key == ("ben-tre-2024", f"{ONE_STOP}.8")]
    assert not list(due_items(found[0], read_times(tuple(found), {})[found[0].key]))


def test_an_editors_reading_of_a_swapped_cell_is_used() -> None:
    """Sơn La VII.4: the time stands in the column of the deliverable."""
    library = load_library(ROOT, Problems())
    found = [row for row in assign(library).rows if row.key == ("son-la-2021", "VII.4")]
    time = read_times(tuple(found), {})[found[0].key]
    assert time.corrected
    assert time.schedule.kind == "relative_to_event"
