"""The quick way for Markdown of paragraphs, lists, bold and leaning words, code and links: most texts are no more."""

from __future__ import annotations

from functools import lru_cache

from congkhai.source.plain_markdown.blocks import blocks_html
from congkhai.source.plain_markdown.signs import masked, unmasked
from congkhai.source.tangled import tangled

__all__ = ["plain_html"]


@lru_cache(maxsize=256)  # page, sheet and search say the same texts one after the other
def plain_html(text: str) -> str | None:
    """The HTML that CommonMark and the sanitiser make of a text, or None where that takes more than this room."""
    bare = None if tangled(text) else masked(text)
    if bare is None:
        return None
    html = blocks_html(bare.replace("&", "&amp;"))
    return unmasked(html) if html and bare is not text else html
