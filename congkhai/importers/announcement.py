"""Importing decisions that announce procedures: their tables become entries with code, name and change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from congkhai.citation import find_citations
from congkhai.importers.blocks import Block, Grid, Paragraph, clean
from congkhai.importers.capitals import Spelling
from congkhai.importers.head import read_head
from congkhai.importers.house_yaml import Value, to_yaml
from congkhai.importers.import_report import Draft, ImportReport, failed
from congkhai.importers.likeness import in_capitals, looks_like_agency
from congkhai.importers.marks import read_mark, split_mark
from congkhai.importers.sources.plain_text import decoded
from congkhai.importers.sources.read import Unreadable, read_source
from congkhai.importers.tables.decision_headings import Part, holds_code, is_decision_heading, read_parts
from congkhai.text import fold, slug

# A code of a procedure, local and damaged forms too: 1.001193, 1.014466.H12, 1.003.500, 1.008377.000.00.00.H13.
_CODE = re.compile(r"\b\d\.\d{3}\.?\d{3,4}(?:\.\d{2,3})*(?:\.?[-.][A-Za-z]\w{1,5})?\b")
# What a heading, title or remark says of the change; over small letters with their marks ("mới" is no "môi").
_CHANGES = (
    ("abolished", re.compile(r"bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực")),
    ("replaced", re.compile(r"(?:được|bị|hoặc) thay thế|^thay thế|[,;] thay thế")),
    ("amended", re.compile(r"sửa đổi|bổ sung|chuẩn hóa|chuẩn hoá|đơn giản hóa|đơn giản hoá")),
    ("new", re.compile(r"\bmới\b|lần đầu")),
)
# A heading inside a table, and the lower half of a two-row heading; over folded text.
_HEADING = re.compile(r"linh vuc|thu tuc hanh chinh|danh muc|cap (?:trung uong|tinh|huyen|xa)|tthc\b|phan ")
_LOWER_HEADING = re.compile(r"^(?:toan trinh|mot phan|truc tuyen|truc tiep|dich vu bcci|buu chinh|trung tam phuc vu|bo phan)")
_SAME_AS_ABOVE = re.compile(r"nhu tren|nt|[\"”“-]\s*(?:nt|nhu tren)?\s*[\"”“-]")
_KEYS = (
    "code", "change", "name", "new_name", "sector", "level", "agency", "competent_agency", "processing_time", "place",
    "channel", "fee", "online", "legal_basis", "documents", "announced_by", "remark",
)  # fmt: skip


@dataclass(slots=True)
class _Decision:
    """One decision as its source gives it: facts of the head, and tables with what stands above each."""

    number: str = ""
    place: str = ""
    signed: str = ""
    title: str = ""
    tables: list[tuple[str, list[str], list[list[str]]]] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)


def import_announcement(path: Path) -> Draft:
    """Draft the decision in a file; where a file holds several (JSON lines), all of them as one YAML stream."""
    drafts = list(import_announcements(path))
    if len(drafts) == 1:
        return drafts[0]
    report = ImportReport(path.name)
    for draft in drafts:
        report.tables += draft.report.tables
        report.rows += draft.report.rows
        report.problems.extend(draft.report.problems.found)
    return Draft("---\n".join(draft.yaml for draft in drafts), report)


def import_announcements(path: Path) -> Iterator[Draft]:
    """Draft each decision of a file: Word, Excel, web, text, or JSON lines with `tables` of `header` and `rows`."""
    try:
        if path.suffix.casefold() in (".jsonl", ".ndjson"):
            yield from (_draft(decision, _report(path, line)) for line, decision in _from_lines(path))
        else:
            yield _draft(_from_blocks(read_source(path)), ImportReport(path.name))
    except Unreadable as reason:
        yield failed(path, reason.code, reason.values)


def change_in(text: str) -> str:
    """The change that a text names, "" where it names none or several ("… mới ban hành và bị bãi bỏ")."""
    named = changes_in(text)
    return named[0] if len(named) == 1 else ""


def changes_in(text: str) -> list[str]:
    """All changes that a text names; a change of something replaced counts as replacement only."""
    named = [name for name, pattern in _CHANGES if pattern.search(text.casefold())]
    return [name for name in named if name != "amended" or "replaced" not in named]


def _report(path: Path, line: int) -> ImportReport:
    report = ImportReport(path.name)
    report.line = line
    return report


def _from_lines(path: Path) -> Iterator[tuple[int, _Decision]]:
    try:
        text = decoded(path.read_bytes())
    except OSError:
        raise Unreadable("import-file-missing") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            tables = [("", _strings(table["header"]), [_strings(row) for row in table["rows"]]) for table in record["tables"]]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise Unreadable("import-file-json", line=number) from None
        ordinal, place, signed, title = (clean(str(record.get(key) or "")) for key in ("number", "place", "date", "title"))
        yield number, _Decision(ordinal, place, signed, title, tables)


def _strings(row: Sequence[object]) -> list[str]:
    return [clean(str(cell if cell is not None else "")) for cell in row]


def _from_blocks(blocks: Sequence[Block]) -> _Decision:
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    laid_out = [
        Paragraph(line, block.line)
        for block in blocks
        if isinstance(block, Grid) and _heading_at(block) is None
        for row in block.rows for cell in row if not cell.across and not cell.down
        for line in cell.text.split("\n") if line
    ]  # fmt: skip
    head = read_head([*laid_out[:12], *paragraphs], Spelling(paragraph.text for paragraph in paragraphs))
    decision = _Decision(head.number, head.place, head.signed, head.title.removeprefix("Quyết định ").strip())
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            above.append(block.text)
        elif (start := _heading_at(block)) is not None:
            rows = [[cell.own if not cell.down else cell.text for cell in row] for row in block.rows]
            decision.tables.append((" ".join(above[-4:]), rows[start], rows[start + 1 :]))
            above = []
    used = {at - 12 if laid_out else at for at in head.used}
    decision.leftovers = [paragraph.text for at, paragraph in enumerate(paragraphs) if at not in used]
    return decision


def _heading_at(grid: Grid) -> int | None:
    found = (at for at, row in enumerate(grid.rows[:40]) if is_decision_heading([cell.own for cell in row]))
    return next(found, None)


def _draft(decision: _Decision, report: ImportReport) -> Draft:
    title = Spelling(_running(decision)).sentence(decision.title)
    entries: list[Value] = []
    report.tables = len(decision.tables)
    for (_, header, rows), change in zip(decision.tables, _changes_of_tables(decision), strict=True):
        entries.extend(_entries(header, rows, change, report))
    report.rows = len(entries)
    record: dict[str, Value] = {
        "id": slug(" ".join(filter(None, (decision.number, decision.signed[:4])))) or "quyet-dinh-moi",
        "number": decision.number or None,
        "issuer": None,
        "issuer_place": decision.place or None,
        "signed": decision.signed or None,
        "effective": None,
        "title": title or None,
        "entries": entries,
    }
    for key in ("number", "issuer", "signed", "effective", "title"):
        if not record[key]:
            report.note("import-missing", report.line, key=key)
    if not entries:
        report.note("import-no-table", report.line, file=report.path)
    for text in decision.leftovers:
        report.note("import-leftover", report.line, text=text)
    return Draft(to_yaml(record), report, str(record["id"]))


def _running(decision: _Decision) -> Iterator[str]:
    yield from decision.leftovers
    for _, _, rows in decision.tables:
        yield from (cell for row in rows for cell in row)


def _changes_of_tables(decision: _Decision) -> list[str]:
    """The change of each table: named above it or in its headings, else the only one that the title leaves open."""
    named = [change_in(above) or change_in(" ; ".join(header)) for above, header, _ in decision.tables]
    left = [change for change in changes_in(decision.title) if change not in named]
    only = left[0] if len(left) == 1 else changes_in(decision.title)[0] if len(changes_in(decision.title)) == 1 else ""
    return [change or only for change in named]


def _entries(header: Sequence[str], rows: Sequence[Sequence[str]], change: str, report: ImportReport) -> list[Value]:
    """The entries of one table; scraps of merged rows go to the entry above, headings are learned from and listed."""
    parts = read_parts(header)
    context = {"change": change}
    found: list[tuple[list[str], dict[str, str]]] = []
    for number, row in enumerate(rows, start=1):
        cells = _aligned(list(row), parts)
        if _is_heading_row(cells, header):
            _learn_context(cells, context)
            report.note("import-row-passed", report.line or number, text=" | ".join(filter(None, cells)))
        elif found and _is_scrap(cells, found[-1][0], parts):
            found[-1][0].extend(_before_agency(found[-1][0], cells, parts))
        else:
            found.append((cells, dict(context)))
    entries: list[Value] = []
    last: dict[str, str] = {}
    for cells, known in found:
        last = _entry(cells, parts, header, last)
        entries.append(_finished(last, known, report))
    return entries


def _finished(entry: dict[str, str], known: dict[str, str], report: ImportReport) -> Value:
    for key in ("change", "sector", "level"):
        if known.get(key):
            entry.setdefault(key, known[key])
    if not entry.get("change"):
        report.note("import-guess-no-change", report.line, name=entry.get("name", entry.get("code", "")))
    record: dict[str, Value] = {key: entry.get(key) or None for key in _KEYS if entry.get(key) or key in ("code", "change")}
    if numbers := list(dict.fromkeys(citation.number for citation in find_citations(entry.get("legal_basis", "")))):
        record["documents"] = numbers
    return record


def _aligned(cells: list[str], parts: Sequence[Part]) -> list[str]:
    """The cells under their columns where a merged number or code is missing: a code belongs in the column of codes."""
    if Part.CODE not in parts or len(cells) < 3 or len(cells) >= len(parts):
        return cells
    column = parts.index(Part.CODE)
    at = next((index for index, cell in enumerate(cells) if _CODE.fullmatch(cell)), None)
    if at is not None:
        return [""] * (column - at) + cells
    if column < len(cells) and len(cells[column].split()) > 4:
        return [*cells[:column], "", *cells[column:]]
    return cells


def _is_scrap(cells: Sequence[str], above: Sequence[str], parts: Sequence[Part]) -> bool:
    """Whether one or two cells are the rest of the row above, which lacks its last columns."""
    filled = [cell for cell in cells if cell]
    if filled and all(len(cell) < 3 and cell.isalpha() for cell in filled):
        return True
    return len(filled) == len(cells) < 3 and len(above) < len(parts) and not read_mark(cells[0])


def _before_agency(above: Sequence[str], cells: Sequence[str], parts: Sequence[Part]) -> list[str]:
    """The scraps with blanks before them where the next column cannot be theirs (an agency is no sector)."""
    column = len(above)
    if column >= len(parts):
        return list(cells)
    shift = parts[column] is Part.SECTOR and looks_like_agency(cells[0]) and Part.AGENCY in parts[column:]
    return ["", *cells] if shift else list(cells)


def _is_heading_row(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row is a heading ("A. Cấp trung ương", "I | LĨNH VỰC …"), a second row of headings or blank."""
    filled = [cell for cell in cells if cell]
    if any(_CODE.search(cell) for cell in filled):
        return False
    if not filled or is_decision_heading(cells) or (len(filled) == 2 and read_mark(cells[0])):
        return True
    alone = len(filled) == 1 and len(filled[0]) > 3
    loud = split_mark(filled[0])[0] is not None or in_capitals(filled[0]) or bool(_HEADING.match(fold(filled[0])))
    lower_heading = len(filled) < 4 and len(header) > 4 and all(_LOWER_HEADING.search(fold(cell)) for cell in filled)
    return (alone and loud) or (lower_heading and len(filled) > 1)


def _learn_context(cells: Sequence[str], context: dict[str, str]) -> None:
    text = split_mark(max(cells, key=len, default=""))[1]
    folded = fold(text)
    context["change"] = change_in(text) or context["change"]
    if match := re.search(r"cap (?:trung uong|tinh|huyen|xa|bo)", folded):
        context["level"] = text[match.start() : match.end()].lower() if len(folded) == len(text) else match[0]
    if folded.startswith("linh vuc"):
        sector = text[len("lĩnh vực") :].strip(" :.")
        context["sector"] = sector.capitalize() if in_capitals(sector) else sector


def _entry(cells: list[str], parts: Sequence[Part], header: Sequence[str], last: dict[str, str]) -> dict[str, str]:
    """The parts of one row; codes are found wherever they stand, and kept as they are written."""
    entry: dict[str, str] = {}
    others: list[str] = []
    for at, cell in enumerate(cells):
        part = parts[at] if at < len(parts) else Part.OTHER
        if not cell or part is Part.NUMBER:
            continue
        if _SAME_AS_ABOVE.fullmatch(fold(cell)) and last.get(part.value):
            cell = last[part.value]
        if part is Part.OTHER:
            others.append(f"{header[at]}: {cell}" if at < len(header) else cell)
        else:
            entry[part.value] = "\n".join(filter(None, (entry.get(part.value, ""), cell)))
    _find_code(entry, holds=any(holds_code(heading) for heading in header))
    if "remark" in entry and change_in(entry["remark"]):
        entry["change"] = change_in(entry["remark"])
    if others:
        entry["remark"] = "\n".join(filter(None, (entry.get("remark", ""), *others)))
    return entry


def _find_code(entry: dict[str, str], *, holds: bool) -> None:
    """Take the code out of the name where no column holds it ("Tên … (Mã TTHC 1.004082)")."""
    if entry.get("code"):
        return
    match = _CODE.search(entry.get("name", ""))
    if match:
        entry["code"] = match[0]
        if holds:
            rest = entry["name"][: match.start()] + entry["name"][match.end() :]
            entry["name"] = re.sub(r"\(?\s*(?:Mã(?: số)?(?: TTHC)?\s*:?)?\s*\)?[\s/;,.]*$", "", rest, flags=re.IGNORECASE).strip()
