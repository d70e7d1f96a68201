"""Signs within a line: what they mean is settled first, and waits behind characters of the private-use area."""

from __future__ import annotations

import re

# Signs that may mean something to Markdown or HTML.
_SIGNS = "*`[]<>\\#|~"
# Such as mean something in few places: a reference to a character, an underscore that is not within a word.
_REFERENCE = re.compile(r"&(?:#|\w+;)")
_UNDERSCORE = re.compile(r"_(?:(?![^\W_])|(?<![^\W_]_))")
# A sign that a backslash makes an ordinary character.
_ESCAPED = re.compile(r"\\([*_{}()\[\]#+\-.!])")
_PRIVATE = 0xE000
_MASKED = re.compile("[\ue000-\ue07f]")
# Code, links, bold words and leaning words: on one line, with no letter right beside them and no other sign in them.
_CODE = re.compile(r"`(?<![\w`\\]`)([^\W_](?:[\w /.:,-]*[^\W_])?)`(?![\w`])")
_HOST = r"(?:[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*\.)+[A-Za-z]{2,}"
_LINK = re.compile(rf"\[(?<![!\\\]]\[)([^\W_][^*_`\\<>\[\]&\n]*)\]\((https?://{_HOST}(?:/[0-9A-Za-z./?=&#_%:-]*)?)\)")
_INSIDE = r"[^\s*_`\\<>\[\]&\ue0f0-\ue0f3]"
_WORDS = rf"({_INSIDE}(?:[^*_`\\<>\[\]&\n\ue0f0-\ue0f3]*{_INSIDE})?)"
_BOLD = re.compile(rf"\*\*(?<![\w*\\]\*\*){_WORDS}\*\*(?![\w*])")
_LEANING = re.compile(rf"\*(?<![\w*\\]\*){_WORDS}\*(?![\w*])")
# What stands behind the masks from \ue0f0 on.
_LINK_TAGS = ('<a href="', '" rel="noopener noreferrer">', "</a>")
_WORD_TAGS = ("<strong>", "</strong>", "<em>", "</em>", "<code>", "</code>")
_TAGS = {chr(0xE0F0 + number): tag for number, tag in enumerate((*_WORD_TAGS, *_LINK_TAGS))}
_SHOWN = {chr(_PRIVATE + code): chr(code) for code in range(0x80)} | {chr(_PRIVATE + ord("&")): "&amp;"}
# Signs of addresses that would mean something in a text.
_IN_ADDRESS = {ord(sign): _PRIVATE + ord(sign) for sign in "_#&"}


def masked(text: str) -> str | None:
    """The text with its signs put behind masks; None where one is left that may mean more.

    Characters that are not printed may be changed on the long way, and would be taken for masks here.
    """
    if not _is_printable(text):
        return None
    if "`" in text:
        text = _CODE.sub(lambda code: f"\ue0f4{code[1]}\ue0f5", text)
    if "\\" in text:
        text = _ESCAPED.sub(lambda sign: chr(_PRIVATE + ord(sign[1])), text)
    if "](" in text:
        text = _LINK.sub(_masked_link, text)
    if "*" in text:
        text = _BOLD.sub(lambda words: f"\ue0f0{words[1]}\ue0f1", text)
        text = _LEANING.sub(lambda words: f"\ue0f2{words[1]}\ue0f3", text)
    if any(sign in text for sign in _SIGNS) or ("&" in text and _REFERENCE.search(text)):
        return None
    return None if "_" in text and _UNDERSCORE.search(text) else text


def unmasked(html: str) -> str:
    """The HTML of a masked text with tags and ordinary characters in the place of masks."""
    for mask, tag in _TAGS.items():
        if mask in html:
            html = html.replace(mask, tag)
    return html if _is_printable(html) else _MASKED.sub(lambda mask: _SHOWN[mask[0]], html)


def _is_printable(text: str) -> bool:
    return text.replace("\n", "").isprintable()


def _masked_link(link: re.Match[str]) -> str:
    return f"\ue0f6{link[2].translate(_IN_ADDRESS)}\ue0f7{link[1]}\ue0f8"
