"""Plans of several years: duties come round in all of them; and deadlines that fall on a day off."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from congkhai.build.builder import Build, Settings, build_site
from congkhai.build.loader import load_library
from congkhai.foundation.problem import Problems
from congkhai.knowledge.plans.assignments import assign
from congkhai.knowledge.plans.deadlines import due_items, read_times
from congkhai.knowledge.plans.states import State, state_on
from congkhai.vietnamese.schedule import to_words
from tests.sources import lay
from tests.vietnamese.schedule.cases import vietnamese

Day = datetime.date.fromisoformat
PLAN_OF_YEARS = """
id: nhieu-nam
type: plan
title: Kế hoạch giai đoạn 2026 - 2030
territory: an-binh
issuer: ubnd-an-binh
year: 2026
until: {until}
sections:
  - number: "I"
    title: Nhiệm vụ
    items: [{{number: "1", title: Báo cáo, lead: Sở Tư pháp, time: "{time}"}}]
source: {{url: "https://anbinh.example/nhieu-nam"}}
"""
PROGRESS = """
plan: nhieu-nam
entries:
  - {task: I.1, on: 2026-11-20, status: completed, evidence: [{title: Báo cáo, url: "https://example.vn/"}]}
"""


def source(folder: Path, time: str, until: int = 2030, *, done: bool = False) -> Path:
    files = {"content/plans/nhieu-nam.yaml": PLAN_OF_YEARS.format(time=time, until=until)}
    if done:
        files["content/progress/nhieu-nam.yaml"] = PROGRESS
    return lay(folder / "s", files, procedures=False)


def row_of(folder: Path, time: str, *, until: int = 2030, done: bool = False):
    library = load_library(source(folder, time, until, done=done), Problems())
    rows = assign(library).of_plan("nhieu-nam")
    return rows[0], read_times(rows, library.progress)[rows[0].key]


@pytest.mark.parametrize(
    ("time", "first", "last", "count"),
    [
        ("Tháng 11 hằng năm", "2026-11-30", "2030-11-30", 5),
        ("Hằng quý", "2026-03-31", "2030-12-31", 20),
        ("Trước ngày 15/6 và 15/12 hằng năm", "2026-06-15", "2030-12-15", 10),
        ("Trước ngày 05 của tháng đầu quý sau", "2026-01-05", "2030-10-05", 20),
        ("Thứ Sáu hằng tuần", "2026-01-02", "2030-12-27", 261),
        ("Hằng năm, từ năm 2028", "2028-12-31", "2030-12-31", 3),
        ("Hằng quý trong năm 2026", "2026-03-31", "2026-12-31", 4),
    ],
)
def test_a_duty_comes_round_in_every_year_of_the_plan(tmp_path, time, first, last, count):
    days = [item.day for item in due_items(*row_of(tmp_path, time))]
    assert (days[0], days[-1], len(days)) == (Day(first), Day(last), count)


def test_a_yearly_duty_names_no_single_year_in_words(tmp_path):
    assert to_words(row_of(tmp_path, "Tháng 11 hằng năm")[1].schedule, vietnamese()) == "hằng năm, trong tháng 11"


def test_a_report_of_one_year_does_not_end_a_duty_of_five(tmp_path):
    time = row_of(tmp_path, "Tháng 11 hằng năm", done=True)[1]
    assert state_on(time, Day("2027-01-01")) is State.UPCOMING  # the report of November 2027
    single = row_of(tmp_path / "one", "Tháng 11 hằng năm", until=2026, done=True)[1]
    assert state_on(single, Day("2027-01-01")) is State.DONE


def site(folder: Path, time: str, today: str, *, done: bool = False) -> dict[str, str]:
    files = built(source(folder, time, done=done), today).files
    return {path: data.decode("utf-8") for path, data in files.items() if path.endswith((".html", ".ics"))}


def built(folder: Path, today: str) -> Build:
    return build_site(Settings(folder, Day(today)))


def test_the_years_have_their_pages_and_the_calendar_its_rule(tmp_path):
    files = site(tmp_path, "Tháng 11 hằng năm", "2027-01-01", done=True)
    assert "RRULE:FREQ=MONTHLY;COUNT=5" in files["ke-hoach/nhieu-nam/lich.ics"]
    assert 'data-state="done"' in files["thoi-han/2026/index.html"]
    assert 'data-state="upcoming"' in files["thoi-han/2030/index.html"]
    assert "2026–2030" in files["ke-hoach/nhieu-nam/index.html"]


def test_the_last_year_is_not_before_the_first(tmp_path):
    found = built(source(tmp_path, "Hằng quý", 2025), "2026-06-01").problems
    assert [(problem.code, problem.place.line) for problem in found] == [("reversed-period", 8)]


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-01-31", State.DUE_SOON),
        ("2026-02-02", State.DUE_TODAY),
        ("2026-02-03", State.UNREPORTED),
    ],
)
def test_what_is_due_on_a_day_off_is_late_only_behind_the_next_working_day(tmp_path, today, state):
    time = row_of(tmp_path, "Trước ngày 31/01/2026")[1]
    assert (time.deadline, time.due) == (Day("2026-01-31"), Day("2026-02-02"))
    assert state_on(time, Day(today)) is state


def test_a_day_worked_out_from_a_period_is_told_as_understood_beside_the_words_of_the_plan(tmp_path):
    page = site(tmp_path, "Trong tháng 01 năm nay và tháng 2", "2026-02-01")["ke-hoach/nhieu-nam/i-1/index.html"]
    assert "văn bản ghi “Trong tháng 01 năm nay và tháng 2”" in page


def test_the_page_shows_the_signed_day_beside_the_one_that_counts(tmp_path):
    files = site(tmp_path, "Trước ngày 31/01/2026", "2026-02-01")
    words = "hạn 31/01/2026; rơi vào thứ Bảy, tính đến 02/02/2026"
    assert f"cổng hiểu: {words}" in files["ke-hoach/nhieu-nam/i-1/index.html"]
    assert words in files["ke-hoach/nhieu-nam/index.html"]
    assert 'data-due="2026-02-02"' in files["ke-hoach/nhieu-nam/i-1/index.html"]
    assert "DTSTART;VALUE=DATE:20260131" in files["ke-hoach/nhieu-nam/lich.ics"]
