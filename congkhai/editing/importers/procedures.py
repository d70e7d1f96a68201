"""Importing procedures: the JSON lines of a register, or the list that the national portal exports as .xlsx."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from congkhai.editing.importers.blocks import Grid, clean
from congkhai.editing.importers.house_yaml import Value, to_yaml
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.listing import to_markdown
from congkhai.editing.importers.procedure_words import (
    absent_reason,
    applicant_ids,
    channel_id,
    code_problem,
    document_number,
    fee_kind,
    level_ids,
    split_results,
)
from congkhai.editing.importers.sources.read import UnreadableError, read_source
from congkhai.foundation.text import fold, slug

_MOST_BYTES = 500_000_000  # unpacked
_LONGEST_LINE = 5_000_000  # characters
_Record = Mapping[str, Any]
# The headings of the portal's list, folded.
_LIST_KEYS = {
    "ma so": "code", "ma tthc": "code", "ma thu tuc": "code", "ten": "name", "ten tthc": "name",
    "ten thu tuc hanh chinh": "name", "ten thu tuc": "name", "co quan ban hanh": "issuer",
    "co quan thuc hien": "agency", "linh vuc": "field", "cap thuc hien": "level", "loai tthc": "type",
    "loai thu tuc": "type", "tinh trang": "status", "quyet dinh cong bo": "decision",
}  # fmt: skip


def import_procedures(path: Path, report: ImportReport) -> Iterator[tuple[str, str]]:
    """Draft each procedure of a file: (path below content/procedures, YAML); doubts go into the report."""
    try:
        records = _from_list(path) if path.suffix.casefold() in (".xlsx", ".xlsm") else _from_lines(path, report)
        taken: set[str] = set()
        for line, record in records:
            code = _text(record.get("code"))
            if not code:
                report.note("import-procedure-no-code", line, name=_text(record.get("name"))[:80])
                continue
            target = _target(record, code)
            if target in taken:
                report.note("import-procedure-twice", line, code=code)
                continue
            taken.add(target)
            report.rows += 1
            report.needs(_sector_id(record), _line(record, "field") or "", _line(record, "decision") or "")
            yield target, to_yaml(draft_procedure(record, report, line))
    except UnreadableError as reason:
        report.fail(reason.code, reason.values)


def draft_procedure(record: _Record, report: ImportReport, line: int = 0) -> dict[str, Value]:
    """One procedure in the form of content/procedures; facts as they stand, prose as Markdown lists."""
    code = _text(record.get("code"))
    if wrong := code_problem(code):
        report.note("import-procedure-code", line, code=code, suggestion=wrong)
    draft: dict[str, Value] = {
        "code": code,
        "name": _text(record.get("name")).replace("\n", " ") or None,
        "sector": _sector_id(record) or None,
        "levels": level_ids(_text(record.get("level"))),
        "applicants": applicant_ids(_text(record.get("applicants"))),
        "agency": _line(record, "agency"),
        "competent_agency": _line(record, "competent_agency"),
        "coordinating_agencies": _line(record, "coordinating_agency"),
        "authorised_agency": _line(record, "authorised_agency"),
        "reception_address": _text(record.get("reception_address")) or None,
        "steps": to_markdown(_text(record.get("steps"))) or None,
        "submission": _submission(record, report, line),
        "dossier": _dossier(record, report, line),
        "processing_time": _text(record.get("duration")) or None,
        "fees": _fees(record),
        "result": list(split_results(_text(record.get("result")))),
        "conditions": _conditions(record),
        "forms": _forms(record),
        "legal_basis": _legal_basis(record, report, line),
        "stated_basis": _stated_basis(record),
        "announcement": _line(record, "decision"),
        "status": "in_force",
        "published": None,
        "keywords": [word for word in re.split(r"[,;»]\s*", _text(record.get("keywords"))) if word],
        "type": _line(record, "type"),
        "issuer_name": _line(record, "issuer"),
        "source": _source(record),
        "note": None,
    }
    for key in ("name", "sector", "levels", "applicants", "agency", "steps", "processing_time", "dossier"):
        if not draft[key]:
            report.note("import-procedure-gap", line, code=code, key=key)
    return {key: value for key, value in draft.items() if value or key in ("code", "name", "sector", "agency")}


def _from_lines(path: Path, report: ImportReport) -> Iterator[tuple[int, _Record]]:
    opener = lzma.open if path.suffix.casefold() == ".xz" else open
    read = 0
    try:
        with opener(path, "rt", encoding="utf-8", errors="replace") as stream:
            for number, line in enumerate(iter(lambda: stream.readline(_LONGEST_LINE), ""), start=1):
                read += len(line)
                if read > _MOST_BYTES:
                    raise UnreadableError("import-file-too-large", limit=_MOST_BYTES // 1_000_000)
                if line.strip():
                    yield from ((number, record) for record in _parsed(line, number, report))
    except (OSError, lzma.LZMAError, EOFError):
        raise UnreadableError("import-file-corrupt") from None


def _parsed(line: str, number: int, report: ImportReport) -> Iterator[_Record]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if isinstance(record, dict):
        yield record
    else:
        report.note("import-line-json", number)


def _from_list(path: Path) -> Iterator[tuple[int, _Record]]:
    for block in read_source(path):
        if not isinstance(block, Grid):
            continue
        keys: list[str] = []
        for index, row in enumerate(block.rows):
            found = [_LIST_KEYS.get(fold(cell.text).strip(" .:"), "") for cell in row]
            if {"code", "name"} <= set(found):
                keys = found
            elif keys:
                record = {key: cell.text for key, cell in zip(keys, row, strict=False) if key}
                if any(record.values()):
                    yield block.line_of(index), record


def _sector_id(record: _Record) -> str:
    return slug(_text(record.get("field")))[:80].rstrip("-")


def _target(record: _Record, code: str) -> str:
    """The file of a procedure: its sector's folder, its code as written (what no file name can hold as "-")."""
    name = re.sub(r"[^\w.-]", "-", code)
    return f"{slug(_text(record.get('field')))[:60] or 'chua-phan-loai'}/{name}.yaml"


def _text(value: object) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    return clean(str(value))


def _line(record: _Record, key: str) -> str | None:
    return " ".join(_text(record.get(key)).split()) or None


def _items(record: _Record, key: str) -> list[_Record]:
    value = record.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _submission(record: _Record, report: ImportReport, line: int) -> list[Value]:
    rows: list[Value] = []
    for item in _items(record, "submission"):
        channel = channel_id(_text(item.get("channel")))
        if not channel:
            text = _text(item.get("channel"))
            report.note("import-procedure-channel", line, code=_text(record.get("code")), text=text)
        pairs = {
            "channel": channel or None,
            "time": _text(item.get("duration")),
            "fee": _text(item.get("fee")),
            "note": to_markdown(_text(item.get("description"))),
        }
        rows.append({key: value for key, value in pairs.items() if value or key == "channel"})
    return rows


def _dossier(record: _Record, report: ImportReport, line: int) -> list[Value]:
    """The cases in order, each with its components; a component without a name stays, and is noted."""
    cases: dict[str, list[Value]] = {}
    for item in _items(record, "dossier"):
        name = _text(item.get("name"))
        if not name:
            report.note("import-procedure-nameless", line, code=_text(record.get("code")))
        component: dict[str, Value] = {"name": name or None}
        component |= {key: _count(item.get(key)) for key in ("originals", "copies")}
        cases.setdefault(_text(item.get("case")), []).append(component)
    return [{**({"case": case} if case else {}), "components": components} for case, components in cases.items()]


def _count(value: object) -> int | str | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else _text(value) or None


def _fees(record: _Record) -> list[Value]:
    """The fee as worded; "0 VNĐ" with words beside it does not say that nothing is due, so no amount is drawn."""
    text = _text(record.get("fee"))
    return [{"kind": fee_kind(text), "text": text}] if text else []


def _conditions(record: _Record) -> Value:
    text = _text(record.get("conditions"))
    reason = absent_reason(text)
    return {"absent": True, "reason": reason} if reason else to_markdown(text) or None


def _forms(record: _Record) -> list[Value]:
    forms: list[Value] = []
    for item in _items(record, "forms"):
        pairs = {"name": _line(item, "document"), "file": _line(item, "file")}
        forms.append({key: value for key, value in pairs.items() if value})
    return [form for form in forms if form]


def _legal_basis(record: _Record, report: ImportReport, line: int) -> list[Value]:
    numbers: list[Value] = []
    for item in _items(record, "legal_basis"):
        written = " ".join((_text(item.get("number")) or _text(item.get("title"))).split())
        number, sound = document_number(written)
        if not sound:
            report.note("import-procedure-document", line, code=_text(record.get("code")), text=written)
        if number and number not in numbers:
            numbers.append(number)
    return numbers


def _stated_basis(record: _Record) -> list[Value]:
    """The legal bases as they stand, with their titles: no spelling is put right here."""
    rows = (
        {key: " ".join(_text(item.get(key)).split()) for key in ("number", "title", "issuer", "date")}
        for item in _items(record, "legal_basis")
    )
    return [{key: value for key, value in row.items() if value} for row in rows]


def _source(record: _Record) -> Value:
    url = _text(record.get("detail_url"))
    return {"url": url} if url.startswith("https://") else None
