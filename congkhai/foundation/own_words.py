"""Marks around words of the catalogue, by which a page in another language tells them from the words of records.

The marks are characters that no text may hold (noncharacters of Unicode). They travel inside strings, so that words and
record texts may be joined, cut and set into each other on their way to the page, which takes the marks out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from congkhai.foundation.labels import Labels

BEGIN, END = "\ufdd0", "\ufdd1"
_ENGLISH = r"(?:[a-zA-Z\d_]|(?![\s/])\W)*+"
# A part of a word, between slashes, with a letter that English does not have. No way of reading a text is tried twice,
# so that a text without blanks takes no longer than another.
_FOREIGN = rf"{_ENGLISH}[^\W\d_a-zA-Z][^\s/]*+"
# A placeholder of a phrase ("{day}", "{n:,}"); the number of a document ("766/QĐ-TTg"); Vietnamese words, a name with
# the short words behind ("Bến Tre").
_NOT_OURS = re.compile(
    r"(\{[^{}]*+\}"
    r"|(?<![^\s}])[^\s/]*+/(?:[a-zA-Z\d_]|(?!\s)\W)*+[^\W\d_a-zA-Z]\S*+"
    rf"|(?<![^\s/}}]){_FOREIGN}(?:\s++(?:{_FOREIGN}|[A-Z][a-z]{{1,4}}\b))*+)"
)
# What stands between the tags of a page.
_TEXT = re.compile(r"[^<>]+(?=<|\Z)")
_LETTER = re.compile(r"[^\W\d_]")


def marked(labels: Labels) -> Labels:
    """The same words with marks around all but their placeholders, for values keep a language of their own."""
    return replace(labels, words={key: own(phrase) for key, phrase in labels.words.items()})


def own(text: str) -> str:
    """A text of ours with marks."""
    return "".join(_pieces(text))


def own_html(html: str) -> str:
    """HTML of ours with marks around its texts."""
    return _TEXT.sub(lambda found: own(found[0]), html)


def _pieces(phrase: str) -> Iterator[str]:
    for place, piece in enumerate(_NOT_OURS.split(phrase)):
        is_ours = place % 2 == 0 and _LETTER.search(piece)
        yield f"{BEGIN}{piece}{END}" if is_ours else _with_forms(piece) if "|" in piece else piece


def _with_forms(placeholder: str) -> str:
    """A placeholder that chooses between words of ours ("{n:task|tasks}"), each with marks."""
    name, _, forms = placeholder[1:-1].partition(":")
    return f"{{{name}:{'|'.join(own(form) for form in forms.split('|'))}}}"


def unmarked(text: str) -> str:
    """A text without marks."""
    return text.replace(BEGIN, "").replace(END, "")


def capitalised(text: str) -> str:
    """A text that begins with a capital letter, behind a mark or not."""
    start = 1 if text.startswith(BEGIN) else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
