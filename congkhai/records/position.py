"""The ids of rows: the numbers of an annex joined by dots, where numbers may clash, repeat or be missing."""

from __future__ import annotations

from congkhai.foundation.text import slug


class Position:
    """Where the next row of a list stands.

    A row numbered "3.1" below "3" of section "II" is `II.3.1`; a row whose number is missing or taken is named by
    its place among its siblings: `VII.#5`.
    """

    def __init__(self, parent: str = "") -> None:
        self._parent = parent
        self._count = 0
        self._taken: set[str] = set()
        self._last = parent

    def next(self, number: str) -> str:
        """The id of the next row, which bears this number ("" where it bears none)."""
        self._count += 1
        own = self._own_part(number)
        if not address_part(own) or address_part(own) in self._taken:
            own = f"#{self._count}"
        self._taken.add(address_part(own))
        self._last = f"{self._parent}.{own}" if self._parent else own
        return self._last

    def below(self) -> Position:
        """The position of the rows below the last one."""
        return Position(self._last)

    def _own_part(self, number: str) -> str:
        """The part of a number that its parents do not say already: "3.1" below "II.3" is "1"."""
        number = number.strip(" .)-")
        above = self._parent.split(".")
        for start in range(len(above)):
            prefix = ".".join(above[start:]) + "."
            if number.startswith(prefix):
                return number[len(prefix) :]
        return number


def address_part(own: str) -> str:
    """A row's part of its address: "1" → "1", "#5" → "muc5", "đ" → "dd" (so that it is not "d")."""
    return slug(own.replace("#", "muc").replace("đ", "dd").replace("Đ", "DD"))
