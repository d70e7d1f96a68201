"""Words that grant longer times where life is hard: communes in the mountains, on islands, in poor regions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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


@lru_cache(maxsize=1024)  # the ways of handing in say the same
def hard_times_in(text: str) -> tuple[Duration, ...]:
    """The times that a text grants there; `extra` ones come on top of the ordinary time."""
    return tuple(_read(plain(text)))


def _read(text: str) -> Iterator[Duration]:
    for found in _HARD.finditer(text):
        for one in read_duration(found["time"]).amounts:
            yield Duration(one.amount_min, one.amount_max, one.unit, extra="thêm" in found["time"].lower())
