"""The ids of rows: the numbers of an annex joined by dots, where numbers may clash, repeat or be missing."""

from __future__ import annotations

import zlib

from congkhai.foundation.text import fold, slug

# How long the words of a row are in its id; what is longer ends with a short digest of all of them.
_LONGEST = 36


class Position:
    """Where the next row of a list stands.

    A row numbered "3.1" below "3" of section "II" is `II.3.1`; a row whose number is missing or taken is named by
    its words: `VII.#kiem-tra-dinh-ky`. So no id changes when another row is put above it.
    """

    def __init__(self, parent: str = "") -> None:
        self._parent = parent
        self._count = 0
        self._taken: set[str] = set()
        self._last = parent

    def next(self, number: str, words: str = "") -> str:
        """The id of the next row, which bears this number ("" where it bears none) and these words."""
        self._count += 1
        own = self._own_part(number)
        if not address_part(own) or address_part(own) in self._taken:
            own = self._named(words)
        self._taken.add(address_part(own))
        self._last = f"{self._parent}.{own}" if self._parent else own
        return self._last

    def below(self) -> Position:
        """The position of the rows below the last one."""
        return Position(self._last)

    def _named(self, words: str) -> str:
        """A name made of words that no sibling has; rows of the very same words are told apart by their order."""
        name = f"#{_short(words) or self._count}"
        names = (name, *(f"{name}-{rank}" for rank in range(2, self._count + 2)))
        return next(found for found in names if address_part(found) not in self._taken)

    def _own_part(self, number: str) -> str:
        """The part of a number that its parents do not say already: "3.1" below "II.3" is "1"."""
        number = number.strip(" .)-")
        above = self._parent.split(".")
        for start in range(len(above)):
            prefix = ".".join(above[start:]) + "."
            if number.startswith(prefix):
                return number[len(prefix) :]
        return number


def is_dash(number: str) -> bool:
    """Whether a number is only the mark of a point ("-", "+"), which every point of a list bears."""
    return bool(number) and not any(char.isalnum() for char in number)


def address_part(own: str) -> str:
    """A row's part of its address: "1" → "1", "#lap-to" → "muc-lap-to", "đ" → "dd" (so that it is not "d")."""
    return slug(own.replace("#", "muc-").replace("đ", "dd").replace("Đ", "DD"))


def _short(words: str) -> str:
    """The first words of a text as an address; where more follow, a digest of all keeps it apart from its like."""
    whole = slug(words)
    if len(whole) <= _LONGEST:
        return whole
    start = whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]
    return f"{start}-{zlib.crc32(fold(words).encode()) & 0xFFFF:04x}"
