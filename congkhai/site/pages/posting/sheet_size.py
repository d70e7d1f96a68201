"""How close the lines of a sheet must stand so that it fits one side of A4: estimated from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A tag of HTML; what is left are the words.
_TAG = re.compile("<[^>]+>")
# What begins on a line of its own.
_BLOCK = re.compile("<(?:li|p|h[1-6]|tr)\\b")
# Measured on the 92 sheets of this repository's content, in Tinos of 14 points: a side holds 4,200 characters, of which
# each block takes 54 for the end of its last line; head and foot take 250, the square to be scanned 200. What comes of
# it lies within 0.09 of the measured share of a side.
_SIDE, _A_BLOCK, _FRAME, _QR = 4200, 54, 250, 200
# From so much of a side on short parts follow each other on one line, then steps and conditions do, then papers, too.
# What is longer still needs a second side anyway, and gets the room for it.
_SET = ((0.955, ""), (0.995, "flow"), (1.07, "close"), (1.275, "dense"))


def closeness(pieces: Iterable[str], *, has_qr: bool) -> str:
    """How a sheet made of such pieces of HTML, each with its heading, is set on paper: a value of `_SET`."""
    size = _FRAME + (_QR if has_qr else 0) + sum(map(_size_of, pieces))
    return next((name for share, name in _SET if size < share * _SIDE), "")


def _size_of(html: str) -> int:
    return len(" ".join(_TAG.sub(" ", html).split())) + _A_BLOCK * max(1, len(_BLOCK.findall(html)))
