"""Text cut into syllables as search compares them: a folded key to look up, a form that keeps the marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
# One letter or digit after another, of any script: all else parts syllables.
_SYLLABLE = re.compile(r"[^\W_]+")
# A syllable that ends in i or y after one of the consonants where both spellings are in use (kỹ, kĩ; quý, quí).
_I_OR_Y = re.compile(r"(?:[hklmstv]|qu)y")
# Zeros before a number say nothing: 01/2023 is 1/2023.
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")

# Letters and digits as wide as Chinese ones, which some keyboards type: the plain ones.
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B)}


class Syllable(NamedTuple):
    """A syllable: its folded key ("giay") and its form, letters with their shape and the tone last ("giây4")."""

    key: str
    form: str


def syllables(text: str) -> list[Syllable]:
    """The syllables of a text in order; both tone placements (hòa, hoà) and both spellings (kỹ, kĩ) come out alike."""
    return [_syllable(match) for match in _SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())]


def has_syllables(text: str) -> bool:
    """Whether there is any syllable in a text."""
    return _SYLLABLE.search(text) is not None


def keys(text: str) -> list[str]:
    """The folded keys of a text in order."""
    return [syllable.key for syllable in syllables(text)]


def key_set(text: str) -> set[str]:
    """The different keys of a text; quicker than `keys` for a long one, whose words repeat."""
    return {key for word in words_of(text) for key in _keys_of_word(word)}


def words_of(text: str) -> set[str]:
    """The different words of a text as they are written, between blanks; each may hold several syllables."""
    return set(text.split())


@lru_cache(maxsize=65536)
def _keys_of_word(word: str) -> tuple[str, ...]:
    return tuple(syllable.key for syllable in syllables(word))


@lru_cache(maxsize=65536)
def _syllable(written: str) -> Syllable:
    tone = ""
    letters: list[str] = []
    plain: list[str] = []
    for char in unicodedata.normalize("NFD", written.translate(_FULL_WIDTH)):
        if char in _TONES:
            tone = _TONES[char]
        elif unicodedata.combining(char):
            letters.append(char)
        else:
            letters.append(char)
            plain.append("d" if char == "đ" else char)
    key, form = _one_spelling("".join(plain)), _one_spelling(unicodedata.normalize("NFC", "".join(letters)))
    return Syllable(_LEADING_ZEROS.sub("", key), _LEADING_ZEROS.sub("", form) + tone)


def _one_spelling(letters: str) -> str:
    return letters[:-1] + "i" if _I_OR_Y.fullmatch(letters) else letters
