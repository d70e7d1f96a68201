"""What a decision does to a procedure, as its headings say it: new, amended, replaced, abolished."""

from __future__ import annotations

import re

# What a heading, title or remark says of the change; over small letters with their marks ("mới" is no "môi").
_CHANGES = (
    ("abolished", re.compile(r"bãi bỏ|hủy bỏ|huỷ bỏ|hết hiệu lực")),
    ("replaced", re.compile(r"(?:được|bị|hoặc) thay thế|^thay thế|[,;] thay thế")),
    ("amended", re.compile(r"sửa đổi|bổ sung|chuẩn hóa|chuẩn hoá|đơn giản hóa|đơn giản hoá")),
    ("new", re.compile(r"\bmới\b|lần đầu")),
)


def change_in(text: str) -> str:
    """The change that a text names, "" where it names none or several ("… mới ban hành và bị bãi bỏ")."""
    named = changes_in(text)
    return named[0] if len(named) == 1 else ""


def changes_in(text: str) -> list[str]:
    """All changes that a text names; a change of something replaced counts as replacement only."""
    named = [name for name, pattern in _CHANGES if pattern.search(text.casefold())]
    return [name for name in named if name != "amended" or "replaced" not in named]
