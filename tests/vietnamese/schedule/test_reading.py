"""The door of the reader: the plan's year, known events, and problems with their places."""

from __future__ import annotations

from datetime import date

import pytest

from congkhai.foundation.problem import Place
from congkhai.vietnamese.schedule import Kind, explain, read_schedule
from tests.vietnamese.schedule.cases import vietnamese

SIGNED = {"ban hành Kế hoạch": date(2024, 1, 15)}


def test_a_count_from_the_signing_of_the_plan_gives_a_date():
    schedule = read_schedule("100 ngày kể từ ngày ban hành Kế hoạch", year=2024, events=SIGNED).schedule
    assert schedule.kind is Kind.RELATIVE
    assert schedule.end == date(2024, 4, 24)


def test_a_count_in_months_ends_with_a_shorter_month():
    schedule = read_schedule(
        "Chậm nhất 01 tháng kể từ ngày ban hành Kế hoạch", events={"ban hành kế hoạch": date(2024, 1, 31)}
    )
    assert schedule.schedule.end == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "100 ngày kể từ ngày ban hành Kế hoạch của Bộ Nội vụ",
        "10 ngày kể từ ngày ký quyết định công bố",
        "05 ngày làm việc kể từ ngày ban hành Kế hoạch",
        "Sau khi ban hành Kế hoạch",
    ],
)
def test_another_event_or_an_unknown_distance_gives_no_date(text):
    assert read_schedule(text, year=2024, events=SIGNED).schedule.end is None


def test_a_date_without_a_year_takes_none_where_the_plan_has_none():
    reading = read_schedule("Quý II")
    assert (reading.schedule.kind, reading.schedule.start, reading.schedule.end) == (Kind.WITHIN_PERIOD, None, None)
    assert [problem.code for problem in reading.problems] == ["schedule-no-year"]


def test_an_impossible_date_has_its_place_inside_the_cell():
    """The second line of a block scalar that is indented by ten."""
    text = "- Cấp xã: trước 15/6/2024\n- Cấp huyện: trước 31/6/2024\n"
    (problem,) = read_schedule(text, year=2024, place=Place("plan.yaml", 40, 11, 10)).problems
    assert problem.code == "schedule-impossible-date"
    assert problem.place[:3] == ("plan.yaml", 42, 24)
    assert dict(problem.values) == {"text": "trước 31/6/2024"}


def test_a_deadline_before_its_frame_is_said_to_lie_outside():
    reading = read_schedule("Quý III/2024 (trước ngày 15/10/2024)", year=2024)
    assert reading.schedule.end == date(2024, 10, 15)
    assert reading.schedule.start is None
    assert [problem.code for problem in reading.problems] == ["schedule-outside-frame"]


def test_an_explanation_says_what_was_not_understood():
    found = explain("Thường xuyên, đảm bảo 100% hồ sơ", vietnamese(), year=2024)
    assert found["words"] == "thường xuyên"
    assert [problem["text"] for problem in found["problems"]] == ["đảm bảo 100% hồ sơ"]


def test_an_empty_cell_is_unspecified_without_a_problem():
    reading = read_schedule("  \n")
    assert (reading.schedule.kind, reading.problems) == (Kind.UNSPECIFIED, ())


def test_the_contract_has_all_its_keys():
    found = explain("Quý III/2024 (trước ngày 15/7/2024)", vietnamese(), year=2024)
    wanted = ["text", "kind", "start", "end", "bound", "recurrence", "offset", "parts", "words"]
    assert list(found)[: len(wanted)] == wanted
