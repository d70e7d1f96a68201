"""Plain text of any shape: bars, tabs, Markdown, one paragraph a cell, or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from congkhai.importers.blocks import Block, Paragraph, clean
from congkhai.importers.sources.bars import is_barred, read_bars, read_pieces
from congkhai.importers.sources.pipes import is_piped, plain, read_pipes
from congkhai.importers.sources.tabs import is_tabbed, read_tabs
from congkhai.importers.tables.heading_run import find_heading_runs
from congkhai.importers.tables.stream import PARAGRAPHS, Piece

# Left-over tags of a scraped page (<p>, <br/>, </b> …) inside plain text.
_TAG = re.compile(r"</?(?:p|br|b|i|u|em|strong|span|div|sup|sub)\b[^<>]{0,200}>", re.IGNORECASE)
_LINE_TAG = re.compile(r"</(?:p|div)\s*>|<br\s*/?>", re.IGNORECASE)
_LINE = "\u2028"  # the line separator: a line end inside a cell, which `clean` turns into one
_ENCODINGS = ("utf-8-sig", "utf-16", "cp1258")


def read_text(path: Path) -> list[Block]:
    """Read a text file; its shape is recognised."""
    return read_lines(decoded(path.read_bytes()))


def decoded(data: bytes) -> str:
    """The text of bytes: UTF-8, UTF-16 with a byte-order mark, else the Vietnamese Windows page."""
    for encoding in _ENCODINGS:
        if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", errors="replace")


def read_lines(text: str) -> list[Block]:
    """Read a text whatever its shape."""
    lines = [_without_tags(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if is_barred(lines):
        return read_bars([clean(line) for line in lines])
    if is_tabbed(lines):
        return read_tabs(lines)
    if is_piped(lines):
        return read_pipes(lines)
    pieces = _pieces([clean(plain(line)) for line in lines])
    if find_heading_runs([piece.text for piece in pieces]):
        return read_pieces(pieces, PARAGRAPHS)
    return [Paragraph(piece.text.replace("\n", " "), piece.line) for piece in pieces]


def _without_tags(line: str) -> str:
    return _TAG.sub(" ", _LINE_TAG.sub(_LINE, line)) if "<" in line else line.replace("**", "")


def _pieces(lines: Sequence[str]) -> list[Piece]:
    """The paragraphs: parted by blank lines where the text has many, else each line one."""
    filled = sum(bool(line) for line in lines)
    parted = sum(not line for line in lines) >= 0.4 * filled
    if not parted:
        return [Piece(line, number) for number, line in enumerate(lines, start=1) if line]
    pieces: list[Piece] = []
    held: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line:
            held.append(line)
        elif held:
            pieces.append(Piece("\n".join(held), number - len(held)))
            held = []
    return pieces
