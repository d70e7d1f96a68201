"""Stretches under their bound: what "trước tháng 6", "đến hết quý II" or "trong năm" mean as dates."""

from __future__ import annotations

from collections.abc import Sequence

from congkhai.vietnamese.schedule.grammar.point_days import ImpossibleError, Point, UntoldError, before, bounds, frame
from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.grammar.stretches import Stretch
from congkhai.vietnamese.schedule.model import Bound, Kind, Schedule, Span


def bounded(src: Source, found: Sequence[Stretch], bound: Bound | None, first: int, stop: int) -> Schedule:
    """The schedule of a list of stretches; unspecified, with a fault, where the calendar has no such day."""
    try:
        parts = tuple(_one(src, stretch, bound, first, stop) for stretch in found)
    except ImpossibleError:
        src.fault("schedule-impossible-date", first, stop)
        return Schedule(Kind.UNSPECIFIED)
    except UntoldError:
        src.fault("schedule-not-understood", first, stop)
        return Schedule(Kind.UNSPECIFIED)
    return parts[0] if len(parts) == 1 else multiple(parts)


def multiple(parts: Sequence[Schedule]) -> Schedule:
    """Several times as one: from the earliest start to the latest end, if every part has one.

    Parts of periods alone ("cuối quý I, đầu quý II") begin with the first of these periods; beside other times the
    period that "cuối năm" is a part of says nothing about when the list begins.
    """
    flat = tuple(inner for part in parts for inner in (part.parts if part.kind is Kind.MULTIPLE else (part,)))
    vague = all(part.vague for part in flat)
    starts = [part.start or (part.frame.start if vague and part.frame else None) for part in flat]
    ends = [part.end or (part.frame.end if part.frame and part.vague else None) for part in flat]
    end = max((day for day in ends if day), default=None) if all(ends) else None
    return Schedule(Kind.MULTIPLE, min((day for day in starts if day), default=None), end, parts=flat)


def whole(point: Point, year: int | None) -> Span | None:
    """The named period that a vague point is a part of, where its year is known."""
    year = point.year if point.year is not None else (year + point.shift if year is not None else None)
    return Span(*frame(point, year)) if year is not None and point.complete else None


def _one(src: Source, stretch: Stretch, bound: Bound | None, first: int, stop: int) -> Schedule:
    start, end = stretch
    if not (start.complete and end.complete):
        raise ImpossibleError
    if bound in (Bound.BEFORE, Bound.BY):
        return _limit(src, stretch, bound)
    if start == end:
        return _single(src, start, bound)
    begin, finish = bounds(start, src.year)[0], bounds(end, src.year)[1]
    if begin and finish and begin > finish:
        src.fault("schedule-reversed-range", first, stop)
        return Schedule(Kind.UNSPECIFIED)
    return Schedule(Kind.DATE_RANGE, begin, finish, Bound.WITHIN)


def _single(src: Source, point: Point, bound: Bound | None) -> Schedule:
    start, end = bounds(point, src.year)
    if point.day:
        return Schedule(Kind.BY_DATE, None, end, bound or Bound.BY)
    if point.part:
        return Schedule(Kind.WITHIN_PERIOD, start, end, vague=vague_name(point), frame=whole(point, src.year))
    return Schedule(Kind.WITHIN_PERIOD, start, end, Bound.WITHIN)


def _limit(src: Source, stretch: Stretch, bound: Bound) -> Schedule:
    start, end = stretch
    bounds(start, src.year)
    strict = bound is Bound.BEFORE and start == end
    last = before(end, src.year) if strict else bounds(end, src.year)[1]
    vague = vague_name(end) if end.part in ("head", "mid") and not last else ""
    return Schedule(Kind.BY_DATE, None, last, bound, vague=vague)


def vague_name(point: Point) -> str:
    """The part and its unit ("tail year"), as the labels name it."""
    return f"{point.part} {point.unit if point.unit in ('month', 'quarter', 'year') else 'period'}"
