"""Plans before and after a plan, and plans that were ordered and are not here: on pages, with why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context
from tests.knowledge.test_between import context_of, page_at
from tests.knowledge.test_hierarchy import example
from tests.site.test_target_pages import words
from tests.sources import PLAN, SOUND, edited

OLD = "ke-hoach/an-binh-2024/"
NEW = "ke-hoach/an-binh-2025/"


def two_plans(folder: Path, title: str = "Kế hoạch kiểm soát TTHC tỉnh An Bình năm 2025", more: str = "") -> Context:
    """The sound source with a plan for the year after."""
    later = (SOUND / PLAN).read_text(encoding="utf-8").replace("15/KH-UBND", "7/KH-UBND").replace("2024", "2025")
    later = later.replace("Kế hoạch kiểm soát TTHC tỉnh An Bình năm 2025", title)
    return context_of(folder, {"content/plans/an-binh-2025.yaml": later + more})


def neighbours(context: Context, url: str) -> list[tuple[str, str]]:
    """The facts about other plans on the page of a plan."""
    return [(fact.key, words(fact.value)) for fact in facts(context, url)[2:]]


def facts(context: Context, url: str) -> tuple[Fact, ...]:
    """Who leads most, where the text comes from, then the other plans."""
    found: tuple[Fact, ...] = page_at(context, url).view.neighbours
    assert [fact.key for fact in found[:2]] == ["Chủ trì nhiều nhất", "Nguồn văn bản"]
    return found


def test_the_plan_of_the_next_year_is_named_on_both_pages_as_derived(tmp_path: Path) -> None:
    context = two_plans(tmp_path)
    assert neighbours(context, OLD) == [("Kế hoạch năm tiếp theo", "Kế hoạch kiểm soát TTHC tỉnh An Bình năm 2025")]
    assert neighbours(context, NEW)[-1] == ("Kế hoạch năm trước", "Kế hoạch kiểm soát TTHC tỉnh An Bình năm 2024")
    assert "Suy ra" in str(facts(context, NEW)[-1].note)


def test_a_plan_of_another_matter_follows_nothing_and_is_only_the_newer_one_of_the_place(tmp_path: Path) -> None:
    ((key, _),) = neighbours(two_plans(tmp_path, title="Kế hoạch chuyển đổi số năm 2025"), OLD)
    assert key == "Kế hoạch mới hơn của địa bàn"


def test_a_plan_that_is_over_says_when_the_site_has_no_newer_one_of_its_place(tmp_path: Path) -> None:
    assert neighbours(context_of(tmp_path, {}), OLD) == [
        ("Kế hoạch mới hơn của địa bàn", "Cổng không có kế hoạch nào của Tỉnh An Bình sau năm 2024")
    ]


def test_a_plan_that_says_so_replaces_another_which_tells_it_first(tmp_path: Path) -> None:
    context = two_plans(tmp_path, more="replaces: [15/KH-UBND]\n")
    old: Any = page_at(context, OLD).view
    assert [fact.key for fact in old.neighbours[2:]] == ["Đã được thay bằng"]
    assert old.notices[0] == "Kế hoạch này đã được kế hoạch khác thay thế."
    assert neighbours(context, NEW)[-1][0] == "Thay thế"


def test_units_whose_plan_was_ordered_and_is_not_here_are_listed_on_the_plan_and_on_the_list(tmp_path: Path) -> None:
    row = "title: Công bố TTHC theo NĐ 61/2018/NĐ-CP\n        lead: Sở Tư pháp"
    asked = "title: Xây dựng kế hoạch kiểm soát TTHC năm 2024\n        lead: Các sở, ban, ngành tỉnh"
    context = context_of(
        tmp_path, edited(PLAN, row, asked) | {"content/progress/an-binh-2024.yaml": "plan: an-binh-2024"}
    )
    (owed,) = page_at(context, OLD).view.owed
    assert owed.words == "Nhiệm vụ 1: chưa có kế hoạch năm 2024 của 2/2 đơn vị"
    assert words(owed.units) == "Sở Tư pháp tỉnh An Bình; Sở Thông tin và Truyền thông tỉnh An Bình"
    (link,) = page_at(context, "ke-hoach/").view.owed
    assert (link.url, link.count) == ("../ke-hoach/an-binh-2024/#cong-chua-co", "2 đơn vị")


def test_one_who_drafts_for_the_issuer_owes_no_plan(tmp_path: Path) -> None:
    asked = edited(PLAN, "title: Công bố TTHC theo NĐ 61/2018/NĐ-CP", "title: Xây dựng kế hoạch tập huấn")
    assert page_at(context_of(tmp_path, asked), OLD).view.owed == ()


def test_a_unit_below_with_a_plan_of_that_year_owes_none() -> None:
    assert page_at(example(), "ke-hoach/vi-du-2026/").view.owed == ()
