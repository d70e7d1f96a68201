"""Lists of agencies or communes (Excel, CSV, Word, web) as entries: the name of each, and where it is reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from congkhai.editing.importers.blocks import Grid, Row
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.sources.read import UnreadableError, read_source
from congkhai.foundation.text import collapse, fold
from congkhai.records.model.fields import is_url

NAME, ALIASES = "name", "aliases"
# What a heading says its column holds, over folded text; the first that fits.
_HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("", re.compile(r"(?:so )?(?:s?tt|thu tu)\b|ma\b|ghi chu|nguoi|ho (?:va )?ten|chuc vu|lanh dao|chu tich")),
    (ALIASES, re.compile(r"(?:ten )?viet tat|ten (?:khac|goi khac|cu)")),
    ("address", re.compile(r"dia chi|tru so|noi (?:lam viec|dat)")),
    ("phone", re.compile(r"(?:so )?(?:dien thoai|d\.?t\b|hotline|duong day nong)|sdt|dien thoai")),
    ("email", re.compile(r"(?:dia chi )?e-?mail|thu dien tu|hop thu|thu cong vu")),
    ("url", re.compile(r"web|trang (?:thong tin|web|tin)|cong thong tin")),
    ("hours", re.compile(r"gio\b|thoi gian (?:lam viec|tiep)")),
    ("office", re.compile(r"bo phan|noi tiep nhan|dia diem tiep nhan|phong so")),
    (NAME, re.compile(r"ten\b|(?:danh sach )?(?:cac )?(?:co quan|don vi|so\b|phong|ban\b|xa\b|phuong|dia phuong)")),
)
# An address of mail is no address of a house.
_MAIL_FIRST = re.compile(r"dia chi (?:e-?mail|thu|hop thu|web|trang)")
_LONGEST_HEADING = 60
# A number of a telephone from which a spreadsheet has taken the zero in front; service numbers have none.
_CUT_PHONE = re.compile(r"(?!1[89]00)[1-9]\d{8,9}")


class ListedAgency(Struct, frozen=True):
    """A row of a list: the name as it stands there, other names, what says where it is reached, and its place."""

    name: str
    aliases: tuple[str, ...]
    contact: Mapping[str, str]
    line: int


def listed_agencies(path: Path, report: ImportReport) -> tuple[ListedAgency, ...]:
    """The rows of all lists of a file; the report tells what was mended, and columns that have no place."""
    try:
        blocks = read_source(path, report)
    except UnreadableError as reason:
        report.fail(reason.code, reason.values)
        return ()
    found = tuple(agency for block in blocks if isinstance(block, Grid) for agency in _of_grid(block, report))
    if not found:
        report.note("import-no-agencies")
    report.rows = len(found)
    return found


def _of_grid(grid: Grid, report: ImportReport) -> Iterator[ListedAgency]:
    columns: Sequence[str] = ()
    names: tuple[str, ...] = ()
    for at, row in enumerate(grid.rows):
        texts = tuple(cell.own for cell in row)
        if not columns and (headings := _headings(row)):
            columns, names = headings, texts
            _tell_columns(row, columns, grid.line_of(at), report)
            report.tables += 1
        elif columns and texts != names and (agency := _agency(row, columns, grid.line_of(at), report)):
            yield agency


def _headings(row: Row) -> Sequence[str]:
    """What each column holds where a row names them: one is the name, another says something of it."""
    found = [_meaning(cell.own) for cell in row]
    named = set(filter(None, found))
    return found if NAME in named and (len(named) > 1 or "" in found[:1]) else ()


def _meaning(text: str) -> str:
    folded = fold(collapse(text)).strip(" .:*()")
    if not folded or len(folded) > _LONGEST_HEADING:
        return ""
    if _MAIL_FIRST.match(folded):
        folded = folded.removeprefix("dia chi ")
    return next((role for role, words in _HEADINGS if words.match(folded)), "")


def _tell_columns(row: Row, columns: Sequence[str], line: int, report: ImportReport) -> None:
    passed = [cell.own for cell, role in zip(row, columns, strict=False) if cell.own and not role]
    left = [text for text in passed if not re.match(r"(?:s?tt|so tt|thu tu)\b", fold(text))]
    if left:
        report.note("import-agency-columns", line, columns="; ".join(map(collapse, left)))


def _agency(row: Row, columns: Sequence[str], line: int, report: ImportReport) -> ListedAgency | None:
    cells: dict[str, str] = {}
    for cell, role in zip(row, columns, strict=False):
        if role and cell.own and role not in cells:
            cells[role] = ", ".join(collapse(part) for part in cell.own.split("\n") if part.strip())
    name = cells.pop(NAME, "").strip(" ,.;:-–")
    # A row that only numbers the columns, or a total: "Cộng", which is no "Công an".
    if not any(char.isalpha() for char in name) or name.casefold().startswith(("tổng cộng", "tổng số", "cộng")):
        return None
    aliases = tuple(filter(None, (part.strip() for part in re.split(r"[,;]", cells.pop(ALIASES, "")))))
    return ListedAgency(name, aliases, dict(_contact(cells, line, report)), line)


def _contact(cells: Mapping[str, str], line: int, report: ImportReport) -> Iterator[tuple[str, str]]:
    for role, text in cells.items():
        if role == "phone" and _CUT_PHONE.fullmatch(text):
            report.note("import-agency-phone", line, phone=text)
            yield role, f"0{text}"
        elif role == "url" and not is_url(text):
            address = f"https://{text}"
            report.note("import-agency-url" if is_url(address) else "import-agency-no-url", line, url=text)
            if is_url(address):
                yield role, address
        else:
            yield role, text
