"""Rows of a table of procedures: headings told from entries, cells put under their columns, codes found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congkhai.editing.importers.changes import change_in
from congkhai.editing.importers.likeness import in_capitals, looks_like_agency
from congkhai.editing.importers.marks import MarkKind, read_mark, split_mark
from congkhai.editing.importers.tables.decision_headings import Part, holds_code, is_decision_heading
from congkhai.foundation.text import fold

# A code of a procedure, local and damaged forms too: 1.001193, 1.014466.H12, 1.003.500, 1.008377.000.00.00.H13.
# Before 2019 codes began with the place: T-BTR-123456-TT.
_CODE = re.compile(
    r"\b(?:\d\.\d{3}\.?\d{3,4}(?:\.\d{2,3})*(?:\.?[-.][A-Za-z]\w{1,5})?|[A-Z]{1,2}-[A-Z]{2,5}-\d{4,}(?:-TT)?)\b"
)
# What is left at the end of a name when its code is taken out: "(Mã TTHC: )", a slash, a comma.
_CODE_WORDS = re.compile(r"\(?\s*(?:Mã(?: số)?(?: TTHC)?\s*:?)?\s*\)?[\s/;,.]*$", re.IGNORECASE)
# A heading inside a table, and the lower half of a two-row heading; over folded text.
_HEADING = re.compile(r"linh vuc|thu tuc hanh chinh|danh muc|cap (?:trung uong|tinh|huyen|xa)|tthc\b|phan ")
_LOWER_HEADING = re.compile(
    r"^(?:toan trinh|mot phan|truc tuyen|truc tiep|dich vu bcci|buu chinh|trung tam phuc vu|bo phan)"
)
# The row below the headings that numbers the columns: "(1)", "2".
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")
_SAME_AS_ABOVE = re.compile(r"nhu tren|nt|[\"”“-]\s*(?:nt|nhu tren)?\s*[\"”“-]")


def aligned(cells: list[str], parts: Sequence[Part]) -> list[str]:
    """The cells under their columns where a merged number or code is missing: a code belongs in the column of codes.

    What stands in that column of a short row and is no code belongs behind it.
    """
    if Part.CODE not in parts or len(cells) < 2 or len(cells) >= len(parts):
        return cells
    column = parts.index(Part.CODE)
    at = next((index for index, cell in enumerate(cells) if _CODE.fullmatch(cell)), None)
    if at is not None:
        return [""] * (column - at) + cells
    first = 0 if parts[0] is not Part.NUMBER or read_mark(cells[0]) else 1
    cells = [""] * first + cells
    return [*cells[:column], "", *cells[column:]] if len(cells) < len(parts) and column < len(cells) else cells


def is_doubtful(cells: Sequence[str], parts: Sequence[Part]) -> bool:
    """Whether cells of a short row may stand in the wrong column: no code in its own says otherwise."""
    if len([cell for cell in cells if cell]) >= len(parts) - 1 or len(parts) < 3:
        return False
    column = parts.index(Part.CODE) if Part.CODE in parts else len(cells)
    return not (column < len(cells) and _CODE.search(cells[column]))


def is_scrap(cells: Sequence[str], above: Sequence[str], parts: Sequence[Part]) -> bool:
    """Whether one or two cells are the rest of the row above, which lacks its last columns."""
    filled = [cell for cell in cells if cell]
    if filled and all(len(cell) < 3 and cell.isalpha() for cell in filled):
        return True
    return len(filled) == len(cells) < 3 and len(above) < len(parts) and not read_mark(cells[0])


def placed_scraps(above: Sequence[str], cells: Sequence[str], parts: Sequence[Part]) -> list[str]:
    """The scraps with blanks before them where the next column cannot be theirs (an agency is no sector)."""
    column = len(above)
    if column >= len(parts):
        return list(cells)
    shift = parts[column] is Part.SECTOR and looks_like_agency(cells[0]) and Part.AGENCY in parts[column:]
    return ["", *cells] if shift else list(cells)


def is_heading_row(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Whether a row is a heading ("A. Cấp trung ương", "I | LĨNH VỰC …"), a second row of headings or blank."""
    filled = [cell for cell in cells if cell]
    if any(_CODE.search(cell) for cell in filled):
        return False
    if not filled or is_decision_heading(cells) or all(_COLUMN_NUMBER.fullmatch(cell) for cell in filled):
        return len(filled) != 1
    if len(filled) == 2 and (mark := read_mark(cells[0])):
        return mark.kind is not MarkKind.NUMBER or _is_loud(filled[1])
    alone = len(filled) == 1 and len(filled[0]) > 3
    loud = split_mark(filled[0])[0] is not None or _is_loud(filled[0])
    lower_heading = len(filled) < 4 and len(header) > 4 and all(_LOWER_HEADING.search(fold(cell)) for cell in filled)
    return (alone and loud) or (lower_heading and len(filled) > 1)


def _is_loud(text: str) -> bool:
    return in_capitals(text) or bool(_HEADING.match(fold(text)))


def read_entry(cells: list[str], parts: Sequence[Part], header: Sequence[str], last: dict[str, str]) -> dict[str, str]:
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
    _find_code(entry, header, parts)
    if "remark" in entry and change_in(entry["remark"]):
        entry["change"] = change_in(entry["remark"])
    if others:
        entry["remark"] = "\n".join(filter(None, (entry.get("remark", ""), *others)))
    return entry


def _find_code(entry: dict[str, str], header: Sequence[str], parts: Sequence[Part]) -> None:
    """The code out of its column, else out of the name; what is none goes to the remark under its heading."""
    stated = entry.pop("code", "")
    if stated:
        found = _CODE.search(stated)
        rest = stated.replace(found[0], "", 1).strip(" \n;,()") if found else stated
        entry |= {"code": found[0]} if found else {}
        if rest:
            heading = header[parts.index(Part.CODE)] if Part.CODE in parts[: len(header)] else ""
            entry["remark"] = "\n".join(filter(None, (entry.get("remark", ""), f"{heading}: {rest}".strip(": "))))
    match = _CODE.search(entry.get("name", "")) if "code" not in entry else None
    if match:
        entry["code"] = match[0]
        if any(holds_code(heading) for heading in header):
            rest = entry["name"][: match.start()] + entry["name"][match.end() :]
            entry["name"] = _CODE_WORDS.sub("", rest).strip()
