"""How long something hangs for objections while a procedure is handled, and whether its time holds these days."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import ends_of
from congkhai.knowledge.procedures.times import TimeAnswer, length
from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration

# "niêm yết công khai … trong thời gian 15 ngày", "niêm yết việc mất 15 ngày"; not what a company lists on an exchange.
_IN = (
    r"(?:(?!\d+ (?:\([^()]*\) )?ngày)[^.;\n]){0,180}?(?:trong (?:thời (?:gian|hạn) )?|(?:tối thiểu|ít nhất)(?: là)? |"
    r"thời (?:gian|hạn) niêm yết (?:là )?)"
)
_NOTICE = re.compile(
    r"(?<!kết thúc )(?<!hết )(?<!từ ngày )niêm yết(?!,| (?:giá|bổ sung|chứng|cổ|trên sở|để))"
    rf"(?:{_IN}|[^.;,\d\n]{{0,40}} )(?P<amount>\d{{1,3}}) (?:\([^()]*\) )?"
    r"(?P<unit>ngày làm việc|ngày)(?!\w| kể từ ngày (?:kết|có|hết))",
    re.I,
)
# The minutes that are drawn up when the days are over: "niêm yết việc mất 15 ngày, lập biên bản trong 05 ngày".
_MINUTES = re.compile(
    r"[^.;\n]{0,60}?lập biên bản[^.;,\d\n]{0,60}(?P<amount>\d{1,3}) (?:\([^()]*\) )?(?P<unit>ngày làm việc|ngày)(?!\w)",
    re.I,
)
# What is done when the days are over, and what concerns few: a foundling, a child nobody is found for.
_NOT = re.compile(r"(?:kết thúc|hết) (?:thời (?:gian|hạn) )?niêm yết|biên bản", re.I)
_FEW = re.compile(r"bỏ rơi|để tìm|nếu có khiếu nại|trường hợp không thể|chứng chỉ quỹ|chứng khoán", re.I)
_ON_TOP = re.compile(r"(?:không|chưa) (?:tính|kể|bao gồm)[^.;\n]{0,60}niêm yết", re.I)
_WITHIN = re.compile(r"(?:đã|bao) (?:bao )?gồm (?:cả )?(?:thời (?:gian|hạn) )?niêm yết", re.I)
_AHEAD = 160
_STEP = re.compile(r"^\s*(?:\d+[.)]|[-+*•])\s*")


class Holds(StrEnum):
    """Whether the time of a procedure holds the days of a notice."""

    YES = "within"
    NO = "on_top"
    UNKNOWN = "unknown"


class NoticePeriod(Struct, frozen=True):
    """The days of a notice, and whether the time of the procedure holds them, by the words of the record.

    `minutes` are the days in which the notice is put on record when it is over; `source` is the step that tells of it.
    """

    duration: Duration
    holds: Holds
    minutes: Duration | None = None
    source: str = ""


def notice_period(procedure: Procedure, answer: TimeAnswer) -> NoticePeriod | None:
    """The longest notice that the steps tell of; None where there is none, or one that is short beside the time."""
    found = _longest(procedure.steps)
    if found is None or not answer.durations:
        return None
    lengths = [length(one) for _, one in answer.durations]
    texts = (procedure.processing_time, procedure.steps, *(row.note for row in procedure.submission))
    holds = _holds(found.duration, max(lengths), "\n".join(dict.fromkeys(texts)))
    is_short = length(found.duration) * 2 <= min(lengths)
    return None if holds is Holds.UNKNOWN and is_short else replace(found, holds=holds)


def _holds(found: Duration, longest: Decimal, words: str) -> Holds:
    """As the words say; days that are longer than any time itself cannot lie within it."""
    if _ON_TOP.search(words):
        return Holds.NO
    if _WITHIN.search(words):
        return Holds.YES
    return Holds.NO if length(found) > longest else Holds.UNKNOWN


@lru_cache(maxsize=2048)
def _longest(steps: str) -> NoticePeriod | None:
    """The longest notice of some steps, as long as nobody knows whether the time holds it."""
    if not any(ends_of("iêm yết", steps)):
        return None
    found = [
        _told(steps, one)
        for one in _NOTICE.finditer(steps)
        if not _NOT.search(steps[max(0, one.start() - 30) : one.end("amount")])
        and not _FEW.search(steps[max(0, one.start() - _AHEAD) : one.end()])
    ]
    return max(found, key=lambda one: length(one.duration), default=None)


def _told(steps: str, notice: re.Match[str]) -> NoticePeriod:
    """A notice with the minutes that follow in its sentence, and the line that it stands in."""
    after = _MINUTES.match(steps, notice.end())
    minutes = _duration(after["amount"], after["unit"]) if after else None
    start, end = steps.rfind("\n", 0, notice.start()) + 1, steps.find("\n", notice.end())
    line = _STEP.sub("", steps[start : end if end >= 0 else None])
    return NoticePeriod(_duration(notice["amount"], notice["unit"]), Holds.UNKNOWN, minutes, line.strip())


def _duration(amount: str, unit: str) -> Duration:
    days = Decimal(amount)
    return Duration(days, days, "working_days" if unit.lower().endswith("việc") else "days")
