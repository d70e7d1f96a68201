"""On which days of each year dossiers are taken: fixed days that the words of a procedure set to the applicant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from congkhai.knowledge.procedures.bound import bound_by
from congkhai.knowledge.procedures.not_to_apply import GRANTED
from congkhai.knowledge.procedures.who_acts import is_of_applicant
from congkhai.records.procedure import Procedure

# "15/10", "ngày 15 tháng 10", but no day of one year: "15/10/2025", "ngày 15 tháng 10 năm 2025".
_DAY = r"(?:ngày )?(?:0?[1-9]|[12]\d|3[01])(?: tháng | ngày |/)(?:0?[1-9]|1[0-2])(?![\d/.-]*\d)(?! năm (?:19|20)\d\d)"
_POINT = rf"(?:{_DAY}|tháng (?:0?[1-9]|1[0-2])(?![/\d])|quý (?:IV|I{{1,3}}|[1-4])(?!\w))"
_BY = r"(?:trước|chậm nhất|muộn nhất|đến hết)(?:,? (?:là|vào|hết|trước|ngày))*"
_LEAD = rf"(?:{_BY}|(?:trong|vào)(?: (?:thời gian|thời điểm|trước|tháng|vào))*)"
_FROM = rf"từ {_POINT} đến(?: hết)? {_POINT}"
# "trước ngày 01 tháng 11 và ngày 21 tháng 4", "từ ngày 01/5 đến ngày 30/5; hoặc từ ngày 01/11 đến ngày 30/11".
_SPAN = rf"(?:{_FROM}|{_LEAD} {_POINT})"
_MORE = rf"(?:[,;]? (?:và|hoặc|hay)(?: hoặc)? (?:{_SPAN}|{_POINT})){{0,3}}"
_YEARLY = r"(?:hằng|hàng|mỗi) năm"
_OF_YEAR = (
    rf"(?:,? (?:{_YEARLY}|(?:của )?năm (?:trước|liền trước|xét|đầu|kế hoạch|tiếp theo|sau)"
    r"(?: (?!đến |về |cho |tới |gửi |qua |để )[^\W\d]+){0,5}))"
)
_TIME = re.compile(
    rf"(?<!\w)(?P<time>{_YEARLY},? {_SPAN}{_MORE}|{_SPAN}{_MORE}{_OF_YEAR}|"
    rf"(?:{_BY} {_DAY}|từ {_DAY} đến(?: hết)? {_DAY}){_MORE}|"
    rf"(?<=[\n.;:] ){_POINT} {_YEARLY}|^{_POINT} {_YEARLY})(?!\w)",
    re.I,
)
# A payment by a day is no application; a dossier that is not in order has a time of its own.
_NO_APPLYING = re.compile(
    r"(?<!người )(?:nộp|trả|đóng) (?:phí|thuế|tiền|lệ phí)[^.;\n]*$|hoàn thành [^.;\n]*$|(?:kể|tính) từ [^.;,\n]*$|"
    r"(?:chưa hợp lệ|bổ sung|(?<!\w)(?:chuyển (?:hồ|quyết|giấy)|ban hành|công bố) )[^.;\n]*$",
    re.I,
)
_TAKES = re.compile(r"(?<!\w)nhận hồ sơ(?: [^\W\d]+){0,3} $", re.I)
# Whoever hands in a dossier, or draws up a plan to be approved, is the applicant, whatever the name.
_HANDS_IN = re.compile(
    r",? (?!sở |ủy ban |ubnd |cục |bộ )(?:(?!thông báo|hướng dẫn|phổ biến|thẩm định)[^.;\n]){4,90}?"
    r"(?<!\w)(?:nộp|gửi|trình|lập)(?: (?:\d{1,2}|\(?một\)?|bộ|kế hoạch|giá|cơ quan|hồ sơ|đơn)(?!\w)){1,3}",
    re.I,
)
# "Hồ sơ đề nghị khen thưởng gửi về Bộ … trước ngày …": a sentence of which no office is the subject.
_SENDS = re.compile(
    r"(?:^|[.;\n])\W*(?:bước \d+\W+)?(?!sở |[uủ][yỷ] ban|ubnd|cục |bộ (?!hồ)|vụ |hội đồng|ban |phòng |trung tâm phục|"
    r"cơ quan (?!đề nghị|, tổ)|cán bộ|chủ tịch|trên cơ sở|sau khi|trường hợp)"
    r"(?:(?!tổng hợp|thẩm định|xem xét|rà soát|tiếp nhận)[^.;\n]){4,150}?(?<!\w)(?:gửi|nộp|trình) [^.;\n]{4,120} $",
    re.I,
)
_OF_PAPERS = re.compile(r"trường hợp(?: hồ sơ.*)?", re.I)
_SHOWN = 2
# What stands in every text that sets such a day, looked for before the long pattern.
_YEAR_OR_DAY = re.compile(r"(?:hằng|hàng|mỗi) năm|(?:trước|chậm nhất|muộn nhất|hết|từ) (?:là |vào )?(?:ngày )?\d", re.I)


class YearlyTime(NamedTuple):
    """When a year's dossiers are taken, in the words of the record; `whom` it binds, "" for everybody."""

    words: str
    whom: str = ""


def yearly_times(procedure: Procedure) -> tuple[YearlyTime, ...]:
    """The days of each year by which, or between which, one hands in, by the steps and the notes on handing in."""
    notes = procedure.submission_notes
    return _read(procedure.name, procedure.steps, *notes)


@lru_cache(maxsize=2048)
def _read(name: str, *texts: str) -> tuple[YearlyTime, ...]:
    """The first day that binds everybody, for later ones are those of offices that pass dossiers on; then cases."""
    told = [text for text in texts if _YEAR_OR_DAY.search(text)]
    found = tuple(dict.fromkeys(one for text in told for one in _of_text(name, text)))
    everybody = [one for one in found if not one.whom]
    return (*everybody[:1], *(one for one in found if one.whom))[:_SHOWN]


def _of_text(name: str, text: str) -> Iterator[YearlyTime]:
    for found in _TIME.finditer(text):
        ahead, behind = text[max(0, found.start() - 200) : found.start()], text[found.end() : found.end() + 260]
        if _is_for_applying(ahead, behind):
            whom = bound_by(name, text, found.start(), found.end()).removesuffix(" nhận hồ sơ")
            more = "…" if whom and behind.startswith(f" đối {whom},") else ""
            yield YearlyTime(" ".join(found["time"].split()), "" if _OF_PAPERS.fullmatch(whom) else whom + more)


def _is_for_applying(ahead: str, behind: str) -> bool:
    """Whether a day is one by which an applicant hands in, by the words on both sides of it."""
    if GRANTED.search(ahead) or _NO_APPLYING.search(ahead):
        return False
    takes = _TAKES.search(ahead) or _SENDS.search(ahead) or _HANDS_IN.match(behind)
    return bool(takes) or is_of_applicant(ahead, behind, before=True)
