"""Word files (.docx): paragraphs and tables in order, merged cells expanded, automatic numbers written out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from congkhai.editing.importers.blocks import Block, Cell, Grid, Notice, Paragraph, Row, clean, whole
from congkhai.editing.importers.sources.archive import check_archive
from congkhai.editing.importers.sources.unreadable import UnreadableError
from congkhai.editing.importers.sources.word_fonts import font_of, in_font, is_hidden, notices, symbol
from congkhai.editing.importers.sources.word_numbers import Numbers
from congkhai.editing.importers.tables.headings import find_header

Element = etree._Element
_WIDEST = 200  # columns

# Deleted text, field codes, drawings kept twice for old programs: none of it is what the reader sees.
_SKIPPED = {qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rPr", "w:pPr", "w:tblPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_word(path: Path) -> list[Block | Notice]:
    """Read a .docx file; raise `UnreadableError` where it is corrupt or hostile."""
    check_archive(path)
    try:
        document = docx.Document(str(path))
        return [*_blocks(document), *_footnotes(document), *notices(document.element.body)]
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError("import-file-corrupt", reason=type(error).__name__) from None


def _blocks(document: Document) -> Iterator[Block]:
    numbers = Numbers(document)
    for line, element in enumerate(_children(document.element.body), start=1):
        if element.tag == qn("w:p"):
            text = _paragraph(element, numbers)
            if text:
                yield Paragraph(text, line)
        else:
            yield from _table_blocks(element, numbers, line)


def _footnotes(document: Document) -> Iterator[Block]:
    """The notes at the foot of pages, as paragraphs behind the text."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            for paragraph in root.iter(qn("w:p")):
                if text := clean("".join(_words(paragraph))):
                    yield Paragraph(text)


def _children(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of a body or cell, those inside content controls and insertions too."""
    for element in parent:
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
            yield from _children(element)


def _table_blocks(table: Element, numbers: Numbers, line: int) -> Iterator[Block]:
    """A table as a grid; one that only holds other tables in its cells, as those tables."""
    inner = [child for child in table.iter(qn("w:tbl")) if child is not table]
    if not inner:
        yield Grid(tuple(_rows(table, numbers)), line)
        return
    flat = Grid(tuple(_rows(table, numbers)), line)
    if find_header(flat) and max(len(row) for row in flat.rows) > 2:
        yield flat
        return
    for row in _rows_of(table):
        for cell in _cells_of(row):
            for element in _children(cell):
                if element.tag == qn("w:tbl"):
                    yield from _table_blocks(element, numbers, line)
                elif text := _paragraph(element, numbers):
                    yield Paragraph(text, line)


def _rows(table: Element, numbers: Numbers) -> Iterator[Row]:
    above: list[Cell] = []
    for row in _rows_of(table):
        cells = [Cell("")] * _property(row, "w:trPr", "w:gridBefore", 0)
        for element in _cells_of(row):
            cells.extend(_cell(element, numbers, above, len(cells)))
        above = cells[:_WIDEST]
        yield tuple(above)


def _cell(element: Element, numbers: Numbers, above: list[Cell], column: int) -> Iterator[Cell]:
    """The cell and its repetitions to the right; one merged with the cell above has that one's text."""
    width = _property(element, "w:tcPr", "w:gridSpan", 1)
    merge = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    down = merge is not None and merge.get(qn("w:val"), "continue") == "continue" and column < len(above)
    text = above[column].text if down else _text(element, numbers)
    yield Cell(text, down=down)
    for _ in range(width - 1):
        yield Cell(text, across=True, down=down)


def _text(cell: Element, numbers: Numbers) -> str:
    parts = []
    for element in _children(cell):
        if element.tag == qn("w:p"):
            parts.append(_paragraph(element, numbers))
        else:
            parts.extend(inner.text for row in _rows(element, numbers) for inner in row if not inner.across)
    return "\n".join(part for part in parts if part)


def _paragraph(element: Element, numbers: Numbers) -> str:
    text = clean("".join(_words(element)))
    number = numbers.next(element)
    return f"{number} {text}".strip() if number else text


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == qn("w:r") and is_hidden(child):
            continue
        if child.tag == qn("w:t"):
            yield in_font(child.text or "", font_of(element))
        elif child.tag == qn("w:sym"):
            yield symbol(child)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _words(child)


def _rows_of(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == qn("w:tr"):
            if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _rows_of(child)


def _cells_of(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _cells_of(child)


def _property(element: Element, group: str, name: str, default: int) -> int:
    found = element.find(f"{qn(group)}/{qn(name)}")
    value = found.get(qn("w:val"), "") if found is not None else ""
    return whole(value, default, _WIDEST)
