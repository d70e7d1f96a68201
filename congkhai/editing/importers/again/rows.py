"""Which row of one version of a record is which of another: by number and title, wherever it has moved."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any

_NAMES = ("title", "name", "actor", "summary", "text")
_ALIKE = 0.75  # of two titles: the same row, reworded
_NUMBERED_ALIKE = 0.45  # … where the number is the same too


def name_of(row: Any) -> str:
    """What a row is called, "" where it has no name."""
    return next((str(row[key]) for key in _NAMES if row.get(key)), "") if isinstance(row, dict) else ""


def number_of(row: Any) -> str:
    """The number or code of a row, "" where it has none."""
    found = str(row.get("number") or row.get("code") or row.get("task") or "") if isinstance(row, dict) else ""
    return "" if found == "null" else found


def aligned(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """The rank in `new` of each row of `old` that is still there."""
    found: dict[int, int] = {}
    keys: tuple[Callable[[Any], Hashable], ...] = (
        _whole,
        lambda row: (number_of(row), name_of(row)) if name_of(row) else None,
        lambda row: name_of(row) or None,
    )
    for key in keys:
        _match(old, new, found, key)
    _match_alike(old, new, found)
    if not any(name_of(row) or number_of(row) for row in (*old, *new)):
        left = sorted(set(range(len(new))) - set(found.values()))
        found |= dict(zip((at for at in range(len(old)) if at not in found), left, strict=False))
    return found


def _whole(row: Any) -> Hashable:
    return repr(row)


def _match(old: Sequence[Any], new: Sequence[Any], found: dict[int, int], key: Callable[[Any], Hashable]) -> None:
    """Match the rows whose keys are the same and tell them apart on both sides; repeated ones in their order."""
    taken = set(found.values())
    olds = [(at, key(row)) for at, row in enumerate(old) if at not in found]
    news = [(at, key(row)) for at, row in enumerate(new) if at not in taken]
    counts = Counter(value for _, value in olds), Counter(value for _, value in news)
    for at, value in olds:
        if value is None or counts[0][value] != counts[1][value]:
            continue
        to = next((to for to, other in news if other == value and to not in found.values()), None)
        if to is not None:
            found[at] = to


def _match_alike(old: Sequence[Any], new: Sequence[Any], found: dict[int, int]) -> None:
    """Match what is left by likeness of the names; the likest first."""
    taken = set(found.values())
    pairs = sorted(
        (
            (_likeness(old[at], new[to]), -at, -to)
            for at in range(len(old))
            if at not in found
            for to in range(len(new))
            if to not in taken
        ),
        reverse=True,
    )
    for likeness, at, to in pairs:
        same = bool(number_of(old[-at])) and number_of(old[-at]) == number_of(new[-to])
        if likeness >= (_NUMBERED_ALIKE if same else _ALIKE) and -at not in found and -to not in found.values():
            found[-at] = -to


def _likeness(one: Any, other: Any) -> float:
    first, second = name_of(one), name_of(other)
    return difflib.SequenceMatcher(None, first, second).ratio() if first and second else 0.0
