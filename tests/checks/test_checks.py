"""The table of checks: what is over one record, what is over the library, and that both together are all."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from congkhai.build.loader import load_config, load_library
from congkhai.checks import CHECKS, Subject, check_record, check_tasks, check_whole, subject_of
from congkhai.checks.references import KINDS
from congkhai.foundation.problem import Problems
from congkhai.knowledge.library import Library
from tests.sources import AGENCIES, PLAN, TODAY, edited, lay

ALL_KINDS = set(Library.__struct_fields__) - {"cards", "versions"}
GROUP = "  - {id: hai-to, name: Hai tổ, members: [hai-to]}\n"


@pytest.fixture
def faulty(tmp_path: Path) -> Subject:
    """The sound source with a cell that nobody understands and a group that is a member of itself."""
    agencies = edited(AGENCIES, "groups:\n", "groups:\n" + GROUP)
    plan = edited(PLAN, "lead: Sở Tư pháp\n", "lead: Văn phòng ở đâu đó\n")
    source = lay(tmp_path / "source", agencies | plan)
    library = load_library(source, Problems())
    return subject_of(library, load_config(source, Problems()), TODAY)


def test_every_check_is_over_kinds_that_the_library_has() -> None:
    assert {kind for check in CHECKS for kind in check.over} <= ALL_KINDS


def test_references_are_checked_in_records_of_every_kind() -> None:
    assert set(KINDS) == ALL_KINDS - {"territories"}  # whose agencies stand among the actors


def test_a_check_of_a_record_tells_what_is_wrong_with_it_and_of_no_other(faulty: Subject) -> None:
    wrong = {
        (kind, key): [problem.code for problem in found]
        for kind in KINDS
        for key, record in getattr(faulty.library, kind).items()
        if (found := check_record(faulty, kind, record))
    }
    assert wrong == {("plans", "an-binh-2024"): ["unresolved-agency"]}


def test_the_whole_and_every_record_together_are_all_checks(faulty: Subject) -> None:
    apart = Counter(check_whole(faulty))
    for kind in KINDS:
        for record in getattr(faulty.library, kind).values():
            apart.update(check_record(faulty, kind, record))
    assert apart == Counter(problem for task in check_tasks(faulty) for problem in task.run())
    assert {problem.code for problem in apart} == {"unresolved-agency", "circular-group"}


def problems_of(source: Path) -> list[tuple[str, str, int, tuple[str, ...]]]:
    library = load_library(source, Problems())
    subject = subject_of(library, load_config(source, Problems()), TODAY)
    found = [problem for task in check_tasks(subject) for problem in task.run()]
    return [(one.code, dict(one.values)["id"], one.place.line, one.suggestions) for one in found]


def test_the_territory_of_a_document_must_exist(tmp_path: Path) -> None:
    documents = "documents:\n  - {id: a, number: 1/2024/QĐ-UBND, type: quyet-dinh, territory: an-bin}\n"
    source = lay(tmp_path / "source", {"content/documents/moi.yaml": documents})
    assert problems_of(source) == [("unknown-reference", "an-bin", 2, ("an-binh",))]


def test_a_document_that_a_number_can_not_mean_here_is_suggested_by_its_id(tmp_path: Path) -> None:
    document = "{id: a, number: 1/2024/QĐ-UBND, type: quyet-dinh, issued: 2026-01-01}"
    basis = edited(PLAN, "legal_basis: [61/2018/NĐ-CP]", "legal_basis: [1/2024/QĐ-UBND]")
    source = lay(tmp_path / "source", {"content/documents/moi.yaml": f"documents:\n  - {document}\n"} | basis)
    assert problems_of(source) == [("unknown-reference", "1/2024/QĐ-UBND", 10, ("a",))]
