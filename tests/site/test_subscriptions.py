"""Calendars and feeds open in other people's software: read back by parsers that had no part in writing them."""

from __future__ import annotations

import datetime
import posixpath
import re
import xml.etree.ElementTree as ElementTree

import pytest
import vobject
from dateutil.rrule import rrulestr

from congkhai.build.builder import Settings, build_site
from congkhai.site.exports.calendars import CalendarEntry, recent, rule_of, to_ical
from congkhai.site.exports.feeds import ATOM, FeedEntry, FeedHead, to_atom
from tests.sources import ROOT, built

DAY = datetime.date(2026, 3, 31)
LONG = "Nộp báo cáo; gồm cả \\ và dấu phẩy, dài " + "rất " * 30
ENTRY = CalendarEntry("vi-du.i-1.1@cong-khai", DAY, LONG, "Sở Mẫu", "", DAY)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return built(ROOT / "examples" / "tien-do", datetime.date(2026, 11, 22)).files


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar by a small reader of our own: unfolded lines (RFC 5545 §3.1), name and value."""
    text = data.decode("utf-8").replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL)
    return [dict(re.findall(r"^([A-Z-]+)(?:;[^:\r\n]*)?:([^\r\n]*)", event, re.MULTILINE)) for event in found]


def test_an_event_lasts_the_whole_day() -> None:
    [event] = events(to_ical("Ví dụ", [ENTRY]))
    assert (event["DTSTART"], event["DTEND"]) == ("20260331", "20260401")


def test_lines_are_folded_at_75_octets_and_end_in_crlf() -> None:
    lines = to_ical("Ví dụ", [ENTRY]).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert lines[-1] == b""


def test_commas_semicolons_and_backslashes_are_escaped() -> None:
    [event] = events(to_ical("Ví dụ", [ENTRY]))
    assert r"Nộp báo cáo\; gồm cả \\ và dấu phẩy\, dài" in event["SUMMARY"]


def test_the_name_of_a_calendar_is_escaped_as_all_text_is() -> None:
    lines = to_ical("Cơ quan, đơn vị", []).decode().split("\r\n")
    assert {line for line in lines if "NAME:" in line} == {
        f"{key}:Cơ quan\\, đơn vị" for key in ("NAME", "X-WR-CALNAME")
    }


def test_what_is_done_needs_no_reminder() -> None:
    done = CalendarEntry("x@cong-khai", DAY, "Xong", "", "", DAY, done=True)
    assert b"VALARM" in to_ical("Ví dụ", [ENTRY])
    assert b"VALARM" not in to_ical("Ví dụ", [done])


def test_nobody_is_reminded_of_a_day_that_is_over(files: dict[str, bytes]) -> None:
    for path in ("thoi-han/lich.ics", "thoi-han/bao-cao/lich.ics", "co-quan/so-mau-vi-du/lich.ics"):
        reminded = re.findall(rb"DTSTART;VALUE=DATE:(\d+)\r\n(?:(?!END:VEVENT|RRULE).*\r\n)+?BEGIN:VALARM", files[path])
        assert reminded, path
        assert min(reminded) >= b"20261122", path


def test_a_calendar_leaves_out_what_was_over_more_than_a_year_ago_unless_nothing_else_is_left() -> None:
    series = CalendarEntry("y@cong-khai", DAY, "Hằng quý", "", "", DAY, last=datetime.date(2027, 12, 31))
    assert recent([ENTRY, series], datetime.date(2027, 3, 31)) == (ENTRY, series)
    assert recent([ENTRY, series], datetime.date(2027, 4, 2)) == (series,)
    assert recent([ENTRY], datetime.date(2030, 1, 1)) == (ENTRY,)


def test_the_plan_the_agency_and_the_portal_have_calendars(files: dict[str, bytes]) -> None:
    for path in ("thoi-han/lich.ics", "ke-hoach/vi-du-2026/lich.ics", "co-quan/so-mau-vi-du/lich.ics"):
        assert events(files[path]), path


def test_ids_are_unique_and_do_not_depend_on_the_day_of_the_build(files: dict[str, bytes]) -> None:
    later = built(ROOT / "examples" / "tien-do", datetime.date(2027, 1, 5)).files
    ids = [event["UID"] for event in events(files["thoi-han/lich.ics"])]
    assert len(set(ids)) == len(ids)
    after = [event["UID"] for event in events(later["thoi-han/lich.ics"])]
    of_plans = [name for name in ids if not name.startswith("bao-cao.")]
    assert of_plans == [name for name in after if not name.startswith("bao-cao.")]
    assert "bao-cao.2027.1.commune@cong-khai" in {*ids} & {*after}


def test_an_extended_deadline_stands_on_its_new_day(files: dict[str, bytes]) -> None:
    days = {event["SUMMARY"]: event["DTSTART"] for event in events(files["thoi-han/lich.ics"])}
    assert days["Nhiệm vụ được gia hạn"] == "20261231"


def test_a_feed_has_what_atom_demands() -> None:
    entry = FeedEntry("tag:cong-khai,2026:x", "Ký <kế hoạch>", "https://example.vn/x/", "2026-01", "Đã ký.")
    feed = ElementTree.fromstring(
        to_atom(FeedHead("tag:cong-khai,2026:", "Ví dụ", "Cổng", "https://example.vn/", "thay-doi.xml"), [entry])
    )
    for name in ("id", "title", "updated", "author"):
        assert feed.find(f"{{{ATOM}}}{name}") is not None, name
    updated = feed.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}updated")
    assert updated == "2026-01-01T00:00:00+07:00"


def test_a_feed_names_its_own_address_only_where_the_site_has_one(files: dict[str, bytes]) -> None:
    settings = Settings(ROOT / "examples" / "tien-do", datetime.date(2026, 12, 1), base_url="https://example.vn/")
    path = "ke-hoach/vi-du-2026/thay-doi.xml"
    assert b'rel="self"' not in files[path]
    assert f'href="https://example.vn/{path}" rel="self"'.encode() in build_site(settings).files[path]


def test_the_feed_tells_of_progress_newest_first(files: dict[str, bytes]) -> None:
    feed = ElementTree.fromstring(files["ke-hoach/vi-du-2026/thay-doi.xml"])
    titles = [entry.findtext(f"{{{ATOM}}}title") or "" for entry in feed.findall(f"{{{ATOM}}}entry")]
    assert titles[0].startswith("Đang thực hiện: Nâng cao tỷ lệ thanh toán trực tuyến")
    assert titles[1].startswith("Đang thực hiện: Nhiệm vụ được gia hạn")
    assert titles[-1] == "Kế hoạch minh họa năm 2026 (giả định)"


@pytest.mark.parametrize(
    "days",
    [
        ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"],
        ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
        ["2024-11-30", "2025-11-30"],
        ["2024-12-19", "2025-03-19", "2025-12-19", "2026-03-19"],
    ],
)
def test_a_rule_gives_exactly_the_days_it_stands_for(days: list[str]) -> None:
    start = datetime.datetime.fromisoformat(days[0])
    assert [day.date().isoformat() for day in rrulestr(rule_of([*map(DAY.fromisoformat, days)]), dtstart=start)] == days


IRREGULAR = [["2026-03-20"], ["2026-03-20", "2026-06-21"], ["2026-03-20", "2027-06-20", "2027-03-20"]]


@pytest.mark.parametrize("days", IRREGULAR)
def test_days_without_a_rule_stay_days(days: list[str]) -> None:
    assert rule_of([*map(DAY.fromisoformat, days)]) == ""


def test_a_quarterly_report_is_one_event_with_a_rule(files: dict[str, bytes]) -> None:
    reports = [event for event in events(files["thoi-han/lich.ics"]) if event["SUMMARY"] == "Báo cáo định kỳ"]
    assert [event["RRULE"] for event in reports] == ["FREQ=MONTHLY;COUNT=4;BYMONTHDAY=20;BYMONTH=3,6,9,12"]


def test_another_parser_reads_every_calendar(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".ics"):
            calendar = vobject.readOne(data.decode("utf-8"))
            assert len(calendar.vevent_list) == len(events(data))


def test_readers_find_every_feed_and_calendar_in_the_head_of_its_page(files: dict[str, bytes]) -> None:
    found = set()
    for path, page in files.items():
        if path.endswith("index.html"):
            head = page.decode().partition("</head>")[0]
            for kind, href in re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', head):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
                assert (kind, target in files) in (("text/calendar", True), ("application/atom+xml", True)), path
                found.add(target)
    assert found == {path for path in files if path.endswith((".xml", ".ics"))} - {"sitemap.xml", "opensearch.xml"}


def test_every_feed_names_its_page(files: dict[str, bytes]) -> None:
    for path in [path for path in files if path.endswith(".xml")]:
        (link,) = ElementTree.fromstring(files[path]).findall(f"{{{ATOM}}}link")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.get("href") or ""))
        assert (link.get("rel"), f"{page}/index.html" in files) == ("alternate", True), path
