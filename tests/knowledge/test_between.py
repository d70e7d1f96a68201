"""Between the two halves of the record: agencies and their procedures, plans and the decisions they led to."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from congkhai.build.builder import Settings, check_source, make_context
from congkhai.knowledge.disclosure.clock import Clock
from congkhai.knowledge.disclosure.on_time import all_clocks
from congkhai.knowledge.procedures.handling import Handling
from congkhai.site.pages import make_pages
from congkhai.site.pages.disclosure.clock_words import records_of
from congkhai.site.pages.page import Context, Page
from tests.sources import PLAN, Change, edited, lay

TODAY = datetime.date(2026, 11, 22)
AGENCY = "content/procedures/ho-tich/9.000001.yaml"


def context_of(folder: Path, changes: dict[str, Change] | None = None) -> Context:
    """The sound source with changes, read in November 2026."""
    settings = Settings(lay(folder / "source", changes), TODAY)
    return make_context(check_source(settings), settings)


def page_at(context: Context, url: str) -> Page:
    """The page at an address."""
    made = (made.make() for made in make_pages(context))
    return next(page for page in made if isinstance(page, Page) and page.url == url)


def handled(folder: Path, agency: str) -> list[str]:
    """The agencies that handle the procedure of the sound source once its agency is named so."""
    old = "agency: UBND cấp xã\ncompetent_agency: UBND cấp xã"
    context = context_of(folder, edited(AGENCY, old, f"agency: {agency}"))
    return list(Handling.of(context.library, TODAY).agencies_of(context.library.cards["9.000001"]))


@pytest.mark.parametrize("words", ["Sở Tư pháp tỉnh An Bình", "sở tư pháp", "Công an xã; Sở Tư pháp"])
def test_an_agency_handles_what_names_it_or_its_kind(words: str, tmp_path: Path) -> None:
    assert handled(tmp_path, words) == ["so-tu-phap-an-binh"]


def test_the_word_for_level_and_the_short_form_make_no_difference(tmp_path: Path) -> None:
    assert handled(tmp_path, "Ủy ban nhân dân cấp tỉnh") == ["ubnd-an-binh"]


def test_a_comma_separates_agencies_only_where_the_whole_is_no_name(tmp_path: Path) -> None:
    assert handled(tmp_path, "Sở Tư pháp, UBND tỉnh") == ["so-tu-phap-an-binh", "ubnd-an-binh"]


def test_an_agency_that_is_no_more_handles_nothing(tmp_path: Path) -> None:
    assert handled(tmp_path, "Sở Thông tin và Truyền thông") == []


def test_the_page_of_an_agency_lists_its_procedures_and_so_does_its_twin(tmp_path: Path) -> None:
    changes = edited(AGENCY, "agency: UBND cấp xã\ncompetent_agency: UBND cấp xã", "agency: Sở Tư pháp")
    page = page_at(context_of(tmp_path, changes), "co-quan/so-tu-phap-an-binh/")
    assert [link.title for part in page.view.procedures for link in part.links] == ["Thủ tục thử nghiệm"]
    assert page.twin is not None
    assert page.twin["procedures"] == [{"code": "9.000001", "url": "thu-tuc/9.000001/"}]


def decisions(context: Context, task: str = "i-1") -> Any:
    """What the page of a task says of announcing decisions."""
    return page_at(context, f"ke-hoach/an-binh-2024/{task}/").view.decisions


def test_a_task_of_announcing_leads_to_the_decisions_of_its_year_and_place(tmp_path: Path) -> None:
    found = decisions(context_of(tmp_path))
    assert [link.title for link in found.links] == ["Quyết định 20/QĐ-UBND"]
    assert "Suy ra" in found.why


def test_a_decision_of_another_year_fulfils_nothing(tmp_path: Path) -> None:
    name = "content/announcements/20-qd-ubnd.yaml"
    context = context_of(
        tmp_path, edited(name, "signed: 2024-01-20\neffective: 2024", "signed: 2025-01-20\neffective: 2025")
    )
    assert decisions(context).links == ()


def test_a_task_that_announces_nothing_says_nothing_of_decisions(tmp_path: Path) -> None:
    assert decisions(context_of(tmp_path), "i-2-1") is None


def test_evidence_may_be_an_announcing_decision(tmp_path: Path) -> None:
    progress = (
        "plan: an-binh-2024\nentries:\n"
        "  - {task: I.1, on: 2024-02-01, status: completed, evidence: [{title: Quyết định, document: 20/QĐ-UBND}]}\n"
    )
    context = context_of(tmp_path, {"content/progress/an-binh-2024.yaml": progress})
    view = page_at(context, "ke-hoach/an-binh-2024/i-1/").view
    assert view.progress[0].evidence == (("Quyết định", "../../../quyet-dinh/20-qd-ubnd/"),)


@pytest.mark.parametrize(("day", "verdict"), [("2024-01-22", "met"), ("2024-01-23", "late"), ("null", "unknown")])
def test_a_plan_is_public_within_five_working_days(day: str, verdict: str, tmp_path: Path) -> None:
    context = context_of(tmp_path, edited(PLAN, "signed: 2024-01-15", f"signed: 2024-01-15\npublished: {day}"))
    clocks = all_clocks(records_of(context))
    assert [clock.verdict for clock in clocks if clock.clock is Clock.PLAN] == [verdict]
