"""Importing a plan: from a file of any kind to a draft record with its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from congkhai.importers.blocks import Block, Grid, Paragraph
from congkhai.importers.capitals import Spelling
from congkhai.importers.duties import read_duties
from congkhai.importers.head import Head, read_head
from congkhai.importers.house_yaml import Value, to_yaml
from congkhai.importers.import_report import Draft, ImportReport, Understanding, failed
from congkhai.importers.marks import MarkKind
from congkhai.importers.prose import read_prose
from congkhai.importers.sources.read import Unreadable, read_source
from congkhai.importers.tables.headings import Header, Role, find_header
from congkhai.importers.tables.rows import PlanRow, join_split_rows, read_rows
from congkhai.importers.tables.tree import Node, as_sections, grow
from congkhai.text import nfc, slug

_FIELD_ORDER = (Role.LEAD, Role.COORDINATION, Role.TIME, Role.DELIVERABLE, Role.REMARK)


@dataclass(slots=True)
class _Table:
    """A table of tasks: its rows, and the captions that stand before it."""

    rows: list[PlanRow]
    captions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """What the blocks of a document turned out to be."""

    tables: list[_Table] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def import_plan(
    path: Path, *, territory: str = "", year: int | None = None, understands: Understanding | None = None
) -> Draft:
    """Draft a plan from a Word, Excel, web, text, Markdown or PDF file; every doubt is in the report."""
    try:
        blocks = read_source(path)
    except Unreadable as reason:
        return failed(path, reason.code, reason.values)
    report = ImportReport(path.name)
    return draft_plan(blocks, report, territory=territory, year=year, understands=understands)


def draft_plan(
    blocks: Sequence[Block],
    report: ImportReport,
    *,
    territory: str = "",
    year: int | None = None,
    understands: Understanding | None = None,
) -> Draft:
    """Draft a plan from the blocks of a document."""
    found = _find_tables(blocks, report)
    spelling = Spelling(_running_text(found))
    head = read_head(found.paragraphs, spelling)
    sections = _sections(found, head, spelling)
    if not sections:
        report.note("import-no-table", file=report.path)
    _count(sections, report)
    duties, used = read_duties(found.paragraphs)
    found.used |= head.used | used
    record = _record(head, sections, report, territory=nfc(territory), year=year)
    record["responsibilities"] = duties
    record["recipients"] = list(head.recipients)
    record["note"] = None
    if duties:
        report.note("import-guess-duties", count=len(duties))
    _note_unclear(sections, report, understands)
    _note_leftovers(found, report)
    return Draft(to_yaml(record), report, str(record["id"]))


def _find_tables(blocks: Sequence[Block], report: ImportReport) -> _Found:
    found = _Found()
    captions: list[str] = []
    last: Header | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            captions.append(block.text)
            found.paragraphs.append(block)
            continue
        header = find_header(block)
        if header is None and last and _goes_on(block, last):
            _extend(found.tables[-1], block, replace(last, first_row=0, body_row=0), report)
            continue
        if header is None:
            found.paragraphs.extend(_flattened(block))
            continue
        above = list(_flattened(Grid(block.rows[: header.first_row], block.line, block.lines)))
        found.paragraphs.extend(above)
        captions.extend(paragraph.text for paragraph in above)
        _add_table(found, block, header, captions, report)
        last, captions = header, []
    report.tables = len(found.tables)
    return found


def _goes_on(grid: Grid, header: Header) -> bool:
    """Whether a table without headings is the rest of the one before, cut off by a page turn."""
    return grid.width == len(header.columns) > 2 and len(grid.rows) > 0


def _add_table(found: _Found, grid: Grid, header: Header, captions: list[str], report: ImportReport) -> None:
    same = found.tables and not any(text.strip() for text in captions)
    if same and _same_kind(found.tables[-1], header):
        _extend(found.tables[-1], grid, header, report)
        return
    found.tables.append(_Table([], captions))
    _extend(found.tables[-1], grid, header, report)


def _same_kind(table: _Table, header: Header) -> bool:
    roles = {role for row in table.rows for role, _ in row.fields}
    return roles == {role for role in header.roles if role in _FIELD_ORDER}


def _extend(table: _Table, grid: Grid, header: Header, report: ImportReport) -> None:
    rows, passed = read_rows(grid, header)
    for index in passed:
        text = " | ".join(cell.own for cell in grid.rows[index] if cell.own)
        report.note("import-row-passed", grid.line_of(index), text=text)
    placed = [replace(row, row=grid.line_of(row.row)) for row in rows]
    table.rows = list(join_split_rows([*table.rows, *placed])) if table.rows else placed


def _flattened(grid: Grid) -> Iterator[Paragraph]:
    """The cells of a table that only lays text out, as paragraphs."""
    for index, row in enumerate(grid.rows):
        for cell in row:
            if not cell.across and not cell.down:
                yield from (Paragraph(line, grid.line_of(index)) for line in cell.text.split("\n") if line)


def _running_text(found: _Found) -> Iterator[str]:
    yield from (paragraph.text for paragraph in found.paragraphs)
    for table in found.tables:
        for row in table.rows:
            yield row.title
            yield from (text for _, text in row.fields)


def _sections(found: _Found, head: Head, spelling: Spelling) -> list[Node]:
    """The sections of all tables; of labelled prose where there is no table."""
    tables = [table for table in found.tables if table.rows]
    if not tables:
        told = read_prose(found.paragraphs)
        if told is None:
            return []
        found.used |= told.used
        return _lifted(as_sections(grow(told.rows), head.title))
    captions = [_caption(table, found) for table in tables]
    wrap = len(tables) > 1 and all(captions)
    sections: list[Node] = []
    for table, caption in zip(tables, captions, strict=True):
        made = as_sections(grow(table.rows), caption or head.title)
        for node in made:
            _spell(node, spelling)
        if wrap and not (len(made) == 1 and made[0].kind == "made"):
            made = [Node(None, spelling.sentence(caption), "made", items=made, heading=True)]
        sections += made
    return sections


def _lifted(sections: list[Node]) -> list[Node]:
    """The groups of a lone part of a document ("III. Nội dung") as sections."""
    alone = sections[0] if len(sections) == 1 else None
    if alone and alone.mark and alone.mark.kind is MarkKind.ROMAN and all(item.heading for item in alone.items):
        return alone.items
    return sections


def _caption(table: _Table, found: _Found) -> str:
    """The title of an annex ("PHỤ LỤC I", then its title), if one stands before the table."""
    texts = table.captions[-6:]
    start = next((at for at, text in enumerate(texts) if text.casefold().startswith(("phụ lục", "biểu", "bảng"))), None)
    if start is None:
        return ""
    lines = [text for text in texts[start:] if not text.startswith("(")]
    found.used |= {index for index, paragraph in enumerate(found.paragraphs) if paragraph.text in texts[start:]}
    return " ".join(lines)


def _spell(node: Node, spelling: Spelling) -> None:
    if node.heading:
        node.title = spelling.sentence(node.title)
    for item in node.items:
        _spell(item, spelling)


def _count(sections: Sequence[Node], report: ImportReport) -> None:
    report.sections = len(sections)
    for section in sections:
        report.rows += sum(1 for _ in section.tasks())
        report.groups += _groups(section)


def _groups(node: Node) -> int:
    return sum(1 + _groups(item) for item in node.items if item.heading)


def _record(
    head: Head, sections: Sequence[Node], report: ImportReport, *, territory: str, year: int | None
) -> dict[str, Value]:
    area = territory or slug(head.place)
    plan_year = str(year) if year else head.year
    record: dict[str, Value] = {
        "id": "-".join(filter(None, (area or slug(head.title)[:40], plan_year))) or "ke-hoach-moi",
        "type": "plan",
        "title": head.title or None,
        "number": head.number or None,
        "territory": area or None,
        "issuer": _issuer(head.symbol, area),
        "signer": {"name": head.signer, "post": head.post} if head.signer else None,
        "signed": head.signed or None,
        "year": plan_year or None,
        "implements": list(head.implements),
        "legal_basis": list(head.legal_basis),
        "source": {"text": None, "file": report.path},
        "summary": None,
        "sections": [_node(node) for node in sections],
    }
    _note_guesses(record, head, report, territory=territory, year=year)
    return record


def _issuer(symbol: str, area: str) -> str | None:
    """The id of the issuer that the symbol of a number names: KH-UBND → ubnd-…, KH-VP → vp-ubnd-…."""
    office = {"UBND": "ubnd", "VP": "vp-ubnd"}.get(symbol.rpartition("-")[2])
    return f"{office}-{area}" if office and area else None


def _note_guesses(
    record: dict[str, Value], head: Head, report: ImportReport, *, territory: str, year: int | None
) -> None:
    """Note each key that was guessed, and each that the head of the document does not give."""
    guessed = {
        "id": True,
        "title": head.title_guessed,
        "territory": not territory,
        "issuer": True,
        "year": year is None,
        "implements": bool(head.implements),
    }
    for key, is_guess in guessed.items():
        if is_guess and record[key]:
            value = record[key]
            report.note("import-guess", key=key, value=value if isinstance(value, str) else "; ".join(head.implements))
    for key in ("title", "number", "territory", "issuer", "signer", "signed", "year", "summary"):
        if not record[key]:
            report.note("import-missing", key=key)


def _node(node: Node) -> dict[str, Value]:
    record: dict[str, Value] = {"number": node.number, "title": node.title}
    if not node.heading:
        fields = dict(node.fields)
        return record | {role.value: fields[role] for role in _FIELD_ORDER if role in fields}
    if node.text:
        record["text"] = node.text
    record["items"] = [_node(item) for item in node.items]
    return record


def _note_unclear(sections: Sequence[Node], report: ImportReport, understands: Understanding | None) -> None:
    """Note the cells that the caller's readers do not understand, and the rows without a title."""
    for task in (task for section in sections for task in section.tasks()):
        if not task.title:
            report.note("import-cell-no-title", task.row, number=task.number or "")
        for role, text in task.fields:
            read = {Role.LEAD: "agency", Role.COORDINATION: "agency", Role.TIME: "time"}.get(role)
            if understands and read and text and not getattr(understands, read)(text):
                report.note("import-cell-not-understood", task.row, key=role.value, text=text)


def _note_leftovers(found: _Found, report: ImportReport) -> None:
    """List every paragraph that found no place in the draft; neighbours together."""
    left = [index not in found.used for index in range(len(found.paragraphs))]
    for is_left, group in groupby(range(len(left)), key=lambda index: left[index]):
        if is_left:
            for index in group:
                report.note("import-leftover", found.paragraphs[index].line, text=found.paragraphs[index].text)
