"""Tables of PDF files, read by the lines that are drawn between their cells."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from congkhai.editing.importers.blocks import Block, Grid, Paragraph
from congkhai.editing.importers.plan import import_plan
from congkhai.editing.importers.sources.drawing import Line, Page, Word, lines_of
from congkhai.editing.importers.sources.ruled import read_ruled

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><defs><path d="M 0 0 L 90 0"/></defs>{}</svg>'
# Six columns, a merged heading row, cells of several lines, and rows enough for two pages.
HTML = """<meta charset="utf-8"><style>table{{border-collapse:collapse}} td{{border:1px solid;padding:4px}}</style>
<p>KẾ HOẠCH</p><p>Kiểm soát thủ tục hành chính năm 2026</p><table>
<tr><td>TT</td><td>Nội dung công việc</td><td>Cơ quan chủ trì</td><td>Cơ quan phối hợp</td><td>Thời hạn</td></tr>
<tr><td>I</td><td colspan="4">Công tác chỉ đạo, điều hành</td></tr>{}</table>"""
ROW = (
    "<tr><td>{0}</td><td>Việc thứ {0} theo Nghị định số 61/2018/NĐ-CP và các văn bản khác</td>"
    "<td>Văn phòng HĐND-UBND</td><td>Phòng Nội vụ; các đơn vị có liên quan</td><td>Quý {1}/2026</td></tr>"
)


def word(text: str, left: float, top: float) -> Word:
    return Word(text, left, top, left + 5 * len(text), top + 10)


def ruled(xs: tuple[float, ...], ys: tuple[float, ...]) -> tuple[Line, ...]:
    uprights = (Line(True, x, ys[0], ys[-1]) for x in xs)
    return (*uprights, *(Line(False, y, xs[0], xs[-1]) for y in ys))


def texts(block: Block) -> list[list[str]]:
    assert isinstance(block, Grid)
    return [[cell.text for cell in row] for row in block.rows]


def test_words_fall_into_the_cells_between_the_lines() -> None:
    words = (word("Trên", 0, 0), word("một", 10, 60), word("hai", 110, 60), word("dòng", 110, 72), word("ba", 10, 90))
    blocks = read_ruled([Page(words, ruled((0, 100, 200), (50, 85, 110)))])
    assert blocks[0] == Paragraph("Trên")
    assert texts(blocks[1]) == [["một", "hai dòng"], ["ba", ""]]


def test_cells_with_no_line_between_them_are_one() -> None:
    lines = (*ruled((0, 200), (50, 85, 110)), Line(True, 100, 85, 110))
    (grid,) = read_ruled([Page((word("Chung", 80, 60), word("a", 10, 90), word("b", 110, 90)), lines)])
    assert texts(grid) == [["Chung", "Chung"], ["a", "b"]]
    assert isinstance(grid, Grid)
    assert grid.rows[0][1].across


def test_a_row_that_a_page_turn_cuts_is_one_row() -> None:
    lines = ruled((0, 100, 200), (50, 85))
    first = Page((word("1", 10, 60), word("Xây", 110, 60)), lines)
    second = Page((word("dựng", 110, 60),), lines)
    (grid,) = read_ruled([first, second])
    assert texts(grid) == [["1", "Xây dựng"]]


def test_a_row_of_its_own_on_the_next_page_stays_one() -> None:
    lines = ruled((0, 100, 200), (50, 85))
    pages = (Page((word(number, 10, 60), word("Việc", 110, 60)), lines) for number in "12")
    (grid,) = read_ruled(pages)
    assert texts(grid) == [["1", "Việc"], ["2", "Việc"]]


def test_strokes_and_thin_bars_are_lines_and_letters_are_not() -> None:
    stroke = '<path d="M 0 0 L 50 0" transform="matrix(1,0,0,1,10,20)" style="stroke:rgb(0%,0%,0%)"/>'
    bar = '<path d="M 5 5 L 5.5 5 L 5.5 80 L 5 80 Z" style="stroke:none;fill:black"/>'
    curve = '<path d="M 0 0 C 1 1 2 2 30 0" style="stroke:black"/>'
    first, second = lines_of(SVG.format(stroke + bar + curve).encode())
    assert first == Line(False, 20, 10, 60)
    assert (second.upright, second.start, second.end) == (True, 5, 80)


@pytest.mark.browser
def test_a_printed_plan_of_several_pages_is_read_cell_by_cell(browser: Browser, tmp_path: Path) -> None:
    if not (shutil.which("pdftotext") and shutil.which("pdftocairo")):
        pytest.skip("pdftotext and pdftocairo (poppler-utils) are not installed")
    rows = [ROW.format(number, "I" * (number % 3 + 1)) for number in range(1, 31)]
    page = browser.new_page()
    page.set_content(HTML.format("".join(rows)))
    path = tmp_path / "plan.pdf"
    page.pdf(path=str(path), format="A4")
    page.close()
    plan = yaml.load(import_plan(path).yaml, Loader=yaml.BaseLoader)
    tasks = plan["sections"][0]["items"]
    assert plan["sections"][0]["title"] == "Công tác chỉ đạo, điều hành"
    assert [task["number"] for task in tasks] == [str(number) for number in range(1, 31)]
    assert {task["lead"] for task in tasks} == {"Văn phòng HĐND-UBND"}
    assert {task["coordination"] for task in tasks} == {"Phòng Nội vụ; các đơn vị có liên quan"}
    assert tasks[6]["title"] == "Việc thứ 7 theo Nghị định số 61/2018/NĐ-CP và các văn bản khác"
