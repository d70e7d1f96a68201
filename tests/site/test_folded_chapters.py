"""A plan on a desk: what is still to come lies open; numbers lead to what they count; past calendars say so."""

from __future__ import annotations

import datetime
from pathlib import Path

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages.page import Context
from tests.knowledge.test_between import page_at
from tests.sources import PLAN, PROGRESS, SOUND, Change, lay

MORE = """  - number: II
    title: Việc về sau
    items:
      - {number: "1", title: Tổng kết, lead: Sở Tư pháp, time: Trước ngày 15/12/2024}
responsibilities:
"""


def on(folder: Path, day: datetime.date) -> Context:
    """The sound source with a second chapter, on a day; nobody reports its progress."""
    plan = (SOUND / PLAN).read_text(encoding="utf-8").replace("responsibilities:\n", MORE)
    changes: dict[str, Change] = {PLAN: plan, PROGRESS: lambda path: path.unlink()}
    settings = Settings(lay(folder / "source", changes), day)
    return make_context(check_source(settings), settings)


def test_chapters_with_something_to_come_lie_open_and_else_the_first(tmp_path: Path) -> None:
    running, over = on(tmp_path / "a", datetime.date(2024, 10, 1)), on(tmp_path / "b", datetime.date(2025, 2, 1))
    found = [[one.current for one in page_at(day, "ke-hoach/an-binh-2024/").view.chapters] for day in (running, over)]
    assert found == [[False, True], [True, False]]


def test_each_number_of_an_agency_leads_to_the_tasks_it_counts(tmp_path: Path) -> None:
    context = on(tmp_path, datetime.date(2025, 2, 1))
    stats = page_at(context, "co-quan/so-tu-phap-an-binh/").view.scorecard
    lists = {
        anchor: len(links) for anchor, _, links in page_at(context, "co-quan/so-tu-phap-an-binh/thoi-han/").view.counted
    }
    assert lists
    assert {stat.url.partition("#")[2]: int(stat.value) for stat in stats} == lists


def test_a_calendar_with_nothing_to_come_says_so(tmp_path: Path) -> None:
    running, over = on(tmp_path / "a", datetime.date(2024, 10, 1)), on(tmp_path / "b", datetime.date(2025, 2, 1))
    notes = [page_at(day, "ke-hoach/an-binh-2024/").view.updates.links[0].note for day in (running, over)]
    assert notes == ["", "Lịch các hạn (đều đã qua)"]
