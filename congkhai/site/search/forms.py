"""Codes of forms ("mẫu CT01", "mẫu số 14-HSB"): who holds the form in the hand finds the procedure by it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MOST = 6  # of one record
_LETTERS_FIRST = r"[A-ZĐ]{1,5}\d{1,3}[a-z]?(?:-[A-ZĐ]{2,4})?"  # CT01, NA5, TK1-TS
_NUMBER_FIRST = r"\d{1,2}[a-zA-Z]?[-/.][A-ZĐ]{2,7}(?:[-/][A-ZĐ0-9]{1,7})*"  # 14-HSB, 01/ĐK-TCT
_DIGIT = re.compile(r"\d")
# A code behind the word for a form.
_CODE = re.compile(rf"(?i:mẫu|phiếu|tờ khai|biểu)(?:\s+(?i:số|đơn))?\s*:?\s*({_LETTERS_FIRST}|{_NUMBER_FIRST})\b")


def form_codes(names: Iterable[str]) -> tuple[str, ...]:
    """The codes that names of forms and papers state ("CT01", "14-HSB"), each once, in order."""
    found = dict.fromkeys(code for name in names if _DIGIT.search(name) for code in _CODE.findall(name))
    return tuple(list(found)[:_MOST])
