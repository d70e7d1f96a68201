"""Where the page and the files of each record live."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from congkhai.knowledge.urls.chapters import (
    ABBREVIATIONS,
    AGENCIES,
    CODES,
    DATA,
    DECISIONS,
    DOCUMENTS,
    DUE_TABLES,
    FILES,
    POSTING,
    PROCEDURES,
    PROCESSES,
    SECTORS,
    SELF_SCORING,
    TERRITORIES,
    WINDOW_LISTS,
)

_UNIT_SLUGS = {"working_days": "ngay-lam-viec", "days": "ngay", "months": "thang", "hours": "gio"}
_UNSAFE = re.compile(r"[^0-9A-Za-z.-]")  # what is no letter, digit, dot or hyphen


@lru_cache(maxsize=1 << 14)  # each row is linked from many lists
def agency_url(agency_id: str) -> str:
    """The page of an agency, a group or a collective phrase."""
    return f"{AGENCIES}{agency_id}/"


def territory_url(territory_id: str) -> str:
    """The page of a territory: its plans and agencies."""
    return f"{TERRITORIES}{territory_id}/"


def document_url(document_id: str) -> str:
    """The page of a document."""
    return f"{DOCUMENTS}{document_id}/"


def abbreviation_url(short: str) -> str:
    """The entry of an abbreviation on the glossary page; spellings that differ only in case or sign stay apart."""
    return f"{ABBREVIATIONS}#{short.replace(' ', '_')}"


@lru_cache(maxsize=1 << 14)
def procedure_url(code: str) -> str:
    """The page of a procedure; marks that not every system allows in a file name become hyphens."""
    return f"{PROCEDURES}{_UNSAFE.sub('-', code).rstrip('.')}/"


def process_url(process_id: str) -> str:
    """The page of an internal or electronic process."""
    return f"{PROCESSES}{process_id}/"


def window_list_url(list_id: str) -> str:
    """The page of an official list of the single window."""
    return f"{WINDOW_LISTS}{list_id}/"


def assessment_url(assessment_id: str) -> str:
    """The page of an assessment by a set of criteria."""
    return f"{SELF_SCORING}{assessment_id}/"


def sheet_url(code: str) -> str:
    """The sheet of a procedure for the wall."""
    return f"{procedure_url(code)}niem-yet/"


def codes_url(beginning: str = "") -> str:
    """All procedures by code, or those whose code begins so: "1.001" → thu-tuc/theo-ma/1-001/."""
    return f"{CODES}{_UNSAFE.sub('-', beginning).replace('.', '-')}/" if beginning else CODES


def procedures_url(facet: str, value: str) -> str:
    """The procedures of one level, applicant, life event, online level or agency."""
    return f"{PROCEDURES}{facet}/{value}/"


def due_table_url(amount: int, unit: str, late_hour: int | None) -> str:
    """When a result is due that takes so many working_days, days, months or hours."""
    late = "" if late_hour is None else f"-{late_hour}h"
    return f"{DUE_TABLES}{amount}-{_UNIT_SLUGS[unit]}{late}/"


def sheet_anchor(code: str) -> str:
    """The id of the sheet of a procedure on a page of a kit."""
    return f"to-{_UNSAFE.sub('-', code)}"


def list_page(url: str, which: int | str) -> str:
    """A page of a long list by its number, the first is the list itself; or by the code that it begins with."""
    if isinstance(which, str):
        return f"{url}tu-{_UNSAFE.sub('-', which).rstrip('.')}/"
    return url if which == 1 else f"{url}trang-{which}/"


def sector_url(sector_id: str) -> str:
    """The procedures of a sector."""
    return f"{SECTORS}{sector_id}/"


def decision_url(announcement_id: str) -> str:
    """The page of an announcing decision."""
    return f"{DECISIONS}{announcement_id}/"


def kit_url(level: str, sector_id: str = "") -> str:
    """The posting kit of a level, or its part for one sector."""
    return f"{POSTING}{level}/{sector_id}/" if sector_id else f"{POSTING}{level}/"


def kit_list_url(level: str, sector_id: str) -> str:
    """The list of one sector of a posting kit that is too long for one page."""
    return f"{kit_url(level, sector_id)}danh-muc/"


def posting_pdf_url(url: str) -> str:
    """A page for the wall as PDF, written with `build --posting`."""
    return f"{url}niem-yet.pdf"


def audit_url(posting_id: str) -> str:
    """What is out of date on the wall of an office."""
    return f"{POSTING}kiem-tra/{posting_id}/"


def file_url(path: str) -> str:
    """A file below content/files, published as it is."""
    return f"{FILES}{quote(path)}"


def prose_url(page_id: str) -> str:
    """A prose page."""
    return f"{page_id}/"


def relative(from_url: str, to_url: str) -> str:
    """The link from one page to another that works in any folder: "../../co-quan/x/"."""
    depth = from_url.count("/")
    return "../" * depth + to_url or "./"


def calendar_url(url: str) -> str:
    """The calendar (iCalendar) of a plan, an agency, or the whole portal."""
    return f"{url}lich.ics"


def feed_url(url: str) -> str:
    """The feed (Atom) of a plan, an agency, or the whole portal."""
    return f"{url}thay-doi.xml"


# The files that each whole data set has, by the ends of their names.
DATA_FORMS = ("xlsx", "csv", "jsonl", "schema.json", "jsonld")


def data_url(name: str, form: str) -> str:
    """A file of a data set."""
    return f"{DATA}{name}.{form}"


def part_url(folder: str, name: str, part: str, form: str) -> str:
    """A file of the part of a data set that belongs to one plan, agency, sector or year; `folder` says which."""
    return f"{DATA}{folder}{name}-{_UNSAFE.sub('-', part)}.{form}"
