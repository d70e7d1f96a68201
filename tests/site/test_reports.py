"""The calendar of reports is a page and a calendar to subscribe to, reached from the deadlines."""

from __future__ import annotations

from functools import cache

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
