"""What a cell looks like: a time, an agency, a heading in capitals; used only where a table does not say."""

from __future__ import annotations

import re

from congkhai.foundation.text import fold

# Words (folded) with which a time expression begins.
_TIME_START = re.compile(
    r"[-+*\s]*(?:truoc|sau|trong|tu|den|het|cuoi|dau|giua|ngay|thang|quy|nam|tuan|hang|hằng|dinh ky|"
    r"thuong xuyen|theo|khi|"
    r"xong|hoan thanh|cham nhat|chậm nhất|giai doan|lien tuc|dot xuat|6 thang|\d{1,2}\s*/\s*\d|\d{4}\b|"
    r"t\d{1,2}/|q\.?\s?[iv]|"
    r"bao cao (?:quy|nam|thang|6)|can cu (?:vao |tinh hinh|ke hoach|yeu cau)|ke hoach kiem tra|lo trinh|"
    r"hang nam|ca nam|cap (?:huyen|xa|tinh): trien khai|huyen truoc|xa)\b"
)
# Anywhere in a short cell: a date, a quarter, a month, a year, a frequency.
_TIME_INSIDE = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{4})?|\d{1,2}/\d{4}|\bquy\s+(?:[iv]+|\d)|\bthang\s+\d|\bnam\s+\d{4}|thuong xuyen|"
    r"hang (?:nam|quy|"
    r"thang|tuan)|\b\d{4}\s*-\s*\d{4}|dinh ky|dot xuat"
)
# Words (folded) with which the name of an agency, or a phrase for agencies, begins …
_AGENCY_START = re.compile(
    r"[-+*\s]*(?:cac |toan the |thu truong |lanh dao |nguoi dung dau )*(?:so|uy ban|ubnd|hdnd|vp|van phong|"
    r"phong|ban|bo|cuc|"
    r"chi cuc|cong an|cong chuc|trung tam|dai|bao|don vi|co quan|doanh nghiep|hiep hoi|hoi|to chuc|to|"
    r"bo phan|thanh tra|"
    r"buu dien|ngan hang|bao hiem|mat tran|ubmttq|tinh|huyen|xa|phuong|thanh pho|nganh|dia phuong|chu tich|"
    r"doan|truong|"
    r"vien|kho bac|thue|toa an|hoi dong|nhu tren|ttpvhcc|bpmc|vu|tong cuc|chanh|chinh phu|thu tuong)\b"
)
# … unless these words follow: then it is work ("tổ chức thực hiện", "báo cáo"), a thing ("tờ trình", "sổ tay").
_NO_AGENCY = re.compile(
    r"[-+*\s]*(?:cac )?(?:to chuc (?:thuc|trien|thi|ra|kiem|hoi|tap|tuyen|danh|cac|lay|so|tong|lop|cuoc|"
    r"tiep)|bao cao|ban hanh|"
    r"ban tin|phong (?:trao|chong|ngua)|bo (?:sung|tri|chi so|tthc|thu tuc|tieu chi|tai lieu|cau hoi)|"
    r"so (?:hoa|lieu|tay|luong|theo)|"
    r"hoi (?:nghi|thao|thi)|to (?:trinh|roi|gap|khai)|tinh hinh|dai hoi|vu viec|xa hoi|bao (?:dam|quan)|"
    r"cong chuc duoc|"
    r"truong hop|doan thu|vien dan|van phong pham|thue (?:dich|chuyen)|he thong|ban (?:sao|do|giao|ke))\b"
)
# A row that only names the period of the rows below it (folded).
_PERIOD = re.compile(r"[-*\s]*(?:giai doan|nam|quy|thang|tuan|\d+ thang)\s+(?:\d[\d/.\s–-]*|[ivx]+|dau nam|cuoi nam)"
                     r"(?:\s*[/-]?\s*(?:nam\s*)?\d{4})?[\s:.]*")  # fmt: skip
# All capital and all small letters of Latin script with Vietnamese marks, for use in classes of regular expressions.
UPPER = "A-Z" + "".join(char for char in map(chr, range(0xC0, 0x1EFA)) if char.isupper())
LOWER = "a-z" + "".join(char for char in map(chr, range(0xC0, 0x1EFA)) if char.islower())
_LETTERS = re.compile(r"[^\W\d_]")


TICKS = frozenset(("x", "X", "✓", "✔", "v", "V", "+", "*"))  # a cell that only says yes


def time_likeness(text: str) -> int:
    """How much a cell reads like a time: 2 it begins like one ("Quý III/2024"), 1 it holds one, 0 neither.

    It serves to find the column of a cell, never to understand it.
    """
    folded = fold(text)
    if len(folded) > 160:
        return 0
    return 2 if _TIME_START.match(folded) else 1 if len(folded) < 90 and _TIME_INSIDE.search(folded) else 0


def looks_like_agency(text: str) -> bool:
    """Whether a cell begins like the name of one or more agencies ("Sở Nội vụ; UBND cấp huyện")."""
    folded = fold(text)
    return len(text) < 400 and bool(_AGENCY_START.match(folded)) and not _NO_AGENCY.match(folded)


def is_period(text: str) -> bool:
    """Whether a text is nothing but a period ("Năm 2026", "Quý I/2026", "Giai đoạn 2026 - 2028")."""
    return len(text) < 40 and _PERIOD.fullmatch(fold(text)) is not None


def capitals_share(text: str) -> float:
    """The share of capital letters among the letters of a text, 0 to 1."""
    letters = _LETTERS.findall(text)
    return sum(letter.isupper() for letter in letters) / len(letters) if letters else 0.0


def in_capitals(text: str) -> bool:
    """Whether a text stands in capitals, as headings do (a few small letters are forgiven)."""
    return capitals_share(text) > 0.8 and len(_LETTERS.findall(text)) > 3
