"""Whether a time that the field for it states in days is told in working days by the other words of a procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration

_SENTENCE = re.compile(r"(?<=[^\W\d][.;])\s+|\n\s*(?=[A-ZĐ\d*+\-\\])")
_AMOUNT = re.compile(r"(?<![\w.,/])0*(?P<amount>\d{1,3})(?: \([^()\d]*\))? ngày(?P<working> làm việc)?(?!\w)", re.I)
# The time of the whole runs from the day on which the applicant's papers are there, and from no other, …
_STARTS = re.compile(
    r"(?<!\w)(?:từ|sau) (?:ngày|khi) (?P<receipt>(?:(?:cục|cơ quan)(?!\w)[^.;,]{0,40}? )?(?:(?:tiếp )?nhận|nộp)(?!\w)"
    r"(?:(?! ý kiến | kết quả | của (?:các )?(?:bộ|sở|ủy ban|cơ quan) )[^.;,]){0,60}?"
    r"(?:hồ sơ|giấy tờ|giấy đề nghị|đơn|thông tin đề nghị|văn bản đề nghị(?! của| quy định))(?!\w)|"
    r"ghi trên phiếu tiếp nhận|hồ sơ )?",
    re.I,
)
# … or bears its name, …
_BY_NAME = re.compile(
    r"(?<!\w)(?:tổng thời (?:gian|hạn)|thời (?:gian|hạn) (?:giải quyết|thực hiện (?:liên thông|việc|thủ tục)))", re.I
)
# … and ends with what the applicant comes for.
_ENDS = re.compile(
    r"(?<!\w)(?<!cung )(?<!đăng )(?:cấp(?! (?:xã|huyện|tỉnh|trên|dưới|bộ|có))|trả (?:lại|kết quả|lời)|ban hành|"
    r"quyết định|phê duyệt|ký|chấp thuận|xác nhận|công nhận|(?:ra )?thông báo (?:kết quả|cho))(?!\w)",
    re.I,
)
# A time of few cases, of papers that are not in order, or that something must lie ahead of.
_OTHERWISE = re.compile(
    r"(?:trường hợp|đối với)(?! hồ sơ (?:đã )?(?:đầy|đủ|hợp|đáp))|(?:không|chưa) (?:bao|đầy|đủ|hợp|đúng|đạt|hoàn)|"
    r"trước (?:khi|ngày|kỳ)|(?:tăng|kéo dài|gia hạn) thêm|từ chối",
    re.I,
)
# What an office does on the way there, in a time of its own.
_ON_THE_WAY = re.compile(
    r"chuyển (?:hồ sơ|đến|cho)|gửi (?:hồ sơ|lấy|sở|bộ|ủy ban|ubnd)|xác minh|niêm yết|ý kiến|bổ sung|đề xuất|"
    r"trước (?:khi|ngày|kỳ)|"
    r"(?<!\w)(?<!công )(?<!quy )trình(?!\w| tự)|tính (?:hợp lệ|đầy đủ)|"
    r"báo cáo (?:người|cơ quan|bộ|ủy ban|chủ tịch)|không hợp lệ|sau khi hết",
    re.I,
)
# What stands behind a time that a note ends with, or that another case follows: "9 ngày làm việc (hoặc 7 …".
_NOTHING = re.compile(r"\W*(?:hoặc\W*)?", re.I)
_CALENDAR = re.compile(r"ngày (?:theo )?(?:dương )?lịch(?!\w)", re.I)


def in_working_days(procedure: Procedure, stated: Duration) -> bool:
    """Whether the words of a procedure give its time in days as as many working days, by which nobody comes too early.

    "15 ngày" beside "Thời hạn thực hiện … tối đa 15 ngày làm việc". A time of some step or some case tells nothing, nor
    does any where the words name calendar days.
    """
    if stated.unit != "days" or stated.amount_min != stated.amount_max:
        return False
    notes = procedure.submission_notes
    amount = f"{stated.amount_max:f}"
    # Most texts do not name so many days at all: no need to read them.
    told = [text for text in (*notes, procedure.steps) if amount in text and "việc" in text]
    if not any(_tells(text, amount, is_note=text in notes) for text in told):
        return False
    return not any(_CALENDAR.search(text) for text in (procedure.processing_time, *notes, procedure.steps))


def _tells(text: str, amount: str, *, is_note: bool) -> bool:
    return any(
        _is_whole(before, after, is_note=is_note)
        for sentence in _SENTENCE.split(text)
        for before, after in _around(sentence, amount)
    )


def _around(sentence: str, amount: str) -> Iterator[tuple[str, str]]:
    """The words before and after so many working days in a sentence, up to the next time that it states."""
    found = list(_AMOUNT.finditer(sentence))
    for place, one in enumerate(found):
        if one["amount"] == amount and one["working"]:
            start = found[place - 1].end() if place else 0
            end = found[place + 1].start() if place + 1 < len(found) else len(sentence)
            yield sentence[start : one.start()], sentence[one.end() : end]


def _is_whole(before: str, after: str, *, is_note: bool) -> bool:
    """Whether a time between some words is that of the whole procedure."""
    if _OTHERWISE.search(before) or _ON_THE_WAY.search(before) or _ON_THE_WAY.search(after):
        return False
    if _BY_NAME.search(before):
        return True
    starts = [one["receipt"] for one in _STARTS.finditer(f"{before} … {after}")]
    if not all(starts):
        return False
    return bool(_ENDS.search(f"{before} … {after}")) or (is_note and bool(starts or _NOTHING.fullmatch(after)))
