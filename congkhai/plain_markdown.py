"""The quick way for Markdown that is nothing but paragraphs and flat lists: most texts of procedures are."""

from __future__ import annotations

import re

# Signs that may mean something to Markdown or HTML, and characters that one of them would change.
_SIGNS = re.compile(
    r"[*_`\[\]<>!\\#|~\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|&[#\w]"
)
# A sign that a backslash makes an ordinary character; on the way it stands in the private-use area.
_ESCAPED = re.compile(r"\\([*_{}()\[\]#+\-.!])")
_PRIVATE = 0xE000
_MASKED = re.compile("[\ue000-\ue07f]")
# A line that begins or ends with white space, or holds signs and digits only (a rule, the underline of a heading).
_UNUSUAL_LINE = re.compile(r"^[^\S\n]|[^\S\n]$|^[-=+\d.\s]+$", re.MULTILINE)
# A line that begins an item of a list.
_ITEM = re.compile(r"(?:[-+]|\d+\.)(?:\s|$)")
_BLANK = re.compile(r"\n{2,}")


def plain_html(text: str) -> str | None:
    """The HTML that python-markdown and the sanitiser make of a text, or None where that takes more than this room."""
    if _MASKED.search(text):
        return None
    masked = _ESCAPED.sub(lambda sign: chr(_PRIVATE + ord(sign[1])), text) if "\\" in text else text
    html = None if _SIGNS.search(masked) else _blocks(masked.strip("\n").replace("&", "&amp;"))
    return _MASKED.sub(lambda sign: chr(ord(sign[0]) - _PRIVATE), html) if html and masked is not text else html


def _blocks(text: str) -> str | None:
    """Paragraphs and lists as HTML; None where a line is of another kind."""
    blocks = _BLANK.split(text) if text else []
    if any(_UNUSUAL_LINE.search(block) for block in blocks):
        return None
    parts: list[str] = []
    after_list = False
    for block in blocks:
        is_list = _ITEM.match(block) is not None
        html = None if is_list and after_list else _list(block) if is_list else f"<p>{block}</p>"
        if html is None:
            return None
        parts.append(html)
        after_list = is_list
    return "\n".join(parts)


def _list(block: str) -> str | None:
    """A list of dashes as HTML; None for numbers, plus signs and lists within an item."""
    items: list[str] = []
    for line in block.split("\n"):
        found = _ITEM.match(line)
        if found is None:
            items[-1] += f"\n{line}"
        elif line.startswith("- ") and not _ITEM.match(line, 2) and not line[2].isspace():
            items.append(line[2:])
        else:
            return None
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"
