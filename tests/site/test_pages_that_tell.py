"""Pages below a plan or an agency are made only where they tell what its own page does not."""

from __future__ import annotations

from pathlib import Path

from congkhai.site.pages import make_pages
from congkhai.site.pages.part_changes import part_change_keys
from congkhai.site.pages.plans.timeline import timeline_keys
from tests.knowledge.test_between import context_of, page_at
from tests.sources import PROGRESS, edited

AGENCY = "co-quan/so-tu-phap-an-binh/"


def test_the_signing_of_a_plan_and_the_end_of_an_agency_are_no_page_of_changes(tmp_path: Path) -> None:
    silent = context_of(tmp_path / "a", {PROGRESS: lambda path: path.unlink()})
    assert "plan an-binh-2024" not in part_change_keys(silent)
    assert "actor so-thong-tin-an-binh" not in part_change_keys(silent)
    assert not [link for link in page_at(silent, "ke-hoach/an-binh-2024/").view.updates.links if link.format == "html"]
    assert "plan an-binh-2024" in part_change_keys(context_of(tmp_path / "b"))


def test_an_agency_with_few_days_has_no_timeline_and_no_link_to_one(tmp_path: Path) -> None:
    context = context_of(tmp_path)
    assert list(timeline_keys(context)) == ["plan an-binh-2024"]
    assert page_at(context, AGENCY).view.timeline_url == ""


def test_an_agency_with_three_days_has_a_timeline(tmp_path: Path) -> None:
    rows = "".join(
        f'      - {{number: "{n}", title: Việc {n}, lead: Sở Tư pháp, time: Trước ngày {n}/9/2024}}\n'
        for n in (3, 4, 5)
    )
    name = "content/plans/an-binh-2024.yaml"
    context = context_of(
        tmp_path,
        edited(name, "responsibilities:\n", f"  - number: II\n    title: Thêm\n    items:\n{rows}responsibilities:\n"),
    )
    made = {task.key for task in make_pages(context) if task.family == "timelines"}
    assert "actor so-tu-phap-an-binh" in made
    assert page_at(context, AGENCY).view.timeline_url.endswith("dong-thoi-gian/")
