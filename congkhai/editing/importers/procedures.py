"""Importing procedures: each record of a register, a portal or a crawl becomes a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from congkhai.editing.importers.blocks import clean
from congkhai.editing.importers.house_yaml import Value, to_yaml
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.known_source import NOTHING_KNOWN, KnownSource
from congkhai.editing.importers.listing import to_markdown
from congkhai.editing.importers.procedure_files import procedure_records
from congkhai.editing.importers.procedure_parts import PARTS, rows_of, text_of
from congkhai.editing.importers.procedure_words import (
    absent_reason,
    applicant_ids,
    channel_id,
    code_problem,
    document_number,
    fee_kind,
    level_ids,
    sets_in,
    split_results,
    status_id,
)
from congkhai.editing.importers.sources.read import UnreadableError
from congkhai.foundation.text import slug

_Record = Mapping[str, Any]


def import_procedures(
    path: Path, report: ImportReport, known: KnownSource = NOTHING_KNOWN
) -> Iterator[tuple[str, str]]:
    """Draft each procedure of a file: (path below content/procedures, YAML); doubts go into the report."""
    try:
        taken: set[str] = set()
        for line, record in procedure_records(path, report):
            code = _text(record.get("code"))
            if not code:
                report.note("import-procedure-no-code", line, name=_text(record.get("name"))[:80])
                continue
            target = known.file_of(code, _target(record, code))
            if target in taken:
                report.note("import-procedure-twice", line, code=code)
                continue
            taken.add(target)
            report.rows += 1
            draft = draft_procedure(record, report, line)
            draft["sector"] = known.sector_of(_line(record, "field") or "", _sector_id(record)) or None
            report.needs(str(draft["sector"] or ""), _line(record, "field") or "", _line(record, "decision") or "")
            yield target, to_yaml(draft)
    except UnreadableError as reason:
        report.fail(reason.code, reason.values)


def draft_procedure(record: _Record, report: ImportReport, line: int = 0) -> dict[str, Value]:
    """One procedure in the form of content/procedures; facts as they stand, prose as Markdown lists."""
    record = {key: rows_of(key, value) if key in PARTS else value for key, value in record.items()}
    code = _text(record.get("code"))
    if wrong := code_problem(code):
        report.note("import-procedure-code", line, code=code, suggestion=wrong)
    draft: dict[str, Value] = {
        "code": code,
        "name": _text(record.get("name")).replace("\n", " ") or None,
        "sector": _sector_id(record) or None,
        "levels": level_ids(text_of(record.get("level"), between=", ")),
        "applicants": applicant_ids(text_of(record.get("applicants"), between=", ")),
        "agency": _line(record, "agency"),
        "competent_agency": _line(record, "competent_agency"),
        "coordinating_agencies": _line(record, "coordinating_agency"),
        "authorised_agency": _line(record, "authorised_agency"),
        "reception_address": _text(record.get("reception_address")) or None,
        "steps": _prose(record, "steps") or None,
        "submission": _submission(record, report, line),
        "dossier": _dossier(record, report, line),
        "dossier_sets": sets_in(_text(record.get("dossier_sets"))),
        "processing_time": _text(record.get("duration")) or None,
        "fees": _fees(record),
        "result": list(split_results(_text(record.get("result")))),
        "conditions": _conditions(record),
        "forms": _forms(record),
        "legal_basis": _legal_basis(record, report, line),
        "stated_basis": _stated_basis(record),
        "announcement": _line(record, "decision"),
        "status": status_id(_text(record.get("status"))),
        "keywords": [word for word in re.split(r"[,;»]\s*", text_of(record.get("keywords"), between=", ")) if word],
        "type": _line(record, "type"),
        "issuer_name": _line(record, "issuer"),
        "source": _source(record),
    }
    for key in ("name", "sector", "levels", "applicants", "agency", "steps", "processing_time", "dossier"):
        if not draft[key]:
            report.note("import-procedure-gap", line, code=code, key=key)
    return {key: value for key, value in draft.items() if value or key in ("code", "name", "sector", "agency")}


def _sector_id(record: _Record) -> str:
    return slug(_text(record.get("field")))[:80].rstrip("-")


def _target(record: _Record, code: str) -> str:
    """The file of a procedure: its sector's folder, its code as written (what no file name can hold as "-")."""
    name = re.sub(r"[^\w.-]", "-", code)
    return f"{slug(_text(record.get('field')))[:60] or 'chua-phan-loai'}/{name}.yaml"


def _text(value: object) -> str:
    return clean(text_of(value))


def _prose(record: _Record, key: str) -> str:
    """A text of several lines as Markdown; its own signs tell the levels of lists, so it comes as it stands."""
    return to_markdown(text_of(record.get(key)))


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
            "note": _text(item.get("description")),
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
    return {"absent": True, "reason": reason} if reason else _prose(record, "conditions") or None


def _forms(record: _Record) -> list[Value]:
    forms: list[Value] = []
    for item in _items(record, "forms"):
        file = _line(item, "file")
        pairs = {"name": _line(item, "document") or file, "file": file}  # the name of its file is a form's last name
        forms.append({key: value for key, value in pairs.items() if value})
    return [form for form in forms if form]


def _legal_basis(record: _Record, report: ImportReport, line: int) -> list[Value]:
    numbers: list[Value] = []
    for item in _items(record, "legal_basis"):
        written = " ".join((_text(item.get("number")) or _text(item.get("title"))).split())
        number, sound = document_number(written)
        if not sound and (item.get("number") or number == written):
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
