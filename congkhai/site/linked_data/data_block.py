"""The block of data in a page (`application/ld+json`), which no browser runs and the site's policy need not allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

SCHEMA = "https://schema.org"
Node = Mapping[str, Any]
# What could end the block or begin a comment in it (HTML §4.12.1.3) stands as JSON writes any character.
_ESCAPED = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))


def data_block(node: Node) -> str:
    """A node as the text of a block, safe to stand in a page whatever the records say."""
    text = orjson.dumps({"@context": SCHEMA, **node}).decode("utf-8")
    for sign, escaped in _ESCAPED:  # a table of characters takes a hundred times as long
        text = text.replace(sign, escaped)
    return text


def known(node: Node) -> dict[str, Any]:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in ("", None, (), [], {})}
