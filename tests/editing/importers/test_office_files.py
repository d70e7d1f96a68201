"""What Word and Excel hold besides plain text: symbols, hidden parts, formulas without a value, names of sheets."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from congkhai.editing.importers.import_report import Draft
from congkhai.editing.importers.plan import import_plan

HEADINGS = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Sản phẩm"]
ROW = ["1", "Nâng tỷ lệ", "Sở Mẫu", "Quý II/2026", ""]


def word(tmp_path: Path, *, font: str = "", char: str = "", hidden: str = "") -> Draft:
    """A plan in Word with one task; a symbol and hidden text stand in its last cell."""
    document = docx.Document()
    grid = document.add_table(rows=2, cols=len(HEADINGS))
    for row, texts in zip(grid.rows, (HEADINGS, ROW), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    paragraph = grid.rows[1].cells[4].paragraphs[0]
    if char:
        sign = OxmlElement("w:sym")
        sign.set(qn("w:font"), font)
        sign.set(qn("w:char"), char)
        paragraph.add_run()._r.append(sign)
    paragraph.add_run(" 95%")
    if hidden:
        paragraph.add_run(hidden).font.hidden = True
    document.save(str(tmp_path / "plan.docx"))
    return import_plan(tmp_path / "plan.docx")


def excel(tmp_path: Path, *rows: list[object]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEADINGS[:4], *rows):
        book.active.append(row)
    return book


def saved(book: openpyxl.Workbook, tmp_path: Path) -> Draft:
    book.save(tmp_path / "plan.xlsx")
    return import_plan(tmp_path / "plan.xlsx")


def test_symbols_of_word_fonts_come_in(tmp_path: Path) -> None:
    assert "≥ 95%" in word(tmp_path, font="Symbol", char="F0B3").yaml
    assert "→ 95%" in word(tmp_path, font="Wingdings", char="F0E0").yaml


def test_a_symbol_of_an_unknown_font_is_told(tmp_path: Path) -> None:
    made = word(tmp_path, font="Webdings", char="F0FF")
    assert made.report.count("import-symbol") == 1


def test_hidden_text_of_word_is_told_and_stays_out(tmp_path: Path) -> None:
    made = word(tmp_path, hidden="bí mật")
    assert "bí mật" not in made.yaml
    assert [dict(problem.values)["text"] for problem in made.report.problems if problem.code == "import-hidden"] == [
        "bí mật"
    ]


def test_formulas_without_a_stored_value_are_followed_or_shown_and_told(tmp_path: Path) -> None:
    book = excel(tmp_path, [1, "Quét vôi", "Phòng Kinh tế", "Quý I"], ["=A2+1", "Thay tôn", "=C2", "=VLOOKUP(1,X,2)"])
    made = saved(book, tmp_path)
    assert (made.report.rows, made.report.groups, made.report.count("import-formula")) == (2, 0, 3)
    assert 'number: "2"' in made.yaml
    assert "=VLOOKUP(1,X,2)" in made.yaml


def test_hidden_rows_columns_and_sheets_are_told_and_stay_out(tmp_path: Path) -> None:
    book = excel(tmp_path, ["1", "Quét vôi", "Phòng Kinh tế", "Quý I"], ["2", "Việc ẩn", "Phòng A", "Quý II"])
    assert book.active is not None
    book.active.row_dimensions[3].hidden = True
    book.create_sheet("Nháp").append(["Việc nháp"])
    book["Nháp"].sheet_state = "hidden"
    made = saved(book, tmp_path)
    assert (made.report.rows, made.report.count("import-hidden")) == (1, 2)


def test_sheets_with_tables_are_sections_under_their_names(tmp_path: Path) -> None:
    book = excel(tmp_path, ["1", "Quét vôi", "Phòng Kinh tế", "Quý I"])
    other = book.create_sheet("Khối văn hóa")
    other.append(HEADINGS[:4])
    other.append(["1", "Tập văn nghệ", "Phòng Văn hóa", "Quý II"])
    assert "title: Khối văn hóa" in saved(book, tmp_path).yaml
