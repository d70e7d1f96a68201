"""From plan to procedure as a picture: what is joined says why, and each gap says what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from congkhai.site.pages.page import Page
from tests.knowledge.test_between import context_of, page_at
from tests.site.test_target_pages import words
from tests.sources import Change, edited

DECISION = "content/announcements/20-qd-ubnd.yaml"
PROGRESS = (
    "plan: an-binh-2024\nentries:\n"
    "  - {task: I.1, on: 2024-02-01, status: completed, evidence: [{title: Quyết định, document: 20/QĐ-UBND}]}\n"
)
PAGES = ("ke-hoach/an-binh-2024/", "quyet-dinh/20-qd-ubnd/", "thu-tuc/9.000001/")


def chain_at(folder: Path, url: str, changes: dict[str, Change] | None = None) -> Any:
    """The picture on a page of the sound source with changes."""
    page: Page = page_at(context_of(folder, changes), url)
    return page.view.decided.chain if url.startswith("thu-tuc/") else page.view.chain


def told(chain: Any) -> list[tuple[str, ...]]:
    """The table behind a picture as words."""
    return [tuple(words(cell) for cell in row) for row in chain.rows]


def test_plan_decision_and_procedure_tell_the_same_chain(tmp_path: Path) -> None:
    for index, url in enumerate(PAGES):
        ((plan, task, decision, _, basis),) = told(chain_at(tmp_path / str(index), url))
        assert (plan, decision) == ("Kế hoạch 2024, Tỉnh An Bình", "Quyết định 20/QĐ-UBND")
        assert task.startswith("1. Công bố TTHC")
        assert basis.startswith("Suy ra")


def test_a_decision_named_as_evidence_is_joined_by_the_record(tmp_path: Path) -> None:
    changes: dict[str, Change] = {"content/progress/an-binh-2024.yaml": PROGRESS}
    for index, url in enumerate(PAGES):
        chain = chain_at(tmp_path / str(index), url, changes)
        assert [branch.decision.look for strand in chain.strands for branch in strand.branches] == ["stated"]
        assert told(chain)[0][-1] == "Hồ sơ nêu"


def test_a_plan_without_a_decision_says_what_is_missing(tmp_path: Path) -> None:
    changes = edited(DECISION, "signed: 2024-01-20\neffective: 2024", "signed: 2025-01-20\neffective: 2025")
    ((_, _, decision, procedures, basis),) = told(chain_at(tmp_path, PAGES[0], changes))
    assert "chưa có quyết định công bố nào" in decision
    assert procedures == basis == "Cổng chưa có dữ liệu"


def test_a_decision_without_its_day_has_no_plan_and_says_why(tmp_path: Path) -> None:
    chain = chain_at(tmp_path, PAGES[2], edited(DECISION, "signed: 2024-01-20\n", "signed: null\n"))
    (strand,) = chain.strands
    assert strand.tasks == ()
    assert strand.plan.look == "missing"
    assert "không nêu ngày ký" in strand.plan.title


def test_a_year_without_a_plan_and_a_plan_without_the_task_are_told_apart(tmp_path: Path) -> None:
    late = edited(DECISION, "signed: 2024-01-20\neffective: 2024", "signed: 2025-01-20\neffective: 2025")
    assert "chưa có kế hoạch năm 2025" in chain_at(tmp_path / "a", PAGES[1], late).strands[0].plan.title
    silent = edited("content/plans/an-binh-2024.yaml", "title: Công bố TTHC theo", "title: Rà soát TTHC theo")
    assert "không có nhiệm vụ công bố" in chain_at(tmp_path / "b", PAGES[1], silent).strands[0].plan.title
    assert chain_at(tmp_path / "c", PAGES[0], silent) is None


def test_a_procedure_of_which_no_decision_is_known_has_no_picture_of_gaps(tmp_path: Path) -> None:
    without: dict[str, Change] = {DECISION: Path.unlink}
    assert chain_at(tmp_path / "a", PAGES[2], without) is not None
    unnamed = edited("content/procedures/ho-tich/9.000001.yaml", "announcement: 20/QĐ-UBND\n", "")
    assert chain_at(tmp_path / "b", PAGES[2], without | unnamed) is None
