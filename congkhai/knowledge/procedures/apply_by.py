"""By when one must hand in: periods that the words of a procedure set to the applicant, not to the agency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from congkhai.knowledge.procedures.ready import COUNTED, Period
from congkhai.records.procedure import Procedure

_UNITS = {"ngày làm việc": "working_days", "ngày": "days", "tháng": "months", "năm": "years", "giờ": "hours"}
_AMOUNT = r"(?P<amount>\d{1,3})(?: \([^()]{2,30}\))? (?P<unit>ngày làm việc|ngày|tháng|năm|giờ)(?!\w)"
# What happens to the applicant; the end of a step of the agency ("hết hạn nộp hồ sơ") is no such event.
_EVENT = (
    r"(?!kết thúc (?:thời hạn|thời gian niêm|tháng|quý|năm|thẩm|kiểm|việc đánh giá|đánh giá)|"
    r"ký (?:kết luận|thông báo|quyết định|biên bản)|hết hạn (?:nộp|bổ sung|nhận)|thành lập hội đồng)"
    r"(?:sinh|có người chết|chết|nghỉ việc|chấm dứt|phát hiện|(?:có |quyết định |xảy ra )?(?:sự )?thay đổi|"
    r"đăng ký khai sinh|hết|bị mất|mất|xảy ra|có biến động|biến động|phát sinh|ký|nhập cảnh|khởi công|"
    r"hoàn thành|hoàn tất|kết thúc|chuyển|làm giấy tờ|trở về|tốt nghiệp|bị tai nạn|giấy|bắt đầu|tạm ngừng|"
    r"đi vào hoạt động|thành lập|tổ chức đại hội|hợp đồng)(?!\w)[^.;,:\n]{0,90}"
)
# "Trong thời hạn 60 ngày kể từ ngày sinh con": a period from what happens.
_AFTER = re.compile(rf"(?<!\w){_AMOUNT},? (?:tính )?(?:kể )?từ (?P<event>(?:ngày|khi|thời điểm|lúc) {_EVENT})", re.I)
_WITHIN = re.compile(r"(?<!\w)(?:trong|chậm nhất|không quá|tối đa|muộn nhất|vòng|thời hạn|thời gian)(?: là)?\s+$", re.I)
# "… chậm nhất 03 ngày làm việc trước ngày tạm ngừng": a period before what one plans.
_BEFORE = re.compile(rf"(?<!\w){_AMOUNT},? trước (?P<event>(?:ngày|khi) [^.;,:\n]{{4,90}})", re.I)
# "Ngừng từ 15 ngày trở lên: nộp hồ sơ chậm nhất 03 ngày làm việc trước đó": what one plans stands ahead of the colon.
_BEFORE_THAT = re.compile(
    rf"(?:^|[.\n])\W*(?:\d{{1,2}}[.)] )?(?P<event>[^\W\d][^.;:\n]{{5,110}}): (?P<said>[^.;:\n]{{0,90}}?)"
    rf"(?<!\w){_AMOUNT},? trước đó(?!\w)",
    re.I,
)
_AT_LEAST = re.compile(r"(?<!\w)(?:chậm nhất|ít nhất|tối thiểu)(?: là)?\s+$", re.I)
_DOES = (
    r"(?:nộp|gửi|đăng ký|khai báo|trình báo|làm thủ tục|thực hiện thủ tục|thông báo|lập|có hồ sơ|có văn bản|khai)(?!\w)"
)
_APPLICANT = (
    r"(?:cha|mẹ|người|công dân|cá nhân|tổ chức|doanh nghiệp|hợp tác xã|hộ|thương nhân|chủ|quản tài viên|cơ sở|nnt|"
    r"luật sư|công ty|nhà đầu tư|văn phòng|chi nhánh|trung tâm|thân nhân|vợ|chồng|con|cơ quan, tổ chức)(?!\w)"
)
# Behind the period: an applicant who does something, or at once what to do.
_BEHIND = re.compile(rf"[^,;.\n]{{0,60}},?\s*(?:{_APPLICANT}[^.;\n]{{0,140}}?(?<!\w))?{_DOES}", re.I)
# Before the period: "nộp hồ sơ …", "Thời hạn nộp hồ sơ …".
_AHEAD = re.compile(rf"(?:(?<!\w){_DOES})[^.;\n]{{0,170}}$", re.I)
# An agency that acts within the period.
_AGENCY = re.compile(
    r"(?<!\w)(?:sở|ủy ban|uỷ ban|ubnd|cơ quan(?!, tổ chức)|công chức|bộ (?!hồ)|cục|bộ phận|cán bộ|chủ tịch|"
    r"hội đồng|tổ công|phòng|giám đốc|ngân hàng nhà nước|thủ trưởng|thủ tướng|chi cục|"
    r"cảng vụ|quỹ|hiệu trưởng|kết quả|trả lời)(?!\w)",
    re.I,
)
# A bracket that the end of an event cuts open.
_UNCLOSED = re.compile(r"\([^()]*$")
_MOST = 3


class ApplyBy(NamedTuple):
    """A last day for the applicant: so long after an event, or before it; the event in the words of the record."""

    amount: int
    unit: str
    event: str
    before: bool

    @property
    def period(self) -> Period | None:
        """What is counted from the event; None for a period before it."""
        factor, unit = COUNTED[self.unit]
        return None if self.before else Period(self.amount * factor, unit)


def apply_by(procedure: Procedure) -> tuple[ApplyBy, ...]:
    """The periods within which one must hand in, by the steps and conditions; of many, the first few."""
    conditions = procedure.conditions if isinstance(procedure.conditions, str) else ""
    return _read(procedure.steps, conditions)


@lru_cache(maxsize=2048)
def _read(*texts: str) -> tuple[ApplyBy, ...]:
    found: dict[tuple[int, str, bool], ApplyBy] = {}
    for one in (one for text in texts for one in _of_text(text)):
        found.setdefault((one.amount, one.unit, one.before), one)
    return tuple(found.values())[:_MOST]


def _of_text(text: str) -> Iterator[ApplyBy]:
    for pattern, opens, before in ((_AFTER, _WITHIN, False), (_BEFORE, _AT_LEAST, True)):
        for found in pattern.finditer(text):
            ahead, behind = text[max(0, found.start() - 200) : found.start()], text[found.end() : found.end() + 260]
            bound = opens.search(ahead)
            if bound and _is_of_applicant(ahead[: bound.start()], behind, before=before):
                event = _UNCLOSED.sub("", " ".join(found["event"].split())).strip(" ,")
                yield ApplyBy(int(found["amount"]), _UNITS[found["unit"].lower()], event, before)
    yield from _before_that(text)


def _before_that(text: str) -> Iterator[ApplyBy]:
    """Periods before what the same line plans, which it names ahead of the colon."""
    for found in _BEFORE_THAT.finditer(text):
        bound = _AT_LEAST.search(found["said"])
        if bound and _is_of_applicant(found["said"][: bound.start()], "", before=True):
            event = f"khi {found['event'][:1].lower()}{found['event'][1:]}"
            yield ApplyBy(int(found["amount"]), _UNITS[found["unit"].lower()], event, before=True)


def _is_of_applicant(ahead: str, behind: str, *, before: bool) -> bool:
    """Whether a period is set to the applicant: who does something within it, or had to do it."""
    sentence = _AHEAD.search(ahead)
    if sentence and not _AGENCY.search(sentence.group().partition(" đến ")[0].partition(" cho ")[0][:80]):
        return before or not _AGENCY.match(behind.lstrip(" ,"))
    acts = None if before else _BEHIND.match(behind)
    return bool(acts) and not _AGENCY.search(acts.group() if acts else "")
