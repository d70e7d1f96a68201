"""Faults as they slip into real files: each is found, at its line, and told so that a civil servant can mend it."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, check_source
from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Problem
from congkhai.foundation.report import word
from tests.checks.seeded_faults import CONTENT, FAULTS, HANDLING, PROGRESS, Fault
from tests.sources import ROOT

LABELS = load_labels("vi")
# A key or code between backticks, and the words it stands for: programmers' words have no other place in a message.
CODE = re.compile(r"`[^`]*`( \([^)]*\))?|“[^”]*”|https?://\S*|\b[a-z_]+: |\{[^}]*\}")
JARGON = ("scalar", "mapping", "sequence", "parser", "token", "None", "null", "Exception", "integer", "string")
Told = dict[str, list[Problem]]


def _seeded(source: str, folder: Path) -> Told:
    """All problems of a source with its faults in it, by file."""
    shutil.copytree(ROOT / source / "content", folder / "content")
    shutil.copy(ROOT / source / "site.yaml", folder)
    for fault in (fault for fault in FAULTS if fault.source == source):
        path = folder / fault.path
        text = path.read_text(encoding="utf-8")
        assert fault.old in text, fault
        path.write_text(text.replace(fault.old, fault.new, 1), encoding="utf-8")
    found: Told = {}
    for problem in check_source(Settings(folder, datetime.date(2026, 11, 22))).problems:
        found.setdefault(problem.place.path, []).append(problem)
    return found


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    sources = (CONTENT, PROGRESS, HANDLING)
    return {source: _seeded(source, tmp_path_factory.mktemp("faults")) for source in sources}


def _line(fault: Fault) -> int:
    """The line a fault shows at: the one its text differs in from what stood there."""
    text = (ROOT / fault.source / fault.path).read_text(encoding="utf-8")
    pairs = zip(fault.old, f"{fault.new}\0", strict=False)
    same = next((at for at, (old, new) in enumerate(pairs) if old != new), len(fault.old))
    return text.count("\n", 0, text.index(fault.old) + same) + 1 + fault.below


def _found(fault: Fault, told: dict[str, Told]) -> list[Problem]:
    problems = told[fault.source].get(fault.path, [])
    return [problem for problem in problems if (problem.code, problem.place.line) == (fault.code, _line(fault))]


def _name(fault: Fault) -> str:
    return f"{fault.code}-{Path(fault.path).stem}-{FAULTS.index(fault)}"


def test_more_than_fifty_faults_are_seeded() -> None:
    assert len(FAULTS) >= 50
    assert len({fault.code for fault in FAULTS}) >= 30


@pytest.mark.parametrize("fault", FAULTS, ids=_name)
def test_a_fault_is_found_at_its_line(fault: Fault, told: dict[str, Told]) -> None:
    beside = [(problem.code, problem.place.line) for problem in told[fault.source].get(fault.path, [])]
    assert _found(fault, told), f"line {_line(fault)}; told of this file: {beside}"


@pytest.mark.parametrize("fault", FAULTS, ids=_name)
def test_a_fault_is_told_with_what_to_do(fault: Fault, told: dict[str, Told]) -> None:
    message, hint = word(_found(fault, told)[0], LABELS)[:2]
    plain = CODE.sub("", f"{message} {hint}")
    assert hint
    assert not [jargon for jargon in JARGON if jargon in plain]
    assert "{" not in plain
