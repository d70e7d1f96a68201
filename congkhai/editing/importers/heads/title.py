"""The title of a document of any type, in sentence case: of its kind and its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from congkhai.editing.importers.capitals import Spelling
from congkhai.editing.importers.likeness import LOWER, in_capitals
from congkhai.foundation.text import fold

_KINDS = (
    "KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|NGHỊ QUYẾT|CHỈ THỊ|THÔNG BÁO|KẾT LUẬN|ĐỀ ÁN|DỰ ÁN|PHƯƠNG ÁN|CÔNG ĐIỆN|HƯỚNG DẪN|"
    "TỜ TRÌNH|BÁO CÁO|QUY CHẾ|QUY ĐỊNH|LỊCH CÔNG TÁC"
)
_TITLE_WORD = re.compile(rf"({_KINDS})(?:\s+(.*))?", re.DOTALL)
_SMALL_WORD = re.compile(rf"({_KINDS})", re.IGNORECASE)
# What cannot be part of a title: the text below it begins.
_BODY = re.compile(
    r"(?:Căn cứ|Nơi nhận|PHỤ LỤC|Thực hiện|Để |Nhằm|Xét|Theo đề nghị|Trên cơ sở|Triển khai thực hiện|Kính gửi|[IVX]+\.|"
    r"A\.|\d+\.|[-–_*(=]|Điều \d|Phần |Số:)"
)
# The authority that decides stands in a line of its own below the title of a decision.
_AUTHORITY = re.compile(
    r"(?:CHỦ TỊCH|[ỦU][ỶY] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|GIÁM ĐỐC|"
    r"TỔNG GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|"
    r"THỐNG ĐỐC|BAN CHỈ ĐẠO|BAN THƯỜNG VỤ|TRƯỞNG PHÒNG|CHÁNH THANH TRA)\b"
)
_OFFICE = re.compile(
    r"[ỦU][ỶY] BAN|UBND|HỘI ĐỒNG|HĐND|TỈNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|THÀNH PHỐ|SỞ|PHÒNG|BAN|VĂN PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|"
    r"BỘ|TỔNG CỤC|CÔNG AN|ĐẢNG|CỘNG H|ĐỘC LẬP|TM\\.|KT\\."
)
_OPEN_END = re.compile(r"(?:CỦA|VÀ|VỚI|CHO|DO|GIỮA|TẠI|BỞI|THUỘC|TỪ|VỀ|THEO|,)\s*$")
_SUBJECT = re.compile(r"(?:V/v|V/V|Về việc|VỀ VIỆC)\s*:?\s*(\S.*)", re.DOTALL)
_AS_FOLLOWS = (
    re.compile(r"Trên đây là (Kế hoạch\s+[^.;]+?)\s*[.;](?:\s|$)"),
    re.compile(r"\b(Kế hoạch\s+(?:(?!Kế hoạch)[^.;])*?),?\s+(?:cụ thể\s+)?như sau"),
)
_CARRIES_OUT = re.compile(r"(?:Triển khai t|T)hực hiện\b")
_SHORT = 4  # words of a title in capitals that the next line may go on
_DEPTH = 120  # paragraphs within which a title begins


class Title(Struct, frozen=True):
    """A title, its kind in small letters ("kế hoạch"), whether it was guessed, and the paragraphs it takes."""

    text: str = ""
    kind: str = ""
    guessed: bool = False
    used: frozenset[int] = frozenset()


def read_title(texts: Sequence[str], spelling: Spelling) -> Title:
    """The title below the word of its kind; of an official letter its subject; else what the text calls itself."""
    for index, text in enumerate(texts[:_DEPTH]):
        found = _below_kind(texts, index, text, spelling)
        if found:
            return found
    return _subject(texts) or _as_follows(texts) or _first_in_capitals(texts, spelling)


def _below_kind(texts: Sequence[str], index: int, text: str, spelling: Spelling) -> Title | None:
    match = _TITLE_WORD.fullmatch(text) or (_SMALL_WORD.fullmatch(text) if index < _DEPTH // 3 else None)
    same_line: str = (match[2] or "") if match and match.re is _TITLE_WORD else ""
    mixed = bool(same_line) and not in_capitals(same_line)
    if not match or (mixed and (index >= _DEPTH // 3 or _BODY.match(same_line) or not same_line[:1].isupper())):
        return None
    begun = bool(same_line) and len(same_line.split()) > _SHORT
    lines = [same_line, *_title_lines(texts[index + 1 :], begun=begun)]
    loud = all(map(in_capitals, filter(None, lines)))
    rest = _without_authority(" ".join(filter(None, lines)))
    if not loud:  # lines in capitals among others
        rest = _joined([line for line in lines if line], spelling)
    used = frozenset({index, *range(index + 1, index + len(lines))})
    if not rest:
        return None
    kind, name = match[1].capitalize(), spelling.sentence(rest)
    # Some name a kind twice: KẾ HOẠCH, and below it "Kế hoạch thực hiện …"; a notice is of "Kết luận …".
    named = any(fold(name).startswith(f"{fold(word)} ") for word in _KINDS.split("|"))
    return Title(name if named else f"{kind} {_lowered(name)}".strip(), kind.casefold(), False, used)


def _joined(lines: Sequence[str], spelling: Spelling) -> str:
    """The lines of a title as one sentence: a line behind one in capitals goes on with a small letter."""
    parts = [spelling.sentence(line) for line in lines]
    goes_on = [bool(at) and (in_capitals(lines[at - 1]) or in_capitals(lines[at])) for at in range(len(lines))]
    return " ".join(_lowered(part) if small else part for part, small in zip(parts, goes_on, strict=True))


def _title_lines(texts: Sequence[str], *, begun: bool) -> Iterator[str]:
    for index, text in enumerate(texts[:6]):
        loud = in_capitals(text)
        names_work = index == 0 and not begun and _CARRIES_OUT.match(text) and not text.endswith((",", ":"))
        if (_BODY.match(text) and not names_work) or len(text) > 400 or text.endswith(":") or (begun and not loud):
            return
        if index and (loud or begun) and _AUTHORITY.match(text) and not _OPEN_END.search(texts[index - 1]):
            return
        if index and loud and _AUTHORITY.match(text):
            return
        if index and not loud and not re.match(rf"[{LOWER}]", text):
            return
        yield text


def _without_authority(text: str) -> str:
    """A title in capitals without the authority that was joined to its end ("… ĐẾN NĂM 2030 CHỦ TỊCH ỦY BAN …")."""
    if not in_capitals(text):
        return text
    for match in _AUTHORITY.finditer(text):
        before = text[: match.start()].rstrip()
        if len(before.split()) > 3 and not _OPEN_END.search(before) and len(text) - match.start() < 90:
            return before if not re.search(r"(?:CỦA|TẠI|DO|CHO|THUỘC)\s+\S+$", before) else text
    return text


def _subject(texts: Sequence[str]) -> Title | None:
    """The subject of an official letter, which has no word of its kind ("V/v giao việc …")."""
    for index, text in enumerate(texts[:30]):
        match = _SUBJECT.match(text)
        if match:
            used = {index}
            subject = match[1]
            for at in range(index + 1, min(index + 4, len(texts))):
                if not re.match(rf"[{LOWER}]", texts[at]) or _BODY.match(texts[at]):
                    break
                subject, used = f"{subject} {texts[at]}", used | {at}
            return Title(subject[:1].upper() + subject[1:].rstrip(" ."), "công văn", False, frozenset(used))
    return None


def _first_in_capitals(texts: Sequence[str], spelling: Spelling) -> Title:
    """The first line in capitals of four words or more that names no office: what a sheet calls itself."""
    for index, text in enumerate(texts[:12]):
        if in_capitals(text) and len(text.split()) > 3 and not _OFFICE.match(text) and not _BODY.match(text):
            more = list(_title_lines(texts[index + 1 : index + 2], begun=len(text.split()) > _SHORT + 2))
            return Title(_joined([text, *more], spelling), "", True, frozenset(range(index, index + 1 + len(more))))
    return Title()


def _as_follows(texts: Sequence[str]) -> Title | None:
    joined = " ".join(texts)
    match = next((found for pattern in _AS_FOLLOWS if (found := pattern.search(joined))), None)
    return Title(match[1], "kế hoạch", True) if match else None


def _lowered(text: str) -> str:
    """The text with a small first letter, unless its first word is an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]
