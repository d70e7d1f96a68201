"""The text of a source file: bytes become clean text, and what is strange in them becomes problems."""

from __future__ import annotations

import re
import unicodedata

from congkhai.foundation.problem import Place, Problems

MAX_BYTES = 5 * 1024 * 1024

# Control characters, which no text may hold; in YAML only an escape in double quotes can smuggle them in.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Characters that cannot be seen or look like others: direction and width controls, soft hyphen, private use, Cyrillic,
# the D with a stroke of other languages (Ð and Ɖ for Đ), Greek letters in a word of Latin ones, letters of full width.
SUSPICIOUS = re.compile(
    "[\u00ad\u00d0\u00f0\u0189\u0256\u0400-\u052f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff"
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]"
    "|[\u0370-\u03ff](?=[a-zA-ZÀ-ỹ])|(?<=[a-zA-ZÀ-ỹ])[\u0370-\u03ff]"
)
# Bytes of characters that are ordinary wherever they stand: line feed, ASCII, Latin letters, Vietnamese ones (E1).
_ORDINARY = bytes([0x0A, *range(0x20, 0x7F), *range(0x80, 0xC0), 0xC4, 0xC5, 0xE1])
# Among signs (C2, E2) and letters (C3, C6, E1), those that are not: invisible, breaking a line, like others.
_NOT_ORDINARY = {
    0xC3: re.compile(rb"\xc3[\x90\xb0]"),
    0xC6: re.compile(rb"\xc6\x89"),
    0xC2: re.compile(rb"\xc2[\x80-\x9f\xad]"),
    0xE2: re.compile(rb"\xe2(?:\x80[\x80\x81\x8b-\x8f\xa8-\xae]|[\x81\x84\x8c\xab])"),
}


def is_ordinary(data: bytes) -> bool:
    """Whether a text in UTF-8 surely holds nothing strange and is in normal form: no tab, no control, no lone mark.

    It may deny that of a text that is as clean; nearly all of ours it can tell from their bytes.
    """
    if len(data) > MAX_BYTES or data.count(b"\xe1") != data.count(b"\xe1\xba") + data.count(b"\xe1\xbb"):
        return False
    others = set(data.translate(None, _ORDINARY))
    return others <= _NOT_ORDINARY.keys() and not any(_NOT_ORDINARY[byte].search(data) for byte in others)


def decode(data: bytes, path: str, problems: Problems) -> str | None:
    """The text of a file of at most 5 MB in UTF-8, or None with the problem that stops its reading."""
    if len(data) > MAX_BYTES:
        problems.add("yaml-too-large", Place(path, 1, 1), size=len(data) // 1024, limit=MAX_BYTES // 1024)
        return None
    text = _decode_utf8(data, path, problems)
    if text is not None:
        _warn_of_suspicious_characters(text, path, problems)
    return text


def place_of(text: str, offset: int, path: str) -> Place:
    """The line and column of a character of the file."""
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def code_point(char: str) -> str:
    """A character as people look it up: U+200B."""
    return f"U+{ord(char):04X}"


def name_of(char: str) -> str:
    """The Unicode name of a character, as far as it has one."""
    return unicodedata.name(char, "private use").lower()


def _decode_utf8(data: bytes, path: str, problems: Problems) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        problems.add("yaml-byte-order-mark", Place(path, 1, 1))
        data = data[3:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        problems.add("yaml-not-utf8", place_of(before, len(before), path))
        return None


def _warn_of_suspicious_characters(text: str, path: str, problems: Problems) -> None:
    told: set[tuple[int, str]] = set()
    for found in SUSPICIOUS.finditer(text):
        place, char = place_of(text, found.start(), path), found.group()
        if (place.line, char) not in told:
            problems.add("suspicious-character", place, char=code_point(char), name=name_of(char))
        told.add((place.line, char))
