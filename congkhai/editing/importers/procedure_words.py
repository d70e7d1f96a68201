"""The words of the national register and what they are called here: levels, applicants, channels, "không có"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.foundation.text import fold
from congkhai.vietnamese.citation import parse_number

_LEVELS = {
    "cap bo": "central", "cap bo/trung uong": "central", "trung uong": "central", "cap trung uong": "central",
    "cap tinh": "province", "cap huyen": "district", "cap xa": "commune", "co quan khac": "other",
}  # fmt: skip
_APPLICANTS = {
    "cong dan viet nam": "citizen", "to chuc (khong bao gom doanh nghiep, htx)": "organization",
    "doanh nghiep": "business", "hop tac xa": "cooperative", "can bo, cong chuc, vien chuc": "official",
    "nguoi nuoc ngoai": "foreigner", "nguoi viet nam dinh cu o nuoc ngoai": "overseas_vietnamese",
    "to chuc nuoc ngoai": "foreign_organization", "doanh nghiep co von dau tu nuoc ngoai": "foreign_invested_business",
    "dang vien": "party_member", "to chuc dang": "party_organization",
    "doanh nghiep viet nam": "vietnamese_business", "nguoi nuoc ngoai cu tru tai viet nam": "resident_foreigner",
    "nguoi nuoc ngoai da cu tru tai viet nam": "resident_foreigner",
    "cong dan viet nam ma khong xac dinh duoc noi thuong tru hoac noi tam tru": "citizen_without_residence",
    "to chuc": "organization", "ca nhan": "citizen", "cong dan": "citizen",
}  # fmt: skip
_CHANNELS = {
    "truc tiep": "in_person",
    "nop truc tiep": "in_person",
    "truc tuyen": "online",
    "buu chinh": "post",
    "buu chinh cong ich": "post",
    "dich vu buu chinh": "post",
    "dich vu buu chinh cong ich": "post",
}
_STATUSES = {
    "bai bo": "abolished", "huy bo": "abolished", "het hieu luc": "abolished", "khong con hieu luc": "abolished",
    "thay the": "replaced", "sua doi": "amended", "con hieu luc": "in_force", "dang co hieu luc": "in_force",
}  # fmt: skip
# "Không", "Không có.", "không quy định": the part is said to be absent.
_ABSENT = re.compile(
    r"(?:khong(?: co| quy dinh| yeu cau)?|chua (?:co|quy dinh)|khong co (?:yeu cau|"
    r"dieu kien|quy dinh))[\s.;:-]*"
)
# A sound code: group, dot, six digits; more behind it belongs to one office only.
_CODE = re.compile(r"\d\.\d{6}(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2})?")
_DIGITS = re.compile(r"(\d)[.\s]*(\d{3})[.\s]*(\d{3})(?!\d)")


def level_ids(text: str) -> list[str]:
    """The ids of the levels in a text such as "Cấp bộ, Cấp tỉnh"; what is unknown is left out."""
    names = (fold(part).strip() for part in text.split(","))
    return list(dict.fromkeys(_LEVELS[name] for name in names if name in _LEVELS))


def applicant_ids(text: str) -> list[str]:
    """The ids of the applicants named; names that hold commas themselves are matched first."""
    rest = fold(text)
    found: list[tuple[int, str]] = []
    for name in sorted(_APPLICANTS, key=len, reverse=True):
        at = rest.find(name)
        while at >= 0:
            found.append((at, _APPLICANTS[name]))
            rest = rest[:at] + " " * len(name) + rest[at + len(name) :]
            at = rest.find(name)
    return list(dict.fromkeys(applicant for _, applicant in sorted(found)))


def channel_id(text: str) -> str:
    """The id of a channel of submission, "" for one that is not known."""
    return _CHANNELS.get(fold(text).strip(), "")


def status_id(text: str) -> str | None:
    """The id of what became of a procedure; None where nothing is said of it: a register lists what has ended, too."""
    folded = fold(text)
    return next((status for words, status in _STATUSES.items() if words in folded), None)


def sets_in(text: str) -> int | None:
    """How many sets of a dossier a text asks for ("02 bộ hồ sơ")."""
    found = re.match(r"\D{0,12}?(\d{1,2})\b", text)
    return int(found[1]) if found else None


def absent_reason(text: str) -> str:
    """The words with which the register says that a part is absent, "" where it says something else."""
    return text if text and _ABSENT.fullmatch(fold(text)) else ""


def code_problem(code: str) -> str:
    """The likely right form of a code that is not well formed, "?" where none is likely, "" for a sound code."""
    if _CODE.fullmatch(code):
        return ""
    match = _DIGITS.match(code)
    return f"{match[1]}.{match[2]}{match[3]}" if match else "?"


def fee_kind(text: str) -> str:
    """Whether a fee is worded as a charge (lệ phí) only; every other one counts as a fee (phí)."""
    folded = fold(text)
    return "charge" if "le phi" in folded and "phi" not in folded.replace("le phi", "") else "fee"


def document_number(text: str) -> tuple[str, bool]:
    """A document number in normal form, and whether it was well formed; what is no number stays as it is."""
    reading = parse_number(text)
    return (reading.number.text, reading.well_formed) if reading.number else (text, False)


def split_results(text: str) -> Iterator[str]:
    """The results: parted by line ends, or by ", " before a capital letter, as the register joins them."""
    for line in text.split("\n"):
        for part in re.split(r"(?<=[.;])\s*,\s+(?=\S)|(?<=\w),\s+(?=[A-ZĐ][a-zđà-ỹ]+\s)", line):
            cleaned = part.strip(" ;,-").removesuffix("./.").removesuffix("/.").strip()
            if cleaned:
                yield cleaned
