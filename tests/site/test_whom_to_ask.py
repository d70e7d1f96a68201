"""Silence is no proof: past days with their dates, and who can be asked today, though the agency has ended."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congkhai.site.pages.agencies.took_over import counted_link
from congkhai.site.pages.deadlines.all_due import all_due_of_kind, reports_among
from congkhai.site.pages.page import Context
from tests.knowledge.test_between import TODAY, context_of, page_at
from tests.site.test_target_pages import words
from tests.sources import AGENCIES, PROGRESS, Change, built_anew, edited, lay

SILENCE = "Không có ghi nhận không có nghĩa là không làm."
NO_PROGRESS: dict[str, Change] = {PROGRESS: lambda path: path.unlink(missing_ok=True)}


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """The sound source two years after its plan, of which nobody reports."""
    return context_of(tmp_path, NO_PROGRESS)


def test_a_past_task_says_that_silence_is_no_proof_and_whom_to_ask(context: Context) -> None:
    said = words(page_at(context, "ke-hoach/an-binh-2024/i-1/").view.silence)
    assert said.startswith(f"Cổng chưa ghi nhận báo cáo tiến độ nào của nhiệm vụ này. {SILENCE} Hỏi cơ quan chủ trì")
    assert "Hỏi cơ quan ban hành kế hoạch: UBND tỉnh An Bình." in said


def test_of_an_ended_issuer_its_successor_is_asked(tmp_path: Path) -> None:
    ended = edited(
        AGENCIES,
        "  - id: ubnd-an-binh\n",
        "  - id: ubnd-an-binh\n    valid: {until: 2025-06-30}\n    successors: [so-tu-phap-an-binh]\n",
    )
    said = words(page_at(context_of(tmp_path, {**NO_PROGRESS, **ended}), "ke-hoach/an-binh-2024/i-1/").view.silence)
    assert "Hỏi cơ quan nay làm việc của cơ quan ban hành kế hoạch: Sở Tư pháp tỉnh An Bình." in said


def test_past_days_of_an_agency_stand_with_their_dates(context: Context) -> None:
    view = page_at(context, "co-quan/so-tu-phap-an-binh/thoi-han/").view
    (links,) = (links for anchor, _, links in view.counted if anchor == "ket-qua-unreported")
    assert all(str(link.meta).startswith("Hạn ") for link in links)
    assert words(view.silence).startswith(SILENCE)


def test_a_plan_that_is_over_says_nothing_of_this_quarter_and_its_source_once(context: Context) -> None:
    view = page_at(context, "ke-hoach/an-binh-2024/").view
    assert (view.quarter.title, view.quarter.words, bool(view.quarter.url)) == ("", "", True)
    assert [fact.key for fact in (*view.neighbours, *view.basis)].count("Nguồn văn bản") == 1
    assert SILENCE in words(view.silence)


def test_agencies_of_a_kind_owe_the_reports_that_the_page_of_each_tells(context: Context) -> None:
    due = all_due_of_kind(context, (), ["so-tu-phap-an-binh"])
    assert {item.level for item in reports_among(due)} == {"department"}


def test_a_link_counts_tasks_as_the_page_behind_it_does(context: Context) -> None:
    actor, href = context.library.actors["so-tu-phap-an-binh"], context.href("")
    behind = page_at(context, "co-quan/so-tu-phap-an-binh/").view.answer
    assert behind.startswith(counted_link(context, actor, href).count)


def test_wherever_past_deadlines_stand_silence_is_told_to_be_no_proof(tmp_path: Path) -> None:
    files = built_anew(lay(tmp_path / "source", NO_PROGRESS), TODAY).files
    pages = {path: data.decode() for path, data in files.items() if path.endswith("index.html")}
    past = [path for path, page in pages.items() if re.search(r"hạn đã qua(?!\")", page.split("<main")[1])]
    assert {path.rsplit("/", 2)[1] for path in past} >= {"an-binh-2024", "so-tu-phap-an-binh", "dong-thoi-gian"}
    assert [path for path in past if SILENCE not in pages[path]] == []
