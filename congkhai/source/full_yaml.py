"""YAML in all its forms, as PyYAML hears it: a tree of texts with their places, or the problem that it stops at.

Loading PyYAML takes longer than reading a dozen records: what `plain_yaml` understands never comes here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from congkhai.foundation.problem import Place, Problems
from congkhai.foundation.spots import Spot, place_at, spot
from congkhai.foundation.text import nfc
from congkhai.source.source_text import CONTROL, SUSPICIOUS, code_point, name_of, place_of
from congkhai.source.unclosed import unclosed_quote
from congkhai.source.yaml_tree import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 50
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# What PyYAML says of a syntax fault (the beginning of its sentence) and the problem it becomes.
_SYNTAX_CODES = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-colon"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-'", "yaml-indentation"),
    ("expected <block end>", "yaml-indentation"),
    ("while scanning a quoted scalar", "yaml-quote"),
    ("found unexpected end of stream", "yaml-quote"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("expected ',' or", "yaml-bracket"),
    ("found character that cannot start", "yaml-forbidden-character"),
    ("found character '", "yaml-forbidden-character"),
    ("control characters are not allowed", "yaml-control-character"),
    ("special characters are not allowed", "yaml-control-character"),
)
# Characters that YAML 1.1 does not allow in a file (section 5.1).
_UNREADABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Ends of line that no editor shows as such: places would no longer be those that people see.
_BREAK = re.compile("[\x85\u2028\u2029]")
# What stands behind a value: a comment, in the second group where a word stands right behind its sign.
_COMMENT = re.compile(r"[ \t]+(#(?:([^\s#!-])|\s*\S).*)")
# The sign of an item at the beginning of a line.
_ITEM = re.compile(r"([ \t]*)(?:[-+*•–]|\d{1,3}[.)])[ \t]")
_AROUND = " \t\"'"
# Faults that are best shown where the quote or bracket was opened, not where the file ended without it.
_TOLD_WHERE_OPENED = ("yaml-quote", "yaml-bracket")
# What PyYAML says of a line that it took for a key: it notices only on the next line that the colon is missing.
_IN_KEY = "while scanning a simple key"


def syntax_code(message: str) -> str:
    """The problem code for a sentence of PyYAML."""
    return next((code for start, code in _SYNTAX_CODES if start in message), "yaml-syntax")


def compose(text: str, path: str, problems: Problems) -> Node | None:
    """The tree of a text of the file at `path`, which goes into places; None where nothing could be read."""
    return _Composer(text, path, problems).compose()


class _Composer:
    """Builds the tree from parser events with a stack of its own, so that no nesting can exhaust Python's."""

    def __init__(self, text: str, path: str, problems: Problems) -> None:
        self.text, self.path, self.problems = text, path, problems
        self.lines: list[str] = []
        self.normal = unicodedata.is_normalized("NFC", text)
        self.open: list[_Open] = []
        self.root: Node | None = None

    def compose(self) -> Node | None:
        if found := _BREAK.search(self.text):
            place = place_of(self.text, found.start(), self.path)
            self.problems.add("yaml-control-character", place, detail=code_point(found[0]))
            return None
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                if not self._take(event):
                    return None
        except yaml.MarkedYAMLError as error:
            self._report_fault(error)
            return None
        except yaml.reader.ReaderError as error:
            # Parsers count bytes or characters, from the text or from their buffer: the place is looked up here.
            found = _UNREADABLE.search(self.text)
            place = place_of(self.text, found.start() if found else int(error.position), self.path)
            shown = found[0] if found else _character(error)
            self.problems.add("yaml-control-character", place, detail=code_point(shown))
            return None
        if self.root is None or (isinstance(self.root, Scalar) and self.root.is_null):
            self.problems.add("yaml-empty", Place(self.path, 1, 1))
            return None
        return self.root

    def _report_fault(self, error: yaml.MarkedYAMLError) -> None:
        """Tell where reading stopped or, where something was not closed, where it was opened."""
        code = syntax_code(f"{error.problem} {error.context}")
        opened_at = error.context_mark if code in _TOLD_WHERE_OPENED or _IN_KEY in str(error.context) else None
        place = self._at(opened_at or error.problem_mark)
        quote = unclosed_quote(self.text)
        if quote is not None and (opened := place_of(self.text, quote, self.path)).line <= place.line:
            code, place = "yaml-quote", opened
            # What was found below stands in a value that was never meant.
            self.problems.found = [one for one in self.problems.found if one.place.line < opened.line]
        self.problems.add(code, place, detail=error.problem or "")

    def _take(self, event: Any) -> bool:
        """Take one event in; False where reading must stop."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._check_node(event)
            return self._place(self._scalar(event))
        if kind in (yaml.SequenceStartEvent, yaml.MappingStartEvent):
            self._check_node(event)
            self.open.append(_Open(kind is yaml.MappingStartEvent, _spot_of(event.start_mark)))
            if len(self.open) > MAX_DEPTH:
                self.problems.add("yaml-too-deep", self._at(event.start_mark), limit=MAX_DEPTH)
                return False
        elif kind in (yaml.SequenceEndEvent, yaml.MappingEndEvent):
            return self._place(self.open.pop().close(self.path))
        elif kind is yaml.AliasEvent:
            self.problems.add("yaml-alias", self._at(event.start_mark), name=event.anchor)
            return self._place(Scalar("", self.path, _spot_of(event.start_mark), True))
        elif kind is yaml.DocumentStartEvent and self.root is not None:
            self.problems.add("yaml-several-documents", self._at(event.start_mark))
            return False
        return True

    def _check_node(self, event: Any) -> None:
        if event.anchor:
            self.problems.add("yaml-anchor", self._at(event.start_mark), name=event.anchor)
        if event.tag:
            self.problems.add("yaml-tag", self._at(event.start_mark), tag=event.tag)

    def _scalar(self, event: Any) -> Scalar:
        style = event.style
        indent = -1 if not style else self._block_indent(event.start_mark.line) if style in "|>" else -2
        at = _spot_of(event.start_mark, indent)
        if style != "|":
            self._check_cut(event)
        if style == '"' and (found := CONTROL.search(event.value) or SUSPICIOUS.search(event.value)):
            self._report_escaped(found.group(), place_at(self.path, at))
        text = event.value if self.normal and style != '"' else nfc(event.value)
        return Scalar(text, self.path, at, not style and text in ("", "~", "null", "Null", "NULL"))

    def _check_cut(self, event: Any) -> None:
        """Report words that the value loses, or that are run together in it: behind " #", and items of a list below."""
        lines, first, end = self._lines(), event.start_mark.line + 1, event.end_mark
        if not event.style:
            self._check_comment(lines[end.line] if end.line < len(lines) else "", end, event.value)
        for number in range(first, min(end.line + (end.column > 0), len(lines))):
            item = _ITEM.match(lines[number])
            if item and f"\n{lines[number].strip(_AROUND)}" not in event.value:
                self.problems.add("list-in-value", Place(self.path, number + 1, item.end(1) + 1), line=first)
                return

    def _check_comment(self, line: str, end: Any, value: str) -> None:
        """A word right behind "#" is no comment of anybody's; a comment behind a text may be part of it."""
        found = _COMMENT.match(line, end.column)
        if not found:
            return
        place, rest = Place(self.path, end.line + 1, found.start(1) + 1), found[1].strip()[:60]
        if found[2]:
            self.problems.add("cut-value", place, rest=rest)
        elif " " in value and found.start(1) == end.column + 1:  # further away it is meant as a comment
            self.problems.add("comment-behind-text", place, rest=rest)

    def _report_escaped(self, char: str, place: Place) -> None:
        if CONTROL.match(char):
            self.problems.add("yaml-control-character", place, detail=code_point(char))
        elif char not in self.text:
            self.problems.add("suspicious-character", place, char=code_point(char), name=name_of(char))

    def _lines(self) -> list[str]:
        if not self.lines:
            self.lines = self.text.split("\n")
        return self.lines

    def _block_indent(self, line: int) -> int:
        for content in self._lines()[line + 1 :]:
            if stripped := content.lstrip(" "):
                return len(content) - len(stripped)
        return 0

    def _place(self, node: Node) -> bool:
        """Put a finished node where it belongs."""
        if not self.open:
            self.root = node
            return True
        parent = self.open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            self._pair(parent, parent.key, node)
            parent.key = None
        return True

    def _pair(self, parent: _Open, key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            self.problems.add("yaml-complex-key", key.place)
        elif key.text == "<<" and key.place.indent == -1:
            self.problems.add("yaml-merge-key", key.place)
        elif key.text in parent.values:
            first = place_at(self.path, parent.keys[key.text]).line
            self.problems.add("yaml-duplicate-key", key.place, key=key.text, first_line=first)
        else:
            parent.values[key.text] = value
            parent.keys[key.text] = key.spot

    def _at(self, mark: Any) -> Place:
        return place_at(self.path, _spot_of(mark)) if mark else Place(self.path, 1, 1)


def _spot_of(mark: Any, indent: int = -1) -> Spot:
    return spot(mark.line + 1, mark.column + 1, indent)


def _character(error: yaml.reader.ReaderError) -> str:
    char = error.character
    return chr(char) if isinstance(char, int) else str(char)


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("is_mapping", "items", "key", "keys", "spot", "values")

    def __init__(self, is_mapping: bool, begin: Spot) -> None:
        self.is_mapping, self.spot = is_mapping, begin
        self.items: list[Node] = []
        self.values: dict[str, Node] = {}
        self.keys: dict[str, Spot] = {}
        self.key: Node | None = None

    def close(self, path: str) -> Node:
        if self.is_mapping:
            return Mapping(self.values, self.keys, path, self.spot)
        return Sequence(tuple(self.items), path, self.spot)
