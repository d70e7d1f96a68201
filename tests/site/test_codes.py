"""Procedures by code: one list, or a page for each beginning; what is over has no sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.site.entries import entries
from congkhai.site.pages.procedures import codes
from tests.knowledge.test_between import context_of, page_at
from tests.site.test_target_pages import words
from tests.sources import edited

PROCEDURE = "content/procedures/ho-tich/9.000001.yaml"
PAGE = "../../thu-tuc/9.000001/"
DECISION = """
id: 9-qd-x
number: 9/QĐ-X
entries:
  - {code: "9.000777", change: abolished, name: Thủ tục đã bỏ}
  - {code: "9.000001", change: amended, name: Thủ tục thử nghiệm}
"""


def test_a_code_leads_to_its_procedure_and_its_sheet(tmp_path: Path) -> None:
    page = page_at(context_of(tmp_path), "thu-tuc/theo-ma/")
    ((beginning, anchor, (link,)),) = page.view.groups
    assert (beginning, anchor, link.title, link.url) == ("9.000", "dau-9.000", "9.000001", PAGE)
    assert page.view.beginnings == (("9.000", "#dau-9.000"),)
    (sheet,) = (part.url for part in link.meta if "niem-yet" in part.url)
    assert sheet.endswith("#to-9.000001")


def test_of_several_levels_the_sheet_of_the_nearest_office_is_offered(tmp_path: Path) -> None:
    """A counter of the commune, not the province named before it, from both the list and the procedure's page."""
    context = context_of(tmp_path, edited(PROCEDURE, "levels: [commune]", "levels: [province, commune]"))
    ((_, _, (link,)),) = page_at(context, "thu-tuc/theo-ma/").view.groups
    assert any(part.url.startswith("../../niem-yet/xa/") for part in link.meta)
    assert page_at(context, "thu-tuc/9.000001/").view.sheet_url.startswith("../../niem-yet/xa/")


def test_the_day_of_posting_is_not_told_as_a_day_of_change(tmp_path: Path) -> None:
    undated = edited("content/announcements/20-qd-ubnd.yaml", "signed: 2024-01-20\neffective: 2024-02-01\n", "")
    ((_, _, (link,)),) = page_at(context_of(tmp_path, undated), "thu-tuc/theo-ma/").view.groups
    assert words(link.meta).endswith("đăng lên cổng ngày 01/02/2024; chưa rõ ngày nội dung đổi")


def test_the_last_dated_decision_is_told_with_what_it_did_and_its_day_comes_last(tmp_path: Path) -> None:
    dated = DECISION.replace("number: 9/QĐ-X", "number: 9/QĐ-X\nsigned: 2026-01-05")
    context = context_of(tmp_path, {"content/announcements/9-qd-x.yaml": dated})
    links = [link for _, _, some in page_at(context, "thu-tuc/theo-ma/").view.groups for link in some]
    link = next(one for one in links if one.title == "9.000001")
    assert words(link.meta).endswith(" · sửa đổi, bổ sung, Quyết định 9/QĐ-X ký ngày 05/01/2026")


def test_one_that_is_over_has_no_sheet_and_says_so(tmp_path: Path) -> None:
    context = context_of(tmp_path, edited(PROCEDURE, "status: in_force", "status: abolished"))
    ((_, _, (link,)),) = page_at(context, "thu-tuc/theo-ma/").view.groups
    assert (link.state, words(link.meta)) == ("abolished", "Thủ tục thử nghiệm")


def test_of_very_many_codes_each_beginning_has_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "MOST_CODES", 0)
    context = context_of(tmp_path)
    whole, some = (codes.codes_page(context, key) for key in codes.code_keys(context))
    assert (whole.view.groups, whole.view.beginnings) == ((), (("9.000", "../../thu-tuc/theo-ma/9-000/"),))
    assert some.url == "thu-tuc/theo-ma/9-000/"
    assert [link.title for _, _, links in some.view.groups for link in links] == ["9.000001"]


def test_a_code_that_only_a_decision_names_leads_to_it_and_says_what_it_did(tmp_path: Path) -> None:
    named = "content/announcements/9-qd-x.yaml"
    context = context_of(tmp_path, {named: DECISION})
    links = [link for _, _, some in page_at(context, "thu-tuc/theo-ma/").view.groups for link in some]
    link = next(one for one in links if one.title == "9.000777")
    assert link.url == "../../quyet-dinh/9-qd-x/"
    assert words(link.meta).startswith("Thủ tục đã bỏ · ")
    assert words(link.meta).endswith("bãi bỏ, Quyết định 9/QĐ-X")


def test_search_knows_a_decision_by_the_codes_that_have_no_page_here(tmp_path: Path) -> None:
    context = context_of(tmp_path, {"content/announcements/9-qd-x.yaml": DECISION})
    decision = next(entry for entry in entries(context) if entry.id == "announcement:9-qd-x")
    assert (decision.url, decision.code, decision.named) == ("quyet-dinh/9-qd-x/", "9/QĐ-X", ("9.000777",))
