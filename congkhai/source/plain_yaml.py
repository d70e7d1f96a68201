"""The quick way for YAML in the house form: keys, lists, values on one line and blocks of text; most files are."""

from __future__ import annotations

import re

from congkhai.foundation.spots import COLUMN, LINE, PLAIN, QUOTED, Spot, spot
from congkhai.source.yaml_tree import Mapping, Node, Scalar, Sequence

# All lines of a text: indentation, the dash of an item, a key with its colon, and the rest.
_LINES = re.compile(r"( *)(- +)?(?:([A-Za-z][A-Za-z0-9_-]{0,60})(:(?: +|(?=\n))))?(.*)\n")
# What a plain value does not begin with here, though YAML may allow some of it.
_NOT_PLAIN = frozenset("-?:,[]{}#&*!|>'\"%@`~=<\ufeff")
_NULLS = ("null", "Null", "NULL")
_MOST_DEEP = 20
_END = ("", "", "", "", "")
# A value is made without the detour by its own __new__, which takes twice as long.
_new = tuple.__new__


class _UnusualError(Exception):
    """Here stands something that is not in the house form."""


def plain_tree(text: str, path: str) -> Node | None:
    """The tree that the parser makes of a text without fault, or None where that takes more than this room.

    The text holds no tab, no line break but the line feed, no control character, and is in normal form.
    """
    if not text.endswith("\n"):
        return None
    try:
        return _Reader(text, path).whole()
    except _UnusualError:
        return None


class _Reader:
    """Goes through the lines of a text: `_row` is the one that is looked at, `_spaces` its indentation (-1: none)."""

    __slots__ = ("_at", "_lines", "_path", "_row", "_rows", "_spaces", "_text")

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path, self._rows = text, path, _LINES.findall(text)
        self._at, self._spaces, self._row = -1, -1, _END
        self._lines: list[str] = []

    def whole(self) -> Node:
        """The tree of all lines."""
        self._next()
        if self._spaces:
            raise _UnusualError
        node = self._sequence(0, 0) if self._row[1] else self._mapping(0, 0)
        if self._spaces >= 0:
            raise _UnusualError
        return node

    def _next(self) -> None:
        """Look at the next line that is neither blank nor a comment."""
        rows, at = self._rows, self._at + 1
        end = len(rows)
        while at < end:
            row = rows[at]
            spaces, dash, key, _, rest = row
            if key or (rest and (dash or rest[0] != "#")):
                self._at, self._row, self._spaces = at, row, len(spaces)
                return
            if dash:
                raise _UnusualError
            at += 1
        self._at, self._row, self._spaces = at, _END, -1

    def _mapping(self, indent: int, depth: int) -> Mapping:
        """The mapping whose first key stands in the line that is looked at, in the column `indent`."""
        if depth > _MOST_DEEP:
            raise _UnusualError
        values: dict[str, Node] = {}
        spots: dict[str, Spot] = {}
        begin = self._at + 1 << LINE | indent + 1 << COLUMN | PLAIN
        while True:
            _, _, key, colon, rest = self._row
            if not key or key in values:
                raise _UnusualError
            spots[key] = self._at + 1 << LINE | indent + 1 << COLUMN | PLAIN
            if rest:
                values[key] = self._scalar(rest, indent + len(key) + len(colon), indent)
            else:
                values[key] = self._below(indent, depth)
            if self._spaces != indent:
                break
            if self._row[1]:
                raise _UnusualError
        if self._spaces > indent:
            raise _UnusualError
        return _new(Mapping, (values, spots, self._path, begin))

    def _below(self, indent: int, depth: int) -> Node:
        """What stands in the lines below a key: a mapping or list that is indented, or a list that is not."""
        self._next()
        if self._row[1] and self._spaces >= indent:
            return self._sequence(self._spaces, depth)
        if self._spaces <= indent:
            raise _UnusualError
        return self._mapping(self._spaces, depth + 1)

    def _sequence(self, indent: int, depth: int) -> Sequence:
        items: list[Node] = []
        begin = self._at + 1 << LINE | indent + 1 << COLUMN | PLAIN
        while self._spaces == indent and (dash := self._row[1]):
            if self._row[2]:
                items.append(self._mapping(indent + len(dash), depth + 1))
            else:
                items.append(self._scalar(self._row[4], indent + len(dash), indent))
        if self._spaces > indent:
            raise _UnusualError
        return _new(Sequence, (tuple(items), self._path, begin))

    def _scalar(self, text: str, column: int, indent: int) -> Scalar:
        """The value in the rest of the line, or the block of text that it begins."""
        first, at = text[0], self._at + 1 << LINE | column + 1 << COLUMN
        if first == "|":
            return self._literal(text, column, indent)
        if first in "\"'":
            inner = text[1:-1]
            if len(text) < 2 or text[-1] != first or first in inner or (first == '"' and "\\" in inner):
                raise _UnusualError
            scalar = _new(Scalar, (inner, self._path, at | QUOTED, False))
        elif first in _NOT_PLAIN or text[-1] in ": " or ": " in text or " #" in text:
            raise _UnusualError
        else:
            scalar = _new(Scalar, (text, self._path, at | PLAIN, text in _NULLS))
        self._next()
        return scalar

    def _literal(self, sign: str, column: int, indent: int) -> Scalar:
        """A block of text that keeps its lines; "|" ends with one line feed, "|-" without."""
        line, at = self._at + 1, self._at + 1
        if not self._lines:
            self._lines = self._text.split("\n")
        lines, end = self._lines, len(self._lines) - 1
        first = lines[at]
        inner = len(first) - len(first.lstrip(" "))
        if sign not in ("|", "|-") or inner <= indent or inner == len(first):
            raise _UnusualError
        margin = first[:inner]
        parts: list[str] = []
        while at < end and (lines[at].startswith(margin) or not lines[at].strip(" ")):
            parts.append(lines[at][inner:])
            at += 1
        self._at = at - 1
        self._next()
        text = "\n".join(parts).rstrip("\n") + ("\n" if sign == "|" else "")
        return Scalar(text, self._path, spot(line, column + 1, inner), False)
