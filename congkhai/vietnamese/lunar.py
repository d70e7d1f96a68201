"""The moon of Vietnamese calendars, as far as days off need it: how long the last lunar month of a year is.

New moons by J. Meeus, "Astronomical Algorithms", in the shortened form of the lunar calendar of Hồ Ngọc Đức; the
error of a few minutes matters only where a new moon falls at midnight, which no Tết of 1945 to 2100 does.
"""

from __future__ import annotations

from datetime import date
from math import floor, radians, sin

_EPOCH = date(1900, 1, 1)
_EPOCH_JULIAN = 2415021  # the number of that day
_MONTH = 29.530588853
_ZONE = 7 / 24


def days_before_new_year(new_year: date) -> int:
    """How many days the lunar month before a lunar new year has: 30, or 29 where there is no "30 Tết"."""
    julian = (new_year - _EPOCH).days + _EPOCH_JULIAN
    k = round((julian - _EPOCH_JULIAN) / _MONTH)
    moons = sorted(_new_moon(k + step) for step in (-2, -1, 0, 1))
    before = max(moon for moon in moons if moon < julian - 1)
    return julian - before


def _new_moon(k: int) -> int:
    """The number of the day in Viet Nam on which the k-th new moon after January 1900 falls."""
    t = k / 1236.85
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    sun = radians(359.2242 + 29.10535608 * k - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = radians(306.0253 + 385.81691806 * k + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = radians(21.2964 + 390.67050646 * k - 0.0016528 * t**2 - 0.00000239 * t**3)
    shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    shift += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    shift += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    shift += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    shift += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    return floor(mean + shift - _clock_shift(t) + 0.5 + _ZONE)


def _clock_shift(t: float) -> float:
    """How far the clock of the stars is ahead of ours, in days."""
    if t < -11:
        return 0.001 + 0.000839 * t + 0.0002261 * t**2 - 0.00000845 * t**3 - 0.000000081 * t**4
    return -0.000278 + 0.000265 * t + 0.000262 * t**2
