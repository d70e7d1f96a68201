"""Signs within a line: what they mean is settled first, and waits behind characters of the private-use area."""

from __future__ import annotations

import re

from congkhai.patterns import late

# Characters that may mean something to Markdown or HTML, or that one of them would change, and unusual white space.
_SIGNS = late(
    "[*`\\[\\]<>\\\\#|~\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Such as mean something in few places: a reference to a character, an underscore that is not within a word.
_REFERENCE = late(r"&(?:#|\w+;)")
_UNDERSCORE = late(r"_(?:(?![^\W_])|(?<![^\W_]_))")
# A sign that a backslash makes an ordinary character.
_ESCAPED = late(r"\\([*_{}()\[\]#+\-.!])")
_PRIVATE = 0xE000
_MASKED = late("[\ue000-\ue0ff]")
# Code, links, bold words and leaning words: on one line, with no letter right beside them and no other sign in them.
_CODE = late(r"`(?<![\w`\\]`)([^\W_](?:[\w /.:,-]*[^\W_])?)`(?![\w`])")
_HOST = r"(?:[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*\.)+[A-Za-z]{2,}"
_LINK = late(rf"\[(?<![!\\\]]\[)([^\W_][^*_`\\<>\[\]&\n]*)\]\((https?://{_HOST}(?:/[0-9A-Za-z./?=&#_%:-]*)?)\)")
_INSIDE = r"[^\s*_`\\<>\[\]&\ue0f0-\ue0f3]"
_WORDS = rf"({_INSIDE}(?:[^*_`\\<>\[\]&\n\ue0f0-\ue0f3]*{_INSIDE})?)"
_BOLD = late(rf"\*\*(?<![\w*\\]\*\*){_WORDS}\*\*(?![\w*])")
_LEANING = late(rf"\*(?<![\w*\\]\*){_WORDS}\*(?![\w*])")
# What stands behind the masks from \ue0f0 on.
_LINK_TAGS = ('<a href="', '" rel="noopener noreferrer">', "</a>")
_TAGS = ("<strong>", "</strong>", "<em>", "</em>", "<code>", "</code>", *_LINK_TAGS)
_SHOWN = {chr(_PRIVATE + code): chr(code) for code in range(0x80)}
_SHOWN |= {chr(0xE0F0 + number): tag for number, tag in enumerate(_TAGS)}
_SHOWN[chr(_PRIVATE + ord("&"))] = "&amp;"
# Signs of addresses that would mean something in a text.
_IN_ADDRESS = {ord(sign): _PRIVATE + ord(sign) for sign in "_#&"}


def masked(text: str) -> str | None:
    """The text with its signs put behind masks; None where one is left that may mean more."""
    if _MASKED.search(text):
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
    if _SIGNS.search(text) or ("&" in text and _REFERENCE.search(text)) or ("_" in text and _UNDERSCORE.search(text)):
        return None
    return text


def unmasked(html: str) -> str:
    """The HTML of a masked text with tags and ordinary characters in the place of masks."""
    return _MASKED.sub(lambda mask: _SHOWN[mask[0]], html)


def _masked_link(link: re.Match[str]) -> str:
    return f"\ue0f6{link[2].translate(_IN_ADDRESS)}\ue0f7{link[1]}\ue0f8"
