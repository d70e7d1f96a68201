"""Web pages (.html): paragraphs and tables in order; scripts, styles and hidden parts are dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from lxml import etree, html

from congkhai.editing.importers.blocks import Block, Cell, Grid, Paragraph, Row, clean, whole
from congkhai.editing.importers.sources.plain_text import decoded, read_lines
from congkhai.editing.importers.sources.unreadable import UnreadableError
from congkhai.editing.importers.tables.headings import find_header

Element = etree._Element
# Elements whose content nobody reads, and elements that end a paragraph.
_DROPPED = frozenset(("script", "style", "noscript", "template", "head", "iframe", "object", "svg", "nav", "button"))
_DROPPED |= {"select", "textarea", "input", "audio", "video", "canvas", "footer"}
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "main"))
_BLOCKS |= {"header", "blockquote", "pre", "center", "tr", "dl", "dt", "dd", "hr", "figure"}
_WIDEST = 200  # columns
_TALLEST = 5_000  # rows
_LONGEST_LIST = 1_000  # items; the ones behind are counted no further, so that reading stays quick
_DEEPEST = 200  # levels of nesting


def read_web(path: Path) -> list[Block]:
    """Read an HTML file; a page that holds only preformatted text is read as text."""
    root = _parsed(path.read_bytes())
    page = _Page()
    page.walk(root, 0)
    page.close()
    if len(page.blocks) == 1 and root.find(".//pre") is not None:
        return read_lines("".join(root.itertext()))
    return page.blocks


def _parsed(data: bytes) -> Element:
    parser = html.HTMLParser(recover=True, remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        text = decoded(data) if b"charset" not in data[:2048] or b"utf-8" in data[:2048].lower() else None
        root = html.document_fromstring(text.encode() if text else data, parser=_utf8(parser, text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableError("import-file-corrupt") from None
    return root


def _utf8(parser: html.HTMLParser, text: str | None) -> html.HTMLParser:
    if text is None:
        return parser
    return html.HTMLParser(recover=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")


@dataclass(slots=True)
class _Page:
    """The blocks of a page; text is held back until a block element ends."""

    blocks: list[Block] = field(default_factory=list)
    held: list[str] = field(default_factory=list)

    def walk(self, element: Element, depth: int) -> None:
        """Read an element and what is inside it."""
        if not isinstance(element.tag, str) or element.tag in _DROPPED or _is_hidden(element):
            return
        if depth > _DEEPEST:
            self.held.extend(f" {text} " for text in element.itertext())
            return
        if element.tag == "table":
            self.close()
            self._table(element, depth)
            return
        block = element.tag in _BLOCKS
        if block:
            self.close()
        if element.tag == "li":
            parent = element.getparent()
            self.held.append("- " if parent is not None and parent.tag == "ul" else _number(element))
        if element.tag == "br":
            self.close()
        self.held.append(element.text or "")
        for child in element:
            self.walk(child, depth + 1)
            self.held.append(child.tail or "")
        if block:
            self.close()

    def close(self) -> None:
        """End the paragraph that is being read."""
        text = " ".join(clean("".join(self.held).replace("\n", " ")).split())
        if text:
            self.blocks.append(Paragraph(text, len(self.blocks) + 1))
        self.held.clear()

    def _table(self, table: Element, depth: int) -> None:
        grid = Grid(tuple(_rows(table)), len(self.blocks) + 1)
        if table.find(".//table") is not None and not (find_header(grid) and grid.width > 2):
            for cell in (cell for row in _rows_of(table) for cell in _cells_of(row)):
                self.held.append(cell.text or "")
                for child in cell:
                    self.walk(child, depth + 1)
                    self.held.append(child.tail or "")
                self.close()
        elif grid.rows:
            self.blocks.append(grid)


def _number(item: Element) -> str:
    """The number that a browser draws before an item of a numbered list ("2. "), "" for any other."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    rank = sum(before.tag == "li" for before in islice(item.itersiblings(preceding=True), _LONGEST_LIST))
    count = whole(parent.get("start", "1"), 1, _TALLEST) + rank
    return f"{chr(ord('a') + (count - 1) % 26)}) " if parent.get("type") == "a" else f"{count}. "


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    return "display:none" in style or element.get("hidden") is not None or "visibility:hidden" in style


def _rows_of(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _cells_of(row: Element) -> Iterator[Element]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _rows(table: Element) -> Iterator[Row]:
    """The rows with merged cells expanded: what reaches down is carried from row to row."""
    carried: dict[int, tuple[int, Cell]] = {}
    for row in _rows_of(table):
        cells: list[Cell] = []
        for element in _cells_of(row):
            _carry(cells, carried)
            text = _text(element)
            width, height = _span(element, "colspan"), _span(element, "rowspan")
            for offset in range(width):
                if height > 1:
                    carried[len(cells)] = (height - 1, Cell(text, across=offset > 0, down=True))
                cells.append(Cell(text, across=offset > 0))
        _carry(cells, carried)
        yield tuple(cells[:_WIDEST])


def _carry(cells: list[Cell], carried: dict[int, tuple[int, Cell]]) -> None:
    while len(cells) in carried and len(cells) < _WIDEST:
        left, cell = carried.pop(len(cells))
        if left > 1:
            carried[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _span(element: Element, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return max(whole(value, 1, _WIDEST if name == "colspan" else _TALLEST), 1)


def _text(cell: Element) -> str:
    """The text of a cell, one paragraph a line."""
    page = _Page()
    page.held.append(cell.text or "")
    for child in cell:
        if child.tag == "table":
            page.close()
            page.held.extend(f" {text} " for text in child.itertext())
        else:
            page.walk(child, 0)
        page.held.append(child.tail or "")
    page.close()
    return "\n".join(block.text for block in page.blocks if isinstance(block, Paragraph))
