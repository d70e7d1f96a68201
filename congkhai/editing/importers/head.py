"""The head and foot of a document: number, place and date, title, legal basis, recipients, signer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from congkhai.editing.importers.blocks import Paragraph
from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.likeness import LOWER, UPPER, in_capitals
from congkhai.foundation.text import fold
from congkhai.vietnamese.citation import find_citations

# "Số: 128/KH-UBND", "Số hiệu: …", the ordinal may be blank or dotted.
_NUMBER = re.compile(
    r"\bSố(?:\s+hiệu)?\s*:\s*([\d.…_]*)\s*/\s*((?:\d{4}\s*/\s*)?[A-ZĐ]{2,}(?:\s*[-–]\s*[A-ZĐa-z&.]+)*)"
)
# "Sơn La, ngày 21 tháng 5 năm 2021"; the day, even the month, may be left blank.
_WORD = rf"[{UPPER}][{LOWER}]+"
_DATED = re.compile(
    rf"((?:TP\.?\s*)?(?:{_WORD}[\s-]+){{0,4}}{_WORD}),\s*ngày\s*(\d{{0,2}})[\s.…_]*tháng\s*(\d{{0,2}})[\s.…_]*năm\s*(\d{{4}})"
)
_LISTED_DATE = re.compile(r"Ngày (?:ban hành|ký)\s*:?\s*(\d{1,2})/(\d{1,2})/(\d{4})")
_TITLE_WORD = re.compile(r"(KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH)(?:\s+(.*))?", re.DOTALL)
# What cannot be part of a title: the text below it begins.
_BODY = re.compile(
    r"(?:Căn cứ|Nơi nhận|PHỤ LỤC|Thực hiện|Để |Nhằm|Xét|Theo đề nghị|Trên cơ sở|Triển khai thực hiện|[IVX]+\.|"
    r"A\.|\d+\.|[-–_*(=])"
)
_AS_FOLLOWS = (
    re.compile(r"Trên đây là (Kế hoạch\s+[^.;]+?)\s*[.;](?:\s|$)"),
    re.compile(r"\b(Kế hoạch\s+(?:(?!Kế hoạch)[^.;])*?),?\s+(?:cụ thể\s+)?như sau"),
)
_POST = re.compile(
    r"(?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|THỦ TƯỚNG|(?:THỨ|BỘ|VỤ|CỤC|TỔNG CỤC|CHI CỤC|VIỆN|"
    r"HIỆU)\s+TRƯỞNG|"
    r"TRƯỞNG\s+(?:PHÒNG|BAN)|CHÁNH THANH TRA|BÍ THƯ|TỔNG GIÁM ĐỐC)(?!.*(?:PHÓ|CHỦ TỊCH|CHÁNH|GIÁM ĐỐC|TRƯỞNG))"
)
_NAME = re.compile(rf"(?:{_WORD}\s?){{2,5}}")
_AREA = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
_AREA_CAPITALS = r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)"
# "ỦY BAN NHÂN DÂN TỈNH SƠN LA" alone, or "Ủy ban nhân dân (UBND) tỉnh Bến Tre" in a sentence.
_ISSUED_BY = re.compile(
    rf"ỦY BAN NHÂN DÂN {_AREA_CAPITALS} ((?:[{UPPER}]+\s?)+)$|(?:Ủy ban nhân dân|UBND|"
    rf"\(UBND\)) {_AREA} ((?:{_WORD} ?){{1,4}})"
)
# What stands in the head and foot of every document, and how the name of an issuer in capitals begins.
_STATE = re.compile(r"CỘNG\s+H[ÒO][AÀ] XÃ HỘI|Độc lập|TM\.|KT\.|TL\.|TUQ\.|[-–_*=.\s]+$")
_OFFICE = re.compile(r"ỦY BAN|UBND|TỈNH|HUYỆN|THÀNH PHỐ|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|SỞ|BỘ|VĂN PHÒNG|BAN|CỤC|CHI CỤC")
_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What was read of a document's head and foot; "" where it was not found; `used` are ranks of paragraphs."""

    number: str = ""
    symbol: str = ""  # "KH-UBND", also where the number before it is blank
    place: str = ""
    signed: str = ""
    title: str = ""
    title_guessed: bool = False
    signer: str = ""
    post: str = ""
    year: str = ""
    legal_basis: list[str] = field(default_factory=list)
    implements: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def read_head(paragraphs: Sequence[Paragraph], spelling: Spelling) -> Head:
    """Read the head and foot among the paragraphs of a document."""
    head = Head()
    texts = [" ".join(paragraph.text.split()) for paragraph in paragraphs]
    _read_number(texts, head)
    _read_date(texts, head)
    _read_title(texts, head, spelling)
    _read_basis(texts, head)
    _read_recipients(texts, head)
    _read_signer(texts, head, spelling)
    year = _YEAR.search(head.title)
    head.year = year[1] if year else head.signed[:4]
    _use_layout(texts, head)
    return head


def _read_number(texts: Sequence[str], head: Head) -> None:
    for index, text in enumerate(texts):
        following = (
            texts[index + 1] if text.rstrip(": ").casefold() in ("số", "số hiệu") and index + 1 < len(texts) else ""
        )
        match = _NUMBER.search(f"Số: {following}" if following else text)
        if match:
            ordinal = match[1].strip(".…_")
            head.symbol = "".join(match[2].split())
            head.number = f"{ordinal}/{head.symbol}" if ordinal else ""
            head.used |= {index, index + 1} if following else {index}
            return


def _read_date(texts: Sequence[str], head: Head) -> None:
    joined = "\n".join(texts)
    match = _DATED.search(joined)
    if match:
        head.place = " ".join(match[1].split())
        day, month, year = match[2], match[3], match[4]
        head.signed = "-".join(
            [year, *([f"{int(month):02}"] if month else []), *([f"{int(day):02}"] if day and month else [])]
        )
        head.used |= _paragraphs_at(texts, match.start(), match.end())
        return
    listed = _LISTED_DATE.search(joined)
    if listed:
        head.signed = f"{listed[3]}-{int(listed[2]):02}-{int(listed[1]):02}"
        head.used |= _paragraphs_at(texts, listed.start(), listed.end())


def _paragraphs_at(texts: Sequence[str], start: int, end: int) -> set[int]:
    """The ranks of the paragraphs that a span of the joined text touches."""
    found: set[int] = set()
    offset = 0
    for index, text in enumerate(texts):
        if offset < end and offset + len(text) > start:
            found.add(index)
        offset += len(text) + 1
    return found


def _read_title(texts: Sequence[str], head: Head, spelling: Spelling) -> None:
    for index, text in enumerate(texts[:120]):
        match = _TITLE_WORD.fullmatch(text)
        if not match or (match[2] and not in_capitals(match[2])):
            continue
        lines = [match[2] or "", *_title_lines(texts[index + 1 :], begun=bool(match[2]))]
        rest = " ".join(filter(None, lines))
        head.used |= {index, *range(index + 1, index + len(lines))}
        if rest:
            kind, name = match[1].capitalize(), spelling.sentence(rest)
            # Some name the kind twice: KẾ HOẠCH, and below it "Kế hoạch thực hiện …".
            named = fold(name).startswith(f"{fold(kind)} ")
            head.title = name if named else f"{kind} {_lowered(name)}".strip()
            return
    joined = " ".join(texts)
    match = next((found for pattern in _AS_FOLLOWS if (found := pattern.search(joined))), None)
    if match:
        head.title, head.title_guessed = match[1], True


def _title_lines(texts: Sequence[str], *, begun: bool) -> Iterator[str]:
    for index, text in enumerate(texts[:6]):
        if _BODY.match(text) or len(text) > 400 or (begun and not in_capitals(text)):
            return
        if index and not in_capitals(text) and in_capitals(texts[index - 1]):
            return
        if index and not in_capitals(text) and text[:1].isupper() and len(text.split()) > 20:
            return
        yield text


def _lowered(text: str) -> str:
    """The text with a small first letter, unless its first word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def _read_basis(texts: Sequence[str], head: Head) -> None:
    for index, text in enumerate(texts):
        target = head.legal_basis if text.startswith("Căn cứ") else head.implements if _carries_out(text) else None
        if target is None:
            continue
        if index + 3 > len(texts) * 0.7 and len(texts) > 30:
            return
        numbers = [citation.number for citation in find_citations(text)]
        target.extend(number for number in numbers if number not in target)
        if numbers:
            head.used.add(index)
        if target is head.implements and numbers:
            del target[1:]
            return


def _carries_out(text: str) -> bool:
    return text.startswith(("Thực hiện", "Triển khai thực hiện", "Thi hành")) and len(text) > 40


def _read_recipients(texts: Sequence[str], head: Head) -> None:
    start = next((index for index, text in enumerate(texts) if text.startswith("Nơi nhận")), None)
    if start is None:
        return
    head.used.add(start)
    items = re.split(r";\s*(?=[-–])", texts[start].partition(":")[2])
    for index in range(start + 1, len(texts)):
        if not texts[index].startswith(("-", "–", "+")):
            break
        head.used.add(index)
        items.extend(re.split(r";\s*(?=[-–])", texts[index]))
    head.recipients = [name for item in items if (name := item.strip(" -–;.+"))]


def _read_signer(texts: Sequence[str], head: Head, spelling: Spelling) -> None:
    for index in range(len(texts) - 1, -1, -1):
        match = _POST.search(texts[index])
        if not match or not in_capitals(texts[index]):
            continue
        following = [at for at in range(index + 1, min(index + 5, len(texts))) if _NAME.fullmatch(texts[at])]
        if following:
            head.post = spelling.sentence(match[0])
            head.signer = texts[following[0]]
            head.used |= {index, following[0]}
            return
    for index, text in enumerate(texts[:-1]):
        if text.rstrip(": ") == "Người ký" and _NAME.fullmatch(texts[index + 1]):
            head.signer = texts[index + 1]
            head.used |= {index, index + 1}
            return


def _use_layout(texts: Sequence[str], head: Head) -> None:
    """Mark what is the same in every document: the name of the state, rulers, the name of the issuer."""
    for index, text in enumerate(texts):
        if _STATE.match(text) or (index < 12 and in_capitals(text) and _OFFICE.match(text)):
            head.used.add(index)
    if not head.place:
        named = next((match for text in texts if (match := _ISSUED_BY.search(text))), None)
        if named:
            head.place = " ".join(word.capitalize() for word in (named[1] or named[2]).split()[:4])
            head.symbol = head.symbol or "KH-UBND"
