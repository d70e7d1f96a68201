"""Importing decisions that announce procedures: their tables become entries with code, name and change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.changes import change_in, changes_in
from congkhai.editing.importers.decision_rows import (
    aligned,
    is_doubtful,
    is_heading_row,
    is_scrap,
    placed_scraps,
    read_entry,
)
from congkhai.editing.importers.decisions import Decision, decision_in_blocks, decisions_in_lines
from congkhai.editing.importers.house_yaml import Value, to_yaml
from congkhai.editing.importers.import_report import Draft, ImportReport, failed
from congkhai.editing.importers.likeness import in_capitals
from congkhai.editing.importers.marks import MarkKind, read_mark, split_mark
from congkhai.editing.importers.sources.read import UnreadableError, read_source
from congkhai.editing.importers.tables.decision_headings import is_of_dossiers, read_parts
from congkhai.foundation.text import fold, slug
from congkhai.vietnamese.citation import find_citations

_KEYS = (
    "code", "change", "name", "new_name", "sector", "level", "agency", "competent_agency", "processing_time", "place",
    "channel", "fee", "online", "legal_basis", "documents", "announced_by", "remark",
)  # fmt: skip


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
            yield from (_draft(decision, _report(path, line)) for line, decision in decisions_in_lines(path))
        else:
            yield _draft(decision_in_blocks(read_source(path)), ImportReport(path.name))
    except UnreadableError as reason:
        yield failed(path, reason.code, reason.values)


def _report(path: Path, line: int) -> ImportReport:
    report = ImportReport(path.name)
    report.line = line
    return report


def _draft(decision: Decision, report: ImportReport) -> Draft:
    spelling = Spelling(_running(decision))
    title = spelling.sentence(decision.title)
    title = title[:1].upper() + title[1:]
    entries: list[Value] = []
    report.tables = len(decision.tables)
    for (_, header, rows), change in zip(decision.tables, _changes_of_tables(decision), strict=True):
        if is_of_dossiers(header):
            report.note("import-table-of-dossiers", report.line, text=" | ".join(header), rows=len(rows))
        else:
            entries.extend(_entries(header, rows, change, report, spelling))
    report.rows = len(entries)
    record: dict[str, Value] = {
        "id": slug(" ".join(filter(None, (decision.number, decision.signed[:4])))) or "quyet-dinh-moi",
        "number": decision.number or None,
        "issuer": f"ubnd-{slug(decision.place)}" if decision.place and decision.number.endswith("-UBND") else None,
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


def _running(decision: Decision) -> Iterator[str]:
    yield from decision.leftovers
    for _, _, rows in decision.tables:
        yield from (cell for row in rows for cell in row)


def _changes_of_tables(decision: Decision) -> list[str]:
    """The change of each table: named above it or in its headings, else the only one that the title leaves open."""
    named = [change_in(above) or change_in(" ; ".join(header)) for above, header, _ in decision.tables]
    left = [change for change in changes_in(decision.title) if change not in named]
    only = left[0] if len(left) == 1 else changes_in(decision.title)[0] if len(changes_in(decision.title)) == 1 else ""
    return [change or only for change in named]


def _entries(
    header: Sequence[str], rows: Sequence[Sequence[str]], change: str, report: ImportReport, spelling: Spelling
) -> list[Value]:
    """The entries of one table; scraps of merged rows go to the entry above, headings are learned from and listed."""
    parts = read_parts(header)
    context = {"change": change}
    found: list[tuple[int, list[str], dict[str, str]]] = []
    mark = ""
    for number, row in enumerate(rows, start=1):
        if len([cell for cell in row if cell]) == 1 and _is_number(row[0]):
            mark = row[0]  # its other cells stand in a row of their own
            continue
        whole = [mark, *row] if mark and len(row) < len(parts) and not _is_number(row[0]) else list(row)
        mark, cells = "", aligned(whole, parts)
        if is_heading_row(cells, header):
            _learn_context(cells, context, spelling)
            report.note("import-row-passed", report.line or number, text=" | ".join(filter(None, cells)))
        elif found and is_scrap(cells, found[-1][1], parts):
            found[-1][1].extend(placed_scraps(found[-1][1], cells, parts))
        else:
            found.append((number, cells, dict(context)))
    entries: list[Value] = []
    last: dict[str, str] = {}
    for number, cells, known in found:
        text = " | ".join(filter(None, cells))
        if is_doubtful(cells, parts):
            filled = sum(map(bool, cells))
            report.note("import-row-short", report.line, row=number, count=filled, width=len(parts), text=text)
        entry = read_entry(cells, parts, header, last)
        if entry.get("code") or entry.get("name") or entry.get("new_name"):
            last = entry
            entries.append(_finished(entry, known, report))
        else:
            report.note("import-row-passed", report.line or number, text=text)
    return entries


def _is_number(text: str) -> bool:
    mark = read_mark(text)
    return mark is not None and mark.kind is MarkKind.NUMBER


def _finished(entry: dict[str, str], known: dict[str, str], report: ImportReport) -> Value:
    for key in ("change", "sector", "level"):
        if known.get(key):
            entry.setdefault(key, known[key])
    if not entry.get("change"):
        report.note("import-guess-no-change", report.line, name=entry.get("name", entry.get("code", "")))
    shown = (key for key in _KEYS if entry.get(key) or key in ("code", "change"))
    record: dict[str, Value] = {key: entry.get(key) or None for key in shown}
    if numbers := list(dict.fromkeys(citation.number for citation in find_citations(entry.get("legal_basis", "")))):
        record["documents"] = numbers
    return record


# How many procedures a heading says are below it: "(02 TTHC)", ": 05 thủ tục".
_COUNT = re.compile(r"[\s(:–-]*\b\d{1,3}\s*(?:tthc|thủ tục(?: hành chính)?|quy trình)?\s*\)?[\s.:]*$", re.IGNORECASE)


def _learn_context(cells: Sequence[str], context: dict[str, str], spelling: Spelling) -> None:
    text = split_mark(max(cells, key=len, default=""))[1]
    folded = fold(text)
    context["change"] = change_in(text) or context["change"]
    if match := re.search(r"cap (?:trung uong|tinh|huyen|xa|bo)", folded):
        context["level"] = text[match.start() : match.end()].lower() if len(folded) == len(text) else match[0]
    if folded.startswith("linh vuc"):
        sector = _COUNT.sub("", text[len("lĩnh vực") :]).strip(" :.–-")
        sector = spelling.sentence(sector) if in_capitals(sector) else sector
        context["sector"] = sector[:1].upper() + sector[1:]
