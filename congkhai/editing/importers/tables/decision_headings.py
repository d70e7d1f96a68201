"""What each column is for in the tables of decisions that announce procedures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from congkhai.editing.importers.marks import read_mark
from congkhai.foundation.text import fold


class Part(StrEnum):
    """What a column of such a table holds; the values are the keys of an entry."""

    NUMBER = "number"
    CODE = "code"
    NAME = "name"
    NEW_NAME = "new_name"
    TIME = "processing_time"
    PLACE = "place"
    CHANNEL = "channel"
    FEE = "fee"
    LEGAL_BASIS = "legal_basis"
    SECTOR = "sector"
    AGENCY = "agency"
    COMPETENT = "competent_agency"
    LEVEL = "level"
    ONLINE = "online"
    DECISION = "announced_by"
    CHANGE = "change"
    REMARK = "remark"
    OTHER = "other"


# The first pattern (over folded text) that is found decides.
_PATTERNS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (Part.NUMBER, re.compile(r"^(?:so )?(?:s?tt|thu tu)$")),
    (Part.DECISION, re.compile(r"quyet dinh (?:da )?cong bo|so qd|quyet dinh cong bo")),
    (Part.NEW_NAME, re.compile(r"ten .*(?:tthc|thu tuc)(?!.*(?:duoc|bi) thay the).* thay the$|^ten (?:tthc|"
                               r"thu tuc hanh chinh) thay the")),
    (Part.LEGAL_BASIS, re.compile(r"can cu|co so phap ly|(?:ten )?v(?:an )?b(?:an)?\\b.*quy dinh|vbqppl|"
                                  r"van ban (?:quy|phap)|"
                                  r"van ban, quy dinh|^van ban")),
    (Part.NAME, re.compile(r"^ten\b|ten (?:tthc|thu tuc|quy trinh)|^thu tuc hanh chinh|^tthc\b|"
                           r"danh muc (?:tthc|thu tuc)|"
                           r"noi dung thu tuc")),
    (Part.CODE, re.compile(r"^ma(?! ho so| don vi| dinh danh| van ban)\b|so ho so (?:tthc|thu tuc)|"
                           r"ma so (?!ho so)|ma so$|ma tthc")),
    (Part.TIME, re.compile(r"thoi (?:han|gian)")),
    (Part.FEE, re.compile(r"phi|le phi")),
    (Part.ONLINE, re.compile(r"dvc ?(?:tt|truc tuyen)|dich vu cong truc tuyen|muc do|truc tuyen")),
    (Part.PLACE, re.compile(r"dia diem|noi (?:tiep nhan|thuc hien)|diem tiep nhan")),
    (Part.CHANNEL, re.compile(r"cach thuc|hinh thuc")),
    (Part.COMPETENT, re.compile(r"th[aả]m quyen")),
    (Part.SECTOR, re.compile(r"linh vuc|nganh")),
    (Part.LEVEL, re.compile(r"^cap (?:thuc hien|giai quyet)|^cap$")),
    (Part.AGENCY, re.compile(r"co quan|don vi|noi giai quyet")),
    (Part.REMARK, re.compile(r"ghi chu|luu y")),
)  # fmt: skip


def part_of(heading: str) -> Part:
    """The part that a heading names; `OTHER` where none is known."""
    folded = fold(" ".join(heading.split())).strip(" .:*()")
    return next((part for part, pattern in _PATTERNS if pattern.search(folded)), Part.OTHER)


# Columns of the registers in which offices keep each dossier: who handed it in, when, and who signed for it.
_OF_DOSSIERS = re.compile(
    r"ma (?:so )?ho so|ten (?:to chuc|ca nhan)|nguoi nop|nhan va tra|ngay (?:tiep )?nhan|hen tra|ky nhan|ngay tra"
)


def is_decision_heading(texts: Sequence[str]) -> bool:
    """Whether a row names the columns of a table of procedures: a name or a code, and something besides.

    A row that begins with a number is no heading, whatever words stand in its cells.
    """
    if read_mark(texts[0] if texts else "") or is_of_dossiers(texts):
        return False
    parts = {part_of(text) for text in texts if text and len(text) < 120}
    return bool(parts & {Part.NAME, Part.CODE}) and len(parts - {Part.OTHER}) > 1 and len(texts) > 1


def is_of_dossiers(texts: Sequence[str]) -> bool:
    """Whether headings are those of a register of dossiers, which lists what was handed in and no procedures."""
    return sum(bool(_OF_DOSSIERS.search(fold(text))) for text in texts) > 1


def read_parts(headings: Sequence[str]) -> tuple[Part, ...]:
    """The parts of all columns; a second column of names holds the new ones."""
    parts = [part_of(heading) for heading in headings]
    names = [at for at, part in enumerate(parts) if part is Part.NAME]
    for at in names[1:]:
        parts[at] = Part.NEW_NAME if "thay the" in fold(headings[at]) else Part.OTHER
    return tuple(parts)


def holds_code(heading: str) -> bool:
    """Whether a column of names has the code in its cells too ("Tên TTHC/ Mã TTHC")."""
    return bool(re.search(r"\bma\b", fold(heading))) and part_of(heading) is Part.NAME
