"""Codes of procedures in the national register, and the local forms that decisions write."""

from __future__ import annotations

import re

from msgspec import Struct

from congkhai.foundation.problem import Place, Problem
from congkhai.foundation.text import nfc

# A code is one digit, a dot, six digits; provinces append ".H12", and once ".000.00.00.H12".
_CODE = re.compile(r"(\d\.\d{6})(?:\.000\.00\.00)?(?:\.([A-Z]\d{2}))?")
# A code that is its own base.
_BASE = re.compile(r"[0-9]\.[0-9]{6}")
# The same code with a dot inside the six digits ("1.003.500") or with words behind it ("1.014955-Xoa").
_NEAR = re.compile(r"(\d)\s*\.\s*(\d{3})[.\s]*(\d{3})(?!\d)")


class CodeReading(Struct, frozen=True):
    """A code as written, its base in the national register, and the mark of the place that appended one ("H12")."""

    text: str
    base: str
    local: str = ""
    problems: tuple[Problem, ...] = ()


def base_code(text: str) -> str:
    """The national code behind a local form ("1.014466.H12" → "1.014466"); a malformed one is given back as it is."""
    return text if _BASE.fullmatch(text) else read_code(text).base


def read_code(text: str, place: Place | None = None) -> CodeReading:
    """Read a procedure code; a malformed one keeps its text as base and carries a problem with the likely form."""
    written = nfc(text).strip()
    match = _CODE.fullmatch(written)
    if match:
        return CodeReading(text, match[1], match[2] or "")
    near = _NEAR.match(written)
    suggestions = (f"{near[1]}.{near[2]}{near[3]}",) if near else ()
    problem = Problem("quantity-malformed-code", place or Place(""), (("text", written),), suggestions)
    return CodeReading(text, written, problems=(problem,))
