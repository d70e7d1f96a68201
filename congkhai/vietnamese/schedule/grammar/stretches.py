"""Lists and ranges of points ("Quý II, III/2024", "15 đến 20/7"), with the unit and the year they share."""

from __future__ import annotations

from typing import NamedTuple

from congkhai.vietnamese.schedule.calendar import is_year
from congkhai.vietnamese.schedule.grammar.clock import past_clock
from congkhai.vietnamese.schedule.grammar.counts import is_count, is_ordinal
from congkhai.vietnamese.schedule.grammar.point_days import Point, adjoin
from congkhai.vietnamese.schedule.grammar.points import point
from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.grammar.years import full_year, year_behind
from congkhai.vietnamese.schedule.lexicon import ROMAN
from congkhai.vietnamese.schedule.tokens import NUMBER, ROMAN_NUMBER

_RANGE_MARKS = frozenset({"-", "until"})
_LIST_MARKS = frozenset({",", "and", "or", "/", ";", "-"})


class Stretch(NamedTuple):
    """From one point to another; a single point is a stretch from itself to itself."""

    first: Point
    last: Point


class _Link(NamedTuple):
    point: Point
    ranged: bool


def stretches(src: Source, at: int) -> tuple[list[Stretch], int] | None:
    """Read a list of points and ranges; the stretches in their order and the index behind, or None."""
    chain, stop = _chain(src, at)
    if not chain:
        return None
    points = _with_years(_with_units(chain))
    if any(not one.complete for one in points):
        return None
    found: list[Stretch] = []
    for place, link in zip(points, chain, strict=True):
        if link.ranged and found:
            found[-1] = _from_to(found[-1].first, place)
        else:
            found.append(Stretch(place, place))
    return _neighbours(found), stop


def _from_to(first: Point, last: Point) -> Stretch:
    """From the head of one period to the tail of another is from its first day to its last."""
    opening = first._replace(part="") if first.part == "head" else first
    # `spelt` keeps a range apart from a single point, even where both ends name the same year.
    return Stretch(opening, last._replace(part="" if last.part == "tail" else last.part, spelt=True))


def _chain(src: Source, at: int) -> tuple[list[_Link], int]:
    if is_ordinal(src, at) or is_ordinal(src, at + 1):
        return [], at  # "giai đoạn 1 đến 30/6": the first of several, not from the 1st on
    if src.tokens[at].kind == "span":
        at += 1
    if _is_count_of_years(src, at):
        at += 1
    many = {"months": "month", "quarters": "quarter"}.get(src.tokens[at].kind)
    if many:
        at += 1
    opening = _first(src, at, many)
    if opening is None:
        return [], at
    if opening[0].unit == "raw" and src.tokens[opening[1]].kind in ("of", "months"):
        return _day_of_months(src, opening[1], opening[0].day)
    chain, stop = [_Link(opening[0], False)], opening[1]
    while True:
        following = _link(src, stop, chain)
        if following is None:
            return chain, stop
        chain.append(following[0])
        stop = following[1]


def _is_count_of_years(src: Source, at: int) -> bool:
    """ "(Trong) 2 năm 2024-2025": how many years, in front of the years themselves."""
    count, unit, year = src.tokens[at : at + 3]
    if unit.kind != "year" or count.kind != NUMBER or year.kind != NUMBER:
        return False
    return len(count.numbers) == 1 and count.numbers[0] <= 20 and is_year(year.numbers[0])


def _day_of_months(src: Source, at: int, day: int) -> tuple[list[_Link], int]:
    """ "Ngày 20 các tháng 3, 6, 9, 12": the same day of each month."""
    chain, stop = _chain(src, at + (src.tokens[at].kind == "of"))
    if any(link.ranged or link.point.unit != "month" or link.point.part for link in chain):
        return [], at
    return [_Link(link.point._replace(unit="day", day=day), False) for link in chain], stop


def _first(src: Source, at: int, many: str | None) -> tuple[Point, int] | None:
    token = src.tokens[at]
    if many and (token.kind == ROMAN_NUMBER or (token.kind == NUMBER and len(token.numbers) <= 2)):
        return _bare(src, at, Point("raw"), many)
    found = point(src, at)
    if found:
        return found
    # "15-20/7/2024", "15 và 16/7": a bare number is a day only if its neighbour says so.
    if token.kind == NUMBER and len(token.numbers) == 1 and token.numbers[0] <= 31:
        following = src.tokens[at + 1]
        skip = 2 + (src.tokens[at + 2].kind == "day")
        behind = src.tokens[at + skip]
        if following.kind in ("-", "until", ",", "and") and behind.kind == NUMBER and len(behind.numbers) >= 2:
            return Point("raw", 0, 0, token.numbers[0]), at + 1
    return None


def _link(src: Source, at: int, chain: list[_Link]) -> tuple[_Link, int] | None:
    """The next point of the list, behind its comma, dash or word."""
    tokens, left = src.tokens, chain[-1].point
    mark = tokens[at].kind
    if mark not in _RANGE_MARKS and mark not in _LIST_MARKS:
        return None
    ranged, next_at = mark in _RANGE_MARKS, at + 1
    while tokens[next_at].kind in ("and", "until") or (ranged and tokens[next_at].kind in ("filler", "within")):
        ranged |= tokens[next_at].kind == "until"
        next_at += 1
    next_at = past_clock(src, next_at) if ranged else next_at
    if tokens[next_at].kind == "day" and left.unit in ("month", "quarter", "year"):
        return None
    if (ranged and chain[-1].ranged) or (not ranged and is_count(src, next_at)):
        return None
    found = (
        _bare(src, next_at, left, left.unit) or point(src, next_at) or (_same_year(src, next_at) if ranged else None)
    )
    if found is None or not _belongs(found[0], left, mark, src.tokens[next_at].kind):
        return None
    return _Link(found[0], ranged), found[1]


def _same_year(src: Source, at: int) -> tuple[Point, int] | None:
    """ "Từ tháng 3/2024 đến hết năm": the end of the year that the range began in."""
    if src.tokens[at].kind != "year" or src.tokens[at + 1].kind == NUMBER:
        return None
    return Point("year", 1, 12), at + 1


def _belongs(right: Point, left: Point, mark: str, kind: str) -> bool:
    """Whether a point continues the list: the same unit, and behind a semicolon only a bare number."""
    if mark == ";" or (mark == "/" and left.unit in ("day", "raw")):
        return kind in (NUMBER, ROMAN_NUMBER) and right.unit == left.unit and right.unit != "day"
    if (left.part or right.part) and mark not in _RANGE_MARKS:
        return False
    if left.unit == "raw" and right.unit == "month" and kind == NUMBER:
        return True
    if mark in _RANGE_MARKS and kind != NUMBER:
        return right.complete or right.unit == left.unit
    return right.unit == left.unit or {right.unit, left.unit} == {"raw", "day"}


def _bare(src: Source, at: int, left: Point, unit: str) -> tuple[Point, int] | None:
    """A number or Roman numeral that takes its unit from the left: "III" in "Quý II, III", "6" in "tháng 3, 6"."""
    token = src.tokens[at]
    if unit in ("day", "raw"):
        return _bare_day(src, at, left, unit)
    if unit == "quarter" and token.kind == ROMAN_NUMBER:
        number, year = ROMAN[token.word.replace("l", "i")], None
    elif unit in ("quarter", "month", "year") and token.kind == NUMBER and len(token.numbers) < 3:
        number, year = token.numbers[0], token.numbers[1] if len(token.numbers) == 2 else None
        if src.tokens[at + 1].kind == "month" and len(token.numbers) == 1:
            return None
    else:
        return None
    if unit == "year":
        return (Point("year", 1, 12, 0, number), at + 1) if number > 1900 and year is None else None
    if year is None and number > 12:
        return None
    shift, stop = 0, at + 1
    if year is None:
        year, shift, stop = year_behind(src, at + 1)
    width = 3 if unit == "quarter" else 1
    return Point(
        unit, number * width - width + 1, number * width, 0, full_year(year) if year else None, shift=shift
    ), stop


def _bare_day(src: Source, at: int, left: Point, unit: str) -> tuple[Point, int] | None:
    """A bare number behind a day: a month with the same day where "tháng" is spelt before it, else another day."""
    token, numbers = src.tokens[at], src.tokens[at].numbers
    same_day = unit == "day" and left.spelt
    if same_day and token.kind == "month":
        found = point(src, at)
        return (found[0]._replace(unit="day", day=left.day, spelt=True), found[1]) if found else None
    if token.kind != NUMBER or src.tokens[at + 1].kind == "month":
        return None
    if same_day and len(numbers) == 2 and 1 <= numbers[0] <= 12 and is_year(numbers[1]):
        return Point("day", numbers[0], numbers[0], left.day, numbers[1], spelt=True), at + 1
    if len(numbers) != 1 or numbers[0] > 31:
        return None
    if same_day and numbers[0] <= 12:
        year, shift, stop = year_behind(src, at + 1)
        return Point("day", numbers[0] or 99, numbers[0] or 99, left.day, year, shift=shift, spelt=True), stop
    return Point("raw", 0, 0, numbers[0] or 99), at + 1


def _with_units(chain: list[_Link]) -> list[Point]:
    """Bare days take their month from the next point that has one."""
    points = [link.point for link in chain]
    for at in range(len(points) - 2, -1, -1):
        if points[at].unit == "raw" and points[at + 1].unit in ("day", "month"):
            right = points[at + 1]
            if right.unit == "month":  # "3, 4/2024": months after all
                points[at] = Point("month", points[at].day, points[at].day)
            else:
                points[at] = right._replace(day=points[at].day, year=None)
    return points


def _with_years(points: list[Point]) -> list[Point]:
    """Years written once hold for the whole list; a list never runs backwards."""
    known = [at for at, one in enumerate(points) if one.year is not None]
    if not known or any(one.shift for one in points) or any(not one.complete for one in points):
        return points
    for at in range(known[-1] - 1, -1, -1):
        if points[at].year is None:
            right = points[at + 1]
            assert right.year is not None
            late = (points[at].first, points[at].day) > (right.last, right.day or 31) and points[at].unit != "year"
            points[at] = points[at]._replace(year=right.year - late)
    for at in range(known[-1] + 1, len(points)):
        left = points[at - 1]
        assert left.year is not None
        early = (points[at].last, points[at].day or 31) < (left.first, left.day)
        points[at] = points[at]._replace(year=left.year + early)
    return points


def _neighbours(found: list[Stretch]) -> list[Stretch]:
    """Months, quarters, years (and days) that follow each other make one stretch."""
    joined = found[:1]
    for stretch in found[1:]:
        last = joined[-1]
        ranges = last.first != last.last and stretch.first != stretch.last
        if not (ranges or last.last.part or stretch.first.part) and adjoin(last.last, stretch.first):
            joined[-1] = Stretch(last.first, stretch.last)
        else:
            joined.append(stretch)
    return joined
