"""Importing again over an edited file: what the editor changed, what the source changed, and where both did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import yaml
from msgspec import Struct

_ABSENT = ""


class Verdict(StrEnum):
    """Who changed a value since the last import."""

    MINE = "mine"  # only the editor: the edit is kept
    THEIRS = "theirs"  # only the source: the new value may be taken
    BOTH = "both"  # both, alike: nothing to do
    CONFLICT = "conflict"  # both, differently: a person decides


class Difference(Struct, frozen=True):
    """One value that is not the same in all three; `path` is like "sections/II/1.2/lead"; "" stands for no value."""

    path: str
    base: str
    mine: str
    theirs: str

    @property
    def verdict(self) -> Verdict:
        """Who changed it."""
        if self.mine == self.theirs:
            return Verdict.BOTH
        if self.base == self.theirs:
            return Verdict.MINE
        return Verdict.THEIRS if self.base == self.mine else Verdict.CONFLICT


def three_way(base: str, mine: str, theirs: str) -> tuple[Difference, ...]:
    """Compare the last import, the edited file and a new import (YAML texts) value by value; nothing is written.

    Where the last import was not kept, pass the new one as `base`: then every edit shows as the editor's.
    Raise `yaml.YAMLError` for a text that is no YAML.
    """
    values = [dict(_values(yaml.load(text, Loader=yaml.BaseLoader), "")) for text in (base, mine, theirs)]
    paths = list(dict.fromkeys(path for part in (values[1], values[2], values[0]) for path in part))
    found = (Difference(path, *(part.get(path, _ABSENT) for part in values)) for path in paths)
    return tuple(change for change in found if len({change.base, change.mine, change.theirs}) > 1)


def _values(node: Any, path: str) -> Iterator[tuple[str, str]]:
    """All scalars below a node with their paths; rows are named by their numbers where these tell them apart."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _values(value, f"{path}/{key}" if path else str(key))
    elif isinstance(node, list):
        for name, value in zip(_names(node), node, strict=True):
            yield from _values(value, f"{path}/{name}")
    else:
        yield path, str(node).strip()


def _names(items: list[Any]) -> list[str]:
    numbers = [_number(item) for item in items]
    counts = Counter(numbers)
    return [number if number and counts[number] == 1 else f"#{rank}" for rank, number in enumerate(numbers, start=1)]


def _number(item: Any) -> str:
    """The number or code of a row, "" where it has none."""
    if not isinstance(item, dict):
        return ""
    number = str(item.get("number") or item.get("code") or "")
    return "" if number == "null" else number
