"""Who does the work of an ended agency has what every agency has: its quarter, its deadlines, its calendar."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.site.exports.subscriptions import files_of
from congkhai.site.pages.deadlines.by_time import QuarterAgenda
from congkhai.site.pages.page import Context
from tests.knowledge.test_between import context_of, page_at
from tests.site.test_target_pages import words

AFTER, BEFORE = "so-khoa-hoc-an-binh", "Sở Thông tin và Truyền thông tỉnh An Bình"
URL = f"co-quan/{AFTER}/"


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """The sound source after the merger of two departments; no plan names the one that came of it."""
    return context_of(tmp_path)


def test_it_says_how_much_it_took_over_and_what_is_due_in_this_quarter(context: Context) -> None:
    view = page_at(context, URL).view
    assert view.answer.startswith("Tiếp nhận ")
    assert view.quarter.title == "Quý IV/2026"
    assert view.quarter.url.endswith(f"{AFTER}/thoi-han/")


def test_its_deadlines_are_those_of_the_agency_before_it(context: Context) -> None:
    view = page_at(context, f"{URL}thoi-han/").view
    assert f"cơ quan này nay làm việc đó: {BEFORE}" in words(view.taken_over)
    before = page_at(context, "co-quan/so-thong-tin-an-binh/thoi-han/").view
    assert set(_of_plans(before.past)) <= set(_of_plans(view.past))
    assert _of_plans(before.past)


def _of_plans(agendas: tuple[QuarterAgenda, ...]) -> list[tuple[str, str]]:
    return [(item.day, item.title) for agenda in agendas for item in agenda.items if item.plan_id]


def test_it_has_a_calendar_to_subscribe_to(context: Context) -> None:
    paths = [path for path, _ in files_of(context, f"actor {AFTER}").files]
    assert f"{URL}lich.ics" in paths
    assert "ics" in [link.format for link in page_at(context, URL).view.updates.links]


def test_a_task_marks_an_agency_that_has_ended(context: Context) -> None:
    (lead,) = (fact.value for fact in page_at(context, "ke-hoach/an-binh-2024/i-2-1/").view.answer[:1])
    assert f"{BEFORE} (đã kết thúc hoạt động)" in words(lead)
