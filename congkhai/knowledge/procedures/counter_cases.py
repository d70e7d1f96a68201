"""Counters that differ by case: lines of the steps that each send some people to an office of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from congkhai.foundation.text import fold

# "2. Đã nghỉ việc, bảo lưu: nộp cho cơ quan bảo hiểm xã hội", "- Tổ chức: nộp tại …"; two may share a line.
_AHEAD_OF_COLON = re.compile(
    r"(?:^|(?<=[.;\n] ))\W*(?:(?:\d{1,2}|[a-zđ])[.)]\s*)?(?P<case>[^\W\d][^:.;\n]{3,160}?): ?"
    r"(?P<rest>[^.;\n]*?(?<!\w)(?:nộp|gửi|đến)(?!\w)[^.;\n]*)",
    re.I | re.M,
)
# "Trường hợp cá nhân …, nộp hồ sơ tại …", "Công ty trực thuộc tỉnh gửi hồ sơ về Sở …".
_SENTENCE = re.compile(
    r"^\W*(?:(?:\d{1,2}|[a-zđ])[.)]\s*)?(?P<case>(?P<opens>đối với|trường hợp|nếu|công ty|doanh nghiệp|tổ chức|cá nhân|"
    r"người|hộ|cơ quan)(?!\w)[^:.;\n]{5,220}?),?(?: thì)? (?P<rest>(?<!\w)(?:nộp|gửi)(?!\w)[^;.\n]*)",
    re.I | re.M,
)
# "… gửi hồ sơ đến các cơ quan như sau:" and below it "- Sở Xây dựng … để thực hiện …".
_LISTED = re.compile(
    r"(?<!\w)(?:nộp|gửi)(?!\w)[^.;\n]*(?:sau|sau đây|như sau)[^.;\n]{0,40}:\s*\n(?P<lines>(?:\s*[-+*•].*\n?){2,8})",
    re.I,
)
_LINE = re.compile(r"(?P<rest>[^\n]+?) (?:để(?: thực hiện)?|đối với|trong trường hợp) (?P<case>[^\n;.]{5,220})", re.I)
# What is no case of people: a channel, a step, what becomes of a dossier, a system that fails.
_NO_CASE = re.compile(
    r"(?<!\w)(?:hồ sơ|trực tuyến|trực tiếp|bưu chính|bưu điện|bước|cách|giao dịch điện tử|sự cố|hệ thống|chưa|hợp lệ|"
    r"bổ sung|từ chối|kết quả|thời hạn|phát hiện|địa chỉ|nơi nộp|lưu ý|bất khả kháng|yêu cầu|địa điểm|nộp|"
    r"gửi|chuyên môn|được cấp(?! có)|trình tự|xác minh|kiểm tra)(?!\w)",
    re.I,
)
# "nộp nơi đang chi trả": a place that is no name.
_PLACE = re.compile(r"(?<!\w)(?:nộp|gửi)(?: hồ sơ)?(?: tại| cho)? nơi ((?:đang|đã) [^.;,\n]{4,60})", re.I)
_OPENS = re.compile(r"^(?:(?:đối với|trường hợp|nếu)\s+)+(?:là\s+)?", re.I)
_EARLY = 2600
# Of a case so many letters are told, of cases so many.
_LONGEST, _MOST = 60, 4


Named = Callable[[str], Iterator[str]]


class CounterCase(NamedTuple):
    """Some people, in the words of the record, and the office where they hand in."""

    case: str
    name: str


def counter_cases(steps: str, named: Named) -> tuple[CounterCase, ...]:
    """The cases of a procedure whose counter differs, at least two; `named` finds offices that a text hands in to."""
    text = steps[:_EARLY]
    ways = (_AHEAD_OF_COLON.finditer(text), _of_one_kind([*_SENTENCE.finditer(text)]), _of_list(text))
    for cases in ([case for found in way for case in _case(found, named)] for way in ways):
        told = list({fold(case.case): case for case in cases}.values())
        if _differ(told):
            return tuple(told[:_MOST])
    return ()


def _case(found: re.Match[str], named: Named) -> Iterator[CounterCase]:
    case = _OPENS.sub("", " ".join(found["case"].split()))
    place = _PLACE.search(found["rest"])
    name = next(named(f"nộp tại {found['rest']}" if found.re is _LINE else found["rest"]), "")
    if (name or place) and " " in case and not _NO_CASE.search(case):
        yield CounterCase(_shown(case), name or f"Nơi {place[1] if place else ''}")


def _of_list(text: str) -> Iterator[re.Match[str]]:
    """The bullets below words that hand in to several offices."""
    for found in _LISTED.finditer(text):
        lines = (line.strip(" -+*•") for line in found["lines"].splitlines())
        yield from filter(None, (_SENTENCE.match(line) or _LINE.match(line) for line in lines))


def _of_one_kind(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """Sentences that begin with the same word: others tell what follows what, not what stands beside it."""
    first = [one["opens"].lower() for one in found]
    return [one for one, word in zip(found, first, strict=True) if first.count(word) > 1]


def _differ(cases: list[CounterCase]) -> bool:
    """Whether cases have offices of which none is only another one told shorter, nor a case only another cut short."""
    names = {fold(one.name).strip() for one in cases}
    people = [fold(one.case) for one in cases]
    one_in_other = any(a != b and b.startswith(a) for a in people for b in people)
    return not one_in_other and len([a for a in names if not any(a != b and a in b for b in names)]) > 1


def _shown(words: str) -> str:
    words = words.strip(" ,-")
    words = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0].rstrip(" ,") + "…"
    return words[:1].upper() + words[1:]
