"""Tasks by kind of work on pages: products as signed, results with evidence, an editor's reading before ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.site.pages.page import Page
from congkhai.site.pages.plans import kinds
from congkhai.site.pages.plans.kinds import make_kind_pages
from tests.site.test_target_pages import words
from tests.sources import PLAN, TODAY, edited, lay


def pages(source: Path) -> dict[str, Page]:
    settings = Settings(source, TODAY)
    made = (make() for make in make_kind_pages(make_context(check_source(settings), settings)))
    return {page.url: page for page in made}


def test_each_task_stands_on_the_page_of_its_kind_and_the_page_of_all_counts_them(tmp_path: Path) -> None:
    found = pages(lay(tmp_path / "s", procedures=False))
    overview = found.pop("loai-viec/")
    counts = {words(row[0]): int(words(row[1])) for row in overview.view.rows}
    assert counts == {page.title.removeprefix("Loại việc: "): len(page.view.rows) for page in found.values()}


def test_a_reported_result_stands_with_its_evidence_and_silence_is_said(tmp_path: Path) -> None:
    rows = [row for page in pages(lay(tmp_path / "s", procedures=False)).values() for row in page.view.rows]
    results = [words(row[5]) for row in rows if len(row) == 6]
    assert "Đã hoàn thành (ngày 01/07/2024); Quyết định công bố" in results
    assert "chưa có báo cáo tiến độ" in results


def test_an_editor_reads_another_kind(tmp_path: Path) -> None:
    change = edited(
        PLAN, "title: Kiểm tra <đột xuất>\n", "title: Kiểm tra <đột xuất>\n            reading: {kind: mot-cua}\n"
    )
    found = pages(lay(tmp_path / "s", change, procedures=False))
    assert "loai-viec/kiem-tra/" not in found
    assert any("Kiểm tra" in words(row[1]) for row in found["loai-viec/mot-cua/"].view.rows)


def test_a_kind_of_very_many_tasks_has_a_page_for_each_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "_MOST", 0)
    found = pages(lay(tmp_path / "s", procedures=False))
    assert all(page.title.endswith("năm 2024") for url, page in found.items() if url != "loai-viec/")
