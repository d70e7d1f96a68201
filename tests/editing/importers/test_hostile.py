"""Files that are corrupt, hostile or of the wrong kind: a problem, never a traceback."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml

from congkhai.editing.importers.announcement import import_announcement
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.plan import import_plan
from congkhai.editing.importers.procedures import import_procedures

LABELS = Path(__file__).resolve().parents[3] / "congkhai" / "foundation" / "labels"


def codes(path: Path) -> set[str]:
    return {problem.code for problem in import_plan(path).report.problems}


def test_a_missing_and_an_empty_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.docx").touch()
    assert codes(tmp_path / "none.docx") == {"import-file-missing"}
    assert codes(tmp_path / "empty.docx") == {"import-file-empty"}


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_file_that_is_no_archive_is_corrupt(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"x{suffix}").write_bytes(b"%PDF-1.4 not a zip")
    assert codes(tmp_path / f"x{suffix}") == {"import-file-corrupt"}


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_an_archive_without_a_document_is_corrupt(tmp_path: Path, suffix: str) -> None:
    with zipfile.ZipFile(tmp_path / f"x{suffix}", "w") as archive:
        archive.writestr("hello.xml", "<a/>")
    assert codes(tmp_path / f"x{suffix}") == {"import-file-corrupt"}


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 81_000_000)
    assert codes(tmp_path / "x.docx") == {"import-file-too-large"}


def test_declared_entities_are_refused(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "x.docx"))
    with zipfile.ZipFile(tmp_path / "x.docx", "a") as archive:
        archive.writestr("word/extra.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert codes(tmp_path / "x.docx") == {"import-file-hostile"}


def test_a_merge_over_the_whole_sheet_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "small.xlsx")
    with zipfile.ZipFile(tmp_path / "small.xlsx") as small, zipfile.ZipFile(tmp_path / "x.xlsx", "w") as archive:
        for part in small.namelist():
            merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
            archive.writestr(part, small.read(part).replace(b"<pageMargins", merged))
    assert codes(tmp_path / "x.xlsx") == {"import-file-hostile"}


def test_a_cell_at_the_end_of_the_world_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].cell(1_000_000, 1, "x")
    book.save(tmp_path / "x.xlsx")
    assert codes(tmp_path / "x.xlsx") == {"import-file-sheet"}


def test_scripts_in_a_page_are_dropped_and_deep_nesting_is_read(tmp_path: Path) -> None:
    page = f"<script>alert('Nhiệm vụ')</script>{'<div>' * 3000}Kinh phí{'</div>' * 3000}"
    (tmp_path / "x.html").write_text(page, encoding="utf-8")
    draft = import_plan(tmp_path / "x.html")
    assert "alert" not in " ".join(draft.report.leftovers())
    assert draft.report.count("import-no-table") == 1


def test_an_unknown_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK")
    assert codes(tmp_path / "x.zip") == {"import-file-kind"}


def test_missing_tools_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "x.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")
    assert codes(tmp_path / "x.doc") == {"import-file-needs-libreoffice"}
    assert codes(tmp_path / "x.pdf") == {"import-file-needs-pdftotext"}


@pytest.mark.parametrize("line", ["[]", "{}", "not json", '{"tables": [{"header": 1, "rows": 2}]}', "[" * 100_000])
def test_lines_that_are_no_decisions_are_a_problem(tmp_path: Path, line: str) -> None:
    (tmp_path / "x.jsonl").write_text(line, encoding="utf-8")
    assert import_announcement(tmp_path / "x.jsonl").report.count("import-file-json") == 1


def test_lines_that_are_no_procedures_are_passed_over_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(
        'null\n{"code": "1.001193", "name": "Đăng ký khai sinh"}\n{"name": "A"}\n', "utf-8"
    )
    report = ImportReport("x.jsonl")
    assert [target for target, _ in import_procedures(tmp_path / "x.jsonl", report)] == ["chua-phan-loai/1.001193.yaml"]
    assert (report.count("import-line-json"), report.count("import-procedure-no-code")) == (1, 1)


def test_every_code_has_its_words_in_both_languages() -> None:
    package = LABELS.parents[1]
    files = (*(package / "editing" / "importers").rglob("*.py"), package / "commands" / "import_list.py")
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    for language in ("vi", "en"):
        worded = yaml.safe_load((LABELS / language / "importers.yaml").read_text(encoding="utf-8"))["problems"]
        assert {code for code in worded if f'"{code}"' not in source} == set()
        assert set(worded) >= {word for word in source.split('"') if word.startswith("import-") and word[-1] != "-"}
