"""Plain text of any shape: bars, tabs, Markdown, one paragraph a cell, or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from congkhai.editing.importers.blocks import Block, Grid, Paragraph, clean
from congkhai.editing.importers.sources.bars import is_barred, paragraphs_of, read_bars, read_pieces
from congkhai.editing.importers.sources.columns import is_columned, read_columned
from congkhai.editing.importers.sources.pipes import is_piped, plain, read_pipes
from congkhai.editing.importers.sources.tabs import is_tabbed, read_tabs
from congkhai.editing.importers.tables.heading_run import find_heading_runs
from congkhai.editing.importers.tables.stream import PARAGRAPHS, Piece

# Left-over tags of a scraped page (<p>, <br/>, </b> …) inside plain text.
_TAG = re.compile(r"</?(?:p|br|b|i|u|em|strong|span|div|sup|sub)\b[^<>]{0,200}>", re.IGNORECASE)
_LINE_TAG = re.compile(r"</(?:p|div)\s*>|<br\s*/?>", re.IGNORECASE)
_LINE = "\u2028"  # the line separator: a line end inside a cell, which `clean` turns into one
# The right half of a letterhead, and the gap before it.
_LETTERHEAD = re.compile(r"\S\s{3,}(?:CỘNG H|Độc lập|[^\d]{2,30}, ngày)")
_GAP = re.compile(r"\s{3,}")
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
        return read_bars([clean(plain(line)) for line in lines])
    lines = ["" if line.strip() == "|" else line for line in lines]  # the letterhead of a text copied from a law site
    if is_tabbed(lines):
        return read_tabs(lines)
    if is_piped(lines):
        return read_pipes(lines)
    if any(is_columned(line) for line in lines):
        return list(_drawn(lines))
    numbered = list(_columns_apart(lines))
    pieces = _pieces([clean(plain(line)) for _, line in numbered], [number for number, _ in numbered])
    if find_heading_runs([piece.text for piece in pieces]):
        return read_pieces(pieces, PARAGRAPHS)
    return [*paragraphs_of([piece for piece in pieces if piece.text])]


def _drawn(lines: Sequence[str]) -> Iterator[Block]:
    """A text with a table whose columns are held apart by blanks; above it the letterhead may stand in two columns."""
    top = next(at for at, line in enumerate(lines) if is_columned(line))
    yield from (Paragraph(clean(plain(line)), number) for number, line in _columns_apart(lines[:top]) if line.strip())
    for block in read_columned("\n".join(lines[top:])):
        if isinstance(block, Paragraph):
            yield Paragraph(block.text, block.line + top)
        else:
            yield Grid(block.rows, block.line + top, tuple(line + top for line in block.lines))


def _columns_apart(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; where two columns stand side by side, as in a letterhead, each part is a line."""
    for number, line in enumerate(lines, start=1):
        parts = [part for part in line.split("\t") if part.strip()]
        if len(parts) == 1 and _LETTERHEAD.search(line):
            parts = _GAP.split(line.strip())
        if len(parts) < 2:
            yield number, line
        for part in parts if len(parts) > 1 else ():
            yield number, part
            yield number, ""


def _without_tags(line: str) -> str:
    return _TAG.sub(" ", _LINE_TAG.sub(_LINE, line)) if "<" in line else line.replace("**", "")


def _pieces(lines: Sequence[str], numbers: Sequence[int]) -> list[Piece]:
    """The cells of a text with one paragraph a cell; blank lines part them, or stand for blank cells.

    Where nearly every line is followed by a blank one, a blank one parts, and each further two are a blank cell.
    """
    pairs = [(line, below) for line, below in pairwise(lines) if line]
    parted = sum(bool(below) for _, below in pairs) < 0.35 * len(pairs)
    pieces: list[Piece] = []
    held: list[str] = []
    blank = 0
    for rank, line in enumerate([*lines, ""]):
        if held and (not line or not parted):
            pieces.append(Piece("\n".join(held), numbers[rank - len(held)]))
            held = []
        if line:
            empty = (blank - 1) // 2 if parted else blank
            pieces.extend(Piece("", numbers[rank - 1]) for _ in range(empty if pieces else 0))
            held.append(line)
        blank = 0 if line else blank + 1
    return pieces
