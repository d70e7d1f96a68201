"""The marks that number rows and paragraphs: I, A, 1, 1.1, a), -: their kind, and which follows which."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from msgspec import Struct

from congkhai.editing.importers.likeness import UPPER


class MarkKind(StrEnum):
    """How a mark is written; each kind is a level of its own."""

    LETTER = "letter"  # A, B
    ROMAN = "roman"  # I, II
    NUMBER = "number"  # 1, 2
    DOTTED = "dotted"  # 1.1, 2.3.1, I.2
    SMALL = "small"  # a), b)
    DASH = "dash"  # -, +


class Mark(Struct, frozen=True):
    """A mark as printed, without its closing full stop."""

    text: str
    kind: MarkKind
    parts: tuple[str, ...] = ()


PART_MARKS = (MarkKind.ROMAN, MarkKind.LETTER)  # what numbers the parts of a document
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
# The whole cell is a mark: one sort a line; a closing full stop, slash or bracket may stand behind it.
_WHOLE = (
    (MarkKind.DOTTED, re.compile(rf"\(?((?:{_ROMAN}|[A-HĐ]|\d{{1,3}})(?:[.,]\d{{1,3}}){{1,5}})[.)/]*")),
    (MarkKind.NUMBER, re.compile(r"\(?(\d{1,3})[.)/]*")),
    # "1a", "2bis", "5*", "3 (mới)", "Mục 2", "Điều 4", "NV-03": whoever drew the table wrote numbers so.
    (MarkKind.NUMBER, re.compile(r"(\d{1,3}\s?(?:[a-zđ]|bis|ter|quater|['’*]{1,3}|\([a-zà-ỹđ*]{1,6}\)))[.)/]*")),
    (
        MarkKind.NUMBER,
        re.compile(r"((?:Mục|Điều|Khoản|Điểm|Số|Ý|Câu|Việc|Nhiệm vụ|NV|N)\s?[-.]?\s?\d{1,3}[a-zđ]?)[.):/]*"),
    ),
    (MarkKind.ROMAN, re.compile(rf"({_ROMAN})[.)/]*")),
    (MarkKind.LETTER, re.compile(r"([A-HĐK-UYZ])[.)/]*")),
    (MarkKind.SMALL, re.compile(r"\(?([a-hk-zđ]\d?|[ij])[.)/]*")),
    (MarkKind.DASH, re.compile(r"([-–—+*])")),
)
# A mark in front of text: roman or capital needs ".", ")", ":" or capitals behind it; numbers need "." or ")".
_LEADING = (
    re.compile(rf"((?:Phần|PHẦN|Mục|MỤC)\s+)?({_ROMAN}|[A-HĐ])\s*[.)/:-]\s*(?=\S)"),
    re.compile(rf"()({_ROMAN}|[A-H])\s+(?=[{UPPER}]{{2}})"),
    re.compile(rf"()((?:{_ROMAN}\.|\d{{1,3}}\.)(?:\d{{1,3}}\.)*\d{{1,3}})[.):]?\s+(?=\D)"),
    re.compile(rf"()(\d{{1,3}})\s?[-–]\s+(?=[{UPPER}])"),
    re.compile(r"()(\d{1,3}(?:[a-zđ]|bis|ter|\*{1,2})?)\s*(?:[.)]\s*|/\s+)(?=[^\d\s])"),
    re.compile(r"()((?:Mục|Điều|Nhiệm vụ)\s\d{1,3}[a-zđ]?)\s*[.:]\s*(?=\S)"),
    re.compile(r"()([①-⑳⑴-⒇⒈-⒛❶-❿➀-➓])\s*[.):]?\s*(?=\S)"),
    re.compile(r"()([a-zđ])\s*\)\s*(?=\S)"),
    re.compile(rf"()([a-hđ])\s*\.\s+(?=[{UPPER}])"),
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LONGEST = 9  # digits of a number that means something
_SMALL_ORDER = "abcdđeghiklmnopqrstuvxy"


def read_mark(text: str) -> Mark | None:
    """The mark that a cell consists of, or none ("1.1." → 1.1, dotted; "2021" is a year, no mark)."""
    stripped = " ".join(text.split())
    if len(stripped) == 1 and unicodedata.category(stripped) == "No":  # ①, ⑴, ⒈
        return Mark(stripped, MarkKind.NUMBER, (str(int(unicodedata.numeric(stripped))),))
    for kind, pattern in _WHOLE:
        match = pattern.fullmatch(stripped)
        if match:
            body = match[1].replace(",", ".") if kind is MarkKind.DOTTED else match[1]
            bracket = ")" if kind is MarkKind.SMALL and ")" in stripped else ""
            parts = tuple(body.split(".")) if kind is not MarkKind.NUMBER else (re.sub(r"\D", "", body),)
            return Mark(body + bracket, kind, parts)
    return None


def split_mark(text: str) -> tuple[Mark | None, str]:
    """The mark in front of a text and the rest ("I. CÔNG TÁC" → I, "CÔNG TÁC"); dashes stay with the text."""
    for pattern in _LEADING:
        match = pattern.match(text)
        if match:
            mark = read_mark(match[2] + (")" if match[2].islower() and ")" in match[0] else ""))
            if mark:
                return mark, text[match.end() :].strip()
    return None, text


def ordinal(part: str) -> int:
    """The rank of one part of a mark: III → 3, b → 2, 07 → 7; 0 where there is none."""
    if part.isdecimal():
        return int(part[:_LONGEST])
    if part and all(char in _ROMAN_VALUES for char in part):
        return _roman_value(part)
    return _SMALL_ORDER.find(part.rstrip(")").casefold()) + 1


def follows(mark: Mark, previous: Mark | None) -> bool:
    """Whether a mark may come right behind another: the next of its kind, or the first of a kind below."""
    if previous is None:
        return ordinal(mark.parts[-1]) <= 1
    if mark.kind is MarkKind.DASH or mark.parts[:-1] == previous.parts:
        return True
    depth = len(mark.parts) - 1
    if mark.kind is previous.kind and mark.parts[:depth] == previous.parts[:depth]:
        return ordinal(mark.parts[depth]) == ordinal(previous.parts[depth]) + 1
    return ordinal(mark.parts[-1]) == 1 or mark.kind in (MarkKind.ROMAN, MarkKind.LETTER, MarkKind.NUMBER)


def _roman_value(numeral: str) -> int:
    values = [_ROMAN_VALUES[char] for char in numeral]
    return sum(-value if value < later else value for value, later in zip(values, [*values[1:], 0], strict=True))
