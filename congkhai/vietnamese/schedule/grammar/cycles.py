"""How often: "hằng quý", "định kỳ 6 tháng, năm", "2 lần/năm", "báo cáo quý I, II, III và năm"."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.cycle_items import item_at, weekday
from congkhai.vietnamese.schedule.grammar.points import point
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.grammar.spans import bounded
from congkhai.vietnamese.schedule.grammar.stretches import Stretch
from congkhai.vietnamese.schedule.model import Frequency, Kind, Rule, Schedule, Span
from congkhai.vietnamese.schedule.tokens import END, NUMBER

_ORDER = list(Frequency)
_ONE = frozenset({"mot", "1"})


def ordered(frequencies: tuple[Frequency, ...]) -> tuple[Frequency, ...]:
    """Each frequency once, the shortest cycle first."""
    return tuple(sorted(set(frequencies), key=_ORDER.index))


def cycle(src: Source, at: int, *, listed: bool = False) -> Clause | None:
    """Read how often a duty comes; a bare "quý" counts only in a list, after "báo cáo", or as the whole cell."""
    found: list[Frequency] = []
    stop, sure, named = at, False, False
    every = listed and src.tokens[at].kind != "report"
    day, stop = weekday(src, stop)
    while True:
        while src.tokens[stop].kind in ("every", "report", "filler") or src.tokens[stop].word == "theo":
            kind = src.tokens[stop].kind
            every |= (kind == "every" and src.tokens[stop].word != "cac") or src.tokens[stop].word == "theo"
            named |= kind == "report"
            stop += 1
        item = item_at(src, stop, reported=named or every or listed)
        if item is None:
            break
        sure |= item.sure
        if item.frequency:
            found.append(item.frequency)
        stop = item.stop
        following = _after_mark(src, stop)
        if following is None and len(found) == 1 and src.tokens[stop - 2].kind in ("mid", "tail") and not every:
            return None  # "tổng kết cuối năm" is due once, at the end of this year
        if following is None:
            return _finish(
                src,
                at,
                stop,
                found,
                (every or sure, every or listed or named or sure or len(found) > 1),
                day,
            )
        stop = following
    return _alone(src, at, found, every)


def _finish(
    src: Source, at: int, stop: int, found: list[Frequency], proof: tuple[bool, bool], day: int
) -> Clause | None:
    every, sure = proof
    if not found and not sure:
        return None
    lone = src.tokens[at].kind != "year" and src.tokens[at].numbers in ((), (6,))
    if not sure and not (lone and at == 0 and src.tokens[stop].kind in (END, ".", "(")):
        return None
    schedule = Schedule(Kind.RECURRING, recurrence=ordered(tuple(found)), rule=Rule(weekday=day) if day else None)
    clause = Clause(schedule, at, stop, unit="" if every else "named")
    return _in_year(src, clause) if len(found) > 1 else clause


def _in_year(src: Source, clause: Clause) -> Clause:
    """ "Báo cáo quý, 6 tháng và năm 2024": the year that closes the list is the frame of all."""
    token = src.tokens[clause.stop]
    if token.kind == NUMBER and src.tokens[clause.stop - 1].kind == "year":
        found = point(src, clause.stop - 1)
        if found and found[0].unit == "year":
            year = bounded(src, [Stretch(found[0], found[0])], None, clause.stop - 1, found[1])
            return clause._replace(schedule=framed(clause.schedule, year), stop=found[1])
    return clause


def framed(recurring: Schedule, period: Schedule) -> Schedule:
    """A recurring duty within a named period: the period's dates, and its days as the frame of occurrences."""
    frame = Span(period.start, period.end) if period.start and period.end else None
    return Schedule(
        Kind.RECURRING,
        period.start,
        period.end,
        recurring.bound or period.bound,
        recurring.recurrence,
        recurring.rule,
        recurring.offset,
        frame=frame,
    )


def _alone(src: Source, at: int, found: list[Frequency], sure: bool) -> Clause | None:
    """ "Định kỳ" by itself, or a list that ends in a comma."""
    stop = at
    while src.tokens[stop].kind in ("report", "filler"):
        stop += 1
    if sure and not found and src.tokens[stop].word.startswith(("dinh k", "thuong k")):
        return Clause(Schedule(Kind.RECURRING), at, stop + 1)
    return None


def _after_mark(src: Source, at: int) -> int | None:
    """The index behind a list mark, if another item of the list stands there."""
    if src.tokens[at].kind not in (",", "/", "and", "or", "-", ";"):
        return None
    stop = at + 1
    while src.tokens[stop].kind in ("and", "every", "report", "or") or src.tokens[stop].word == "theo":
        stop += 1
    item = item_at(src, stop, reported=True)
    if item is None or (src.tokens[at].kind == "-" and src.tokens[at].line):
        return None
    return at + 1 + (src.tokens[at + 1].kind in ("and", "or"))
