"""The quick way for Markdown that is nothing but paragraphs, flat lists, bold words and code: most texts are."""

from __future__ import annotations

import re

# Signs that may mean something to Markdown or HTML, and characters that one of them would change.
_SIGNS = re.compile(
    r"[*_`\[\]<>!\\#|~\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|&[#\w]"
)
# A sign that a backslash makes an ordinary character; on the way it stands in the private-use area.
_ESCAPED = re.compile(r"\\([*_{}()\[\]#+\-.!])")
_PRIVATE = 0xE000
_MASKED = re.compile("[\ue000-\ue0ff]")
# Bold words and code, without any sign in them and with no letter right beside them; on the way they are masked, too.
_BOLD = re.compile(r"(?<![\w*\\])\*\*([^\W_](?:[^*`\\<>\[\]_!&\n]*[^*`\\<>\[\]_!&\s])?)\*\*(?![\w*])")
_CODE = re.compile(r"(?<![\w`\\])`([^\W_](?:[\w /.:,-]*[^\W_])?)`(?![\w`])")
_TAGS = {"\ue0f0": "<strong>", "\ue0f1": "</strong>", "\ue0f2": "<code>", "\ue0f3": "</code>"}
# A line that begins or ends with white space, or holds signs and digits only (a rule, the underline of a heading).
_UNUSUAL_LINE = re.compile(r"^[^\S\n]|[^\S\n]$|^[-=+\d.\s]+$", re.MULTILINE)
# A line that begins an item of a list.
_ITEM = re.compile(r"(?:[-+]|\d+\.)(?:\s|$)")
_BLANK = re.compile(r"\n{2,}")


def plain_html(text: str) -> str | None:
    """The HTML that python-markdown and the sanitiser make of a text, or None where that takes more than this room."""
    if _MASKED.search(text):
        return None
    masked = _BOLD.sub("\ue0f0\\1\ue0f1", text) if "**" in text else text
    masked = _CODE.sub("\ue0f2\\1\ue0f3", masked) if "`" in masked else masked
    masked = _ESCAPED.sub(lambda sign: chr(_PRIVATE + ord(sign[1])), masked) if "\\" in masked else masked
    html = None if _SIGNS.search(masked) else _blocks(masked.strip("\n").replace("&", "&amp;"))
    return _MASKED.sub(_unmasked, html) if html and masked is not text else html


def _unmasked(sign: re.Match[str]) -> str:
    return _TAGS.get(sign[0]) or chr(ord(sign[0]) - _PRIVATE)


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
    """A list of dashes, or of numbers from 1, as HTML; None for plus signs and lists within an item."""
    ordered = block.startswith("1.")
    items: list[str] = []
    for line in block.split("\n"):
        found = _ITEM.match(line)
        if found is None:
            items[-1] += f"\n{line}"
        elif _begins(line, found, ordered):
            items.append(line[found.end() :])
        else:
            return None
    tag = "ol" if ordered else "ul"
    return f"<{tag}>\n" + "\n".join(f"<li>{item}</li>" for item in items) + f"\n</{tag}>"


def _begins(line: str, sign: re.Match[str], ordered: bool) -> bool:
    """Whether a line begins an item of its list, with one blank and a word that is no sign itself."""
    is_sign = sign[0] == "- " if not ordered else sign[0][0].isdigit() and sign[0][-1] == " "
    rest = line[sign.end() :]
    return is_sign and bool(rest) and not rest[0].isspace() and not _ITEM.match(rest)
