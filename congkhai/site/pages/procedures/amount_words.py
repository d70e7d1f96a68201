"""Times and fees of procedures in plain words; the original words always stand beside them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from congkhai.foundation.labels import Labels
from congkhai.vietnamese.quantity import Duration, DurationReading, FeeAmount

_NUMBERLESS = ("same_day", "next_working_day", "immediately")
_MOST_NAMED = 3


@lru_cache(maxsize=4096)
def number_words(value: Decimal) -> str:
    """A number as written in Vietnamese: 1.000.000 or 2,5."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def duration_words(labels: Labels, duration: Duration) -> str:
    """One time: "3 ngày làm việc", "2–5 ngày", "trong ngày"."""
    unit = labels(f"quantity.unit.{duration.unit}")
    if duration.unit in _NUMBERLESS:
        return unit
    low, high = number_words(duration.amount_min), number_words(duration.amount_max)
    return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"


@lru_cache(maxsize=4096)  # a few phrases are most of what the register says, and each page says them several times
def time_words(labels: Labels, reading: DurationReading) -> str:
    """A processing time: its amounts, or why there are none."""
    if reading.status != "amounts":
        return labels(f"quantity.status.{reading.status}")
    plain = [duration for duration in reading.amounts if not duration.extra]
    words = list(dict.fromkeys(duration_words(labels, duration) for duration in plain or reading.amounts))
    if len(words) > _MOST_NAMED:
        return labels("procedure.time.several", first=words[0], n=len(words) - 1)
    text = _joined(labels, plain or list(reading.amounts)) or labels("procedure.time.or").join(words)
    if len(words) == 1 and any(duration.condition for duration in plain) and reading.amounts[0].unit in _NUMBERLESS:
        return labels("procedure.time.in_case", words=text)
    return text


def _joined(labels: Labels, durations: list[Duration]) -> str:
    """Several numbers of one unit, the unit said once: "17, 20 hoặc 27 ngày làm việc"; "" where that can't be."""
    units = {duration.unit for duration in durations}
    numbers = list(dict.fromkeys(number_words(duration.amount_max) for duration in durations))
    ranges = any(duration.amount_min != duration.amount_max for duration in durations)
    if len(units) > 1 or len(numbers) < 2 or ranges or units & set(_NUMBERLESS):
        return ""
    unit = labels(f"quantity.unit.{units.pop()}")
    return f"{', '.join(numbers[:-1])}{labels('procedure.time.or')}{numbers[-1]} {unit}"


def amount_words(labels: Labels, amount: FeeAmount) -> str:
    """One amount of money: "50.000 đồng/văn bản", "10–20 đô la Mỹ"."""
    low, high = number_words(amount.amount_min), number_words(amount.amount_max)
    number = low if low == high else f"{low}–{high}"
    currency = "%" if amount.currency == "%" else " " + labels(f"quantity.currency.{amount.currency}")
    return f"{number}{currency}" + (f"/{amount.per}" if amount.per else "")
