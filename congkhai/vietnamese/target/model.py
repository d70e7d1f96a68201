"""A target as understood: a number with its unit, how it binds, and whom it is for."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from congkhai.vietnamese.target.measures import Measure


class Direction(StrEnum):
    """How a number binds."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"
    BETWEEN = "between"


class Unit(StrEnum):
    """What is counted."""

    PERCENT = "%"
    MINUTE = "minute"
    HOUR = "hour"
    FILE = "file"
    MEETING = "meeting"
    COURSE = "course"
    VIDEO = "video"
    COMMUNE = "commune"


class Scope(StrEnum):
    """The level of government, or the kind of area, that a target is for."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    RURAL = "rural"
    REMOTE = "remote"


class Target(Struct, frozen=True):
    """One target: `upto` ends a range; `growth` says that the number is what is added; `words` are the signed ones."""

    measure: Measure
    value: float
    unit: Unit
    direction: Direction
    upto: float | None = None
    growth: bool = False
    scope: tuple[Scope, ...] = ()
    words: str = ""
