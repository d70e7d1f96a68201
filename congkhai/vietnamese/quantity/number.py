"""Numbers as Vietnamese officials write them: 8.000, 2,5 triệu, 05, 150,000."""

from __future__ import annotations

import re
from decimal import Decimal

# Digits in groups joined by dots or commas; what the marks mean is decided afterwards.
NUMBER = r"\d+(?:[.,]\d+)*"
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
SCALE = "nghìn|ngàn|triệu|tỷ|tỉ"
# Groups of exactly three digits after the first: the marks separate thousands.
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def read_money(text: str, scale: str = "") -> Decimal | None:
    """The amount of money in `text`, times `scale` (nghìn, triệu, tỷ); None where the marks make no sense."""
    exponent = _SCALES.get(scale.lower(), 0)
    if len(text) <= 20 and _THOUSANDS.fullmatch(text) and not (exponent and len(re.findall(r"[.,]", text)) == 1):
        return Decimal(re.sub(r"[.,]", "", text)) * Decimal(10**exponent)
    value = read_decimal(text)
    if value is None:
        return None
    scaled = value * Decimal(10**exponent)
    return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled


def read_decimal(text: str) -> Decimal | None:
    """A plain number with at most one decimal mark, dot or comma ("3,5", "6.5", "05"); None for anything else."""
    if len(text) > 15 or len(re.findall(r"[.,]", text)) > 1:
        return None
    return Decimal(text.replace(",", "."))
