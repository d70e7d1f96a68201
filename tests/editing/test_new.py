"""New records: what is laid out is read without a fault once it is filled in, and nothing is written over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from congkhai.loader import TAKERS
from congkhai.problem import Problems
from congkhai.records.prose import read_prose
from congkhai.scaffold import KINDS, new_record
from congkhai.yaml_source import parse_yaml
from tests.editing.test_schema import LABELS
from tests.sources import run

IDS = {"procedure": "ho-tich/1.001193"}
CASES = [(kind, IDS.get(kind, "xa-mau-2026")) for kind in KINDS]
# A key set in comments, at any depth: "    # lead: …".
COMMENTED_KEY = re.compile(r"^( *)# ( *(?:- )?[a-z_]+:|  +…)", re.MULTILINE)


def codes_of(kind: str, text: str) -> set[str]:
    """What our own reader finds wrong with a text."""
    problems = Problems()
    if kind == "page":
        read_prose(text.encode(), "content/pages/x.md", problems)
    elif node := parse_yaml(text.encode(), "x.yaml", problems):
        folder = KINDS[kind].pattern.split("/")[1]
        TAKERS[folder].read(node, problems)
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
