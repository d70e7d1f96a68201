"""Small multiples of targets: one small picture a place and level, all over the same years and the same height."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

WIDTH = 1000
# Where the values lie, in px from above: the highest and nought.
_TOP, _GROUND = 18, 78
# How far words stand from each other and from the line they belong to.
_LINE, _ABOVE, _BELOW = 15, -5, 14
_MOST_YEARS = 6


class Goal(Struct, frozen=True):
    """A number that is to be reached in some years; `side` is where it may lie: above, below, between or on the line.

    `upto` ends a range; what is `added` is reached in no stated year and is drawn as a broken line.
    """

    since: int
    until: int
    value: float
    words: str
    side: str
    upto: float | None = None
    added: bool = False


class Result(Struct, frozen=True):
    """A value that was measured: in which share of which year (2023.5 is its middle), and in words."""

    at: float
    value: float
    words: str


class Dot(Struct, frozen=True):
    """A result drawn: where it lies (thousandths of the width; px), and its words."""

    x: int
    y: int
    words: str


class GoalMark(Struct, frozen=True):
    """A goal drawn: its years in thousandths of the width, its line, the field it allows and its words in px."""

    x: int
    width: int
    y: int
    field_y: int
    field_height: int
    words: str
    words_y: int
    added: bool


class Panel(Struct, frozen=True):
    """The small picture of a place and level."""

    title: str
    url: str
    marks: tuple[GoalMark, ...]
    years: tuple[tuple[int, str], ...]
    dots: tuple[Dot, ...] = ()


class Frame(Struct, frozen=True):
    """What all small pictures of a target have in common: the years and the highest value."""

    first: int
    last: int
    highest: float

    @classmethod
    def of(cls, goals: Iterable[Goal], highest: float = 0) -> Frame:
        """The frame of some goals; ValueError where there is none."""
        found = tuple(goals)
        values = (max(goal.value, goal.upto or 0) for goal in found)
        return cls(min(goal.since for goal in found), max(goal.until for goal in found), max(highest, *values, 1))

    def x(self, year: float) -> int:
        """Where a year begins."""
        return round(WIDTH * (year - self.first) / (self.last - self.first + 1))

    def y(self, value: float) -> int:
        """How high a value lies."""
        return round(_GROUND - (_GROUND - _TOP) * value / self.highest)

    def years(self) -> tuple[tuple[int, str], ...]:
        """The years that are written below: all of them, or every second or fifth where they are many."""
        step = next(step for step in (1, 2, 5, 10, 100) if (self.last - self.first + 1) / step <= _MOST_YEARS)
        return tuple((self.x(year), str(year)) for year in range(self.first, self.last + 1, step))


def panel(title: str, url: str, goals: Iterable[Goal], frame: Frame, results: Iterable[Result] = ()) -> Panel:
    """The small picture of some goals and of what was measured of them."""
    marks: list[GoalMark] = []
    for goal in sorted(goals, key=lambda goal: (goal.since, -goal.value)):
        marks.append(_mark(goal, frame, marks))
    dots = tuple(
        Dot(min(WIDTH, max(0, frame.x(one.at))), frame.y(min(one.value, frame.highest)), one.words) for one in results
    )
    return Panel(title, url, tuple(marks), frame.years(), dots)


def _mark(goal: Goal, frame: Frame, before: list[GoalMark]) -> GoalMark:
    x, y = frame.x(goal.since), frame.y(goal.value)
    width = frame.x(goal.until + 1) - x
    top, bottom = {
        "above": (_TOP, y),
        "below": (y, _GROUND),
        "between": (frame.y(goal.upto or goal.value), y),
    }.get(goal.side, (y, y))
    return GoalMark(
        x, width, y, top, 0 if goal.added else bottom - top, goal.words, _free(x, width, y, before), goal.added
    )


def _free(x: int, width: int, y: int, before: list[GoalMark]) -> int:
    """Where the words of a goal stand: above its line, else below it, else further down where there is room."""
    taken = [mark.words_y for mark in before if mark.x < x + width and x < mark.x + mark.width]
    place = next(
        (y + by for by in (_ABOVE, _BELOW) if all(abs(y + by - other) >= _LINE for other in taken)), y + _ABOVE
    )
    while any(abs(place - other) < _LINE for other in taken):
        place += _LINE
    return place
