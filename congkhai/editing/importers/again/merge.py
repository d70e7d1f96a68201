"""Three versions of a record laid together: the last import, the edited file, and a new import."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import yaml
from msgspec import Struct

from congkhai.editing.importers.again.rows import aligned, name_of, number_of
from congkhai.foundation.problem import Problems
from congkhai.source.yaml_source import parse_yaml

ABSENT = None
# Problems of YAML in which a value stands for another, and so without end for itself.
_GROWING = frozenset(("yaml-alias", "yaml-anchor", "yaml-merge-key"))
Path = tuple[str | int, ...]  # keys and ranks in the edited file


class Kind(StrEnum):
    """What became of a place where the versions differ."""

    TAKEN = "taken"  # only the source changed it: taken over
    CLASH = "clash"  # both changed it: the edit stays, a person decides
    REMOVED = "removed"  # the source dropped a row that the editor had changed: the edit stays
    DROPPED = "dropped"  # the source changed a row that the editor had taken out: it stays out


class Row(Struct, frozen=True):
    """A row on the way to a value: its number and what it is called."""

    number: str
    name: str


class Change(Struct, frozen=True):
    """One place that was taken over or clashes: the rows it stands in, its key, and the three values as text."""

    kind: Kind
    rows: tuple[Row, ...]
    key: str
    base: str
    mine: str
    theirs: str


class Edit(Struct, frozen=True):
    """What must be done to the edited file: set a value, take one out (`value` absent), or put a row behind another."""

    path: Path
    value: Any = ABSENT
    after: bool = False  # a new row behind the one at `path`; rank -1: before all


@dataclass(slots=True)
class Merged:
    """The outcome: the edits, what they and the clashes mean, and the values to compare with next time."""

    edits: list[Edit] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    base: Any = ABSENT

    @property
    def clashes(self) -> tuple[Change, ...]:
        """The places a person must decide on."""
        return tuple(change for change in self.changes if change.kind is not Kind.TAKEN)

    def note(self, kind: Kind, rows: tuple[Row, ...], path: Path, values: tuple[Any, Any, Any]) -> None:
        """Note a place where the versions differ."""
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        self.changes.append(Change(kind, rows, key, *map(shown, values)))


def values_of(text: str) -> Any:
    """The values of a YAML text, all text and without blanks around it; raise `yaml.YAMLError`.

    A text of an editor's may be anything: what our own reader finds bottomless, or growing by itself, is not loaded.
    """
    problems = Problems()
    node = parse_yaml(text.encode("utf-8", "replace"), "", problems)
    codes = {problem.code for problem in problems}
    if (node is None and codes != {"yaml-empty"}) or codes & _GROWING:
        raise yaml.YAMLError(", ".join(sorted(codes)))
    return _stripped(yaml.load(text, Loader=yaml.BaseLoader))


def merge(base: Any, mine: Any, theirs: Any) -> Merged:
    """Merge three versions of a record (as `values_of` gives them); the id of the edited file is never changed."""
    merged = Merged()
    if isinstance(mine, dict) and isinstance(theirs, dict) and "id" in mine:
        theirs = {**theirs, "id": mine["id"]}
        base = {**base, "id": mine["id"]} if isinstance(base, dict) else base
    merged.base = _value((base, mine, theirs), (), (), merged)
    return merged


def _stripped(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): _stripped(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_stripped(value) for value in node]
    return "" if node is None else str(node).strip()


def _value(versions: tuple[Any, Any, Any], path: Path, rows: tuple[Row, ...], merged: Merged) -> Any:
    """Note what becomes of a value; give the one to compare with next time."""
    base, mine, theirs = versions
    if mine == theirs:
        return theirs
    if isinstance(mine, dict) and isinstance(theirs, dict):
        old = base if isinstance(base, dict) else {}
        return _mapping(old, mine, theirs, path, rows, merged)
    if isinstance(mine, list) and isinstance(theirs, list):
        return _Lists(base if isinstance(base, list) else [], mine, theirs).merged(path, rows, merged)
    if base == theirs:
        return theirs
    kind = Kind.TAKEN if base == mine else Kind.CLASH
    merged.note(kind, rows, path, versions)
    if kind is Kind.CLASH:
        return base
    merged.edits.append(Edit(path, theirs))
    return theirs


def _mapping(
    base: dict[str, Any],
    mine: dict[str, Any],
    theirs: dict[str, Any],
    path: Path,
    rows: tuple[Row, ...],
    merged: Merged,
) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key in dict.fromkeys((*mine, *theirs)):
        old = _value((base.get(key), mine.get(key), theirs.get(key)), (*path, key), rows, merged)
        if old is not ABSENT:
            kept[key] = old
    return kept


class _Lists:
    """Three versions of a list, their rows matched one by one."""

    def __init__(self, base: list[Any], mine: list[Any], theirs: list[Any]) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs
        to_mine, to_theirs = aligned(base, mine), aligned(base, theirs)
        self.in_base = {at: rank for rank, at in to_mine.items()}
        self.from_base = {at: rank for rank, at in to_theirs.items()}
        news = [at for at in range(len(mine)) if at not in self.in_base]
        others = [at for at in range(len(theirs)) if at not in self.from_base]
        pairs = aligned([mine[at] for at in news], [theirs[at] for at in others])
        self.partner = {news[at]: others[to] for at, to in pairs.items()}
        self.partner |= {at: to_theirs[rank] for at, rank in self.in_base.items() if rank in to_theirs}

    def merged(self, path: Path, rows: tuple[Row, ...], merged: Merged) -> list[Any]:
        """Note what becomes of each row; give the list to compare with next time."""
        kept: list[Any] = []
        for at, row in enumerate(self.mine):
            old = self.base[self.in_base[at]] if at in self.in_base else ABSENT
            inner = _within(rows, row)
            if at in self.partner:
                kept.append(_value((old, row, self.theirs[self.partner[at]]), (*path, at), inner, merged))
            elif old == row:  # only the source dropped it
                merged.edits.append(Edit((*path, at)))
                merged.note(Kind.TAKEN, inner, path, (old, row, ABSENT))
            elif old is not ABSENT:
                merged.note(Kind.REMOVED, inner, path, (old, row, ABSENT))
                kept.append(old)
        return [*kept, *self._added(path, rows, merged)]

    def _added(self, path: Path, rows: tuple[Row, ...], merged: Merged) -> list[Any]:
        """The rows that only the source has go behind those they follow there; one the editor took out stays out."""
        taken = {other: at for at, other in self.partner.items()}
        kept: list[Any] = []
        behind = -1
        for at, row in enumerate(self.theirs):
            if at in taken:
                behind = taken[at]
            elif at in self.from_base:
                old = self.base[self.from_base[at]]
                kept.append(old)
                if row != old:
                    merged.note(Kind.DROPPED, _within(rows, row), path, (old, ABSENT, row))
            else:
                merged.edits.append(Edit((*path, behind), row, after=True))
                merged.note(Kind.TAKEN, _within(rows, row), path, (ABSENT, ABSENT, row))
                kept.append(row)
        return kept


def _within(rows: tuple[Row, ...], row: Any) -> tuple[Row, ...]:
    return (*rows, Row(number_of(row), name_of(row))) if isinstance(row, dict) else rows


def shown(value: Any) -> str:
    """A value as text: a row by its number and name, a list by its parts."""
    if isinstance(value, dict):
        return " ".join(filter(None, (number_of(value), name_of(value)))) or "; ".join(map(shown, value.values()))
    if isinstance(value, list):
        return "; ".join(map(shown, value))
    return "" if value in (ABSENT, "null") else str(value)
