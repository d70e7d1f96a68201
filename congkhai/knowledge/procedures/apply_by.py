"""By when one must hand in: periods that the words of a procedure set to the applicant, not to the agency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from congkhai.foundation.text import ends_of
from congkhai.knowledge.procedures.bound import bound_by
from congkhai.knowledge.procedures.not_to_apply import GRANTED, OVER
from congkhai.knowledge.procedures.ready import COUNTED, Period
from congkhai.knowledge.procedures.who_acts import APPLICANT, DOES, IS_AGENCY, LAST_SENTENCE, is_of_applicant
from congkhai.records.procedure import Procedure

_UNITS = {"ngày làm việc": "working_days", "ngày": "days", "tháng": "months", "năm": "years", "giờ": "hours"}
_DIGIT = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm)"
# "60 ngày", "03 (ba) tháng", "mười (10) ngày".
_AMOUNT = (
    rf"(?:{_DIGIT}(?: {_DIGIT})* \()?(?P<amount>\d{{1,3}})\)?(?: \([^()]{{2,30}}\))? "
    r"(?P<unit>ngày làm việc|ngày|tháng|năm|giờ)(?!\w)"
)
# What an agency or the course of a dossier does is no event of the applicant's life: from it an agency's time runs.
_OF_DOSSIER = (
    r"(?!(?:được |đã |bắt đầu )?(?:nhận|tiếp nhận|nộp|gửi|trình|ghi (?:trên|tại)|công khai|niêm yết|thẩm định|"
    r"họp)(?!\w)|"
    r"(?:có|ra|ban hành|ký) (?:đủ |đầy đủ )?(?:kết luận|kết quả|thông báo|văn bản|ý kiến|yêu cầu|báo cáo|"
    r"biên bản|hồ sơ|"
    r"đơn|phiếu|tờ trình|quyết định (?:đình|thu hồi|phê duyệt|cấp kinh phí|thành lập (?:hội đồng|đoàn)))|"
    r"(?:hoàn thành|hoàn tất|kết thúc|hết)(?: thời hạn| thời gian| hạn| việc)* "
    r"(?:nộp|bổ sung|nhận|niêm|tháng|quý|năm|thẩm|kiểm|đánh giá|lấy|kê khai)|thành lập (?:hội đồng|đoàn|tổ)|"
    r"thông báo|yêu cầu|đề nghị|xin|lập hồ sơ|tháng|năm|được (?:xét|thông báo|yêu cầu))"
)
_EVENT = rf"{_OF_DOSSIER}[^.;,:\n]{{3,110}}(?!\w)"
# Words by which an event is a step of a dossier or of an office, wherever in it they stand.
_OF_OFFICE = re.compile(
    r"(?<!\w)(?:có văn bản|yêu cầu|thông báo|nhận được|nhận đủ|nộp|gửi|tiếp nhận|thụ lý|bổ sung (?:hồ sơ|"
    r"thông tin)|công khai|"
    r"xuất trình|hồ sơ(?! giả)|kết quả|ban hành|tổ chức thẩm định|phê duyệt|trúng tuyển|nghiệm thu|kinh phí|"
    r"đơn(?! vị)|giải trình)(?!\w)",
    re.I,
)
# What an office grants begins a time of the applicant's: "ngày Chủ tịch … quyết định cho phép thành lập".
_GRANTS = re.compile(r"(?<!\w)(?:quyết định|cho phép|cấp|chấp thuận|hiệu lực)(?!\w)", re.I)
_WHEN = r"(?:ngày|khi|thời điểm|lúc|thời gian)"
# What follows "từ" or "trước" wherever one of the three patterns below finds something.
_EVENT_BEHIND = re.compile(rf"{_WHEN}:? {_OF_DOSSIER}[^.;,:\n]{{3}}", re.I)
# "Trong thời hạn 60 ngày kể từ ngày sinh con", "chậm nhất là ngày thứ 10 kể từ ngày …": a period from what happens.
_AFTER = re.compile(
    rf"(?<!\w)(?:{_AMOUNT}|ngày thứ (?P<nth>\d{{1,3}})(?: \([^()]{{2,30}}\))?),? (?:tính )?(?:kể )?từ "
    rf"(?P<event>{_WHEN}:? {_EVENT})",
    re.I,
)
_WITHIN = re.compile(r"(?<!\w)(?:trong|chậm nhất|không quá|tối đa|muộn nhất|vòng|thời hạn|thời gian)(?: là)?\s+$", re.I)
# "… chậm nhất 03 ngày làm việc trước ngày tạm ngừng": a period before what one plans.
_BEFORE = re.compile(rf"(?<!\w){_AMOUNT},? trước (?P<event>{_WHEN} {_EVENT})", re.I)
_AT_LEAST = re.compile(r"(?<!\w)(?:chậm nhất|ít nhất|tối thiểu|muộn nhất|trong|thời hạn)(?: là)?\s+$", re.I)
# "Trước khi hết hạn ít nhất 30 ngày, …": the same, the other way round.
_BEFORE_TURNED = re.compile(
    rf"(?<!\w)trước (?P<event>{_WHEN} {_OF_DOSSIER}[^.;,:\n]{{3,90}}?),? (?:ít nhất|tối thiểu|"
    rf"chậm nhất)"
    rf"(?: là)?\s+{_AMOUNT}(?! (?:kể )?từ)",
    re.I,
)
# "Ngừng từ 15 ngày trở lên: nộp hồ sơ chậm nhất 03 ngày làm việc trước đó": what one plans stands ahead of the colon.
_BEFORE_THAT = re.compile(
    rf"(?:^|[.\n])\W{{0,40}}+(?:\d{{1,2}}[.)] )?(?P<event>[^\W\d][^.;:\n]{{5,110}}): (?P<said>[^.;:\n]{{0,90}}?)"
    rf"(?<!\w){_AMOUNT},? trước đó(?!\w)",
    re.I,
)
# Longer times are duties of who holds a permit, or qualify for one ("03 năm trước khi …"): no time for handing in.
_MOST = {"years": 1, "months": 12}
_MOST_BEFORE = {"years": 0, "months": 6}
# "Kể từ ngày tổ chức, cá nhân hoàn thành …": an event of which the comma leaves only who acts.
_ONLY_ACTOR = re.compile(rf"{_WHEN}:? {APPLICANT}", re.I)
# A bracket that the end of an event cuts open.
_UNCLOSED = re.compile(r"\([^()]*$")
# Only who must do it is fined: "…; quá hạn bị xử phạt".
_FINED = re.compile(r"[,;]? (?:nếu )?(?:quá (?:thời )?hạn|chậm|nộp chậm)[^.;:\n]{0,40} bị (?:xử )?phạt", re.I)
# The words of an event of so many letters go on, most likely.
_SHOWN, _LONGEST_DEED, _CUT = 3, 40, 104


class ApplyBy(NamedTuple):
    """A last day for the applicant: so long after an event, or before it; the event in the words of the record.

    `whom` it binds, "" for everybody; `deed`: what is to be done, where that is not handing in; `fined` if late.
    """

    amount: int
    unit: str
    event: str
    before: bool
    whom: str = ""
    deed: str = ""
    fined: bool = False

    @property
    def period(self) -> Period | None:
        """What is counted from the event; None for a period before it."""
        factor, unit = COUNTED[self.unit]
        return None if self.before else Period(self.amount * factor, unit)


def apply_by(procedure: Procedure) -> tuple[ApplyBy, ...]:
    """The periods within which one must hand in, by the steps and conditions; first those that bind everybody."""
    conditions = procedure.conditions if isinstance(procedure.conditions, str) else ""
    return _read(procedure.name, procedure.steps, conditions)


def for_everybody(found: tuple[ApplyBy, ...]) -> tuple[ApplyBy, ...]:
    """The periods that answer anybody: one that binds some only does not, unless others have theirs beside it."""
    return found if len(found) > 1 or not any(one.whom for one in found) else ()


@lru_cache(maxsize=2048)
def _read(name: str, *texts: str) -> tuple[ApplyBy, ...]:
    found: dict[tuple[int, str, bool], list[ApplyBy]] = {}
    for one in sorted((one for text in texts for one in _of_text(name, text)), key=lambda one: bool(one.whom)):
        same = found.setdefault((one.amount, one.unit, one.before), [])
        if all(other.whom and other.whom != one.whom for other in same):
            same.append(one)
    return tuple(one for same in found.values() for one in same)[:_SHOWN]


def _of_text(name: str, text: str) -> Iterator[ApplyBy]:
    for pattern, opens, before in _patterns_for(text):
        for found in pattern.finditer(text):
            ahead, behind = text[max(0, found.start() - 200) : found.start()], text[found.end() : found.end() + 260]
            bound = opens.search(ahead) if opens else None
            said = ahead[: bound.start()] if bound else ahead
            if not (bound or not opens) or _is_of_office(said, found["event"], behind):
                continue
            fined = bool(_FINED.match(behind))
            if fined or is_of_applicant(said, behind, before=before):
                deed = _deed(said) if fined else ""
                whom = bound_by(name, text, found.start(), found.end())
                yield from (one._replace(whom=whom, deed=deed, fined=fined) for one in _one(found, before=before))
    yield from _before_that(text)


def _patterns_for(text: str) -> Iterator[tuple[re.Pattern[str], re.Pattern[str] | None, bool]]:
    """The patterns that may find something, with what opens a period and whether it ends with the event.

    Most texts only tell from when an agency's time runs, and to go through them with a pattern costs a hundred times as
    much as to look for a word.
    """
    if any(_EVENT_BEHIND.match(text, end) for end in ends_of("từ ", text)):
        yield _AFTER, _WITHIN, False
    if any(_EVENT_BEHIND.match(text, end) for end in ends_of("trước ", text)):
        yield _BEFORE, _AT_LEAST, True
        yield _BEFORE_TURNED, None, True


def _deed(said: str) -> str:
    """What is to be done within a period, where its sentence opens with that: "Thu hồi trong 30 ngày …"."""
    words = (LAST_SENTENCE.search(said) or [""])[0].strip(" -+*•")
    return "" if not words or len(words) > _LONGEST_DEED or re.match(DOES, words, re.I) else words


def _is_of_office(said: str, event: str, behind: str) -> bool:
    """Whether a period runs from a step of a dossier, or is told as one that is over."""
    acts = IS_AGENCY.search(event) and not _GRANTS.search(event)
    is_cut = _ONLY_ACTOR.fullmatch(event) and behind.startswith(",")
    return bool(
        acts
        or is_cut
        or GRANTED.search(said)
        or _OF_OFFICE.search(event)
        or OVER.search(said)
        or behind.startswith((" mà ", ", mà "))
    )


def _one(found: re.Match[str], *, before: bool) -> Iterator[ApplyBy]:
    """A period as it was found; none where it is so long before an application that it qualifies for it."""
    parts = found.groupdict()
    amount, unit = (parts["nth"], "ngày") if parts.get("nth") else (parts["amount"], parts["unit"])
    one = ApplyBy(int(amount), _UNITS[unit.lower()], _event_words(parts["event"]), before)
    if one.amount <= (_MOST_BEFORE if before else _MOST).get(one.unit, one.amount):
        yield one


def _event_words(words: str) -> str:
    said = _UNCLOSED.sub("", " ".join(words.replace(":", "").split())).strip(" ,")
    return said if len(said) < _CUT else f"{said}…"


def _before_that(text: str) -> Iterator[ApplyBy]:
    """Periods before what the same line plans, which it names ahead of the colon."""
    for found in _BEFORE_THAT.finditer(text) if any(ends_of("trước đó", text)) else ():
        bound = _AT_LEAST.search(found["said"])
        if bound and is_of_applicant(found["said"][: bound.start()], "", before=True):
            event = f"khi {found['event'][:1].lower()}{found['event'][1:]}"
            yield ApplyBy(int(found["amount"]), _UNITS[found["unit"].lower()], event, before=True)
