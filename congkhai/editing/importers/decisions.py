"""Decisions as their sources give them: facts of the head, and each table with what stands above it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from congkhai.editing.importers.blocks import Block, Grid, Paragraph, clean
from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.head import read_head
from congkhai.editing.importers.sources.plain_text import decoded
from congkhai.editing.importers.sources.read import check_size
from congkhai.editing.importers.sources.unreadable import UnreadableError
from congkhai.editing.importers.tables.decision_headings import is_decision_heading, read_parts


@dataclass(slots=True)
class Decision:
    """One decision as its source gives it: facts of the head, and tables with what stands above each."""

    number: str = ""
    place: str = ""
    signed: str = ""
    title: str = ""
    tables: list[tuple[str, list[str], list[list[str]]]] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)


def decisions_in_lines(path: Path) -> Iterator[tuple[int, Decision]]:
    """The decisions of JSON lines (`tables`: `header`, `rows`), each with its line; raise `UnreadableError`."""
    check_size(path)
    text = decoded(path.read_bytes())
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            tables = [
                found
                for table in record["tables"]
                for found in _tables("", [_strings(table["header"]), *map(_strings, table["rows"])])
            ]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise UnreadableError("import-file-json", line=number) from None
        facts = {key: clean(str(record.get(key) or "")) for key in ("number", "place", "date", "title")}
        yield number, Decision(facts["number"], facts["place"], facts["date"], facts["title"], tables)


def _strings(row: Sequence[object]) -> list[str]:
    return [clean(str(cell if cell is not None else "")) for cell in row]


def decision_in_blocks(blocks: Sequence[Block]) -> Decision:
    """The one decision of a document."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    laid_out = [
        Paragraph(line, block.line)
        for block in blocks
        if isinstance(block, Grid)
        for row in block.rows[: _heading_at(block)] for cell in row if not cell.across and not cell.down
        for line in cell.text.split("\n") if line
    ]  # fmt: skip
    head = read_head([*laid_out[:12], *paragraphs], Spelling(paragraph.text for paragraph in paragraphs))
    decision = Decision(head.number, head.place, head.signed, head.title.removeprefix("Quyết định ").strip())
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            above.append(block.text)
        elif (start := _heading_at(block)) is not None:
            rows = [[cell.own if not cell.down else cell.text for cell in row] for row in block.rows]
            above += [" ".join(filter(None, row)) for row in rows[:start]]
            decision.tables += _tables(" ".join(above[-4:]), rows[start:])
            above = []
    used = {at - 12 if laid_out else at for at in head.used}
    decision.leftovers = [paragraph.text for at, paragraph in enumerate(paragraphs) if at not in used]
    return decision


def _tables(above: str, rows: list[list[str]]) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """The tables of a sheet: a row of other headings begins a new one."""
    header = rows[0]
    body: list[list[str]] = []
    for row in rows[1:]:
        if row != header and is_decision_heading(row) and read_parts(row) != read_parts(header):
            yield above, header, body
            above, header, body = "", row, []
        elif row != header:
            body.append(row)
    yield above, header, body


def _heading_at(grid: Grid) -> int | None:
    found = (at for at, row in enumerate(grid.rows[:40]) if is_decision_heading([cell.own for cell in row]))
    return next(found, None)
