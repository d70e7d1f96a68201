"""The calendar of reports is a page and a calendar to subscribe to, reached from the deadlines."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.sources import SOUND, built


@cache
def text(path: str) -> str:
    return built(SOUND).files[path].decode()


def test_the_page_tells_who_owes_which_report_and_over_which_days() -> None:
    page = text("thoi-han/bao-cao/index.html")
    for words in ("Quý II/2024", "Sở, ban, ngành", "19/06/2024", "từ 15/03/2024 đến 14/06/2024"):
        assert words in page


def test_the_deadlines_lead_to_it() -> None:
    assert 'thoi-han/bao-cao/"' in text("thoi-han/index.html")


def test_its_calendar_has_an_event_for_each_level_and_period_of_two_years() -> None:
    calendar = text("thoi-han/bao-cao/lich.ics").replace("\r\n ", "")
    uids = [line for line in calendar.split("\r\n") if line.startswith("UID:")]
    assert len(uids) == len(set(uids)) == 2 * 4 * 4


# Which reports fall due within 30 days of the build, and where that moves to; the 22nd is a Saturday.
DAYS = {
    "cấp xã": "17/06/2024",
    "sở, ban, ngành": "19/06/2024",
    "cấp tỉnh": "22/06/2024 (rơi vào thứ Bảy, tính đến 24/06/2024)",
    "Văn phòng Chính phủ": "25/06/2024",
}
OWING = {"ubnd-an-binh": "cấp tỉnh", "so-tu-phap-an-binh": "sở, ban, ngành", "so-nganh-an-binh": "sở, ban, ngành"}


def events(path: str) -> set[tuple[str, str]]:
    """The reports in a calendar: id and day."""
    calendar = text(path).replace("\r\n ", "")
    found = re.findall(r"DTSTART;VALUE=DATE:(\d+)\r\n.*\r\n.*\r\nUID:(bao-cao[^\r]+)", calendar)
    return {(name, day) for day, name in found}


def test_the_first_page_tells_the_day_of_the_law_and_where_a_day_off_moves_to() -> None:
    told = "; ".join(f"{level} {day}" for level, day in DAYS.items())
    assert f"Hạn gửi: {told}" in text("index.html")


@pytest.mark.parametrize(("agency", "level"), OWING.items())
def test_an_agency_page_and_its_calendar_tell_the_same_day_as_the_first_page(agency: str, level: str) -> None:
    assert f"Kỳ tới: {DAYS[level]}." in text(f"co-quan/{agency}/index.html")
    day = "".join(reversed(DAYS[level][:10].split("/")))
    name = {"cấp tỉnh": "province", "sở, ban, ngành": "department"}[level]
    assert (f"bao-cao.2024.2.{name}@cong-khai", day) in events(f"co-quan/{agency}/lich.ics")


@pytest.mark.parametrize("page", ["", "thang-nay/", "quy-nay/", "2024/06/", "2024/quy-2/", "2024/"])
def test_what_the_first_page_tells_as_due_soon_is_on_every_page_of_that_time(page: str) -> None:
    found = text(f"thoi-han/{page}index.html")
    for day in DAYS.values():
        assert f"{day[:10]}</time>" in found
    assert "rơi vào thứ Bảy, tính đến 24/06/2024" in found


def test_every_calendar_has_a_report_on_the_same_day() -> None:
    own = events("thoi-han/bao-cao/lich.ics")
    assert own == events("thoi-han/lich.ics")
    assert events("thoi-han/quy-nay/lich.ics") == {one for one in own if one[1].startswith("202406")}
    assert all(events(f"co-quan/{agency}/lich.ics") < own for agency in OWING)


def test_the_feed_of_the_quarter_tells_the_reports_too() -> None:
    assert f"<summary>{DAYS['cấp tỉnh']}</summary>" in text("thoi-han/den-han.xml")


@pytest.mark.parametrize("agency", OWING)
def test_no_page_of_an_office_that_owes_a_report_says_that_nothing_is_due(agency: str) -> None:
    for path in (f"co-quan/{agency}/index.html", f"co-quan/{agency}/thoi-han/index.html"):
        assert "Không còn nhiệm vụ nào sắp đến hạn.<" not in text(path)
        assert "không còn kế hoạch nào đang" not in text(path)
