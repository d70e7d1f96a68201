"""What one sentence says of who does it, with whom and by when."""

from __future__ import annotations

import re

from msgspec import Struct

from congkhai.editing.importers.prose.actors import Actor, begins_like_actor, leading_actor

# Who speaks may stand before the verb that gives the work: "UBND xã giao …", "Đề nghị …".
_GIVES = re.compile(
    r"(?:(?:[^.:;]{0,60}?\s)?(?:giao|yêu cầu|đề nghị|phân công|chỉ đạo|ủy quyền|"
    r"uỷ quyền)\s+(?:nhiệm vụ\s+)?(?:cho\s+)?)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?:chủ tịch|phó chủ tịch|ubnd|[uủ][ỷy] ban|bộ trưởng|thủ tướng|ban chỉ đạo|thường trực|đồng thời,?|riêng|"
    r"trước mắt,?|do đó,?|giao|yêu cầu|đề nghị|phân công|chỉ đạo|[uủ][ỷy] quyền)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"Về\s[^:.;]{2,70}:\s+")  # "Về văn hóa: Phòng Văn hóa - Xã hội xây dựng …"
_WITH = re.compile(r"phối hợp(?:\s+(?:chặt chẽ|thường xuyên|tốt))?\s+(?:cùng với|với|cùng)\s+", re.IGNORECASE)
_HELPED = re.compile(r"[;,(]\s*(?P<name>[^;,().]{3,120}?)\s+phối hợp\b(?!\s+(?:chặt chẽ\s+)?(?:với|cùng))")
_LEADS = re.compile(r"\((?:do\s+)?(?P<name>[^()]{3,120}?)\s+(?:chủ trì|thực hiện|phụ trách|tham mưu)\b")
_DAY = r"(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?(?:\s+(?:hằng|hàng)\s+năm)?"
_LONG_DAY = r"ngày\s*\d{1,2}(?:\s*tháng\s*\d{1,2}(?:\s*năm\s*\d{4})?|\s+(?:hằng|hàng)\s+(?:tháng|quý|năm))?"
_MONTH = r"tháng\s*\d{1,2}(?:\s*[/-]\s*\d{4}|\s*năm\s*\d{4}|\s+(?:hằng|hàng)\s+năm)?"
_QUARTER = r"quý\s*(?:I{1,3}V?|IV|[1-4])(?:\s*[/-]\s*\d{4}|\s*năm\s*\d{4}|\s+(?:hằng|hàng)\s+năm)?"
_YEAR = r"(?:năm\s*\d{4}|cuối năm(?:\s*\d{4})?|năm học\s*\d{4}\s*[-–]\s*\d{4})"
_POINT = rf"(?:{_DAY}|{_LONG_DAY}|{_MONTH}|{_QUARTER}|{_YEAR})"
# A deadline says its preposition; a bare date belongs to a document.
_DEADLINE = re.compile(
    rf"(?:chậm nhất(?:\s+(?:là|vào|đến|trước))*|muộn nhất(?:\s+(?:là|vào))?|trước|"
    rf"đến hết|hết|trong|vào|xong)\s+{_POINT}(?:\s*(?:,|và|đến|-|–)\s*{_POINT})*|"
    rf"từ\s+{_POINT}\s*(?:đến|-|–)\s*(?:hết\s*)?{_POINT}|"
    rf"\b{_QUARTER}|"
    r"(?:trong(?: vòng)?|chậm nhất(?: là)?|sau)\s+\d{1,3}\s+(?:ngày|tháng|tuần|giờ)(?:\s+làm việc)?"
    r"(?:\s+(?:kể\s+)?(?:từ|sau)\s+[^,;.()]{3,80})?",
    re.IGNORECASE,
)
_RECURS = re.compile(
    r"(?:trước\s+ngày\s+\d{1,2}\s+)?(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ(?:\s+[^,;.()]{2,40})?|"
    r"thường xuyên"
    r"(?=\s*[.;,)]|\s*$)|(?:6|sáu) tháng(?: đầu năm)?(?:,| và) (?:cả )?năm",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\bsố\s+\S*\d\S*/\S+(?:\s+ngày\s+\d{1,2}[/\s](?:tháng\s*)?\d{1,2}[/\s](?:năm\s*)?\d{4})?", re.IGNORECASE
)


class Said(Struct, frozen=True):
    """What a sentence says; "" where it says nothing of it. `names_only`: it is a name and nothing else."""

    lead: str = ""
    coordination: str = ""
    time: str = ""
    names_only: bool = False
    gives: bool = False  # with a verb that gives the work: "Giao …", "Yêu cầu …"


def read_sentence(text: str) -> Said:
    """Read a sentence: its actor in front, or behind "Giao", "Yêu cầu"; who helps; the deadline."""
    found, gives = _actor(text)
    lead = found.name if found else ""
    if not lead and (match := _LEADS.search(text)) and begins_like_actor(match["name"]):
        lead = match["name"]
    rest = found.rest if found else text
    return Said(lead, _helpers(rest), time_in(text), found is not None and _is_blank(rest), gives)


def time_in(text: str) -> str:
    """The deadlines that a sentence names, in its own words; else how often it recurs."""
    masked = _CITED.sub(lambda match: "\0" * len(match[0]), text)
    for pattern in (_DEADLINE, _RECURS):
        spans = [text[match.start() : match.end()].strip(" ,") for match in pattern.finditer(masked)]
        if spans:
            return "; ".join(dict.fromkeys(spans))
    return ""


def _actor(text: str) -> tuple[Actor | None, bool]:
    match = _GIVES.match(text)
    if match and _SPEAKER.match(text):
        found = leading_actor(text[match.end() :])
        if found:
            return found, True
    about = _ABOUT.match(text)
    return leading_actor(text[about.end() :] if about else text), False


def _helpers(text: str) -> str:
    """Who helps: behind "phối hợp với", or before a lone "phối hợp"."""
    for match in _WITH.finditer(text):
        found = leading_actor(text[match.end() :])
        if found:
            return found.name
    helped = _HELPED.search(text)
    return helped["name"] if helped and begins_like_actor(helped["name"]) else ""


def _is_blank(rest: str) -> bool:
    """Whether nothing is said behind a name: a colon, or a remark in brackets, says nothing."""
    return not re.sub(r"\([^()]*\)", "", rest).strip(" :.;,-–")
