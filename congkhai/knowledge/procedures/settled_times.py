"""Times that the other words of a procedure settle: where its field for it is silent, or has the wrong unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congkhai.knowledge.procedures.stated import StatedTime
from congkhai.knowledge.procedures.working_days import in_working_days
from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration, duration_text, read_duration

# "sau 15 giờ", "sau 03 (ba) giờ chiều": the hour after which a dossier waits for the next working day.
_LATE_HOUR = re.compile(r"(?:sau|từ) (\d{1,2})(?: \([^()]*\))? ?(?:giờ|h)(?P<afternoon> chiều)?", re.I)
# A time that is stated without a unit, of the whole or of a channel.
_BARE = re.compile(r"(?:[\w ]+:\s*)?0*(\d+)", re.I)
# A sentence that says within what time the result is given: the whole time by name, or by what is granted then.
_BY_NAME = re.compile(
    r"thời (?:hạn|gian)(?: tối đa)? giải quyết|trả kết quả[^.;]{0,40}(?:trong|không quá|tối đa|chậm nhất)", re.I
)
_GRANTS = re.compile(
    r"(?:kể từ|sau) (?:ngày|khi) nhận[^.;]{0,60}(?:hồ sơ|giấy tờ)[^.;]*(?<!\w)(?:cấp|trả kết quả|ban hành|"
    r"ra quyết định)(?!\w)",
    re.I,
)
# What an office does on the way there, in a time of its own.
_INNER_STEP = re.compile(
    r"chuyển (?:hồ sơ|đến|cho)|xác minh|thẩm (?:tra|định)|niêm yết|lấy ý kiến|bổ sung|từ chối|không hợp lệ|xin lỗi|"
    r"xem xét|kiểm tra|báo cáo|(?<!\w)trình(?!\w)|hồ sơ do|đối với|trường hợp|thông báo|ý kiến|vào đơn",
    re.I,
)
_SENTENCE = re.compile(r"[.;\n](?:(?<=[^\W\d][.;])\s+|(?<=\n)\n*)")
# A note on submission that opens with the time itself: "Không quá 15 ngày làm việc kể từ ngày nhận đủ hồ sơ".
_OPENS = re.compile(
    r"\W*(?:không quá|trong (?:thời (?:hạn|gian)|vòng)|tối đa|chậm nhất|thời (?:hạn|gian) giải quyết)(?!\w)", re.I
)
# Where the whole is taken apart into the shares of several offices.
_SHARES = re.compile(r"trong đó\s*[:,]?", re.I)
_VARIES = re.compile(r"tùy|tuỳ|từng trường hợp", re.I)
# A note on submission that is nothing but the time: "15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ".
_IS_TIME = re.compile(r"\W*(?:thời (?:hạn|gian)[^.;\n\d]{0,40}?:?\s*)?\d", re.I)
# Units that the register puts in the place of working days, and how many of them are one: what is told is the later.
_CONFUSED = {"days": 1, "hours": 8}


def settled_time(procedure: Procedure, stated: tuple[StatedTime, ...]) -> str:
    """The time that notes on submission or the steps state where the field for it does not, "" where they do not.

    A bare number of the field is believed with the unit that these words give to the same number.
    """
    if any(_VARIES.search(text) for _, text in stated):
        return ""
    bare = {match[1] for _, text in stated for line in text.split("\n") if (match := _BARE.fullmatch(line.strip()))}
    found = list(_said(procedure, is_bare=bool(bare)))
    fitting = {(one.amount_max, one.unit): one for one in found if not bare or f"{one.amount_max:f}" in bare}
    if len(fitting) != 1:
        return ""
    (only,) = fitting.values()
    return duration_text(only.amount_max, only.unit)


def settled_unit(procedure: Procedure, stated: Duration) -> str:
    """A stated time in the unit that the words on the result give to it; "" where they agree, or say nothing of it.

    "10 ngày" beside "trong thời hạn 10 ngày làm việc … cấp Giấy phép"; "56 giờ" beside "07 ngày làm việc".
    """
    factor = _CONFUSED.get(stated.unit, 0)
    if not factor:
        return ""
    # As many hours as working days have are no chance, whatever the sentence says.
    told = _said(procedure, is_bare=True) if factor == 1 else read_duration(procedure.steps).amounts
    said = {one.unit for one in told if _is_same(one, stated, factor)}
    if said == {"working_days"} or in_working_days(procedure, stated):
        return duration_text(stated.amount_max / factor, "working_days")
    return ""


def _is_same(said: Duration, stated: Duration, factor: int) -> bool:
    """Whether a time is the stated one: as it is, or in working days."""
    if said.unit == "working_days":
        return said.amount_max * factor == stated.amount_max
    return (said.amount_max, said.unit) == (stated.amount_max, stated.unit)


def late_hour(duration: Duration) -> int | None:
    """The hour of an exception for dossiers that come late in the day, None for any other time."""
    match = _LATE_HOUR.search(duration.condition)
    if not match or not is_next_day(duration):
        return None
    hour = int(match[1]) + (12 if match["afternoon"] and int(match[1]) < 12 else 0)
    return hour if hour < 24 else None


def is_next_day(duration: Duration) -> bool:
    """Whether a time ends with the next working day."""
    one_day = duration.unit in ("working_days", "days") and duration.amount_max == 1
    return duration.unit == "next_working_day" or one_day


def _said(procedure: Procedure, *, is_bare: bool) -> Iterator[Duration]:
    """The times that notes on submission open with, else those within which some words say that the result is given."""
    notes = procedure.submission_notes
    opening = [
        one
        for note in notes
        if _OPENS.match(note) or (is_bare and _IS_TIME.match(note))
        for one in _amounts(_SENTENCE.split(_whole(note))[0])
    ]
    if opening:
        yield from opening
        return
    for text in (*notes, procedure.steps):
        yield from _results(_whole(text), is_bare=is_bare)


def _whole(text: str) -> str:
    """A text up to where it takes the whole time apart."""
    return _SHARES.split(text, maxsplit=1)[0]


def _results(text: str, *, is_bare: bool) -> Iterator[Duration]:
    """The times within which some text says that the result is given; what is granted counts beside a bare number."""
    for sentence in _SENTENCE.split(text):
        names_it = _BY_NAME.search(sentence) or (is_bare and _GRANTS.search(sentence))
        if names_it and not _INNER_STEP.search(sentence):
            yield from _amounts(sentence)


def _amounts(sentence: str) -> Iterator[Duration]:
    """The time of a sentence that states one; of several, none is the whole."""
    amounts = [one for one in read_duration(sentence).amounts if not one.extra and late_hour(one) is None]
    if len(amounts) == 1 and amounts[0].amount_min == amounts[0].amount_max:
        yield amounts[0]
