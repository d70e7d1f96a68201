"""Labels in prose ("Đơn vị chủ trì: …", "c) Thời gian thực hiện: …"), read by the meaning of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.meaning import Sort, meaning_of
from congkhai.foundation.text import fold

_LONGEST = 9  # words
# Where a label may begin: at the start, behind a number or sign, or behind a stop inside the paragraph.
_BEGIN = re.compile(
    r"(?:^|[;.,(]|\s[-–+]\s)\s*(?:[-–+*•]\s*|\(?[a-zđ]\d?[.)]\s+|\d{1,2}(?:\.\d{1,2})*[.)]\s+)?(?=[^\s\d])"
)
# The words that begin a label, and no name of an agency ("Sở Nội vụ: …" tells a duty).
_GENERIC = re.compile(
    r"(?:cac )?(?:co quan|don vi|to chuc|bo phan|ca nhan|nguoi|chu tri|phoi hop|phu trach|thuc hien|phan cong|"
    r"trach nhiem|"
    r"tham muu|dau moi|ho tro|dia phuong|phong|ban)\b"
)
_SPECIFIC = re.compile(r"(?:phong|ban|dia phuong)\b(?!.*(?:chu tri|phoi hop|thuc hien|phu trach))")
_TASK = re.compile(
    r"(?:ten )?(?:noi dung|nhiem vu|cong viec|hoat dong)(?: (?:thuc hien|cong viec|nhiem vu|cu the|chinh))*"
)
_MONEY = re.compile(r"(?:du kien |nguon )?kinh phi(?: thuc hien)?")
# Who leads may be told without a label: "… (Phòng Tư pháp chủ trì; thời gian: …)".
_OPENED = re.compile(r"\(([^()]{3,100}?)\s+(?:chủ trì|thực hiện|phụ trách)(?: thực hiện)?$")
_DETAIL = re.compile(r"(?P<sign>[-–+*•]\s*)(?P<label>[^\W\d_]+(?: [^\W\d_]+){0,3}):\s+\S")
_PARTED = re.compile(r"[;.(\n]")
_CLOSE = re.compile(r"\s*\)\s*\.?$")
_ROLES = {
    Sort.LEAD: Role.LEAD,
    Sort.COORDINATION: Role.COORDINATION,
    Sort.TIME: Role.TIME,
    Sort.RESULT: Role.DELIVERABLE,
    Sort.REMARK: Role.REMARK,
}


def labels_in(text: str) -> tuple[str, list[tuple[Role, str]]]:
    """The text before the first label, and each label's role and text ("(Chủ trì: Sở A; thời gian: Quý I)")."""
    if ":" not in text:
        return text, []
    spans = list(_labels(text))
    found: list[tuple[Role, str]] = []
    ends = [*(start for start, _, _, _ in spans[1:]), len(text)]
    for (_, _, stop, role), end in zip(spans, ends, strict=False):
        inside = text[stop:end].strip(" ;")
        opened = text[:stop].count("(") > text[:stop].count(")")
        found.append((role, _CLOSE.sub("", inside) if opened else inside))
    before = text[: spans[0][0]].rstrip(" (;-") if spans else text
    led = _OPENED.search(before) if spans else None
    if led:
        return before[: led.start()].rstrip(), [(Role.LEAD, led[1]), *found]
    return before, found


def detail_in(text: str) -> str:
    """What an item says of a task under a label that no cell has ("- Chỉ tiêu: 500 cây"), "" where it is none."""
    match = _DETAIL.match(text)
    return text[match.end("sign") :].strip() if match and meaning_of(match["label"]) else ""


def _labels(text: str) -> Iterator[tuple[int, int, int, Role]]:
    """Each label: where it is cut from the text before it, where its words begin and end, and its role."""
    last = 0
    for colon in (at for at, char in enumerate(text) if char == ":"):
        begins = [match for match in _BEGIN.finditer(text, 0, colon) if match.start() >= last]
        for match in reversed(begins):
            if _PARTED.search(text[match.end() : colon]):
                break
            role = _role(text[match.end() : colon], first=not text[: match.start()].strip())
            if role:
                yield match.start(), match.end(), colon + 1, role
                last = colon + 1
                break


def _role(words: str, *, first: bool) -> Role | None:
    """The role of a label, or none if the words are none."""
    folded = " ".join(fold(words).split()).strip(" *_")
    if not folded or len(folded.split()) > _LONGEST or re.search(r"\d", folded):
        return None
    if first and _TASK.fullmatch(folded):
        return Role.TITLE
    if _MONEY.fullmatch(folded):
        return Role.REMARK
    meaning = meaning_of(words)
    if meaning is None or meaning.sort not in _ROLES or meaning.side == "period":
        return None
    names = meaning.sort in (Sort.LEAD, Sort.COORDINATION)
    if names and (not _GENERIC.match(folded) or _SPECIFIC.match(folded)):
        return None
    return _ROLES[meaning.sort]
