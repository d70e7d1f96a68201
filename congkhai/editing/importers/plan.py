"""Importing a plan: from a file of any kind to a draft record with its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from congkhai.editing.importers.blocks import Block
from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.head import Head, read_head
from congkhai.editing.importers.house_yaml import to_yaml
from congkhai.editing.importers.import_report import Draft, ImportReport, Understanding, failed
from congkhai.editing.importers.ledger import note_rest
from congkhai.editing.importers.marks import PART_MARKS, MarkKind
from congkhai.editing.importers.plan_record import plan_record
from congkhai.editing.importers.plan_tables import Found, PlanTable, find_tables
from congkhai.editing.importers.prose.duties import duties_of
from congkhai.editing.importers.prose.labelled import read_prose
from congkhai.editing.importers.prose.telling import Telling, ends_body, tell
from congkhai.editing.importers.sources.read import UnreadableError, read_source
from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.tree import Node, as_sections, grow
from congkhai.foundation.text import nfc


def import_plan(
    path: Path, *, territory: str = "", year: int | None = None, understands: Understanding | None = None
) -> Draft:
    """Draft a plan from a Word, Excel, web, text, Markdown or PDF file; every doubt is in the report."""
    report = ImportReport(path.name)
    try:
        blocks = read_source(path, report)
    except UnreadableError as reason:
        return failed(path, reason.code, reason.values)
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
    found = find_tables(blocks, report)
    spelling = Spelling(_running_text(found))
    head = read_head(found.paragraphs, spelling)
    found.used |= head.used
    sections = _sections(found, head, spelling)
    told = _told(found, head)
    duties = duties_of(told.nodes) if sections else []
    if not sections and told.nodes:
        sections = _told_sections(told.nodes, head.title)
        for node in sections:
            _spell(node, spelling)
    if not sections:
        report.note("import-no-table", file=report.path)
    _count(sections, report)
    if told.nodes and not duties:
        report.note("import-guess-prose", count=report.rows)
    found.used |= told.used if told.nodes else set()
    record = plan_record(head, sections, report, territory=nfc(territory), year=year)
    record["responsibilities"] = duties
    record["recipients"] = list(head.recipients)
    record["note"] = None
    if duties:
        report.note("import-guess-duties", count=len(duties))
    _note_unclear(sections, report, understands)
    _note_leftovers(found, report)
    text = to_yaml(record)
    note_rest(blocks, text, report)
    return Draft(text, report, str(record["id"]))


def _running_text(found: Found) -> Iterator[str]:
    yield from (paragraph.text for paragraph in found.paragraphs)
    for table in found.tables:
        for row in table.rows:
            yield row.title
            yield from (text for _, text in row.fields)


def _sections(found: Found, head: Head, spelling: Spelling) -> list[Node]:
    """The sections of all tables; of labelled prose where there is no table."""
    tables = [table for table in found.tables if table.rows]
    if not tables:
        kept = list(_body(found, head))
        told = read_prose([found.paragraphs[rank] for rank in kept])
        if told is None:
            return []
        found.used |= {kept[at] for at in told.used}
        told_sections = _lifted(as_sections(grow(told.rows), head.title))
        for node in told_sections:
            _spell(node, spelling)
        return told_sections
    captions = [_caption(table, found) or (table.name if len(tables) > 1 else "") for table in tables]
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


def _told_sections(nodes: list[Node], title: str) -> list[Node]:
    """The parts of a text as sections; points that stand outside of any part are one section."""
    parts = [node for node in nodes if node.heading and (node.mark is None or node.mark.kind in PART_MARKS)]
    return as_sections(nodes, title) if parts else [Node(None, title, "made", items=nodes, heading=True)]


def _told(found: Found, head: Head) -> Telling:
    """What the prose below the title tells that no table and no label has told already."""
    return tell([(rank, " ".join(found.paragraphs[rank].text.split())) for rank in _body(found, head)])


def _body(found: Found, head: Head) -> Iterator[int]:
    """The ranks of the paragraphs below the title and above the foot that nothing has used yet."""
    for rank in range(head.body, len(found.paragraphs)):
        if ends_body(found.paragraphs[rank].text):
            return
        if rank not in found.used or found.paragraphs[rank].text.rstrip().endswith(":"):
            yield rank


def _lifted(sections: list[Node]) -> list[Node]:
    """The groups of a lone part of a document ("III. Nội dung") as sections."""
    alone = sections[0] if len(sections) == 1 else None
    if alone and alone.mark and alone.mark.kind is MarkKind.ROMAN and all(item.heading for item in alone.items):
        return alone.items
    return sections


def _caption(table: PlanTable, found: Found) -> str:
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


def _note_unclear(sections: Sequence[Node], report: ImportReport, understands: Understanding | None) -> None:
    """Note the cells that the caller's readers do not understand, and the rows without a title."""
    for task in (task for section in sections for task in section.tasks()):
        if not task.title:
            report.note("import-cell-no-title", task.row, number=task.number or "")
        for role, text in task.fields:
            read = {Role.LEAD: "agency", Role.COORDINATION: "agency", Role.TIME: "time"}.get(role)
            if understands and read and text and not getattr(understands, read)(text):
                report.note("import-cell-not-understood", task.row, key=role.value, text=text)


def _note_leftovers(found: Found, report: ImportReport) -> None:
    """List every paragraph that found no place in the draft; neighbours together."""
    left = [index not in found.used for index in range(len(found.paragraphs))]
    for is_left, group in groupby(range(len(left)), key=lambda index: left[index]):
        if is_left:
            rows = groupby((found.paragraphs[index] for index in group), key=lambda paragraph: paragraph.line)
            for line, cells in rows:
                report.note("import-leftover", line, text=" | ".join(cell.text for cell in cells))
