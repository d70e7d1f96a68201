"""Places as numbers: what a tree and its records keep of thousands of places until one of them is asked for."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable

from congkhai.foundation.problem import Place

# The fields of a record that tell where it stands, not what it says.
PLACES = ("file_path", "spots")
# Line (23 bits), column (23 bits), a bit that says whether it is that of a list whose items follow, and 17 bits more:
# where in the row they follow, or the indentation of the text, two more than it is (so of a plain or quoted value).
Spot = int
LINE, COLUMN, _LIST, _MORE = 41, 18, 1 << 17, (1 << 17) - 1
PLAIN, QUOTED = 1, 0
_MOST = (1 << 23) - 1
_BYTES = 8
_spot_in = struct.Struct("Q").unpack_from


def spot(line: int, column: int, indent: int = -1) -> Spot:
    """The spot of a line and column; what no file of ours reaches is cut."""
    if line > _MOST or column > _MOST or indent > _MORE - 2:
        line, column, indent = min(line, _MOST), min(column, _MOST), min(indent, _MORE - 2)
    return line << LINE | column << COLUMN | indent + 2


def list_spot(found: Spot, first: int) -> Spot:
    """The spot of a list; at `first` of the row stands how many items it has, then their spots (0: too far)."""
    return found >> COLUMN << COLUMN | _LIST | (first if first <= _MORE else 0)


def place_at(path: str, found: Spot) -> Place:
    """The place of a spot in a file."""
    indent = -1 if found & _LIST else (found & _MORE) - 2
    return Place(path, found >> LINE, found >> COLUMN & _MOST, indent)


def row(spots: Iterable[Spot]) -> bytes:
    """Spots in a row, the shortest way to keep them."""
    return array("Q", spots).tobytes()


def in_row(spots: bytes, index: int) -> Spot:
    """One of the spots of a row, 0 where there is none."""
    return _spot_in(spots, index * _BYTES)[0] if 0 <= index * _BYTES < len(spots) else 0


def last_in_row(spots: bytes) -> Spot:
    """The last of the spots of a row."""
    return in_row(spots, len(spots) // _BYTES - 1)


def item_in_row(spots: bytes, of: Spot, index: int) -> Spot:
    """The spot of an item of the list whose spot is `of`, 0 where there is none."""
    first = of & _MORE if of & _LIST else 0
    return in_row(spots, first + 1 + index) if first and index < in_row(spots, first) else 0
