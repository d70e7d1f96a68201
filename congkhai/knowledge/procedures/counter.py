"""At which counter a dossier is handed in: read from the steps, which name it where the data name only who decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from congkhai.foundation.text import ends_of, fold
from congkhai.knowledge.procedures.counter_cases import CounterCase, counter_cases
from congkhai.records.procedure import Procedure

_WINDOW = (
    r"(?:bất kỳ )?(?:các )?(?:chi nhánh (?:- )?)?trung tâm (?:phục vụ )?(?:hành chính công|hcc)|"
    r"(?:bất kỳ )?(?:các )?bộ phận (?:một cửa|tiếp nhận)"
)
# Offices that need no other name, and words with which names begin; "cơ quan có thẩm quyền" names nobody.
_WHOLE = (
    r"ngân hàng nhà nước|công an|cơ quan (?:công an|thuế|hải quan|thi hành án)|cơ quan bảo hiểm xã hội|thuế cơ sở|"
    r"bảo hiểm xã hội|đại sứ quán|cảng vụ|trạm y tế|tổ chức dịch vụ việc làm công|tổ chức hành nghề công chứng|"
    r"(?-i:CQĐD|CQTHADS|KBNN|NHNN|BHXH)|(?:nhà )?trường(?! hợp)|(?:đơn vị|người) sử dụng lao động"
)
_BEGIN = (
    r"sở|phòng|cục|chi cục|tổng cục|vụ|bộ(?! hồ sơ| phận)|đội|ủy ban|uỷ ban|ubnd|cơ quan đại diện(?! chủ)|"
    r"ban (?:quản lý|chỉ huy|dân nguyện)|chi nhánh(?! ngân hàng)|văn phòng(?! chính phủ)|kho bạc|thuế tỉnh|quỹ|viện|"
    r"toà án|tòa án|hội đồng|thi hành án|trung tâm|đồn|hải quan|biên phòng|"
    r"cơ sở (?:trợ giúp|giáo dục)|bệnh viện|cơ quan (?:đăng ký|được chủ tịch)|cơ quan quản lý (?:căn cước|thuế)|"
    r"cơ quan chuyên môn(?= (?!trực|giải)[^.;\n]{0,60}?(?:thuộc|được|của) (?:chủ tịch )?(?:[uủ][yỷ] ban|ubnd))"
)
_OFFICES = f"{_WHOLE}|{_BEGIN}"
# Words that end a name.
_STOP = (
    r"nơi|hoặc|hay|để|theo|trong|khi|bằng|thông qua|qua|xem|đề nghị|trước|sau|chậm|kèm|đối|trên|do|vào|có|kể|thì|phải|"
    r"chịu|kiểm tra|tổng hợp|các giấy|hồ sơ|gồm|bao gồm|là|nếu|bất|một trong|nhưng|gửi|nộp(?! thuế)|mà|đã|"
    r"quy định|tại|từ|như|với|và Cổng|cụ thể|"
    r"và (?!trả kết quả|(?-i:[A-ZĐ]))|được (?!chủ)|lập(?! pháp)|tiếp nhận (?!và|hồ sơ)|"
    r"(?<!chuyên môn )về (?!trật tự|y tế|nông|nội|xây|văn)"
)
# A word of a name; a comma belongs to it before a large letter that opens no other office: "Sở Văn hóa, Thể thao",
# and between kinds of places: "xã, phường".
_COMMA = rf",(?= (?-i:[A-ZĐ])| (?:phường|đặc khu|thành phố)(?!\w))(?! (?:{_OFFICES})(?!\w))"
_WORD = rf"(?:{_COMMA})? (?!(?:{_STOP})(?!\w)|0\d)[^\W_][\w/-]*"
# "bộ phận một cửa của Cục hoặc Phòng Cảnh sát …": a name that is whole only with what follows.
_EITHER = rf"(?:{_WINDOW}) của (?:cục|chi cục|sở|bộ|phòng) hoặc [^.;\n]{{3,80}}"
# No district has taken dossiers since July 2025.
_NAME = (
    rf"(?:chủ tịch )?(?P<name>{_EITHER}|(?:{_WINDOW}|{_WHOLE})(?!\w)(?:{_WORD}){{0,22}}|"
    rf"(?:các )?(?:{_BEGIN})(?!\w)(?:{_WORD}){{1,16}}+)(?<!huyện)"
)
# Somebody hands in: "nộp 01 bộ hồ sơ trực tiếp tại …", "gửi đơn đến …"; up to the end of the sentence.
_HANDS_IN = re.compile(
    r"(?<!\w)(?:nộp|gửi|đến)(?!\w)(?! (?:kết quả|thông báo|văn bản trả lời|trả))[^.;\n]{0,420}", re.I
)
# "tại", "đến" … before the name of an office.
_TO = re.compile(rf"(?<!\w)(?:tại|đến|tới|về|cho|thẳng|gửi|qua|là|sau đây:?)(?:\s*[:+-]+)?\s+{_NAME}", re.I)
# "Cán bộ tiếp nhận hồ sơ tại …": who receives.
_RECEIVES = re.compile(rf"tiếp nhận hồ sơ (?:và trả kết quả )?(?:tại|của|ở) {_NAME}", re.I)
# "Giám đốc Sở Nội vụ quyết định": who decides, by the office.
_DECIDES = re.compile(
    r"(?<!\w)(?:giám đốc (?=sở )|cục trưởng (?=cục )|chủ tịch (?=(?:ủy|uỷ) ban))"
    rf"(?P<name>(?:{_BEGIN})(?:{_WORD}){{1,16}}?) (?:xem xét, )?(?:quyết định|phê duyệt|ban hành|ký)(?!\w)",
    re.I,
)
_WINDOW_WORDS = ("một cửa", "hành chính công", "bộ phận tiếp nhận")
_IS_WINDOW = re.compile(_WINDOW, re.I)
# An address or a note that begins with the office: "Trực tiếp tại Trung tâm Phục vụ hành chính công …".
_OPENS = re.compile(rf"\W*(?:(?:trực tiếp|nộp|hồ sơ|địa điểm tiếp dân|tại|đến|ở)[\s:]+)*{_NAME}", re.I)
# An agency that answers, passes on or sends back does not hand in; "chuyển đổi", "chuyển nhượng" is no passing on.
_ANSWERS = re.compile(
    r"(?:có trách nhiệm|trả lời|thông báo|kết quả|"
    r"chuyển(?! (?:đổi|nhượng|mục|giao công|hướng|trường|tuyến|khẩu|ngành|nơi|quyền))|"
    r"(?<!quy )(?<!công )trình|có văn bản|phê duyệt|công khai|"
    r"lấy ý kiến)[^.;\n]{0,110}$",
    re.I,
)
# "Sở Y tế tỉnh, thành phố trực thuộc trung ương": every city beside a province is one.
_CENTRAL = re.compile(r"(?<=, thành phố) trực(?: thuộc(?: trung(?: ương)?)?)?$", re.I)
# An office that begins a clause does not hand in what it sends: "CQĐD gửi văn bản theo mẫu về Cục".
_SENDER = re.compile(r"(?:^|[.,;:\n+-])\s*(?:(?-i:CQĐD)|cơ quan đại diện) ?$", re.I)
# Offices that registers shorten.
_SHORT = {
    "CQĐD": "Cơ quan đại diện Việt Nam ở nước ngoài",
    "CQTHADS": "Cơ quan thi hành án dân sự",
    "KBNN": "Kho bạc Nhà nước",
    "NHNN": "Ngân hàng Nhà nước",
    "BHXH": "Cơ quan bảo hiểm xã hội",
}
_LONGEST = 110
# Who hands in does so at the beginning; further on offices hand things to each other.
_EARLY = 1200


class Counter(NamedTuple):
    """Where a dossier is handed in, in the words of the record; whether that desk takes dossiers of many agencies,
    and the cases, where each has a counter of its own."""

    name: str
    single_window: bool
    cases: tuple[CounterCase, ...] = ()


def counter_of(procedure: Procedure) -> Counter | None:
    """The counter that the steps name, else the notes of the ways of handing in, else the stated address."""
    notes = procedure.submission_notes
    return _counter(procedure.steps, notes, procedure.reception_address)


@lru_cache(maxsize=4096)
def _counter(steps: str, notes: tuple[str, ...], address: str) -> Counter | None:
    """A single window that one of the texts names, else the first office."""
    if cases := counter_cases(steps, _named):
        return Counter("; ".join(dict.fromkeys(one.name for one in cases)), single_window=False, cases=cases)
    found = [*_opening(address), *_named(steps[:_EARLY])]
    late = steps[_EARLY:].lower()
    if any(words in late for words in _WINDOW_WORDS):
        found += filter(_IS_WINDOW.match, _named(steps[_EARLY:]))
    for note in notes:
        found += [*_opening(note), *_named(note)]
    best = next(filter(_IS_WINDOW.match, found), found[0] if found else "")
    return Counter(best, bool(_IS_WINDOW.match(best))) if best else None


def decider_in(steps: str) -> str:
    """The office that decides by the words of the steps; "" where they name none."""
    found = _DECIDES.search(steps)
    return _tidied(found["name"]) if found else ""


def _opening(text: str) -> Iterator[str]:
    """The office with which a text begins."""
    if found := _OPENS.match(" ".join(text.split())):
        yield _tidied(found["name"])


def _named(text: str) -> Iterator[str]:
    """The offices to which somebody hands in, in the order of a text; then those that receive."""
    for sentence in _HANDS_IN.finditer(text):
        before = text[max(0, sentence.start() - 140) : sentence.start()]
        if _ANSWERS.search(before) or _SENDER.search(before):
            continue
        for found in _TO.finditer(sentence.group()):
            yield _tidied(found["name"])
    for found in _RECEIVES.finditer(text) if any(ends_of("nhận hồ ", text)) else ():
        yield _tidied(found["name"])


def _tidied(name: str) -> str:
    """A name with a large first letter; one that is too long is cut at a word."""
    words = _CENTRAL.sub("", " ".join(name.split()).strip(" ,-"))
    short, _, rest = words.partition(" ")
    words = f"{_SHORT[short]} {rest}".strip() if short in _SHORT else words
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0]
    return words[:1].upper() + words[1:]


def is_same(counter: Counter, agency: str) -> bool:
    """Whether a counter is only the agency that decides, called by its name; an agency that nobody names is none."""
    decides = fold(agency).strip()
    named = fold(counter.name)
    # "Cơ quan được Chủ tịch Ủy ban nhân dân giao" is another than who gave it the task.
    return bool(decides) and (named in decides or (decides in named and f"duoc {decides}" not in named))
