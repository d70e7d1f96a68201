"""Cuts a cell into words and punctuation that remember where they stood."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from congkhai.foundation.text import fold, nfc

TokenKind = Literal["word", "newline", "sign"]

# A word is letters and digits with their combining marks; else a line break; else one visible sign.
_TOKEN = re.compile(
    r"(?P<word>[^\W_](?:[^\W_]|[\u0300-\u036f])*)|(?P<newline>\n)|(?P<sign>[^\s\u200b-\u200d\u2060\ufeff])"
)

# Long forms that plans use side by side with their abbreviations; they count as the same word.
_SHORT_FORMS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "uy": ((("uy", "ban", "nhan", "dan"), "ubnd"),),
    "hoi": ((("hoi", "dong", "nhan", "dan"), "hdnd"),),
    "van": ((("van", "phong"), "vp"),),
    "thu": ((("thu", "tuc", "hanh", "chinh"), "tthc"),),
    "thanh": ((("thanh", "pho"), "tp"),),
    "phuc": ((("phuc", "vu", "hanh", "chinh", "cong"), "pvhcc"), (("phuc", "vu", "hcc"), "pvhcc")),
    "hanh": ((("hanh", "chinh", "cong"), "hcc"),),
    "mat": ((("mat", "tran", "to", "quoc"), "mttq"),),
}


class Token(NamedTuple):
    """A word in its folded short form, a line break, or a sign; `start` and `end` in characters of the cell.

    `marked` is the word with its marks, for the few names that differ in nothing else.
    """

    kind: TokenKind
    text: str
    marked: str
    start: int
    end: int


def tokenize(cell: str) -> tuple[Token, ...]:
    """The tokens of a cell in order; nothing but white space and invisible characters is left out."""
    return _shorten([_token(match) for match in _TOKEN.finditer(cell)])


def _token(match: re.Match[str]) -> Token:
    if match["word"]:
        return Token("word", fold(match["word"]), nfc(match["word"]).casefold(), match.start(), match.end())
    kind: TokenKind = "newline" if match["newline"] else "sign"
    return Token(kind, match[0], match[0], match.start(), match.end())


def _shorten(tokens: list[Token]) -> tuple[Token, ...]:
    short: list[Token] = []
    at = 0
    while at < len(tokens):
        token, length = _short_form(tokens, at)
        short.append(token)
        at += length
    return tuple(short)


def _short_form(tokens: list[Token], at: int) -> tuple[Token, int]:
    for words, abbreviation in _SHORT_FORMS.get(tokens[at].text, ()):
        run = tokens[at : at + len(words)]
        if tuple(token.text for token in run) == words:
            return Token("word", abbreviation, abbreviation, run[0].start, run[-1].end), len(words)
    return tokens[at], 1
