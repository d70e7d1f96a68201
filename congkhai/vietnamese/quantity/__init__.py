"""Amounts in administrative prose: processing times, fees and procedure codes, read beside their original words."""

from congkhai.vietnamese.quantity.code import CodeReading, base_code, read_code
from congkhai.vietnamese.quantity.duration import Duration, DurationReading, duration_text, read_duration
from congkhai.vietnamese.quantity.fee import FeeAmount, FeeReading, Free, read_fee
from congkhai.vietnamese.quantity.fee_cases import case_of, on_time_of, payer_of, tier_of, waiver_of
from congkhai.vietnamese.quantity.fee_terms import FeeTerms, is_ceiling, is_for_now, is_over, read_terms

__all__ = [
    "CodeReading",
    "Duration",
    "DurationReading",
    "FeeAmount",
    "FeeReading",
    "FeeTerms",
    "Free",
    "base_code",
    "case_of",
    "duration_text",
    "is_ceiling",
    "is_for_now",
    "is_over",
    "on_time_of",
    "payer_of",
    "read_code",
    "read_duration",
    "read_fee",
    "read_terms",
    "tier_of",
    "waiver_of",
]
