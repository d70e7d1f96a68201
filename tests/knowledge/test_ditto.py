"""Cells that say "as above" mean the cell above them in their section, and are shown as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site, check_source
from congkhai.knowledge.plans.ditto import is_ditto
from tests.sources import PLAN, SOUND, TODAY, lay

ROWS = """\
sections:
  - number: I
    title: Việc
    items:
      - {number: "1", title: Một, lead: Sở Tư pháp, coordination: "", time: Quý III/2024}
      - {number: "2", title: Hai, lead: nt, coordination: "", time: Như trên}
      - {number: "3", title: Ba, lead: "-nt-", coordination: Sở Tư pháp, time: '"'}
  - number: II
    title: Việc khác
    items:
      - {number: "1", title: Bốn, lead: Sở Tư pháp, coordination: "", time: nt}
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    text = (SOUND / PLAN).read_text(encoding="utf-8")
    head = text[: text.index("sections:")]
    return lay(tmp_path / "source", {PLAN: head + ROWS, "content/progress/an-binh-2024.yaml": Path.unlink})


def test_what_as_above_means_is_the_cell_above(source: Path) -> None:
    subject = check_source(Settings(source, TODAY)).subject
    times = {key[1]: str(time.deadline) for key, time in subject.derived.times.items()}
    assert times == {"I.1": "2024-09-30", "I.2": "2024-09-30", "I.3": "2024-09-30", "II.1": "None"}
    leads = {key[1]: found.lead_agencies for key, found in subject.assignments.actors.items()}
    assert leads == dict.fromkeys(("I.1", "I.2", "I.3", "II.1"), ("so-tu-phap-an-binh",))


def test_a_cell_without_one_above_in_its_section_is_told(source: Path) -> None:
    found = [problem for problem in check_source(Settings(source, TODAY)).problems if "schedule" in problem.code]
    assert [(problem.code, dict(problem.values)) for problem in found] == [("schedule-not-understood", {"text": "nt"})]


def test_the_cell_stands_on_the_page_as_signed(source: Path) -> None:
    page = build_site(Settings(source, TODAY)).files["ke-hoach/an-binh-2024/i-2/index.html"].decode()
    assert "Như trên" in page
    assert "trong quý III/2024" in page


@pytest.mark.parametrize("cell", ["nt", "NT", "- nt -", "(nt)", "Như trên", "như trên.", '"', "″"])
def test_as_above_is_recognised(cell: str) -> None:
    assert is_ditto(cell)


@pytest.mark.parametrize("cell", ["", "-", "Như trên biểu", "Phòng NT", "Thường xuyên"])
def test_other_cells_are_not(cell: str) -> None:
    assert not is_ditto(cell)
