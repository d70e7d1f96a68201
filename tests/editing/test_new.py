"""New records: what is laid out is read without a fault once it is filled in, and nothing is written over."""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest

from congkhai.editing.scaffold import KINDS, new_record, with_new_task
from congkhai.foundation.problem import Problems
from congkhai.records.prose import read_prose
from congkhai.source.yaml_source import parse_yaml
from tests.site.test_schema import LABELS
from tests.sources import ROOT, run

IDS = {"procedure": "ho-tich/1.001193"}
CASES = [(kind, IDS.get(kind, "xa-mau-2026")) for kind in KINDS]
# A key set in comments, at any depth: "    # lead: …".
COMMENTED_KEY = re.compile(r"^( *)# ( *(?:- )?[a-z_]+:|  +…)", re.MULTILINE)


def codes_of(kind: str, text: str) -> set[str]:
    """What our own reader finds wrong with a text."""
    problems = Problems()
    if kind in {"page", "page_in_english"}:
        read_prose(text.encode(), "content/pages/x.md", problems)
    elif node := parse_yaml(text.encode(), "x.yaml", problems):
        KINDS[kind].read(node, problems)
    return {problem.code for problem in problems}


@pytest.mark.parametrize(("kind", "record_id"), CASES)
def test_a_new_record_lacks_only_what_must_be_filled_in(kind: str, record_id: str) -> None:
    made = new_record(kind, record_id, LABELS)
    assert made
    assert codes_of(kind, made.text) <= {"missing-key"}


@pytest.mark.parametrize(("kind", "record_id"), CASES)
def test_every_key_set_in_comments_may_be_put_to_use(kind: str, record_id: str) -> None:
    made = new_record(kind, record_id, LABELS)
    assert made
    used = COMMENTED_KEY.sub(r"\1\2", made.text)
    assert used != made.text
    assert codes_of(kind, used) <= {"missing-key", "bad-id"}


def test_every_key_is_told_in_vietnamese() -> None:
    made = new_record("plan", "xa-mau-2026", LABELS)
    assert made
    assert "territory:  # địa bàn (bắt buộc)" in made.text
    assert "        # lead: Văn phòng HĐND và UBND xã  # cơ quan chủ trì" in made.text


def test_new_writes_where_the_record_belongs_and_never_twice(tmp_path: Path) -> None:
    first = run("new", "procedure", "ho-tich/1.001193", "--source", tmp_path)
    path = tmp_path / "content/procedures/ho-tich/1.001193.yaml"
    assert first.exit_code == 0
    assert path.read_text(encoding="utf-8").splitlines()[1] == 'code: "1.001193"'
    path.write_text("mine", encoding="utf-8")
    again = run("new", "procedure", "ho-tich/1.001193", "--source", tmp_path)
    assert (again.exit_code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "không ghi đè" in again.output


@pytest.mark.parametrize(
    ("kind", "bad"),
    [("plan", "../x"), ("plan", "Xã Mẫu"), ("plan", "a" * 81), ("procedure", "1.1"), ("procedure", "a/b")],
)
def test_an_id_that_cannot_be_one_writes_nothing(kind: str, bad: str, tmp_path: Path) -> None:
    assert run("new", kind, bad, "--source", tmp_path).exit_code == 2
    assert not [*tmp_path.iterdir()]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "content/plans/truc-ninh-2022.yaml"
    path.parent.mkdir(parents=True)
    shutil.copy(ROOT / "content/plans/truc-ninh-2022.yaml", path)
    return path


def added(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.split("\n"), after.split("\n"))
    assert not [line for line in lines if line.startswith("- ")]
    return [line[2:] for line in difflib.ndiff(before.split("\n"), after.split("\n")) if line.startswith("+ ")]


def test_a_new_task_goes_to_the_end_of_its_section_and_counts_on(plan: Path) -> None:
    before = plan.read_text(encoding="utf-8")
    assert run("new", "task", "truc-ninh-2022/I", "--source", plan.parents[2]).exit_code == 0
    assert added(before, plan.read_text(encoding="utf-8")) == [
        '      - number: "3"',
        "        title:  # nội dung nhiệm vụ (bắt buộc)",
        '        lead: ""  # cơ quan chủ trì',
        '        coordination: ""  # cơ quan phối hợp',
        '        time: ""  # thời gian thực hiện',
        '        deliverable: ""  # sản phẩm',
    ]


def test_a_plan_with_a_new_task_lacks_only_what_must_be_filled_in(plan: Path) -> None:
    for position in ("I", "II", "III"):
        text = with_new_task(plan.read_text(encoding="utf-8"), position, LABELS)
        assert text
        assert codes_of("plan", text) == {"missing-key"}


def test_a_new_task_needs_a_plan_and_a_heading(plan: Path) -> None:
    before = plan.read_bytes()
    assert run("new", "task", "truc-ninh-2022/XX", "--source", plan.parents[2]).exit_code == 2
    assert run("new", "task", "khong-co/I", "--source", plan.parents[2]).exit_code == 2
    assert plan.read_bytes() == before


def test_a_plan_that_is_no_text_gets_no_new_task_and_stays(plan: Path) -> None:
    plan.write_bytes(plan.read_bytes() + b"\xff")
    before = plan.read_bytes()
    answer = run("new", "task", "truc-ninh-2022/I", "--source", plan.parents[2])
    assert (answer.exit_code, plan.read_bytes()) == (2, before)
    assert "UTF-8" in answer.stderr


@pytest.mark.parametrize("record_id", ["con", "nul", "../x", "a b", "a" * 81])
def test_what_can_name_no_folder_on_some_system_becomes_no_record(record_id: str) -> None:
    assert new_record("plan", record_id, LABELS) is None
