"""Paragraphs and lists of a text without signs, nested as python-markdown nests them: four blanks lead into an item."""

from __future__ import annotations

import re

# A line of signs, perhaps with digits: a rule, the underline of a heading.
_RULE = re.compile(r"\n[ \d.]*[-=+][-=+\d. ]*(?=\n)")
_BLANK = re.compile(r"\n\n\n*")
_INDENT = "    "
# The sign of an item, with its number where it has one.
_ITEM = re.compile(r" {0,3}(?:(\d+)\.|[-+]) +")
_ITEM_OF = {"ul": re.compile(r" {0,3}[-+] +"), "ol": re.compile(r" {0,3}\d+\. +")}
_INDENTED_ITEM = re.compile(r" {4,7}(?:\d+\.|[-+]) ")
_DEEPEST = 20
_NEW_LINE = "\n"


class _UnusualError(Exception):
    """A block is of a kind that is not known here."""


class _Node:
    """A paragraph, a list or an item: its text, then what stands in it; `depth` counts from the text as a whole."""

    __slots__ = ("children", "depth", "start", "tag", "text")

    def __init__(self, tag: str, depth: int, text: str = "") -> None:
        self.tag, self.depth, self.text, self.start = tag, depth, text, ""
        self.children: list[_Node] = []

    def add(self, tag: str, text: str = "") -> _Node:
        """A new last child."""
        child = _Node(tag, self.depth + 1, text)
        self.children.append(child)
        return child

    @property
    def last_list(self) -> _Node | None:
        """The last child where that is a list."""
        last = self.children[-1] if self.children else None
        return last if last and last.tag in _ITEM_OF else None

    def html(self) -> str:
        """The node as HTML, with the line breaks that python-markdown puts between blocks."""
        if not self.children:
            return f"<{self.tag}>{self.text}</{self.tag}>\n"
        start = f' start="{self.start}"' if self.start else ""
        inner = "".join([child.html() for child in self.children])
        return f"<{self.tag}{start}>{self.text or _NEW_LINE}{inner}</{self.tag}>\n"


def blocks_html(text: str) -> str | None:
    """Paragraphs and lists as HTML; None where a line is of another kind or ends with a blank."""
    if " \n" in text or text.endswith(" ") or _RULE.search(f"\n{text}\n"):
        return None
    root = _Node("", 0)
    try:
        for block in _BLANK.split(text.strip("\n")):
            _add(root, block)
    except _UnusualError:
        return None
    return "".join([child.html() for child in root.children]).rstrip("\n")


def _add(parent: _Node, block: str, *, tight: bool = False, outdented: bool = False) -> None:
    """Put a block where it belongs: in a tight list words are the item's own, elsewhere they are a paragraph."""
    indented = block.startswith(_INDENT)
    if (indented and outdented) or parent.depth > _DEEPEST:
        raise _UnusualError
    if indented:
        _add_indented(parent, block, tight=tight)
    elif item := _ITEM.match(block):
        _add_list(parent, block, "ol" if item[1] else "ul")
    elif tight:
        parent.text = block.lstrip()
    elif block:
        parent.add("p", block.lstrip())


def _add_indented(parent: _Node, block: str, *, tight: bool) -> None:
    """What is indented belongs to the item above it."""
    level, above = _level(parent, block, level=1 if tight else 0)
    lines = (line.removeprefix(_INDENT * level) for line in block.split("\n"))
    if parent.tag == "li":
        above = parent.last_list or parent
    elif above.tag != "li":
        above = _loosened(above)
    _add(above, "\n".join(lines), outdented=True)


def _level(node: _Node, block: str, level: int) -> tuple[int, _Node]:
    """How many indents of a block are used up on the way to the item or list it belongs to."""
    indents = (len(block) - len(block.lstrip(" "))) // len(_INDENT)
    while level < indents and node.children and node.children[-1].tag != "p":
        node = node.children[-1]
        level += node.tag in _ITEM_OF
    return level, node


def _add_list(parent: _Node, block: str, tag: str) -> None:
    """The items of a block: at the end of the list right before it, of the list it stands in, or of a new one."""
    items = _items(block, tag)
    last = parent.last_list
    if last and last.tag == tag:
        _loosened(last)
        _add(last.add("li"), items.pop(0))
    elif parent.tag in _ITEM_OF:
        last = parent
    else:
        last = parent.add(tag)
        number = _ITEM.match(block)
        last.start = number[1] if number and tag == "ol" and number[1] != "1" else ""
    for item in items:
        if item[0].isalpha():
            last.add("li", item)
        else:
            _add(last.children[-1] if item.startswith(_INDENT) else last.add("li"), item, tight=True)


def _loosened(above: _Node) -> _Node:
    """The last item of a list; a block after a blank line makes a paragraph of its words."""
    if not above.children:
        raise _UnusualError
    item = above.children[-1]
    if item.text:
        item.children.insert(0, _Node("p", item.depth + 1, item.text))
        item.text = ""
    return item


def _items(block: str, tag: str) -> list[str]:
    """The items of a block: each with its further lines, and those of an inner list together."""
    sign = _ITEM_OF[tag]
    items: list[str] = []
    for line in block.split("\n"):
        if found := sign.match(line):
            items.append(line[found.end() :])
        elif _INDENTED_ITEM.match(line) and not items[-1].startswith(_INDENT):
            items.append(line)
        else:
            items[-1] += f"\n{line}"
    return items
