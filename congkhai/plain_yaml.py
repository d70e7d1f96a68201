"""The quick way for YAML in the house form: keys, lists, values on one line and blocks of text; most files are."""

from __future__ import annotations

import re

from congkhai.spots import Spot, spot
from congkhai.yaml_tree import Mapping, Node, Scalar, Sequence

# A line: its indentation, the dash of an item, a key, and the rest.
_LINE = re.compile(r"( *)(- +)?(?:([A-Za-z][A-Za-z0-9_-]{0,60}):(?: +|$))?(.*)")
# What a plain value does not begin with here, though YAML may allow some of it.
_NOT_PLAIN = frozenset("-?:,[]{}#&*!|>'\"%@`~=<\ufeff")
_NULLS = ("null", "Null", "NULL")
_MOST_DEEP = 20


class _UnusualError(Exception):
    """Here stands something that is not in the house form."""


def plain_tree(text: str, path: str) -> Node | None:
    """The tree that the parser makes of a text without fault, or None where that takes more than this room.

    The text holds no tab, no line break but the line feed, no control character, and is in normal form.
    """
    reader = _Reader(text, path)
    try:
        return reader.whole()
    except _UnusualError:
        return None


class _Reader:
    """Goes through the lines of a text; `_at` is the line that is looked at, taken apart by `_look`."""

    __slots__ = ("_at", "_column", "_dash", "_key", "_lines", "_path", "_rest", "_spaces")

    def __init__(self, text: str, path: str) -> None:
        self._lines, self._path, self._at = text.split("\n"), path, -1
        self._spaces, self._dash, self._key, self._rest, self._column = 0, 0, "", "", 0

    def whole(self) -> Node:
        """The tree of all lines; the last must have its end."""
        if self._lines.pop():
            raise _UnusualError
        self._next()
        if self._spaces:
            raise _UnusualError
        node = self._sequence(0, -1) if self._dash else self._mapping(0, 0)
        if self._spaces >= 0:
            raise _UnusualError
        return node

    def _next(self) -> None:
        """Look at the next line that is neither blank nor a comment; past the last, `_spaces` is -1."""
        lines, at, end = self._lines, self._at + 1, len(self._lines)
        while at < end:
            found = _LINE.match(lines[at])
            if found is None:
                raise _UnusualError
            spaces, dash, key, rest = found.groups("")
            if rest or key:
                if rest[:1] != "#" or key or dash:
                    self._at, self._spaces, self._dash, self._key, self._rest = at, len(spaces), len(dash), key, rest
                    self._column = found.start(4)
                    return
            elif dash:
                raise _UnusualError
            at += 1
        self._at, self._spaces, self._dash, self._key, self._rest = at, -1, 0, "", ""

    def _mapping(self, indent: int, depth: int) -> Mapping:
        """The mapping whose first key stands in the line that is looked at, in the column `indent`."""
        if depth > _MOST_DEEP:
            raise _UnusualError
        values: dict[str, Node] = {}
        spots: dict[str, Spot] = {}
        while True:
            key = self._key
            if not key or key in values:
                raise _UnusualError
            spots[key] = spot(self._at + 1, indent + 1)
            values[key] = self._scalar(indent) if self._rest else self._below(indent, depth)
            if self._spaces < indent or (self._dash and self._spaces == indent):
                break
            if self._spaces > indent or self._dash:
                raise _UnusualError
        return Mapping(values, spots, self._path, next(iter(spots.values())))

    def _below(self, indent: int, depth: int) -> Node:
        """What stands in the lines below a key: a mapping or list that is indented, or a list that is not."""
        self._next()
        if self._dash and self._spaces >= indent:
            return self._sequence(self._spaces, depth)
        if self._spaces <= indent:
            raise _UnusualError
        return self._mapping(self._spaces, depth + 1)

    def _sequence(self, indent: int, depth: int) -> Sequence:
        items: list[Node] = []
        begin = spot(self._at + 1, indent + 1)
        while self._dash and self._spaces == indent:
            if self._key:
                inner = indent + self._dash
                self._spaces, self._dash = inner, 0
                items.append(self._mapping(inner, depth + 1))
            else:
                items.append(self._scalar(indent))
        if self._spaces > indent:
            raise _UnusualError
        return Sequence(tuple(items), self._path, begin)

    def _scalar(self, indent: int) -> Scalar:
        """The value in the rest of the line, or the block of text that it begins."""
        text, line, column = self._rest, self._at + 1, self._column + 1
        first, last = text[0], text[-1]
        if first == "|":
            return self._literal(indent, line, column)
        self._next()
        if first in "\"'":
            inner = text[1:-1]
            if len(text) < 2 or last != first or first in inner or (first == '"' and "\\" in inner):
                raise _UnusualError
            return Scalar(inner, self._path, spot(line, column, -2), False)
        if first in _NOT_PLAIN or last in ": " or ": " in text or " #" in text:
            raise _UnusualError
        return Scalar(text, self._path, spot(line, column), text in _NULLS)

    def _literal(self, indent: int, line: int, column: int) -> Scalar:
        """A block of text that keeps its lines; "|" ends with one line feed, "|-" without."""
        lines, at, end, sign = self._lines, self._at + 1, len(self._lines), self._rest
        first = lines[at] if at < end else ""
        inner = len(first) - len(first.lstrip(" "))
        if sign not in ("|", "|-") or inner <= max(indent, 0) or inner == len(first):
            raise _UnusualError
        margin = first[:inner]
        parts: list[str] = []
        while at < end and (lines[at].startswith(margin) or not lines[at].strip(" ")):
            parts.append(lines[at][inner:])
            at += 1
        self._at = at - 1
        self._next()
        text = "\n".join(parts).rstrip("\n")
        return Scalar(text if sign == "|-" else f"{text}\n", self._path, spot(line, column, inner), False)
