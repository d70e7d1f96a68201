"""Markdown tables, and text whose cells stand on one line with bars between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congkhai.editing.importers.blocks import Block, Cell, Grid, Paragraph, Row, clean

# The line under the heading of a Markdown table: hyphens and colons between bars.
_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*")
# A bar that is not escaped with a backslash.
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# Marks of emphasis around words (**bold**, *italic*, __bold__), a heading's hashes, a backslash before a sign.
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])")
_HASHES = re.compile(r"^#{1,6}\s+")
_ESCAPED = re.compile(r"\\([|*_#\\.()\[\]+-])")


def is_piped(lines: Sequence[str]) -> bool:
    """Whether a text is of this shape: three lines or more hold two bars, or a Markdown rule stands in it."""
    return any(_is_rule(line) for line in lines) or sum(len(_BAR.findall(line)) >= 2 for line in lines) >= 3


def read_pipes(lines: Sequence[str]) -> list[Block]:
    """Read Markdown: tables of bars, everything else as paragraphs without their marks."""
    blocks: list[Block] = []
    rows: list[tuple[int, Row]] = []
    for number, line in enumerate(lines, start=1):
        if _is_rule(line):
            continue
        if len(_BAR.findall(line)) >= (1 if rows else 2) or line.strip().startswith("|"):
            rows.append((number, _row(line)))
            continue
        blocks.extend(_grid(rows))
        rows = []
        if line.strip():
            blocks.append(Paragraph(clean(plain(line)), number))
    return [*blocks, *_grid(rows)]


def plain(text: str) -> str:
    """The text without the marks of Markdown; list marks and numbers stay."""
    text = _EMPHASIS.sub(lambda match: match[2] or match[3], _HASHES.sub("", text.strip()))
    return _ESCAPED.sub(r"\1", text)


def _is_rule(line: str) -> bool:
    return "-" in line and "|" in line and _RULE.fullmatch(line) is not None


def _row(line: str) -> Row:
    inner = line.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(Cell(clean(plain(_BREAK.sub("\n", cell)))) for cell in _BAR.split(inner))


def _grid(rows: Sequence[tuple[int, Row]]) -> list[Block]:
    if not rows:
        return []
    return [Grid(tuple(row for _, row in rows), rows[0][0], tuple(number for number, _ in rows))]
