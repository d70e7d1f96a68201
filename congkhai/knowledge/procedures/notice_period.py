"""How long something hangs for objections while a procedure is handled, and whether its time holds these days."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

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
# What is done when the days are over, and what concerns few: a foundling, a child nobody is found for.
_NOT = re.compile(r"(?:kết thúc|hết) (?:thời (?:gian|hạn) )?niêm yết|biên bản", re.I)
_FEW = re.compile(r"bỏ rơi|để tìm|nếu có khiếu nại|trường hợp không thể|chứng chỉ quỹ|chứng khoán", re.I)
_ON_TOP = re.compile(r"(?:không|chưa) (?:tính|kể|bao gồm)[^.;\n]{0,60}niêm yết", re.I)
_WITHIN = re.compile(r"(?:đã|bao) (?:bao )?gồm (?:cả )?(?:thời (?:gian|hạn) )?niêm yết", re.I)
_AHEAD = 160


class Holds(StrEnum):
    """Whether the time of a procedure holds the days of a notice."""

    YES = "within"
    NO = "on_top"
    UNKNOWN = "unknown"


class NoticePeriod(Struct, frozen=True):
    """The days of a notice, and whether the time of the procedure holds them, by the words of the record."""

    duration: Duration
    holds: Holds


def notice_period(procedure: Procedure, answer: TimeAnswer) -> NoticePeriod | None:
    """The longest notice that the steps tell of; None where there is none, or one that is short beside the time."""
    found = _longest(procedure.steps)
    if found is None or not answer.durations:
        return None
    shortest = min(length(one) for _, one in answer.durations)
    texts = (procedure.processing_time, procedure.steps, *(row.note for row in procedure.submission))
    holds = _holds(found, shortest, "\n".join(dict.fromkeys(texts)))
    return None if holds is Holds.UNKNOWN and length(found) * 2 <= shortest else NoticePeriod(found, holds)


def _holds(found: Duration, shortest: Decimal, words: str) -> Holds:
    """As the words say; days that are longer than the time itself cannot lie within it."""
    if _ON_TOP.search(words):
        return Holds.NO
    if _WITHIN.search(words):
        return Holds.YES
    return Holds.NO if length(found) > shortest else Holds.UNKNOWN


@lru_cache(maxsize=2048)
def _longest(steps: str) -> Duration | None:
    if not any(ends_of("iêm yết", steps)):
        return None
    found = [
        one
        for one in _NOTICE.finditer(steps)
        if not _NOT.search(steps[max(0, one.start() - 30) : one.end("amount")])
        and not _FEW.search(steps[max(0, one.start() - _AHEAD) : one.end()])
    ]
    durations = [_duration(one["amount"], one["unit"]) for one in found]
    return max(durations, key=length, default=None)


def _duration(amount: str, unit: str) -> Duration:
    days = Decimal(amount)
    return Duration(days, days, "working_days" if unit.lower().endswith("việc") else "days")
