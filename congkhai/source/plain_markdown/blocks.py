"""Paragraphs and lists of a text without signs, nested as CommonMark nests them: by where an item's words begin."""

from __future__ import annotations

import re

# A line of signs, perhaps with digits: a rule, the underline of a heading.
_RULE = re.compile(r"\n[ \d.)]*[-=+][-=+\d. )]*(?=\n)")
# The sign of an item with its number where it has one, then its words; other distances mean more.
_ITEM = re.compile(r"(?:(\d{1,9})\.|[-+]) {1,4}(?! )")
# A number with nothing behind it is an item without words; "1)" is the sign of another kind of list; what stands far
# from its sign is code.
_OTHER_ITEM = re.compile(r"\d{1,9}(?:\.$|\)(?: |$))|(?:\d{1,9}\.|[-+]) {5}")
_CODE_INDENT = 4
_DEEPEST = 8


class _UnusualError(Exception):
    """A line is of a kind that is not known here."""


class _List:
    """A list: its sign, its first number, its items; loose where a blank line parts what is in it."""

    __slots__ = ("expected", "items", "loose", "sign", "start")

    def __init__(self, sign: str, start: int) -> None:
        self.sign, self.start, self.expected, self.loose = sign, start, start, False
        self.items: list[_Item] = []

    def html(self) -> str:
        """The list as HTML."""
        tag = "ol" if self.sign == "." else "ul"
        start = f' start="{self.start}"' if self.start != 1 else ""
        return f"<{tag}{start}>\n{''.join([item.html(loose=self.loose) for item in self.items])}</{tag}>\n"


class _Item:
    """An item, or the text as a whole: where its words begin, and the paragraphs (lists of lines) and lists in it."""

    __slots__ = ("children", "column", "parent")

    def __init__(self, column: int, parent: _List | None) -> None:
        self.column, self.parent = column, parent
        self.children: list[list[str] | _List] = []

    def add(self, child: list[str] | _List, *, apart: bool) -> None:
        """A new last child; `apart` from the one before by a blank line."""
        if apart and self.children and self.parent:
            self.parent.loose = True
        self.children.append(child)

    def html(self, *, loose: bool) -> str:
        """The item as HTML; in a tight list its words are no paragraph."""
        if loose:
            return f"<li>\n{_inside(self)}</li>\n"
        parts = [child.html() if isinstance(child, _List) else "\n".join(child) for child in self.children]
        inner = "".join([f"{part}\n" if part[-1] != "\n" else part for part in parts])
        return f"<li>{inner if isinstance(self.children[-1], _List) else inner[:-1]}</li>\n"


def blocks_html(text: str) -> str | None:
    """Paragraphs and lists as HTML; None where a line is of another kind or ends with a blank."""
    if " \n" in text or text.endswith(" ") or _RULE.search(f"\n{text}\n"):
        return None
    reader = _Reader()
    try:
        for line in text.split("\n"):
            reader.read(line)
    except _UnusualError:
        return None
    return _inside(reader.open[0]).rstrip("\n")


def _inside(item: _Item) -> str:
    """All children of an item, paragraphs as such."""
    parts = (child.html() if isinstance(child, _List) else f"<p>{chr(10).join(child)}</p>\n" for child in item.children)
    return "".join(parts)


class _Reader:
    """Reads line by line; `open` are the text as a whole and the items, each in the one before, that may go on."""

    def __init__(self) -> None:
        self.open = [_Item(0, None)]
        self._words: list[str] | None = None  # the paragraph that the next line goes on with
        self._apart = False

    def read(self, line: str) -> None:
        """Put a line where it belongs."""
        bare = line.lstrip(" ")
        if not bare:
            self._words, self._apart = None, True
            return
        indent = len(line) - len(bare)
        depth = self._depth(indent)
        inner = indent - self.open[depth].column
        item = _ITEM.match(bare) if inner < _CODE_INDENT else None
        if _OTHER_ITEM.match(bare) or (item is None and depth < len(self.open) - 1 and _ITEM.match(bare)):
            raise _UnusualError
        if item and not self._goes_on(item[1], depth):
            self._add_item(depth, indent, item)
        elif self._words is not None:
            self._words.append(bare)
        else:
            self._add_words(depth, inner, bare)
        self._apart = False

    def _depth(self, indent: int) -> int:
        """How many open items a line belongs to."""
        return next((at for at in range(len(self.open) - 1, 0, -1) if indent >= self.open[at].column), 0)

    def _goes_on(self, number: str | None, depth: int) -> bool:
        """Whether a number at the beginning of a line is one in a sentence: only "1." may break off a paragraph."""
        within = self._words is not None and depth == len(self.open) - 1
        return within and number is not None and int(number) != 1

    def _add_words(self, depth: int, inner: int, bare: str) -> None:
        if inner >= _CODE_INDENT:
            raise _UnusualError
        del self.open[depth + 1 :]
        self._words = [bare]
        self.open[depth].add(self._words, apart=self._apart)

    def _add_item(self, depth: int, indent: int, item: re.Match[str]) -> None:
        """A new item: of the list whose items stand here, where its sign is the same, else of a new one."""
        bare = item.string
        if any(sign.match(bare, item.end()) for sign in (_ITEM, _OTHER_ITEM)) or depth > _DEEPEST:
            raise _UnusualError
        sign, number = ("." if item[1] else bare[0]), int(item[1] or 1)
        holder = self.open[depth + 1].parent if depth + 1 < len(self.open) else None
        if holder is None or holder.sign != sign:
            holder = _List(sign, number)
            self.open[depth].add(holder, apart=self._apart)
        elif self._apart:
            holder.loose = True
        if sign == "." and number != holder.expected:
            raise _UnusualError
        holder.expected = number + 1
        del self.open[depth + 1 :]
        self._words = [bare[item.end() :]]
        self.open.append(_Item(indent + item.end(), holder))
        holder.items.append(self.open[-1])
        self.open[-1].children.append(self._words)
