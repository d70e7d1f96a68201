"""Where a bare sequence of cells stops being a table: behind its last numbered row, or where the document goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congkhai.editing.importers.likeness import in_capitals
from congkhai.editing.importers.marks import MarkKind, read_mark, split_mark
from congkhai.editing.importers.tables.columns import Role
from congkhai.foundation.text import fold

# What stands in no table of tasks (folded): the foot of a document, and what it says after the annex.
_FOOT = re.compile(r"[-*\s]*(?:noi nhan|tren day la|tm\.|kt\.|tl\.|tuq\.|ky boi|\(?da ky|\./\.$|phu luc\b)")
_PART = re.compile(
    r"(?:to chuc thuc hien|trach nhiem|kinh phi|phan cong (?:to chuc )?thuc hien|che do (?:thong tin|bao cao))"
)


def table_end(texts: Sequence[str], roles: Sequence[Role]) -> int:
    """The rank of the first piece behind the table; the number of pieces where the table takes them all."""
    foot = next((at for at, text in enumerate(texts) if _FOOT.match(fold(text))), len(texts))
    marks = [at for at, text in enumerate(texts[:foot]) if _is_number(text)]
    if Role.NUMBER not in roles or len(marks) < 2:
        return foot
    return next((at for at in range(marks[-1] + 1, foot) if _is_part(texts[at], at - marks[-1])), foot)


def _is_number(text: str) -> bool:
    mark = read_mark(text)
    return mark is not None and mark.kind is not MarkKind.DASH


def _is_part(text: str, distance: int) -> bool:
    """Whether a piece behind the last number is the heading of a part of the document; the first is a title."""
    mark, rest = split_mark(text)
    if distance < 2 or mark is None or mark.kind not in (MarkKind.ROMAN, MarkKind.LETTER, MarkKind.NUMBER):
        return False
    return in_capitals(rest) or bool(_PART.match(fold(rest)))
