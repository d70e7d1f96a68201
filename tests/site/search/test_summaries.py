"""What search shows of a page is words for readers: no place in a sentence is left to be filled in."""

from __future__ import annotations

import datetime
import re

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.entries import entries
from tests.sources import SOUND, TODAY


def test_no_summary_has_a_place_that_is_not_filled_in() -> None:
    settings = Settings(SOUND, TODAY)
    found = list(entries(make_context(check_source(settings), settings)))
    assert len(found) > 5
    assert [entry.id for entry in found if re.search(r"\{\w+\}", f"{entry.title} {entry.summary}")] == []


def test_an_agency_that_has_ended_is_told_with_its_place_and_stands_behind_one_that_exists() -> None:
    settings = Settings(SOUND, datetime.date(2025, 3, 1))
    found = {entry.id: entry for entry in entries(make_context(check_source(settings), settings))}
    ended, other = found["agency:so-thong-tin-an-binh"], found["agency:so-khoa-hoc-an-binh"]
    assert ended.state == "Tỉnh An Bình (trước 01/03/2025): đã kết thúc hoạt động"
    assert (ended.reach < other.reach, other.state) == (True, "")
