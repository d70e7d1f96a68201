"""QR codes of many addresses that differ in a few letters, each as segno draws it, without its work for each.

The modules of a code are linear in the bits of its text: a bit that is another flips the same modules whatever the
text is. segno draws a pattern of the addresses once, and once each bit that is another in one of them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from congkhai.site.qr_codes.penalty import GAP, penalty

_MASKS = range(8)
_BORDER = 4
# What changes from address to address: figures of codes, and a hash at the end.
_CHANGING = re.compile("(?<==)[0-9a-f]+$|[0-9]")
_RUN = re.compile(r"[0\n]*1+")


def qr_svg(address: str) -> str:
    """The QR code (level M or better) of an address as SVG, four modules of white around it."""
    modules, size = _modules(address)
    path = _path(f"{modules:0{size * (size + GAP)}b}", size)
    side = size + 2 * _BORDER
    view = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" class="qr">'
    return f'{view}<path stroke="#000" d="{path}"/></svg>'


class _Drawn(NamedTuple):
    """Modules as one number, row by row with a gap behind each, and how many there are in a row."""

    modules: int
    size: int


def _modules(address: str) -> _Drawn:
    pattern = _CHANGING.sub(lambda found: "0" * len(found[0]), address)
    if not (address.isascii() and pattern.startswith("http")):  # other texts may be written in other ways
        return _draw(address)
    modules, size = _drawn(pattern)
    for place, (char, other) in enumerate(zip(address, pattern, strict=True)):
        if char != other:
            modules ^= _difference(pattern, place, ord(char) ^ ord(other))
    masks, told = _masks(pattern), _told(size)
    best = min(_MASKS, key=lambda mask: penalty((modules ^ masks[mask]) & ~told, size))
    return _Drawn(modules ^ masks[best], size)


def _draw(address: str, mask: int | None = None) -> _Drawn:
    """A code as segno draws it; of its masks the given one, or the best."""
    import segno  # loaded for sites that know their address; others have no codes

    matrix = segno.make(address, error="m", micro=False, mask=mask).matrix
    return _Drawn(int("".join("".join(map(str, row)) + "0" * GAP for row in matrix), 2), len(matrix))


@lru_cache(maxsize=64)
def _drawn(pattern: str) -> _Drawn:
    """A pattern with the first mask."""
    return _draw(pattern, 0)


@lru_cache(maxsize=4096)
def _difference(pattern: str, place: int, bits: int) -> int:
    """The modules that are others where a letter of the pattern has other bits."""
    if bits & (bits - 1):
        lowest = bits & -bits
        return _difference(pattern, place, lowest) ^ _difference(pattern, place, bits ^ lowest)
    other = pattern[:place] + chr(ord(pattern[place]) ^ bits) + pattern[place + 1 :]
    return _draw(other, 0).modules ^ _drawn(pattern).modules


@lru_cache(maxsize=64)
def _masks(pattern: str) -> tuple[int, ...]:
    """What each mask changes in a code that has the first one, with what a code tells of its mask."""
    first = _drawn(pattern).modules
    return tuple(_draw(pattern, mask).modules ^ first for mask in _MASKS)


@lru_cache(maxsize=64)
def _told(size: int) -> int:
    """The modules in which a code tells its version and mask; they are white while masks are judged."""
    ends = (*range(9), *range(size - 8, size))
    cells = {(8, end) for end in ends if end != 6} | {(end, 8) for end in ends if end != 6}
    if size >= 45:
        cells |= {(row, column) for row in range(6) for column in range(size - 11, size - 8)}
        cells |= {(row, column) for column in range(6) for row in range(size - 11, size - 8)}
    stride = size + GAP
    return sum(1 << (size * stride - 1 - row * stride - column) for row, column in cells)


def _path(bits: str, size: int) -> str:
    """Each run of dark modules as a line, seen from the end of the one before; a finder is in the first corner."""
    stride = size + GAP
    rows = "\n".join([bits[start : start + size] for start in range(0, size * stride, stride)])
    lines = "".join(map(_line, _RUN.findall(rows), repeat(size)))
    return f"M{_BORDER} {_BORDER}.5" + lines.removeprefix("m0 0")


@lru_cache(maxsize=4096)
def _line(run: str, size: int) -> str:
    """A run of dark modules with the white ones, and perhaps the ends of rows, before it."""
    dark, rows = run.count("1"), run.count("\n")
    before = len(run) - dark
    return f"m{before - rows * (size + 1)} {rows}h{dark}"
