"""Vietnamese text: one normal form, folding for look-ups, slugs for addresses, and the order of the alphabet."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

# The 29 letters of the alphabet, then those that occur only in foreign words.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET, start=100)}
# Tones in dictionary order: level, grave, hook above, tilde, acute, dot below.
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPE_MARKS = {"\u0302", "\u0306", "\u031b"}  # circumflex, breve, horn: they make another letter


_SHORT = 200
_IN_ADDRESSES = re.compile(r"[a-z0-9]+")


def nfc(text: str) -> str:
    """The text in Unicode normal form C, in which all content is kept."""
    return unicodedata.normalize("NFC", text)


def collapse(text: str) -> str:
    """White space collapsed to single spaces within each line, blank lines dropped, line breaks kept."""
    lines = text.splitlines()
    if len(lines) < 2:
        return " ".join(text.split())
    return "\n".join(words for line in lines if (words := " ".join(line.split())))


def fold(text: str) -> str:
    """The text as a hurried citizen types it: lower case, no marks, đ as d ("Đăng ký" → "dang ky")."""
    return _fold_short(text) if len(text) < _SHORT else text.translate(_FOLDED)


@lru_cache(maxsize=4096)  # a name is compared with many, and on several pages
def _fold_short(text: str) -> str:
    return text.translate(_FOLDED)


def small(text: str) -> str:
    """The text in small letters, as a pattern that ignores case knows them: i with and without a dot is i."""
    return text.lower().replace("\u0131", "i").replace("i\u0307", "i").replace("\u017f", "s")


def ends_of(words: str, text: str) -> Iterator[int]:
    """Where small `words` end in a text that has them in small or large letters; they must have a mark.

    Letters that have more than two forms (i, k, s) must not be in them: a pattern that ignores case knows them all.
    """
    at = next(place for place, letter in enumerate(words) if not letter.isascii())
    for letter in (words[at], words[at].upper()):
        found = text.find(letter, at)
        while found >= 0:
            start, end = found - at, found - at + len(words)
            if text[start:end].lower() == words:
                yield end
            found = text.find(letter, found + 1)


class _Folded(dict[int, str]):
    """Each character as it is folded, learnt when first met: no character's folding hangs on the ones around it."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).casefold().replace("đ", "d"))
        self[code] = folded = "".join(char for char in decomposed if not unicodedata.combining(char))
        return folded


_FOLDED = _Folded()


def slug(text: str) -> str:
    """An address for the text: folded, with hyphens for all that is no letter or digit ("Hộ tịch" → "ho-tich")."""
    return "-".join(_IN_ADDRESSES.findall(fold(text))) if text else ""


def sort_key(text: str) -> str:
    """The key that sorts in Vietnamese dictionary order: syllable by syllable, letters first, then tones."""
    return "".join(map(_syllable_key, nfc(text).split()))


@lru_cache(maxsize=1 << 15)  # the language has some seven thousand syllables
def _syllable_key(syllable: str) -> str:
    """Ranks as characters: those of the letters, an end that is below all of them, then the tones."""
    letters: list[int] = []
    tones: list[int] = []
    for char in syllable.casefold():
        decomposed = unicodedata.normalize("NFD", char)
        base, marks = decomposed[0], decomposed[1:]
        letter = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _SHAPE_MARKS))
        letters.append(_LETTER_RANK.get(letter, ord(letter[0]) if ord(letter[0]) < 100 else 200))
        tones.append(max((_TONE_RANK.get(mark, 0) for mark in marks), default=0))
    # The tone of a syllable is one, wherever its mark stands ("hòa", "hoà").
    return "".join(map(chr, (*(rank + 1 for rank in letters), 0, max(tones, default=0), *tones)))


def near_misses(word: str, candidates: Iterable[str], limit: int = 3, likeness: float = 0.7) -> tuple[str, ...]:
    """The candidates that someone who wrote `word` may have meant, best first; marks and case do not count."""
    by_folded: dict[str, str] = {}
    for candidate in candidates:
        by_folded.setdefault(fold(candidate), candidate)
    close = difflib.get_close_matches(fold(word), list(by_folded), n=limit, cutoff=likeness)
    return tuple(by_folded[folded] for folded in close)
