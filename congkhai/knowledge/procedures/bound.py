"""Whom a period for handing in binds: read in its own sentence, for one that binds some is no answer for everybody."""

from __future__ import annotations

import re

_LONGEST, _TELLING = 70, 24
_REST = re.compile(r"[^.;\n]*")
# "đối với trường hợp thay đổi tên", "trường hợp nghỉ việc": up to where the sentence goes on.
_CASE = re.compile(
    r"(?<!\w)(?:đối với (?!(?:cơ quan|bộ phận|ủy ban|ubnd|sở|bản chính)(?!\w))|(?=trường hợp (?!này|trên|đó)))"
    r"(?P<whom>[^\W\d][^,;:()\n]*?)(?= (?:thì|phải|chậm nhất|trong|không quá)(?!\w)|[,;:()\n]|$)",
    re.I,
)
# "Đang đóng bảo hiểm bắt buộc: nộp …": who they are stands ahead of the colon, as the whole beginning of a line.
_LABEL = re.compile(r"^\W*(?:\d{1,2}[.)]\s*|[a-zđ][.)]\s*)?(?P<whom>[^\W\d][^:()\n]{5,70}):", re.I)
# What opens a line without telling people apart: the name of a step, or of what is done.
_NO_PEOPLE = re.compile(
    r"(?:bước|thời (?:hạn|gian|điểm)|trình tự|cách thức|địa (?:điểm|chỉ)|nộp|tiếp nhận|chuẩn bị|lưu ý|chú ý|"
    r"ghi chú|hồ sơ|thủ tục|yêu cầu|điều kiện|đăng ký|khai|giai đoạn|gửi|lập|thông báo|trách nhiệm|quy định|"
    r"thẩm quyền|việc|khi|nếu|sau|trước|trong|tại|về|căn cứ)(?!\w)|.*(?<!\w)(?:nộp|gửi|hồ sơ)(?!\w)",
    re.I,
)
# People of whom a procedure for everybody speaks as of some.
_SOME = re.compile(
    r"(?<!\w)(?P<whom>người chưa thành niên|trẻ em|trẻ (?:dưới|chưa) [^,;.\n]{3,30}?)(?= phải|[,;.)]| nếu|$)", re.I
)
_OF_BIRTH = re.compile(r"(?<!\w)(?:khai sinh|trẻ|con|nuôi|chưa thành niên|giám hộ)(?!\w)", re.I)


def bound_by(name: str, text: str, start: int, end: int) -> str:
    """Whom a period of a text binds, in its words; "" where it binds everybody whom the procedure is for."""
    said, behind = _sentence_before(text, start), _REST.match(text, end)
    rest = behind.group() if behind else ""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    label = _LABEL.match(line)
    if label and not _NO_PEOPLE.match(label["whom"]):
        return _named(label["whom"])
    found = _CASE.search(said) or _CASE.search(text[start:end]) or _CASE.match(rest.lstrip(" (,"))
    if found is None and not _OF_BIRTH.search(name):
        found = _SOME.search(said) or _SOME.search(rest)
    # Whom the name of the procedure tells, all who read it are.
    if found is None or found["whom"][:_TELLING].lower() in name.lower():
        return ""
    case = found["whom"].lower().startswith("trường hợp")
    return _named(found["whom"] if case else f"với {found['whom']}")


def _sentence_before(text: str, end: int) -> str:
    """The words of a sentence before a place; of a line that ends there, the line."""
    end -= text.endswith("\n", 0, end)
    return text[max(text.rfind(sign, 0, end) for sign in ".;\n") + 1 : end]


def _named(whom: str) -> str:
    words = " ".join(whom.split()).strip(" ,.-+")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]}…"
