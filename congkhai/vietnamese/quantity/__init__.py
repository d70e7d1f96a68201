"""Amounts in administrative prose: processing times, fees and procedure codes, read beside their original words."""

from congkhai.vietnamese.quantity.code import CodeReading, base_code, read_code
from congkhai.vietnamese.quantity.duration import Duration, DurationReading, read_duration
from congkhai.vietnamese.quantity.fee import FeeAmount, FeeReading, Free, read_fee

__all__ = [
    "CodeReading",
    "Duration",
    "DurationReading",
    "FeeAmount",
    "FeeReading",
    "Free",
    "base_code",
    "read_code",
    "read_duration",
    "read_fee",
]
