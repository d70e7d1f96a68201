"""A draft plan as a record: keys in the order of the house, and a note for each that was guessed or not found."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from congkhai.editing.importers.head import Head
from congkhai.editing.importers.heads.letterhead import issuer_id
from congkhai.editing.importers.house_yaml import Value
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.tables.columns import FIELDS, Role
from congkhai.editing.importers.tables.tree import Node
from congkhai.foundation.labels import load_labels
from congkhai.foundation.text import fold, slug
from congkhai.records.position import is_dash

_TYPES = {"chương trình": "programme", "đề án": "project", "dự án": "project"}
_TITLE_LENGTH = 50  # letters of an id that a title gives
_KIND = re.compile(r"^(?:ke hoach|quyet dinh|chuong trinh|thong bao)\s+(?:ve viec\s+|ve\s+)?")


def plan_record(
    head: Head, sections: Sequence[Node], report: ImportReport, *, territory: str, year: int | None
) -> dict[str, Value]:
    """The record of a plan, but for duties, recipients and note; `territory` and `year` overrule what was read."""
    area = territory or slug(head.area)
    plan_year = str(year) if year else head.year
    until = head.until if head.until > plan_year else ""
    record: dict[str, Value] = {
        "id": plan_id(head, area, plan_year),
        "type": _TYPES.get(head.kind, "plan"),
        "title": head.title or None,
        "number": head.number or None,
        "territory": area or None,
        "issuer": issuer_id(head.letterhead, head.symbol, area),
        "signer": {"name": head.signer, "post": head.post} if head.signer else None,
        "signed": head.signed or None,
        "year": plan_year or None,
        **({"until": until} if until else {}),
        "implements": list(head.implements),
        "legal_basis": list(head.legal_basis),
        "source": {"text": None, "file": report.path},
        "summary": None,
        "sections": _records(sections),
    }
    _note_guesses(record, head, report, territory=territory, year=year)
    return record


def plan_id(head: Head, area: str, year: str) -> str:
    """The id of a plan: its place, its number (else its title) and its year, so that no two documents share one."""
    signed = head.signed[:4] or year
    if head.number:
        return "-".join(filter(None, (area, slug(head.number), signed if signed not in head.number else "")))
    words = [word for word in slug(_KIND.sub("", fold(head.title))).split("-") if word not in area.split("-")]
    title = (
        "-".join(words)[:_TITLE_LENGTH].rpartition("-")[0] if len("-".join(words)) > _TITLE_LENGTH else "-".join(words)
    )
    return "-".join(filter(None, (area, title, year if year not in title else ""))) or "ke-hoach-moi"


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
        "until": True,
        "number": head.from_annex,
        "signed": head.from_annex,
        "implements": bool(head.implements),
    }
    for key, is_guess in guessed.items():
        if is_guess and record.get(key):
            value = record[key]
            report.note("import-guess", key=key, value=value if isinstance(value, str) else "; ".join(head.implements))
    for key in ("title", "number", "territory", "issuer", "signer", "signed", "year", "summary"):
        if not record[key]:
            report.note("import-missing", key=key)


def _records(nodes: Sequence[Node], group: str = "") -> list[Value]:
    """The records of neighbours in a group; what is odd in their numbers is said in a note: the document has it so."""
    numbered = any(node.number and not is_dash(node.number) for node in nodes)
    seen: set[str] = set()
    records: list[Value] = []
    for node in nodes:
        note = _number_note(node, seen, group) if numbered and node.kind != "made" else ""
        seen.add(node.number or "")
        records.append(_item_record(node) | ({"note": note} if note else {}))
    return records


def _number_note(node: Node, seen: Container[str], group: str) -> str:
    """What an editor would have to say of a row's number, "" where it is in order."""
    if node.shares_number:
        return load_labels()("import.note.shares-number")
    if not node.number:
        return load_labels()("import.note.no-number")
    if node.number in seen and not is_dash(node.number):
        return load_labels()("import.note.number-repeats", number=node.number)
    # "2.2" behind "3.1" takes up again a group that was left.
    above, _, own = node.number.rpartition(".")
    is_other = own.isdigit() and above.isdigit() and group.isdigit() and above != group
    return load_labels()("import.note.other-group", number=node.number, group=group) if is_other else ""


def _item_record(node: Node) -> dict[str, Value]:
    record: dict[str, Value] = {"number": node.number, "title": node.title}
    if not node.heading:
        fields = dict(node.fields)
        return record | {role.value: fields[role] for role in (*FIELDS, Role.REMARK) if role in fields}
    if node.text:
        record["text"] = node.text
    return record | {"items": _records(node.items, (node.number or "").strip(" ."))}
