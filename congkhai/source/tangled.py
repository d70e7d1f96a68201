"""Texts that would keep a reader of Markdown busy for minutes: known by their signs before anybody reads them."""

from __future__ import annotations

import re

# Signs of which many in a row, or very many in one paragraph, keep Markdown busy for minutes or bring it down.
_LONG_RUN = re.compile(r"([*_\[\]`<>!])\1{49}|(?:>[ \t]*){50}")
_MOST_SIGNS = 600
_FEW_SIGNS = 50


def tangled(text: str) -> bool:
    """Whether a text holds so many signs of Markdown that reading it as such would not end well."""
    if sum(text.count(sign) for sign in "*_[]`<>!") < _FEW_SIGNS:
        return False
    paragraphs = re.split(r"\n\s*\n", text)
    return bool(_LONG_RUN.search(text)) or any(_signs(paragraph) > _MOST_SIGNS for paragraph in paragraphs)


def _signs(paragraph: str) -> int:
    return sum(paragraph.count(sign) for sign in "*_[`<!")
