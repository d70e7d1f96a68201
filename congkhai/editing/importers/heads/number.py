"""The number, the day of signing and the place of a document, in its head or in the line above an annex."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from congkhai.editing.importers.likeness import LOWER, UPPER

_SYMBOL = r"(?:\d{4}\s*/\s*)?[A-ZĐ][A-ZĐa-z]+(?:\s*[-–]\s*[A-ZĐa-z&.]+\d*(?![^\W_]))*"
# "Số: 128/KH-UBND", "Số hiệu: …", the ordinal may be blank or dotted; "Số 15-KL/TU" of Party committees.
_NUMBER = re.compile(
    rf"(?:\bSố(?:\s+hiệu)?\s*:|^Số\s+(?=\d))\s*([\d.…_]*[a-z]?)\s*(?:/\s*({_SYMBOL})|[-–]\s*([A-ZĐ][A-ZĐa-z]{{1,3}}/[A-ZĐ]+))"
)
_WORD = rf"[{UPPER}][{LOWER}]+"
# "Sơn La, ngày 21 tháng 5 năm 2021"; the day, even the month, may be left blank.
_DATED = re.compile(
    rf"((?:TP\.?\s*)?(?:{_WORD}[\s-]+){{0,4}}{_WORD}),\s*ngày\s*(\d{{0,2}})[\s.…_]*tháng\s*(\d{{0,2}})[\s.…_]*năm\s*(\d{{4}})"
)
_LISTED_DATE = re.compile(r"Ngày (?:ban hành|ký)\s*:?\s*(\d{1,2})/(\d{1,2})/(\d{4})")
# "(Kèm theo Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND xã Mẫu)".
_ANNEX = re.compile(
    rf"[Kk]èm theo\s+(?:[{UPPER}]\S*\s+\S+\s+)?số\s*:?\s*([\d.…_]*)\s*/\s*({_SYMBOL})"
    r"(?:\s*,?\s*ngày\s*(\d{1,2})\s*(?:/|-|\.|tháng)\s*(\d{1,2})\s*(?:/|-|\.|năm)\s*(\d{4}))?"
)


class Signing(Struct, frozen=True):
    """Number, symbol ("KH-UBND", also where the number is blank), place and day; "" where not found."""

    number: str = ""
    symbol: str = ""
    place: str = ""
    signed: str = ""
    from_annex: bool = False
    used: frozenset[int] = frozenset()


def read_signing(texts: Sequence[str]) -> Signing:
    """Read number and day in the head; where it has neither, in the line above an annex."""
    number, symbol, at_number = _number(texts)
    place, signed, at_date = _date(texts)
    used = at_number | at_date
    if not symbol or not signed:
        for index, text in enumerate(texts):
            match = _ANNEX.search(text)
            if match:
                ordinal = match[1].strip(".…_")
                own = not symbol and bool(ordinal)
                symbol = symbol or "".join(match[2].split())
                number = f"{ordinal}/{''.join(match[2].split())}" if own else number
                signed = signed or _iso(match[3] or "", match[4] or "", match[5] or "")
                return Signing(number, symbol, place, signed, True, frozenset(used | {index}))
    return Signing(number, symbol, place, signed, False, frozenset(used))


def _number(texts: Sequence[str]) -> tuple[str, str, set[int]]:
    for index, text in enumerate(texts):
        alone = text.rstrip(": ").casefold() in ("số", "số hiệu") and index + 1 < len(texts)
        match = _NUMBER.search(f"Số: {texts[index + 1]}" if alone else text)
        if match:
            ordinal = match[1].strip(".…_")
            symbol = "".join((match[2] or match[3]).split())
            joint = "/" if match[2] else "-"
            return f"{ordinal}{joint}{symbol}" if ordinal else "", symbol, {index, index + 1} if alone else {index}
    return "", "", set()


def _date(texts: Sequence[str]) -> tuple[str, str, set[int]]:
    joined = "\n".join(texts)
    match = _DATED.search(joined)
    if match:
        place = " ".join(match[1].split())
        return place, _iso(match[2], match[3], match[4]), _paragraphs_at(texts, match.start(), match.end())
    listed = _LISTED_DATE.search(joined)
    if listed:
        day, month, year = listed.groups()
        return "", _iso(day, month, year), _paragraphs_at(texts, listed.start(), listed.end())
    return "", "", set()


def _iso(day: str, month: str, year: str) -> str:
    """A day as ISO writes it, as far as it is known."""
    return "-".join([year, *([f"{int(month):02}"] if month else []), *([f"{int(day):02}"] if day and month else [])])


def _paragraphs_at(texts: Sequence[str], start: int, end: int) -> set[int]:
    """The ranks of the paragraphs that a span of the joined text touches."""
    found: set[int] = set()
    offset = 0
    for index, text in enumerate(texts):
        if offset < end and offset + len(text) > start:
            found.add(index)
        offset += len(text) + 1
    return found
