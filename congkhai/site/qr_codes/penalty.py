"""How hard a QR code is to read (ISO/IEC 18004:2015, 7.8.3): of eight masks the one that is least so is used."""

from __future__ import annotations

from functools import lru_cache

# White behind each row, so that nothing reaches from one row into the next; finders look four modules far.
GAP = 4


def penalty(modules: int, size: int) -> int:
    """The penalty of a code whose modules are given as one number, row by row with a gap behind each."""
    stride = size + GAP
    across = ~(modules ^ modules >> 1) & _cells(size, 0, 1)
    down = ~(modules ^ modules >> stride) & _cells(size, 1, 0)
    blocks = across & across >> stride & down
    uneven = int(abs(float(modules.bit_count()) / size**2 * 100 - 50) / 5)
    return _runs(across, 1) + _runs(down, stride) + 3 * blocks.bit_count() + _finders(modules, size) + 10 * uneven


def _runs(same: int, step: int) -> int:
    """Three for five modules of one colour in a row and one for each further one; given those like the one before."""
    long = same & same >> step & same >> 2 * step & same >> 3 * step
    return long.bit_count() + 2 * (long & ~(long >> step)).bit_count()


def _finders(modules: int, size: int) -> int:
    return 40 * (_like_finders(modules, 1) + _like_finders(modules, size + GAP))


def _like_finders(dark: int, step: int) -> int:
    """How often 1011101 stands with four white modules before or behind it; of two that overlap, the first counts."""
    ends = dark & dark >> 2 * step & dark >> 3 * step & dark >> 4 * step & dark >> 6 * step
    ends &= ~(dark >> step | dark >> 5 * step)
    before, behind = dark | dark >> step, dark | dark << step
    before, behind = before | before >> 2 * step, behind | behind << 2 * step
    found = ends & ~(before >> 7 * step & behind << step)
    return found.bit_count() - (found & (found >> 4 * step | found >> 6 * step)).bit_count()


@lru_cache(maxsize=256)
def _cells(size: int, row: int, column: int) -> int:
    """All modules from a row and a column on."""
    line = ("0" * column).ljust(size, "1") + "0" * GAP
    return int("".join([line] * (size - row)), 2)
