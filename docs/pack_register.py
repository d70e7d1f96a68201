"""Packs names of the national register of procedures into congkhai/knowledge/register/register.tsv.xz.

    python docs/pack_register.py FILE

FILE is procedures.jsonl or procedures.jsonl.xz: an object a line with code, name, field, level, agency,
competent_agency, decision and legal_basis. Only facts go into the package, no prose. Procedures of one province stay
out: what a province or its offices announced, and what no ministry announced and one province handles or its council
ordered. So do those between agencies (codes 5 and 6), which no citizen asks for.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from pathlib import Path
from typing import Any

from congkhai.foundation.text import nfc
from congkhai.knowledge.units import provinces, provinces_formed

PACKED = Path(__file__).resolve().parents[1] / "congkhai" / "knowledge" / "register" / "register.tsv.xz"
HEAD = "# Tên thủ tục trong Cơ sở dữ liệu quốc gia về thủ tục hành chính (dichvucong.gov.vn), bản lấy tháng 7/2026"
# Numbers of decisions of provinces and their offices, of a ministry, the State Bank or another central body.
_BY_PROVINCE = re.compile(r"UBND|TTPVHCC|QĐ-VP(?!CP)|/TTr-", re.IGNORECASE)
_BY_MINISTRY = re.compile(r"Q[ĐD]-(?:B[A-Z]|NH|TTCP|UBDT|TANDTC|VKS|TW|HĐ)|QĐ/\d+-B")
# Orders of a province among the legal bases.
_LOCAL_ORDER = re.compile(r"(?:QĐ|NQ|QD)\s*[-–/]\s*(?:UBND|HĐND)")
_INTERNAL = ("5.", "6.")
_LEVELS = {"cấp bộ": "C", "cấp bộ/trung ương": "C", "cấp tỉnh": "P", "cấp xã": "X"}
_LONGEST = 90  # signs of who handles: further agencies are left out


def main(file: Path) -> None:
    """Write the packed table: code, name, sector, levels, who receives."""
    data = file.read_bytes()
    lines = (lzma.decompress(data) if file.suffix == ".xz" else data).decode("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    kept = [one for one in records if not one["code"].startswith(_INTERNAL) and not _is_local(one)]
    rows = sorted({_row(one) for one in kept}, key=lambda row: (row[2], row[0]))
    text = nfc("\n".join((HEAD, *("\t".join(row) for row in rows))) + "\n")
    PACKED.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(records)} records, {len(rows)} rows, {PACKED.stat().st_size} bytes")


def _is_local(record: dict[str, Any]) -> bool:
    """Whether a procedure is that of one province."""
    decision, agencies = record["decision"] or "", _agencies(record["agency"])
    if _BY_PROVINCE.search(decision):
        return True
    if _BY_MINISTRY.search(decision):
        return False
    orders = " ".join(basis["number"] or "" for basis in record["legal_basis"] or ())
    named = [_province_in(one) for one in agencies]
    return bool(
        _LOCAL_ORDER.search(orders) or _province_in(record["name"]) or (named and all(named) and len(set(named)) == 1)
    )


def _row(record: dict[str, Any]) -> tuple[str, ...]:
    levels = {_LEVELS.get(level.strip().lower(), "") for level in (record["level"] or "").split(",")}
    found = _line(record["code"]), _name(record["name"]), _line(record["field"] or ""), "".join(sorted(levels))
    return *found, _who(record)


def _who(record: dict[str, Any]) -> str:
    """Who receives, without the province that the record happened to name; the first of many."""
    for text in (record["agency"], record["competent_agency"]):
        agencies = list(dict.fromkeys(_agency(one) for one in _agencies(text)))
        kept: list[str] = []
        for one in filter(None, agencies):
            if kept and len(", ".join((*kept, one))) > _LONGEST:
                break
            kept.append(one)
        if kept:
            return ", ".join(kept)
    return ""


def _agencies(text: str | None) -> list[str]:
    return [one for one in (text or "").split(", ") if one.strip()]


def _agency(text: str) -> str:
    """An agency as sentences name it: "Công an cấp Xã" is "Công an cấp xã"; "…_old" was renamed."""
    name = _PLACE.sub("", _line(text)).strip(" -.").removesuffix("_old")
    return re.sub(r"\b[Cc]ấp (Xã|Tỉnh|Bộ)\b", lambda found: f"cấp {found[1].lower()}", name)


def _name(text: str) -> str:
    """A name in sentence case, where the register has it in capitals."""
    name = _line(text).strip(". ")
    return name.capitalize() if name.isupper() else name


def _line(text: str) -> str:
    return " ".join(text.split())


def _names() -> str:
    """All names that provinces have and had, the longest first, as a pattern."""
    former = (re.sub(r"^(?:Tỉnh|Thành phố) ", "", old) for one in provinces_formed() for old in one.of)
    names = {*(unit.bare for unit in provinces()), *former}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_PROVINCE = re.compile(rf"(?<!\w)(?:{_names()})(?!\w)")
# A province behind the kind of agency: "Sở Tư pháp Thành phố Hà Nội", "… - tỉnh Gia Lai", "… TP.Đà Nẵng".
_PLACE = re.compile(
    rf"\s*(?:-\s*)?(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s*(?:{_names()}|HCM)(?!\w)|\s*-\s*(?:{_names()})(?!\w)"
)


def _province_in(text: str) -> str:
    found = set(_PROVINCE.findall(text))
    return found.pop() if len(found) == 1 else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
