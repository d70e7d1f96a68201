"""Files that are corrupt, hostile or of the wrong kind: a problem, never a traceback."""

from __future__ import annotations

import random
import signal
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml

from congkhai.editing.importers.announcement import import_announcement
from congkhai.editing.importers.frame import frame
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.plan import import_plan
from congkhai.editing.importers.procedures import import_procedures
from congkhai.editing.importers.sources.unreadable import UnreadableError

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


MERGES = ("ref='A1:XFD1048576'", 'ref="A1&#58;XFD1048576"', '\n ref\n=\n"$A$1:$XFD$1048576"')


@pytest.mark.parametrize("written", MERGES, ids=["quotes", "entity", "lines"])
def test_a_merge_over_the_whole_sheet_is_refused_however_it_is_written(tmp_path: Path, written: str) -> None:
    merged = f"</sheetData><mergeCells><mergeCell {written}/></mergeCells>".encode()
    assert codes(_workbook(tmp_path, (b"</sheetData>", merged))) == {"import-file-hostile"}


def test_a_sheet_of_more_blank_cells_than_anyone_writes_is_refused(tmp_path: Path) -> None:
    far = b'<row r="19999"><c r="GR19999"><v>1</v></c></row></sheetData>'
    assert codes(_workbook(tmp_path, (b"</sheetData>", far))) == {"import-file-sheet"}


def test_more_elements_than_any_document_has_are_refused_before_they_are_read(tmp_path: Path) -> None:
    assert codes(_document(tmp_path, (b"<w:body>", b"<w:body>" + b"<w:p/>" * 1_000_001))) == {"import-file-hostile"}


def test_an_ordinary_bad_download_is_corrupt_wherever_it_is_damaged(tmp_path: Path) -> None:
    sound = _document(tmp_path).read_bytes()
    for seed in range(60):
        chance, data = random.Random(seed), bytearray(sound)
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / "x.docx").write_bytes(data)
        assert codes(tmp_path / "x.docx")


@pytest.mark.parametrize("kind", ["upperRoman", "lowerRoman", "decimal", "upperLetter", "decimalZero"])
@pytest.mark.parametrize("start", ["2000000000", "-5", "9" * 5000, "²"])
def test_a_list_may_begin_at_any_number(tmp_path: Path, kind: str, start: str) -> None:
    changes = [(b'<w:numFmt w:val="decimal"/>', f'<w:numFmt w:val="{kind}"/>'.encode())]
    changes += [(b'<w:start w:val="1"/>', f'<w:start w:val="{start}"/>'.encode())]
    assert "import-file-corrupt" not in codes(_document(tmp_path, *changes, part="word/numbering.xml"))


@pytest.mark.parametrize("span", ["²", "①", "٣", "-1", "1e9", "1000000000", "9" * 5000, ""])
def test_a_cell_may_claim_any_width(tmp_path: Path, span: str) -> None:
    table = f"<table><tr><td colspan='{span}' rowspan='{span}'>STT</td></tr></table><ol start='{span}'><li>x</ol>"
    (tmp_path / "x.html").write_text(table, encoding="utf-8")
    assert "import-file-corrupt" not in codes(tmp_path / "x.html")
    width = (b"<w:tcPr>", f'<w:tcPr><w:gridSpan w:val="{span}"/>'.encode())
    assert "import-file-corrupt" not in codes(_document(tmp_path, width))


def test_the_half_of_a_character_in_json_becomes_a_sign_that_a_file_can_hold(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"code": "1.001193", "name": "a\\ud800b \\ud83d\\ude00"}\n', encoding="utf-8")
    ((_, text),) = import_procedures(tmp_path / "x.jsonl", ImportReport("x.jsonl"))
    assert "a?b 😀" in text


def test_work_without_end_and_without_bounds_ends_with_a_problem() -> None:
    for work, code in ((_endless, "import-file-too-slow"), (_bottomless, "import-file-hostile")):
        with pytest.raises(UnreadableError) as raised, frame(0.2):
            work()
        assert raised.value.code == code


def test_work_without_end_ends_also_where_interrupts_are_ignored() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pytest.raises(UnreadableError), frame(0.2):
            _endless()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def _endless() -> None:
    while True:
        pass


def _bottomless() -> None:
    _bottomless()


def _document(folder: Path, *changes: tuple[bytes, bytes], part: str = "word/document.xml") -> Path:
    """A Word file with a numbered list and a table, one part of it changed."""
    document = docx.Document()
    document.add_paragraph("Một", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "STT"
    document.save(str(folder / "sound.docx"))
    return _changed(folder / "sound.docx", folder / "x.docx", part, changes)


def _workbook(folder: Path, *changes: tuple[bytes, bytes]) -> Path:
    openpyxl.Workbook().save(folder / "sound.xlsx")
    return _changed(folder / "sound.xlsx", folder / "x.xlsx", "xl/worksheets/sheet1.xml", changes)


def _changed(sound: Path, target: Path, part: str, changes: Iterable[tuple[bytes, bytes]]) -> Path:
    with zipfile.ZipFile(sound) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            for old, new in changes if name == part else ():
                assert old in data, old
                data = data.replace(old, new)
            after.writestr(name, data)
    return target


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
