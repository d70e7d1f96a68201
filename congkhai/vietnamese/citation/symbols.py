"""The words and symbols of document types and issuing bodies (thể thức văn bản: Decree 30/2020, annexes I and III)."""

from __future__ import annotations

import re

from congkhai.foundation.text import fold

# Document type → its symbol inside a number and its name in running text.
TYPES: dict[str, tuple[str, str]] = {
    "nghi-dinh": ("NĐ", "Nghị định"),
    "nghi-quyet": ("NQ", "Nghị quyết"),
    "nghi-quyet-lien-tich": ("NQLT", "Nghị quyết liên tịch"),
    "quyet-dinh": ("QĐ", "Quyết định"),
    "thong-tu": ("TT", "Thông tư"),
    "thong-tu-lien-tich": ("TTLT", "Thông tư liên tịch"),
    "luat": ("L", "Luật"),
    "phap-lenh": ("PL", "Pháp lệnh"),
    "lenh": ("", "Lệnh"),
    "chi-thi": ("CT", "Chỉ thị"),
    "ke-hoach": ("KH", "Kế hoạch"),
    "de-an": ("ĐA", "Đề án"),
    "to-trinh": ("TTr", "Tờ trình"),
    "thong-bao": ("TB", "Thông báo"),
    "bao-cao": ("BC", "Báo cáo"),
    "chuong-trinh": ("CTr", "Chương trình"),
    "huong-dan": ("HD", "Hướng dẫn"),
    "ket-luan": ("KL", "Kết luận"),
    "quy-dinh": ("QĐi", "Quy định"),
    "quy-che": ("QC", "Quy chế"),
    "phuong-an": ("PA", "Phương án"),
    "du-an": ("DA", "Dự án"),
    "cong-dien": ("CĐ", "Công điện"),
    "cong-van": ("", "Công văn"),
    "van-ban-hop-nhat": ("VBHN", "Văn bản hợp nhất"),
}
# Types whose number carries the year, so that "Nghị định 61/2018" is a number and "Kế hoạch 12/2018" is not.
NUMBERED_BY_YEAR = frozenset(
    {"nghi-dinh", "nghi-quyet", "quyet-dinh", "thong-tu", "thong-tu-lien-tich", "luat", "phap-lenh"}
)
_OTHER_NAMES = {"bo luat": "luat", "van ban": "cong-van", "cv": "cong-van", "thong tri": "thong-bao"}
JOINT_TYPES = frozenset({"TTLT", "NQLT"})
# Offices whose symbol is often typed without its Đ or with wrong capitals.
_OFFICES = (
    *("CP", "TTg", "CTN", "VPCP", "UBND", "HĐND", "BKHĐT", "BGDĐT", "BLĐTBXH", "TLĐ", "HĐBT", "HĐTP", "BCĐ"),
    *("BNV", "BTC", "BTP", "BCA", "BQP", "BNG", "BCT", "BXD", "BYT", "BKHCN", "BTTTT", "BGTVT", "BNNMT"),
    *("BTNMT", "BNNPTNT", "BVHTTDL", "NHNN", "TTCP", "TU", "TW", "HU", "ĐU"),
)
PARTY_OFFICES = frozenset({"TU", "TW", "HU", "ĐU", "ThU", "BTV", "BTVTU", "BCSĐ", "BTGTW", "BTCTW", "UBKTTW"})
# The National Assembly and its Standing Committee, with the number of the term: QH13, UBTVQH14.
_ASSEMBLY = re.compile(r"(UBTV)?QHK?([0-9OIl]{1,2})")
_DIGIT_SLIPS = str.maketrans("OoIl", "0011")

_TYPE_BY_SYMBOL = {symbol: type_id for type_id, (symbol, _) in TYPES.items() if symbol}
_SYMBOL_BY_FOLDED = {fold(symbol): symbol for symbol in reversed(_TYPE_BY_SYMBOL) if symbol != "DA"}
_OFFICE_BY_FOLDED = {fold(office): office for office in _OFFICES} | {"ubnd": "UBND", "ubtvqh": "UBTVQH"}
TYPE_BY_NAME: dict[str, str] = (
    {fold(name): type_id for type_id, (_, name) in TYPES.items()}
    | {fold(symbol): type_id for symbol, type_id in _TYPE_BY_SYMBOL.items() if symbol not in {"DA", "L"}}
    | _OTHER_NAMES
)


def digits(text: str) -> str:
    """The digits that were meant where a letter was read for a digit ("2O18" → "2018")."""
    return text.translate(_DIGIT_SLIPS)


def type_symbol(token: str) -> str:
    """The type symbol that a token means ("ND" → "NĐ", "ttr" → "TTr"), or ""."""
    if token in _TYPE_BY_SYMBOL:
        return token
    return _SYMBOL_BY_FOLDED.get(fold(token), "") if len(token) > 1 else ""


def type_of_symbol(symbol: str) -> str:
    """The document type of a type symbol ("NĐ" → "nghi-dinh"), or ""."""
    return _TYPE_BY_SYMBOL.get(symbol, "")


def assembly_symbol(token: str) -> str:
    """The symbol of the National Assembly with its term ("QHl3" → "QH13"), or ""."""
    found = _ASSEMBLY.fullmatch(token)
    return f"{found[1] or ''}QH{digits(found[2])}" if found else ""


def is_listed_office(symbol: str) -> bool:
    """Whether a symbol is, letter by letter, one of the offices that this room lists."""
    return symbol in _OFFICES


def is_known_office(symbol: str) -> bool:
    """Whether a symbol is an office in its own right, or has the shape of a ministry (B…) or a department (S…)."""
    return fold(symbol) in _OFFICE_BY_FOLDED or (symbol[0] in "BS" and 3 <= len(symbol) <= 8)


def split_glued(token: str) -> tuple[str, str] | None:
    """The type and the office of a symbol that lost its hyphen ("QĐUBND" → "QĐ", "UBND"), or None."""
    if fold(token) in _OFFICE_BY_FOLDED:
        return None
    for cut in (4, 3, 2):
        office = _OFFICE_BY_FOLDED.get(fold(token[cut:]), "")
        if office and (kind := type_symbol(token[:cut])):
            return kind, office
    return None


def office_symbol(token: str, *, any_case: bool = False) -> str:
    """The office symbol that a token means ("TTG" → "TTg", "HDND" → "HĐND"), or "" where it can be none."""
    if found := assembly_symbol(token):
        return found
    if token == "TƯ":
        return "TW"
    known = _OFFICE_BY_FOLDED.get(fold(token), "")
    if known and (any_case or token.isupper() or token == known or len(known) >= 4):
        return known
    letters = token.rstrip("0123456789")
    fits = letters.isupper() and len(token) > 1 and _is_symbolic(letters)
    return token if token in PARTY_OFFICES or fits else ""


def _is_symbolic(letters: str) -> bool:
    return all(char in "ĐƯ" or char.isascii() for char in letters)
