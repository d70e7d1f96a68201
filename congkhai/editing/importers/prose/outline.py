"""The outline of running text: each paragraph below the one whose number is higher."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from congkhai.editing.importers.likeness import in_capitals
from congkhai.editing.importers.marks import Mark, MarkKind, split_mark
from congkhai.editing.importers.prose.parts import part_of_heading

_SIGN = re.compile(r"([-–—•+*])\s*(?=\S)")
_LEVELS = {MarkKind.LETTER: 0.5, MarkKind.ROMAN: 1.0, MarkKind.NUMBER: 3.0, MarkKind.SMALL: 6.0}
_ARTICLE = 2.0
_LOOSE = 2.5  # a paragraph without a number that goes back to the part it stands in
_ITEM, _SUB_ITEM = 8.0, 9.0


@dataclass(slots=True)
class Entry:
    """A paragraph without its number or sign, and all that stands below it."""

    index: int
    text: str
    mark: Mark | None = None
    level: float = 0.0
    sign: bool = False
    below: list[Entry] = field(default_factory=list)

    @property
    def is_loose(self) -> bool:
        """Whether it has neither a number nor a sign."""
        return self.mark is None and not self.sign

    def lines(self) -> list[str]:
        """Its text and all below it, line by line."""
        return [self.text, *(line for entry in self.below for line in entry.lines())]

    def indexes(self) -> list[int]:
        """The ranks of its paragraph and of all below it."""
        return [self.index, *(index for entry in self.below for index in entry.indexes())]


def outline(texts: Iterable[tuple[int, str]]) -> list[Entry]:
    """The entries at the top of a text, all others below them; `texts` are paragraphs with their ranks."""
    top = Entry(-1, "", level=-1.0)
    stack = [top]
    for index, text in texts:
        entry = _entry(index, text, stack)
        while stack[-1].level >= entry.level or (stack[-1].level == _LOOSE and entry.level < _ITEM):
            stack.pop()
        stack[-1].below.append(entry)
        stack.append(entry)
    return top.below


def _entry(index: int, text: str, stack: list[Entry]) -> Entry:
    sign = _SIGN.match(text)
    if sign:
        level = _SUB_ITEM if sign[1] in "+*" else _ITEM
        return Entry(index, text[sign.end() :], None, level, sign=True)
    mark, rest = split_mark(text)
    if mark:
        return Entry(index, rest, mark, _level(mark))
    if (in_capitals(text) and len(text) < 200) or (part_of_heading(text) and len(text.split()) < 12):
        return Entry(index, text, None, 1.0)
    above = stack[-1]
    sentence = above.text.rstrip().endswith((".", ";"))
    joins = above.level < _ITEM and above.mark is not None and not above.below and not sentence
    return Entry(index, text, None, _ITEM if joins or (above.is_loose and above.level == _ITEM) else _LOOSE)


def _level(mark: Mark) -> float:
    if mark.kind is MarkKind.DOTTED:
        return 3.0 + 0.3 * len(mark.parts)
    return _ARTICLE if mark.text.startswith("Điều") else _LEVELS.get(mark.kind, 3.0)
