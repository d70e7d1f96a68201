"""A plan on one sheet: who leads, the first days, targets; what is left out is counted, never dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages.page import Page
from congkhai.site.pages.plans import leaflet
from congkhai.site.pages.plans.leaflet import leaflet_page
from congkhai.site.pages.plans.matrix import plan_matrix
from tests.sources import PLAN, TODAY, edited, lay


def sheet(source: Path) -> Page:
    settings = Settings(source, TODAY)
    return leaflet_page(make_context(check_source(settings), settings), "an-binh-2024")


def test_a_sheet_tells_who_leads_and_what_is_due_and_leads_to_the_plan(tmp_path: Path) -> None:
    page = sheet(lay(tmp_path / "s", procedures=False))
    lists = {one.title: one.lines for one in page.view.lists}
    assert page.url == "ke-hoach/an-binh-2024/to-gap/"
    assert ("15/07/2024", "Công bố TTHC theo NĐ 61/2018/NĐ-CP") in lists["Các mốc thời hạn"]
    assert ("Sở Tư pháp tỉnh An Bình", "1 nhiệm vụ") in lists["Cơ quan chủ trì (kể cả qua nhóm)"]
    assert page.view.plan_url.endswith("ke-hoach/an-binh-2024/")


def test_what_does_not_fit_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaflet, "_MOST_LEADS", 1)
    page = sheet(lay(tmp_path / "s", procedures=False))
    assert page.view.lists[0].more == "và 2 mục khác trên trang của kế hoạch"


def test_a_sheet_counts_what_an_agency_leads_in_a_group_as_the_table_of_its_plan_does(tmp_path: Path) -> None:
    row = "title: Công bố TTHC theo NĐ 61/2018/NĐ-CP\n        lead: "
    source = lay(tmp_path / "s", edited(PLAN, f"{row}Sở Tư pháp", f"{row}Các sở, ban, ngành tỉnh"), procedures=False)
    lines = dict(next(one.lines for one in sheet(source).view.lists if one.name == "leads"))
    context = make_context(check_source(Settings(source, TODAY)), Settings(source, TODAY))
    matrix = plan_matrix(context, context.library.plans["an-binh-2024"], context.href(""))
    assert lines == {one.title: f"{one.totals[0]} nhiệm vụ" for one in matrix.rows if one.totals[0] != "0"}
    assert "Sở Tư pháp tỉnh An Bình" in lines
