"""Letters for pipes whose code page has no Vietnamese letters with tones of their own: base and tone apart."""

from __future__ import annotations

import codecs
import unicodedata

# The tones; cp1258 has them as marks behind the letter, and has "ê" but not "ế".
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_PLAIN = {"→": "->", "←": "<-", "↑": "^", "✓": "x", "″": '"'}


def written_apart(encoding: str) -> str:
    """The name of an error handler for a code page: what can't be written at all becomes an escape."""

    def apart(error: UnicodeError) -> tuple[str | bytes, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        # The error itself only says "charmap", whatever the page.
        return "".join(_written(letter, encoding) for letter in error.object[error.start : error.end]), error.end

    name = f"congkhai.written-apart-{encoding}"
    codecs.register_error(name, apart)
    return name


def _written(letter: str, encoding: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    apart = base + "".join(mark for mark in marks if mark in _TONES)
    for found in (apart, _PLAIN.get(letter, "")):
        try:
            found.encode(encoding)
        except UnicodeEncodeError:
            continue
        if found:
            return found
    return letter.encode("ascii", "backslashreplace").decode("ascii")
