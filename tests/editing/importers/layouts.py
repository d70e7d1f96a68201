"""Plans written out as files of many kinds and layouts, for the importer to read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import docx
import openpyxl

FIELDS = ("lead", "coordination", "time", "deliverable", "remark")


@dataclass(frozen=True)
class Line:
    """One row of an annex: level 0 is a section; a row without cells is a heading."""

    number: str
    title: str
    cells: dict[str, str] = field(default_factory=dict)
    level: int = 0


@dataclass(frozen=True)
class Layout:
    """How an annex is laid out: the order of its columns and what is done to it."""

    order: tuple[str, ...] = ("number", "title", "lead", "coordination", "time", "deliverable", "remark")
    headings: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)  # column → heading above it, for two-row headings
    merged_headings: bool = True  # heading rows reach across the table
    capitals: bool = False
    repeat_heading: int = 0  # repeat the heading after so many rows
    count_row: bool = False


HEADINGS = {
    "number": "STT",
    "title": "Nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "coordination": "Cơ quan phối hợp",
    "time": "Thời gian hoàn thành",
    "deliverable": "Sản phẩm",
    "remark": "Ghi chú",
}


def lines_of(plan: dict[str, Any]) -> list[Line]:
    """The rows of a plan as an annex shows them."""

    def below(node: dict[str, Any], level: int) -> Iterator[Line]:
        cells = {key: node[key].strip() for key in FIELDS if key in node}
        title = "\n".join(filter(None, (node["title"].strip(), node.get("text", "").strip())))
        yield Line(node["number"] if node["number"] != "null" else "", title, cells, level)
        for item in node.get("items", []):
            yield from below(item, level + 1)

    return [line for section in plan["sections"] for line in below(section, 0)]


def table_of(lines: Sequence[Line], layout: Layout) -> tuple[list[str], list[list[str | None]]]:
    """The columns, and the rows as texts; None stands for a place that a merged cell covers."""
    present = {key for line in lines for key in line.cells}
    columns = [key for key in layout.order if key in {"number", "title"} | present]
    rows: list[list[str | None]] = []
    for line in lines:
        title = line.title.upper() if layout.capitals and line.level == 0 else line.title
        row: list[str | None] = [
            line.number if key == "number" else title if key == "title" else line.cells.get(key, "") for key in columns
        ]
        if not line.cells and layout.merged_headings:
            at = columns.index("title")
            row = [text if index <= at else None for index, text in enumerate(row)]
        rows.append(row)
    if layout.count_row:
        rows.insert(0, [f"({index})" for index in range(1, len(columns) + 1)])
    if layout.repeat_heading:
        names = [heading(key, layout) for key in columns]
        for at in range(layout.repeat_heading, len(rows), layout.repeat_heading + 1):
            rows.insert(at, list(names))
    return columns, rows


def heading(key: str, layout: Layout) -> str:
    return layout.headings.get(key, HEADINGS[key])


def heading_rows(columns: Sequence[str], layout: Layout) -> list[list[str | None]]:
    """One or two rows of headings; in the upper one None continues the parent, in the lower one the cell above."""
    if not layout.parents:
        return [[heading(key, layout) for key in columns]]
    upper: list[str | None] = []
    for index, key in enumerate(columns):
        parent = layout.parents.get(key)
        same = parent and index and layout.parents.get(columns[index - 1]) == parent
        upper.append(None if same else parent or heading(key, layout))
    return [upper, [heading(key, layout) if key in layout.parents else None for key in columns]]


def head_of(plan: dict[str, Any]) -> list[str]:
    """A head such as documents have, from the facts of the plan."""
    number = "Số:      /KH-UBND" if plan["number"] == "null" else f"Số: {plan['number']}"
    return [number, plan["title"].replace("Kế hoạch ", "KẾ HOẠCH\n", 1)]


def write_text(path: Path, plan: dict[str, Any], layout: Layout, join: Callable[[list[list[str | None]]], str]) -> None:
    columns, rows = table_of(lines_of(plan), layout)
    head = "\n".join(head_of(plan))
    path.write_text(f"{head}\n{join([*heading_rows(columns, layout), *rows])}\n", encoding="utf-8")


def barred(rows: list[list[str | None]]) -> str:
    return "".join(f"{cell}\n|\n" if cell else "|\n" for row in rows for cell in row if cell is not None)


def tabbed(rows: list[list[str | None]]) -> str:
    return "\n".join("\t".join((cell or "").replace("\n", " ") for cell in row) for row in rows)


def paragraphed(rows: list[list[str | None]]) -> str:
    return "\n" + "\n\n".join(cell for row in rows for cell in row if cell)


def lined(rows: list[list[str | None]]) -> str:
    return "\n".join((cell or "").replace("\n", " ") for row in rows for cell in row if cell is not None)


def spaced(rows: list[list[str | None]]) -> str:
    return "\n" + "\n\n".join(cell or "" for row in rows for cell in row if cell is not None)


def piped(rows: list[list[str | None]]) -> str:
    written = [
        f"| {' | '.join((cell or '').replace('|', chr(92) + '|').replace(chr(10), '<br>') for cell in row)} |"
        for row in rows
    ]
    return "\n".join(["", written[0], "|" + " --- |" * len(rows[0]), *written[1:]])


def write_web(path: Path, plan: dict[str, Any], layout: Layout) -> None:
    columns, rows = table_of(lines_of(plan), layout)
    top = heading_rows(columns, layout)
    head = "".join(f"<p>{escape(line)}</p>" for part in head_of(plan) for line in part.split("\n"))
    lower = [key for key in columns if key in layout.parents] if len(top) > 1 else []
    body = [_web_row(top[0], [1 if key in lower else len(top) for key in columns])]
    if lower:
        body.append("<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in top[1] if cell is not None) + "</tr>")
    body += [_web_row(row, [1] * len(columns)) for row in rows]
    page = f"<!doctype html><meta charset=utf-8><script>alert('|')</script>{head}<table>{''.join(body)}</table>"
    path.write_text(page, encoding="utf-8")


def _web_row(row: Sequence[str | None], heights: Sequence[int]) -> str:
    cells = []
    for index, cell in enumerate(row):
        if cell is None:
            continue
        width = 1
        while index + width < len(row) and row[index + width] is None:
            width += 1
        inner = "".join(f"<p>{escape(line)}</p>" for line in cell.split("\n"))
        cells.append(f'<td colspan="{width}" rowspan="{heights[index]}">{inner}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def write_word(path: Path, plan: dict[str, Any], layout: Layout) -> None:
    columns, rows = table_of(lines_of(plan), layout)
    document = docx.Document()
    for part in head_of(plan):
        for line in part.split("\n"):
            document.add_paragraph(line)
    top = heading_rows(columns, layout)
    table = document.add_table(rows=len(top) + len(rows), cols=len(columns))
    grid = [list(row.cells) for row in table.rows]
    for at, row in enumerate([*top, *rows]):
        for index, cell in enumerate(row):
            if cell is not None:
                grid[at][index].text = cell
    for at, row in enumerate([top[0], *rows]):
        _merge_word(grid[at + (len(top) - 1 if at else 0)], row)
    if len(top) > 1:
        for index, cell in enumerate(top[1]):
            if cell is None:
                grid[0][index].merge(grid[1][index])
    document.save(str(path))


def _merge_word(cells: list[Any], row: Sequence[str | None]) -> None:
    for index, cell in enumerate(row):
        last = index
        while cell is not None and last + 1 < len(row) and row[last + 1] is None:
            last += 1
        if last > index:
            cells[index].merge(cells[last])


def write_excel(path: Path, plan: dict[str, Any], layout: Layout) -> None:
    columns, rows = table_of(lines_of(plan), layout)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    top = heading_rows(columns, layout)
    for line in (line for part in head_of(plan) for line in part.split("\n")):
        sheet.append([line])
    first = sheet.max_row + 1
    for at, row in enumerate([*top, *rows], start=first):
        for index, cell in enumerate(row, start=1):
            if cell:
                sheet.cell(at, index, cell)
        _merge_excel(sheet, at, row, is_lower_heading=len(top) > 1 and at == first + 1)
    if len(top) > 1:
        for index, cell in enumerate(top[1], start=1):
            if cell is None:
                sheet.merge_cells(start_row=first, end_row=first + 1, start_column=index, end_column=index)
    book.save(path)


def _merge_excel(sheet: Any, at: int, row: Sequence[str | None], *, is_lower_heading: bool) -> None:
    for index, cell in enumerate(row):
        last = index
        while cell is not None and last + 1 < len(row) and row[last + 1] is None:
            last += 1
        if last > index and not is_lower_heading:
            sheet.merge_cells(start_row=at, end_row=at, start_column=index + 1, end_column=last + 1)


def write(path: Path, plan: dict[str, Any], shape: str, layout: Layout) -> Path:
    """Write a plan out in one of the shapes."""
    texts = {
        "bars": barred,
        "tabs": tabbed,
        "paragraphs": paragraphed,
        "lines": lined,
        "spaced": spaced,
        "markdown": piped,
    }
    if shape in texts:
        target = path.with_suffix(".md" if shape == "markdown" else ".txt")
        write_text(target, plan, layout, texts[shape])
        return target
    writers = {"word": (".docx", write_word), "excel": (".xlsx", write_excel), "web": (".html", write_web)}
    suffix, writer = writers[shape]
    writer(path.with_suffix(suffix), plan, layout)
    return path.with_suffix(suffix)
