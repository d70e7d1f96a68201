"""Ids of events and entries: one thing each, the same in every build; what moved says so; no link leads nowhere."""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site
from congkhai.site.exports.feeds import ATOM
from tests.site.test_subscriptions import events
from tests.sources import ROOT, lay
from tests.sources import built as whole

TASK = """
id: ba-moc-2024
type: plan
title: Kế hoạch có nhiều mốc
territory: an-binh
issuer: ubnd-an-binh
year: 2024
sections:
  - number: "I"
    title: Nhiệm vụ
    items:
      - number: "1"
        title: Báo cáo nhiều lần
        lead: Sở Tư pháp
        time: |
          {time}
"""
PLAN = "ke-hoach/ba-moc-2024/"


def built(folder: Path, time: str, today: str = "2024-06-01", *, plain: bool = True) -> dict[str, bytes]:
    """The sound source with a plan of one row, whose time cell is `time`; `plain`: the site knows no address."""
    lines = time.replace("\n", "\n          ")
    source = lay(folder, {"content/plans/ba-moc-2024.yaml": TASK.format(time=lines)}, procedures=False)
    if plain:
        config = (source / "site.yaml").read_text(encoding="utf-8")
        (source / "site.yaml").write_text(re.sub(r"(?m)^base_url:.*\n", "", config), encoding="utf-8")
    return build_site(Settings(source, datetime.date.fromisoformat(today))).files


def event_of(files: dict[str, bytes]) -> dict[str, str]:
    [event] = events(files[f"{PLAN}lich.ics"])
    return event


@pytest.mark.parametrize(
    "time",
    [
        "- Tháng 1/2024\n- Quý II năm 2024\n- Tháng 12/2024",
        "Sở A: trước 15/6; So A: trước 15/9; Sở A: trước ngày 15/12",
        "Quý I: 25%; Quý II: 50%; Quý III: 75%; Quý IV: 100%",
        "Tháng 3/2024; hằng năm; trước ngày 05 hằng tháng; 20/6 và 15/11 hằng năm",
    ],
)
def test_each_event_of_a_row_has_an_id_of_its_own_in_every_build(tmp_path, time):
    ids = [event["UID"] for event in events(built(tmp_path / "a", time)[f"{PLAN}lich.ics"])]
    assert len(set(ids)) == len(ids) > 1
    later = built(tmp_path / "b", time, "2025-01-05")
    assert [event["UID"] for event in events(later[f"{PLAN}lich.ics"])] == ids


def test_an_event_that_moved_keeps_its_id_and_says_so(tmp_path):
    before = event_of(built(tmp_path / "a", "Tháng 6/2024"))
    after = event_of(built(tmp_path / "b", "Tháng 9/2024"))
    assert before["UID"] == after["UID"]
    assert int(before["SEQUENCE"]) < int(after["SEQUENCE"])
    assert before["LAST-MODIFIED"] < after["LAST-MODIFIED"]


def test_an_event_that_stayed_has_the_same_bytes_on_another_day(tmp_path):
    first, second = built(tmp_path / "a", "Tháng 6/2024"), built(tmp_path / "b", "Tháng 6/2024", "2024-06-20")
    assert first[f"{PLAN}lich.ics"] == second[f"{PLAN}lich.ics"]


def test_a_calendar_without_a_day_is_neither_written_nor_linked(tmp_path):
    files = built(tmp_path / "a", "Thường xuyên")
    assert f"{PLAN}lich.ics" not in files
    assert b"lich.ics" not in files[f"{PLAN}index.html"]
    assert b"thay-doi.xml" in files[f"{PLAN}index.html"]
    assert all(b"BEGIN:VEVENT" in data for path, data in files.items() if path.endswith(".ics"))


def feeds(files: dict[str, bytes]) -> dict[str, ElementTree.Element]:
    return {path: ElementTree.fromstring(data) for path, data in files.items() if path.endswith("thay-doi.xml")}


def test_every_link_of_a_feed_leads_to_a_page_of_a_site_without_an_address(tmp_path):
    files = built(tmp_path / "a", "Tháng 6/2024")
    assert feeds(files)
    for path, feed in feeds(files).items():
        for link in feed.iter(f"{{{ATOM}}}link"):
            target = (Path("/") / path).parent / link.get("href", "")
            there = Path("/").joinpath(*_resolved(target.parts[1:]))
            meant = there if link.get("rel") == "self" else there / "index.html"
            assert str(meant)[1:] in files, (path, link.get("href"))


def _resolved(parts: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for part in parts:
        found = found[:-1] if part == ".." else [*found, part]
    return found


def test_no_id_stands_for_two_things_in_the_feeds_of_a_site():
    files = whole(ROOT / "examples" / "tien-do", datetime.date(2026, 11, 22)).files
    heads = [feed.findtext(f"{{{ATOM}}}id") for feed in feeds(files).values()]
    entries = {
        (entry.findtext(f"{{{ATOM}}}id"), entry.findtext(f"{{{ATOM}}}title"), entry.findtext(f"{{{ATOM}}}updated"))
        for feed in feeds(files).values()
        for entry in feed.iter(f"{{{ATOM}}}entry")
    }
    ids = [*heads, *(entry[0] for entry in entries)]
    assert len(set(ids)) == len(ids) > 10


def test_the_end_of_a_cycle_that_no_text_gives_as_a_deadline_is_in_no_calendar(tmp_path: Path) -> None:
    files = built(tmp_path / "a", "Hằng quý")
    assert f"{PLAN}lich.ics" not in files
    assert "31/03/2024" in files[f"{PLAN}thoi-han/index.html"].decode("utf-8")


def test_calendar_and_feed_stand_folded_with_their_whole_addresses_where_the_site_knows_its_own(tmp_path: Path) -> None:
    lay(tmp_path / "a", procedures=False)
    for base, words in (
        ("https://vi-du.vn/", "https://vi-du.vn/ke-hoach/an-binh-2024/lich.ics"),
        ("", "địa chỉ để đăng ký"),
    ):
        files = build_site(Settings(tmp_path / "a", datetime.date(2024, 6, 1), base_url=base)).files
        page = files["ke-hoach/an-binh-2024/index.html"].decode("utf-8")
        folded = page[page.index("data-follow") : page.index("</details>", page.index("data-follow"))]
        assert words in folded
        assert page.count('thay-doi.xml"') == folded.count('thay-doi.xml"') + 1  # and in the head, for programs
