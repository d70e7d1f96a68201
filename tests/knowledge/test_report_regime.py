"""The regime of reports: who owes what by when (Circular 01/2020), over which figures (Decree 09/2019)."""

from __future__ import annotations

import datetime

import pytest

from congkhai.knowledge.plans.report_regime import ReportDue, level_of_office, reports_of
from congkhai.records.agency import AgencyGroup, Level
from congkhai.vietnamese.workdays import Calendar

Day = datetime.date


def report(period: str, level: str) -> ReportDue:
    return next(due for due in reports_of(2026, Calendar()) if (due.period, due.level) == (period, level))


def test_each_level_has_its_day_in_the_last_month_of_a_quarter() -> None:
    days = {level: report("2", level).day for level in ("commune", "department", "province", "government_office")}
    assert list(days.values()) == [Day(2026, 6, 17), Day(2026, 6, 19), Day(2026, 6, 22), Day(2026, 6, 25)]


def test_the_fourth_quarter_is_part_of_the_year() -> None:
    assert {due.period for due in reports_of(2026, Calendar())} == {"1", "2", "3", "year"}
    assert report("year", "province").day == Day(2026, 12, 22)


def test_figures_run_from_the_fifteenth_to_the_fourteenth() -> None:
    windows = {period: (report(period, "commune").since, report(period, "commune").until) for period in "123"}
    assert windows == {
        "1": (Day(2025, 12, 15), Day(2026, 3, 14)),
        "2": (Day(2026, 3, 15), Day(2026, 6, 14)),
        "3": (Day(2026, 6, 15), Day(2026, 9, 14)),
    }
    year = report("year", "commune")
    assert (year.since, year.until) == (Day(2025, 12, 15), Day(2026, 12, 14))


def test_a_day_off_moves_to_the_next_working_day() -> None:
    sunday = report("1", "province")
    assert (sunday.day, sunday.counted.day) == (Day(2026, 3, 22), Day(2026, 3, 23))
    assert report("1", "commune").counted.day == Day(2026, 3, 17)


@pytest.mark.parametrize(
    ("group", "level"),
    [
        (AgencyGroup(name="UBND cấp xã"), "commune"),
        (AgencyGroup(name="UBND các xã, phường", level=Level.COMMUNE), "commune"),
        (AgencyGroup(name="UBND cấp huyện", level=Level.DISTRICT), ""),
        (AgencyGroup(name="Bộ phận Một cửa cấp xã"), ""),
    ],
)
def test_a_group_owes_what_its_name_or_its_record_says_that_its_members_owe(group: AgencyGroup, level: str) -> None:
    assert level_of_office(group) == level
