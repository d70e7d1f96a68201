"""What is peculiar to one format: automatic numbers of Word, numbers and dates of Excel, columns of a PDF."""

from __future__ import annotations

import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from congkhai.editing.importers.blocks import Grid, Paragraph
from congkhai.editing.importers.plan import import_plan
from congkhai.editing.importers.sources.columns import read_columned
from congkhai.editing.importers.sources.excel import read_excel, shown
from congkhai.editing.importers.sources.plain_text import decoded
from congkhai.editing.importers.sources.tabs import read_tabs
from congkhai.editing.importers.sources.word import read_word


def test_automatic_numbers_of_word_are_written_out(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("Xây dựng kế hoạch", "Tổ chức tập huấn"):
        document.add_paragraph(text, style="List Number")
    document.save(str(tmp_path / "x.docx"))
    assert [block.text for block in read_word(tmp_path / "x.docx") if isinstance(block, Paragraph)] == [
        "1. Xây dựng kế hoạch",
        "2. Tổ chức tập huấn",
    ]


def test_inserted_text_is_read_and_deleted_text_is_not(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trước ")
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>15/6</w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>30/6</w:delText></w:r></w:del>"))
    document.save(str(tmp_path / "x.docx"))
    assert read_word(tmp_path / "x.docx") == [Paragraph("Trước 15/6", 1)]


def test_a_sheet_is_read_from_where_its_cells_begin_with_its_row_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].cell(4, 2, "STT")
    book.save(tmp_path / "x.xlsx")
    grid = read_excel(tmp_path / "x.xlsx")[0]
    assert isinstance(grid, Grid)
    assert grid.lines == (4,)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1.1, "0.00", "1.10"),
        (2.0, "General", "2"),
        (0.95, "0%", "95%"),
        (datetime.datetime(2024, 6, 15), "dd/mm/yyyy", "15/06/2024"),
        (datetime.datetime(2024, 6, 1), "mm/yyyy", "06/2024"),
    ],
)
def test_a_value_is_shown_as_the_sheet_shows_it(value: object, form: str, text: str) -> None:
    assert shown(value, form) == text


def test_the_head_and_foot_of_a_word_file_may_stand_in_tables(tmp_path: Path) -> None:
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nHUYỆN LỤC NAM\nSố: 15/KH-UBND"
    head.cell(0, 1).text = "Lục Nam, ngày 05 tháng 01 năm 2024"
    for text in ("KẾ HOẠCH", "Kiểm soát thủ tục hành chính năm 2024"):
        document.add_paragraph(text)
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT."
    foot.cell(0, 1).text = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nĐặng Văn Nhàn"
    document.save(str(tmp_path / "x.docx"))
    made = yaml.load(import_plan(tmp_path / "x.docx").yaml, Loader=yaml.BaseLoader)
    assert (made["number"], made["signed"], made["issuer"]) == ("15/KH-UBND", "2024-01-05", "ubnd-luc-nam")
    assert made["signer"] == {"name": "Đặng Văn Nhàn", "post": "Phó Chủ tịch"}
    assert made["recipients"] == ["UBND tỉnh", "Lưu: VT"]


def test_a_heading_without_tabs_inside_a_tabbed_table_is_a_section() -> None:
    lines = ["STT\tNhiệm vụ\tChủ trì", "I. CHỈ ĐẠO", "1\tViệc một\tSở A", "II. KIỂM TRA", "1\tViệc hai\tSở B", "Hết."]
    grid, paragraph = read_tabs(lines)
    assert isinstance(grid, Grid)
    assert [row[0].text for row in grid.rows] == ["STT", "I. CHỈ ĐẠO", "1", "II. KIỂM TRA", "1"]
    assert paragraph == Paragraph("Hết.", 6)


def test_columns_drawn_with_blanks_are_read_as_a_table() -> None:
    blocks = read_columned(
        "TT   Nhiệm vụ              Cơ quan chủ trì    Thời gian\n"
        "1    Xây dựng kế hoạch     Sở Nội vụ          Quý I/2024\n"
        "     tuyên truyền\n"
        "2    Tổ chức tập huấn      Sở Tư pháp         Quý II/2024\n"
    )
    grid = blocks[0]
    assert isinstance(grid, Grid)
    assert [cell.text for cell in grid.rows[1]] == ["1", "Xây dựng kế hoạch tuyên truyền", "Sở Nội vụ", "Quý I/2024"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_decoded_whatever_its_encoding(encoding: str) -> None:
    assert decoded("Kế hoạch".encode(encoding)) == "Kế hoạch"
