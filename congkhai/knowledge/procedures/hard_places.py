"""How much longer it takes where life is hard: communes in the mountains, on islands, in poor regions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from congkhai.knowledge.procedures.stated import stated_times
from congkhai.knowledge.procedures.times import TimeAnswer, length
from congkhai.records.procedure import Procedure
from congkhai.vietnamese.quantity import Duration, read_duration
from congkhai.vietnamese.quantity.clause import plain

# "Đối với các xã miền núi, hải đảo; vùng có điều kiện … khó khăn thì thời gian … không quá 20 ngày làm việc".
_HARD = re.compile(
    r"(?:xã|vùng|khu vực|địa bàn|nơi)[^.\n]{0,80}?(?:miền núi|biên giới|hải đảo|vùng sâu|khó khăn)"
    r"(?:[^.\n\d]|\d(?!\d{0,2} (?:\([^()]*\) )?(?:ngày|giờ|tháng))){0,320}?"
    r"(?P<time>(?:(?:thêm|không quá|tối đa|là)\s+)*\d{1,3}(?:[.,]\d)? (?:\([^()]{1,20}\) )?"
    r"(?:ngày làm việc|ngày|giờ|tháng)(?! \d))",
    re.I,
)


def times_in_hard_places(procedure: Procedure, ordinary: TimeAnswer) -> tuple[Duration, ...]:
    """The longer times that the words on time grant there, each once; `extra` ones come on top of the ordinary time."""
    texts = (*(text for _, text, _ in stated_times(procedure)), *(row.note for row in procedure.submission))
    longest = max((length(duration) for _, duration in ordinary.durations), default=Decimal(0))
    found = dict.fromkeys(one for text in dict.fromkeys(texts) if text for one in _in(text))
    return tuple(one for one in found if longest and (one.extra or length(one) > longest))


@lru_cache(maxsize=1024)  # the ways of handing in say the same
def _in(text: str) -> tuple[Duration, ...]:
    return tuple(_read(plain(text)))


def _read(text: str) -> Iterator[Duration]:
    for found in _HARD.finditer(text):
        for one in read_duration(found["time"]).amounts:
            yield Duration(one.amount_min, one.amount_max, one.unit, extra="thêm" in found["time"].lower())
