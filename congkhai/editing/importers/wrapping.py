"""Hard line ends in copied text: which are mere wraps to be joined, and which divide entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from congkhai.editing.importers.likeness import UPPER, in_capitals
from congkhai.foundation.text import fold

# A line that begins an entry of its own: a dash, "(1)", "a)", "1." or "+".
_ENTRY = re.compile(r"[-–+*]\s*\S|\(\d{1,2}\)|[a-zđ]\)|\d{1,2}[.)]\s")
_LONE_MARK = re.compile(r"[-–+]|\(?\d{1,2}[.)]|[a-zđ]\)")
# A line that begins a paragraph of its own in the body of a document.
_PARAGRAPH = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo đề nghị|Xét đề nghị|Nơi nhận|Số\s*(?:hiệu)?:|V/v|Kính gửi|PHỤ LỤC|KẾ HOẠCH$|[IVX]+\.\s|"
    r"\d{1,2}(?:\.\d{1,2})*\.\s|"
    r"Trên đây|Phụ lục|Người ký|\(Ban hành|\(Kèm theo)"
)
_OFFICE = re.compile(
    r"(?:[ỦU][ỶY] BAN|UBND|HỘI ĐỒNG|HĐND|TỈNH|HUYỆN|QUẬN|XÃ|PHƯỜNG|THÀNH PHỐ|ĐẶC KHU|SỞ|PHÒNG|BAN|VĂN PHÒNG|"
    r"CHI CỤC|CỤC|"
    r"TRUNG TÂM|BỘ|TỔNG CỤC|CÔNG AN|ĐẢNG [ỦU]Y|CỘNG H[ÒO][AÀ]) "
)
_RULER = re.compile(r"[-–_*=\s]{3,}")
# A hyphen inside one name (folded): the first word of it ends the line or stands before the hyphen.
_NAME_HYPHEN = re.compile(
    r"(?:hdnd|van hoa|tai chinh|kinh te|giao duc|lao dong|nong nghiep|hanh chinh|tu phap|to chuc|khoa hoc|"
    r"bao chi|"
    r"phat thanh|truyen hinh|muc dich|van phong|thanh tra|nghien cuu|quoc phong|dan so|y te|"
    r"ke hoach - tai chinh)\s*$"
)
# "- A - B" on one line: a hyphen behind a blank and before a capital or a quotation mark.
_TIGHT_DASH = re.compile(r"^[-–]\s*")
_INLINE_DASH = re.compile(rf"(?<=\S)\s+[-–]\s?(?=[{UPPER}“\"])")


def wrap_limits(texts: Iterable[str]) -> tuple[int, int]:
    """The widths (of first lines, of later lines) that a line never had room to exceed; 0 where unknown.

    Evidence is a line whose continuation begins with a small letter: with its next word it would have been too long.
    """
    first: list[int] = []
    later: list[int] = []
    for text in texts:
        lines = text.split("\n")
        for index, (line, following) in enumerate(pairwise(lines)):
            if following[:1].islower() and not _ENTRY.match(following):
                (later if index else first).append(_needed(line, following))
    return min(first, default=0), min(later, default=0)


def unwrap(text: str, limits: tuple[int, int] = (0, 0)) -> str:
    """The text with wraps joined and entries kept one a line."""
    entries: list[str] = []
    previous = ""
    for index, line in enumerate(text.split("\n")):
        if entries and not _begins_entry(line, previous, limits[min(index - 1, 1)]):
            entries[-1] = f"{entries[-1]} {line}"
        else:
            entries.append(line)
        previous = line
    return "\n".join(entries)


def split_inline_items(text: str) -> str:
    """Items of a list that stand on one line ("- A - B") one a line; a hyphen inside a name stays."""
    if not text.startswith(("- ", "-")) or "\n" in text:
        return text
    parts: list[str] = []
    begin = 0
    for match in _INLINE_DASH.finditer(text):
        if not _NAME_HYPHEN.search(fold(text[begin : match.start()])):
            parts.append(text[begin : match.start()])
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
    if not parts:
        return text
    return "\n".join(_TIGHT_DASH.sub("- ", part) for part in [*parts, text[begin:]])


def unwrap_columns(columns: Sequence[Sequence[str]]) -> list[list[str]]:
    """The cells of a table, column by column, with their wraps joined by the widths that each column shows.

    A column without evidence goes by the narrowest of the others.
    """
    limits = [wrap_limits(column) for column in columns]
    narrow = (_least(first for first, _ in limits), _least(later for _, later in limits))
    found = [(first or narrow[0], later or first or narrow[1] or narrow[0]) for first, later in limits]
    return [[unwrap(text, limit) for text in column] for column, limit in zip(columns, found, strict=True)]


def unwrap_body(text: str) -> Iterator[tuple[str, int]]:
    """The paragraphs of running text, each with the number of lines it took."""
    limit = wrap_limits([text])
    held: list[str] = []
    for line in text.split("\n"):
        if held and _begins_paragraph(line, held[-1], limit[1] or limit[0]):
            yield " ".join(held), len(held)
            held = []
        held.append(line)
    if held and held[0]:
        yield " ".join(held), len(held)


def _begins_paragraph(line: str, previous: str, limit: int) -> bool:
    if _OFFICE.match(line) and _OFFICE.match(previous) and in_capitals(line) and not previous.endswith(("NHÂN", "VÀ")):
        return True  # the lines of a letterhead
    if _PARAGRAPH.match(line) or previous.endswith("./.") or _RULER.fullmatch(previous):
        return True
    if in_capitals(previous) and not in_capitals(line) and line[:1].isupper() and len(previous.split()) > 1:
        return True
    return _begins_entry(line, previous, limit)


def _least(widths: Iterable[int]) -> int:
    return min((width for width in widths if width), default=0)


def _begins_entry(line: str, previous: str, limit: int) -> bool:
    if line[:1] in "-–" and _NAME_HYPHEN.search(fold(previous)):
        return False
    if _LONE_MARK.fullmatch(previous):
        return False
    if _ENTRY.match(line):
        return True
    if line[:1].islower() or line[:1] in "(,;.)”" or not limit or (in_capitals(previous) and in_capitals(line)):
        return False
    return line[:1].isupper() and _needed(previous, line) < limit


def _needed(line: str, following: str) -> int:
    return len(line) + 1 + len(following.split(" ", 1)[0])
