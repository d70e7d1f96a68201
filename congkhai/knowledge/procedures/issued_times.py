"""Times that are those of what is issued, though the national data gives them to channels: by the words of the record.

"Trực tuyến: 7 ngày, trực tiếp: 3 ngày" beside the note "Bản điện tử: 03 ngày; bản nhựa: 07 ngày, tính từ khi kết thúc
kỳ sát hạch": who hands in online waits no longer, and nothing is counted from the day of handing in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration, duration_text, read_duration

# "Giấy phép bản điện tử: 03 ngày", "giấy phép PET trong 07 ngày".
_ISSUED = re.compile(
    r"(?P<case>[^.;,:\n\d()]{3,40}?)(?:: | trong )(?:không quá )?"
    r"(?P<time>\d{1,3} (?:ngày làm việc|ngày|giờ|tháng))(?!\w)",
    re.I,
)
# What is nothing issued: a channel, who acts, the words of any time.
_NONE = re.compile(
    r"(?<!\w)(?:trực tiếp|trực tuyến|bưu chính|qua|thời hạn|thời gian|nộp|gửi|sở|ủy ban|cơ quan|phòng|kiểm tra)(?!\w)",
    re.I,
)
_TAKES = re.compile(r"^\W*(?:nhận|cấp|trả) (?=\w)", re.I)
# An event that is not the handing in: "tính từ khi kết thúc kỳ sát hạch".
_EVENT = re.compile(
    r"(?:tính |kể )+từ (?P<event>(?:khi|ngày|thời điểm) "
    r"(?![^.;,\n]*(?<!\w)(?:nhận|nộp|gửi|hồ sơ|đơn|yêu cầu|giấy tờ|thụ lý|tiếp nhận)(?!\w))[^.;,\n]{4,60})",
    re.I,
)
_SENTENCE = re.compile(r"\n+|(?<=[^\W\d])[.]\s+")


def issued_times(procedure: Procedure, stated: Iterable[Duration]) -> tuple[str, ...]:
    """The times by what is issued, where words give each stated time to one thing, with the event they run from."""
    wanted = {(one.amount_max, one.unit) for one in stated}
    if len(wanted) < 2:
        return ()
    texts = (*procedure.submission_notes, procedure.steps)
    for sentence in (one for text in texts for one in _SENTENCE.split(text)):
        found = tuple(_issued(sentence))
        if len(found) == len(wanted) and {(one.amount_max, one.unit) for _, one in found} == wanted:
            return tuple(_said(found, _event_in(sentence)))
    return ()


def event_of(duration: Duration) -> str:
    """From what a time is counted, by its words, where that is not the day of handing in: "khi kết thúc kỳ …"."""
    return _event_in(duration.condition)


def without_event(condition: str) -> str:
    """The words beside a time without those on the event."""
    return _EVENT.sub("", condition).strip(" …,;")


@lru_cache(maxsize=2048)
def _event_in(words: str) -> str:
    found = _EVENT.search(words)
    return found["event"].strip() if found else ""


def _issued(sentence: str) -> Iterator[tuple[str, Duration]]:
    for found in _ISSUED.finditer(sentence):
        amounts = read_duration(found["time"]).amounts
        case = _TAKES.sub("", found["case"].strip(" -+"))
        if len(amounts) == 1 and not _NONE.search(case):
            yield case, amounts[0]


def _said(found: tuple[tuple[str, Duration], ...], event: str) -> Iterator[str]:
    for case, one in found:
        words = f"{case[:1].upper()}{case[1:]}: {duration_text(one.amount_max, one.unit)}"
        yield f"{words}, tính từ {event}" if event else words
