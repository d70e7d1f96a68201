"""A text without typographic noise, in which patterns are sought, with the way back to the original characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from msgspec import Struct

from congkhai.foundation.text import fold

# One character for one: dashes, slashes, the Icelandic eth typed for Đ, Cyrillic capitals that look Latin.
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\\⁄∕／", "/"),
        **dict(zip("ÐðƉɖ", "ĐđĐđ", strict=True)),
        **dict(zip("АВСЕНКМОРТХ", "ABCEHKMOPTX", strict=True)),
    }
)
# Whatever changes the length when it is cleaned: white space, invisible characters, letters with loose marks.
_NOISE = re.compile(r"[^\S ]\s*| \s+|[\u200b-\u200f\u2060\ufeff\u00ad]+|[^\W\d_][\u0300-\u036f]+")
_FOLDED = str.maketrans(
    {
        char: folded
        for char in map(chr, [*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)])
        if len(folded := fold(char)) == 1
    }
)


class Skeleton(Struct, frozen=True):
    """The cleaned `text` and where each piece of it came from.

    Pieces are (start in the skeleton, start in the original, end in the original, copied as it stands).
    """

    text: str
    pieces: tuple[tuple[int, int, int, bool], ...]

    def folded(self, start: int, end: int) -> str:
        """A part of the text in lower case and without marks, character for character."""
        return self.text[start:end].translate(_FOLDED)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original (start, end) of a non-empty span of the skeleton."""
        return self._original(start)[0], self._original(end - 1)[1]

    def _original(self, index: int) -> tuple[int, int]:
        piece = bisect_right(self.pieces, index, key=lambda piece: piece[0]) - 1
        begin, first, last, copied = self.pieces[piece]
        return (first + index - begin, first + index - begin + 1) if copied else (first, last)


def skeleton(text: str) -> Skeleton:
    """Clean a text: single spaces, composed letters, plain dashes and slashes; linear in its length."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int, bool]] = []
    length = done = 0
    for noise in _NOISE.finditer(text):
        clean = _clean(noise.group())
        for part, first, last, copied in (
            (text[done : noise.start()], done, noise.start(), True),
            (clean, noise.start(), noise.end(), False),
        ):
            if part:
                pieces.append((length, first, last, copied))
                parts.append(part)
                length += len(part)
        done = noise.end()
    pieces.append((length, done, len(text), True))
    parts.append(text[done:])
    plain = "".join(parts).translate(_LOOK_ALIKES)
    return Skeleton(plain, tuple(pieces))


def _clean(noise: str) -> str:
    if noise[0].isspace():
        return " "
    return unicodedata.normalize("NFC", noise) if noise[0].isalpha() else ""
