"""Whom a number is for: the level of government or kind of area named beside it."""

from __future__ import annotations

import re

from congkhai.vietnamese.target.model import Scope

_SCOPE = re.compile(
    r"(?P<province>cấp tỉnh|ubnd tỉnh|(?<!cơ )(?<!trụ )(?<!\w)sở(?!\w))"
    r"|(?P<district>cấp huyện|ubnd (?:các )?huyện)"
    r"|(?P<commune>cấp xã|ubnd (?:các )?xã)"
    r"|(?P<rural>nông thôn)"
    r"|(?P<remote>vùng sâu(?:[^;:.\d]*khó khăn)?)"
)
# A level stands right before its number, but for words that say how the number binds: "cấp tỉnh đạt tối thiểu 30%".
_BETWEEN = re.compile(r"[\s:]*(?:là |đạt |tối thiểu |tối đa |tỷ lệ |ít nhất |từ |không quá )*")


def scopes_in(text: str) -> tuple[Scope, ...]:
    """The scopes that a text in small letters names, each once."""
    return tuple(dict.fromkeys(Scope(str(found.lastgroup)) for found in _SCOPE.finditer(text)))


def scope_of(before: str, after: str, clause: str) -> tuple[Scope, ...]:
    """The scope of a number by the words right before it, else by those behind it, else by the clause up to it."""
    named = list(_SCOPE.finditer(before))
    last = named[-1] if named else None
    if last and _BETWEEN.fullmatch(before[last.end() :]):
        return (Scope(str(last.lastgroup)),)
    return scopes_in(after) or scopes_in(clause)
