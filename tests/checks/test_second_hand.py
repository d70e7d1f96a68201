"""One fault in a file is told once, and nothing that follows from it; faults of their own are still told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, check_source
from congkhai.foundation.problem import Problem
from tests.sources import AGENCIES, DOCUMENTS, PLAN, SOUND, TODAY, Change, edited, lay


def codes(folder: Path, changes: Mapping[str, Change]) -> list[str]:
    return [problem.code for problem in found(folder, changes)]


def found(folder: Path, changes: Mapping[str, Change]) -> tuple[Problem, ...]:
    return check_source(Settings(lay(folder / "source", changes), TODAY)).problems


def broken(name: str) -> dict[str, Change]:
    """A file of the sound source that a Tab in its second line makes unreadable."""
    first, rest = (SOUND / name).read_text(encoding="utf-8").split("\n", 1)
    return {name: f"{first}\n\tx: y\n{rest}"}


@pytest.mark.parametrize("name", [AGENCIES, DOCUMENTS, PLAN, "content/sectors.yaml"])
def test_a_file_that_is_no_yaml_is_told_once_and_nothing_that_needs_it(name: str, tmp_path: Path) -> None:
    assert codes(tmp_path, broken(name)) == ["yaml-tab"]


def test_a_file_in_another_encoding_is_told_once(tmp_path: Path) -> None:
    text = (SOUND / AGENCIES).read_text(encoding="utf-8")
    assert codes(tmp_path, {AGENCIES: text.encode("utf-16")}) == ["yaml-not-utf8"]


def test_a_file_that_cannot_be_opened_is_told_once(tmp_path: Path) -> None:
    def lead_nowhere(path: Path) -> None:
        path.unlink()
        path.symlink_to("nowhere.yaml")

    assert codes(tmp_path, {AGENCIES: lead_nowhere}) == ["unreadable-file"]


def test_an_agency_whose_id_is_misspelt_is_not_missed_elsewhere(tmp_path: Path) -> None:
    wrong = edited(AGENCIES, "id: so-tu-phap-an-binh", "idd: so-tu-phap-an-binh")
    assert codes(tmp_path, wrong) == ["unknown-key"]


def test_a_name_that_stands_nowhere_is_missed_though_another_file_is_broken(tmp_path: Path) -> None:
    plan = edited(PLAN, "issuer: ubnd-an-binh", "issuer: ubnd-khong-co")
    assert codes(tmp_path, broken(AGENCIES) | plan) == ["yaml-tab", "unknown-reference"]


def test_a_fault_of_a_file_hides_no_fault_of_another_kind(tmp_path: Path) -> None:
    plan = edited(PLAN, "lead: Sở Tư pháp\n", "lead: Tổ chức ở đâu đó\n")
    assert "unresolved-agency" in codes(tmp_path, broken(DOCUMENTS) | plan)
