"""The long way for Markdown: CommonMark with tables, in which signed numbers stay and headings have anchors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from congkhai.foundation.text import slug

# Loaded for the few texts that go the long way.
if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Headings' anchors, so that none of them is an anchor of the page around the text.
ANCHOR = "muc-"
# The style of lists whose items are numbered "1)".
PARENTHESES = "parentheses"
_LOWEST = 6


@lru_cache(maxsize=4096)  # the check looks at it first, then pages and sheets
def rendered(text: str) -> str:
    """The HTML of a Markdown text, with whatever HTML and addresses stand in it."""
    converter = _converter()
    tokens = converter.parse(text)
    _lower_headings(tokens)
    _keep_numbers(tokens)
    return str(converter.renderer.render(tokens, converter.options, {})).rstrip("\n")


@cache
def _converter() -> MarkdownIt:
    """The one converter of this process; addresses come out as written, and are judged where it is told."""
    from markdown_it import MarkdownIt

    converter = MarkdownIt("commonmark").enable("table")
    converter.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    converter.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return converter


def _lower_headings(tokens: Sequence[Token]) -> None:
    """Headings begin at h2, below the title of the page, each with an anchor of its own."""
    taken: dict[str, int] = {}
    for token, inside in pairwise(tokens):
        if token.type not in ("heading_open", "heading_close"):
            continue
        token.tag = f"h{min(int(token.tag[1]) + 1, _LOWEST)}"
        if token.type == "heading_open":
            anchor = ANCHOR + slug("".join(_words(inside.children or ())))
            taken[anchor] = taken.get(anchor, -1) + 1
            token.attrSet("id", f"{anchor}_{taken[anchor]}" if taken[anchor] else anchor)


def _words(tokens: Sequence[Token]) -> list[str]:
    return [token.content for token in tokens if token.type in ("text", "code_inline")]


def _keep_numbers(tokens: Sequence[Token]) -> None:
    """A number that repeats or is passed over is shown as it was written, and so is the sign behind it: "1)"."""
    expected: list[int] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            start = token.attrGet("start")
            expected.append(1 if start is None else int(start))
            if token.markup == ")":
                token.attrSet("class", PARENTHESES)
        elif token.type == "ordered_list_close":
            expected.pop()
        elif token.type == "list_item_open" and token.info:
            number = int(token.info)
            if number != expected[-1]:
                token.attrSet("value", str(number))
            expected[-1] = number + 1
