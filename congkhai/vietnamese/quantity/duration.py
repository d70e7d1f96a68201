"""Processing times (thời hạn giải quyết) as amounts with units, each with the condition it is stated under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.problem import Place, Problem
from congkhai.vietnamese.quantity.clause import NOWHERE, at, clause_bounds, plain, without
from congkhai.vietnamese.quantity.number import NUMBER, read_decimal

Unit = Literal[
    "minutes", "hours", "working_hours", "same_day", "next_working_day", "immediately",
    "days", "working_days", "weeks", "months", "years",
]  # fmt: skip
Status = Literal["amounts", "not_set", "deferred", "unknown"]

_UNITS: dict[str, Unit] = {
    "phút": "minutes", "giờ làm việc": "working_hours", "giờ": "hours", "ngày làm việc": "working_days",
    "ngày": "days", "tuần": "weeks", "tháng": "months", "năm": "years",
}  # fmt: skip
# A number or a range of numbers, perhaps spelled out again in brackets, and a unit of time.
_AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<low>{NUMBER})(?:\s*(?:-|–|đến|tới)\s*(?P<high>{NUMBER}))?\s*(?:\([^()\d]{{1,30}}\)\s*)?"
    r"(?P<unit>ngày làm việc|giờ làm việc|ngày|giờ|phút|tuần|tháng|năm)(?!\w)",
    re.IGNORECASE,
)
# Promises without a number: within the same working day, on the next one, at once.
_WORDS: tuple[tuple[re.Pattern[str], Unit], ...] = (
    (re.compile(r"(?:ngày làm việc|ngày) (?:tiếp theo|kế tiếp|liền kề)", re.I), "next_working_day"),
    (re.compile(r"(?:ngay )?trong (?:cùng )?ngày(?!(?: làm việc)? (?:tiếp|kế|liền)| nghỉ| lễ|\s*\d|\w)(?: làm việc)?",
                re.I), "same_day"),
    (re.compile(r"(?:giải quyết|thực hiện|trả kết quả|cấp) ngay(?! (?:trong|ngày))(?!\w)|ngay (?:khi|sau khi)", re.I),
     "immediately"),
)  # fmt: skip
_PROMISES = {
    "same_day": "trong ngày", "next_working_day": "trong ngày làm việc tiếp theo", "immediately": "giải quyết ngay",
}  # fmt: skip
# What stands before an hour of the clock ("sau 15 giờ"), a date ("ngày 20 tháng 12") or a cited article ("Điều 5 năm").
_CLOCK_BEFORE = re.compile(r"(?:sau|trước|lúc|từ|đến|hồi|khoảng)(?: thời điểm)?\s*$", re.I)
_DATE_BEFORE = re.compile(r"(?:ngày|tháng|quý|số|điều|khoản|điểm|bước|mục|nghị định|thông tư|luật)\s*$", re.I)
_DATE_AFTER = re.compile(r"\s*(?:\d{1,2}\s*(?:/|tháng)|\d{4}(?!\d)|\d{1,2}\s*năm\s*\d{4})")
_CLOCK_AFTER = re.compile(r"\s*(?:\d{2}(?!\d)|cùng ngày|hàng ngày|hằng ngày|ngày|sáng|chiều)", re.I)
# Times that lengthen the limit, are not counted in it, or say how long the result is good for.
_EXTRA_BEFORE = re.compile(r"(?:(?:tăng|cộng|kéo dài|gia hạn|được) thêm|kéo dài)(?: không quá| tối đa)?\s*$", re.I)
_EXCLUDED_BEFORE = re.compile(
    r"không (?:bao gồm|tính|kể)|có giá trị|hiệu lực|thời hạn sử dụng|(?:hằng|hàng|mỗi) (?:năm|tháng|ngày)", re.I
)
_EXCLUDED_AFTER = re.compile(r"\s*(?:trở lên|tuổi)(?!\w)", re.I)
_LINE_LABEL = re.compile(r"^(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)\s*:", re.I)
# Lead-ins that say nothing of their own once the amount is known.
_LEAD_IN = re.compile(
    r"(?:(?<!\w)(?:thời (?:gian|hạn)(?: giải quyết| thực hiện)?|trong (?:thời (?:hạn|gian)|vòng)|trong|không quá|"
    r"tối đa|chậm nhất|là|sau)\s*)+$",
    re.I,
)
_NOT_SET = re.compile(r"(?:-\s*)?(?:pháp luật )?(?:chưa|không) quy định(?: thời (?:hạn|gian).{0,30})?\.?", re.I)
# Time that the text adds without putting it in figures.
_OPEN_ENDED = re.compile(r"(?:ngày|giờ|tháng|việc)[^.;\n]{0,20}\+\s*thời gian")
_DEFERRED = re.compile(r"(?:được )?(?:theo|tùy|tuỳ|căn cứ|như|thực hiện theo)(?!\w)", re.I)


class Duration(Struct, frozen=True):
    """One amount of time: least and most (equal unless a range), its unit, the words of its condition.

    `extra` is true for time that is added to the limit in named cases ("tăng thêm 10 ngày"). `channel` is the way
    of submission where the text tells them apart.
    """

    amount_min: Decimal
    amount_max: Decimal
    unit: Unit
    condition: str = ""
    channel: str = ""
    extra: bool = False


def duration_text(amount: Decimal | int, unit: Unit | str) -> str:
    """An amount of time in the words that `read_duration` reads: "5 ngày làm việc", "trong ngày"."""
    if words := _PROMISES.get(unit):
        return words
    named = next(words for words, name in _UNITS.items() if name == unit)
    return f"{Decimal(amount):f} {named}"


class DurationReading(Struct, frozen=True):
    """What a processing time says: its own words, the amounts in them, and how far they were understood.

    `open_ended` tells that time is to be added which the text does not put in figures ("+ thời gian …").
    """

    text: str
    amounts: tuple[Duration, ...] = ()
    status: Status = "unknown"
    open_ended: bool = False
    problems: tuple[Problem, ...] = ()

    def __hash__(self) -> int:
        """By the text, of which all else follows: readings are asked for often, and words for them kept."""
        return hash(self.text)


def read_duration(text: str, place: Place | None = None) -> DurationReading:
    """Read a processing time (Decree 63/2010 Art. 8.2): amounts with units; never an amount the text does not state.

    A bare number ("1") has no unit and is a problem; so is a text in which nothing was understood.
    """
    reading = _read(text)
    return replace(reading, problems=at(place, reading.problems)) if reading.problems and place else reading


@lru_cache(maxsize=4096)  # a few phrases ("03 ngày làm việc") are most of what the register says, and several pages ask
def _read(text: str) -> DurationReading:
    words = plain(text).strip()
    amounts = tuple(dict.fromkeys(_amounts(words)))
    open_ended = bool(_OPEN_ENDED.search(words))
    if amounts:
        return DurationReading(text, amounts, "amounts", open_ended, _missing_units(words))
    if not words or _NOT_SET.fullmatch(words):
        return DurationReading(text, status="not_set")
    if _DEFERRED.match(words):
        return DurationReading(text, status="deferred")
    return DurationReading(text, problems=_missing_units(words) or (_unread(words),))


def _amounts(text: str) -> Iterator[Duration]:
    start = 0
    for line in text.split("\n"):
        label = _LINE_LABEL.match(line)
        channel = label[1] if label else ""
        yield from _line_amounts(text, start + (label.end() if label else 0), start + len(line), channel)
        start += len(line) + 1


def _line_amounts(text: str, start: int, end: int, channel: str) -> Iterator[Duration]:
    found: list[tuple[int, Duration]] = []
    for match in _AMOUNT.finditer(text, start, end):
        duration = _numbered(text, match, channel, start)
        if duration:
            found.append((match.start(), duration))
    for pattern, unit in _WORDS:
        for match in pattern.finditer(text, start, end):
            condition = _condition(text, match, start)
            found.append((match.start(), Duration(Decimal(0), Decimal(0), unit, condition, channel)))
    yield from (duration for _, duration in sorted(found, key=lambda pair: pair[0]))


def _numbered(text: str, match: re.Match[str], channel: str, line_start: int) -> Duration | None:
    unit = _UNITS[" ".join(match["unit"].lower().split())]
    low, high = read_decimal(match["low"]), read_decimal(match["high"] or match["low"])
    if low is None or high is None or high < low or not _is_processing_time(text, match, unit, line_start):
        return None
    before = text[max(line_start, match.start() - 40) : match.start()]
    extra = bool(_EXTRA_BEFORE.search(before))
    return Duration(low, high, unit, _condition(text, match, line_start), channel, extra)


def _is_processing_time(text: str, match: re.Match[str], unit: Unit, line_start: int) -> bool:
    before, after = text[max(line_start, match.start() - 25) : match.start()], text[match.end() : match.end() + 25]
    if _DATE_BEFORE.search(before) or (unit in ("days", "months", "years") and _DATE_AFTER.match(after)):
        return False
    if unit == "hours" and (_CLOCK_BEFORE.search(before) or _CLOCK_AFTER.match(after)):
        return False
    clause_start = max(line_start, clause_bounds(text, match.start(), match.end())[0])
    return not (_EXCLUDED_BEFORE.search(text[clause_start : match.start()]) or _EXCLUDED_AFTER.match(after))


def _condition(text: str, match: re.Match[str], line_start: int) -> str:
    low, high = clause_bounds(text, match.start(), match.end())
    return without(text, (max(low, line_start), high), match.start(), match.end(), lead_in=_LEAD_IN)


def _missing_units(words: str) -> tuple[Problem, ...]:
    bare = [line for line in words.split("\n") if re.fullmatch(rf"(?:[\w ]+:\s*)?{NUMBER}", line)]
    problem = "quantity-duration-without-unit"
    return tuple(Problem(problem, NOWHERE, (("text", line),)) for line in bare[:1])


def _unread(words: str) -> Problem:
    return Problem("quantity-unread-duration", NOWHERE, (("text", words[:200]),))
