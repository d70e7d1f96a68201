"""Every problem code has a mistake that makes it, and every mistake makes the problem of its name and no other.

A mistake is a folder tests/mistakes/<code>: files laid over the sound source (tests/golden/source), and expected.txt
with the whole report. After a change of wording or a new mistake: python -m tests.bless mistakes
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from congkhai.foundation.labels import load_labels
from congkhai.foundation.problem import Severity
from tests.mistakes.made import MADE
from tests.sources import ROOT, Change, built, lay, told

FOLDER = Path(__file__).parent / "mistakes"
DOCS = ROOT / "docs" / "problems.md"
LABELS = load_labels("vi")
WEIGHTS = {Severity.ERROR: "lỗi", Severity.WARNING: "lưu ý"}
HEAD = """# Các lỗi và lưu ý

Lệnh `python build.py check` in mọi lỗi của mọi tệp trong một lần chạy, mỗi lỗi kèm mã, tệp, dòng, cột và việc cần làm.
Lỗi chặn việc dựng trang; lưu ý thì không (trừ khi có `--strict`). Ví dụ của từng mã nằm trong `tests/mistakes/<mã>/`.
Tệp này do `python -m tests.bless docs` ghi từ `congkhai/foundation/labels/vi/`.

| Mã | Mức | Điều gì sai | Cần làm gì |
|---|---|---|---|"""
MISTAKES = sorted(
    {path.name for path in FOLDER.iterdir() if path.is_dir() and path.name != "__pycache__"} | MADE.keys()
)

# Where a code is raised: problem("…", problems.add("…", Problem("….
RAISING = re.compile(r'(?:\bproblem|problems\.add|\bProblem)\(\s*"([a-z0-9-]+-[a-z0-9-]+)"')

# Codes that no source makes, by their beginning: where else they come from, or why they can't come.
ELSEWHERE = {
    "citation-": "judged where one citation is read: tests/vietnamese/test_citation.py",
    "quantity-malformed-code": "a procedure tells it as procedure-code; tests/quantity",
    "schedule-no-year": "a plan always has its year; raised where a time stands alone: tests/schedule",
    "workdays-": "raised by the calendar of working days: tests/vietnamese/test_workdays.py",
    "search-": "judged where phrases are read: tests/site/search/test_knowledge.py",
    "import-": "raised by the command import: tests/importers",
    "too-many-files": "a site of more than 20,000 files would have to be built: tests/checks/test_hosts.py",
    "too-large-file": "a file of more than 25 MB would have to be published: tests/checks/test_hosts.py",
}


def changes_of(code: str) -> dict[str, Change]:
    """What the mistake of a code lays over the sound source."""
    files = (path for path in sorted((FOLDER / code).rglob("*")) if path.is_file() and path.name != "expected.txt")
    laid: dict[str, Change] = {path.relative_to(FOLDER / code).as_posix(): path.read_bytes() for path in files}
    return {**laid, **MADE.get(code, {})}


def report_of(code: str, folder: Path) -> str:
    """The whole report of a mistake."""
    build = built(lay(folder / code, changes_of(code)))
    return "".join(told(problem, LABELS) for problem in build.problems)


def codes_in(report: str) -> Iterator[str]:
    """The codes of a report."""
    return (line.split(" ")[0] for line in report.splitlines() if line and not line.startswith(" "))


def bless() -> None:
    """Write the report of every mistake."""
    import tempfile

    for code in MISTAKES:
        with tempfile.TemporaryDirectory() as folder:
            report = report_of(code, Path(folder))
        (FOLDER / code).mkdir(exist_ok=True)
        (FOLDER / code / "expected.txt").write_text(report, encoding="utf-8")
        if set(codes_in(report)) != {code}:
            print(f"{code} makes {sorted(set(codes_in(report)))}")


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_makes_exactly_its_report(code: str, tmp_path: Path) -> None:
    report = report_of(code, tmp_path)
    assert set(codes_in(report)) == {code}
    assert report == (FOLDER / code / "expected.txt").read_text(encoding="utf-8")


def test_every_code_has_a_mistake_or_a_reason_why_it_has_none() -> None:
    unmade = LABELS.problems.keys() - set(MISTAKES)
    assert sorted(code for code in unmade if not code.startswith(tuple(ELSEWHERE))) == []


def test_every_mistake_and_every_reason_belongs_to_a_code() -> None:
    assert sorted(set(MISTAKES) - LABELS.problems.keys()) == []
    assert [start for start in ELSEWHERE if not any(code.startswith(start) for code in LABELS.problems)] == []


def test_the_codes_raised_in_the_package_are_those_of_the_catalogue() -> None:
    raised = set()
    for file in (ROOT / "congkhai").rglob("*.py"):
        raised |= set(RAISING.findall(file.read_text(encoding="utf-8")))
    assert sorted(raised - LABELS.problems.keys()) == []


def test_the_docs_tell_of_every_code_what_the_program_says_and_of_no_other() -> None:
    assert DOCS.read_text(encoding="utf-8") == docs()


def docs() -> str:
    """docs/problems.md as the catalogue has it."""
    rows = [
        f"| `{code}` | {WEIGHTS[wording.severity]} | {_cell(wording.message)} | {_cell(wording.hint)} |"
        for code, wording in LABELS.problems.items()
    ]
    return "\n".join([HEAD, *rows, ""])


def _cell(text: str) -> str:
    """A sentence as it stands in a table of Markdown, with … for what it is filled with."""
    filled = re.sub(r"\{\w+\}", "…", text.replace("{{", "{").replace("}}", "}"))
    return filled.replace("|", "\\|").replace("<", "&lt;")
