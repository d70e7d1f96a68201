"""How often: "hằng quý", "định kỳ 6 tháng, năm", "2 lần/năm", "báo cáo quý I, II, III và năm"."""

from __future__ import annotations

from typing import NamedTuple

from congkhai.schedule.grammar.endings import opens
from congkhai.schedule.grammar.points import point
from congkhai.schedule.grammar.source import Clause, Source
from congkhai.schedule.grammar.spans import bounded
from congkhai.schedule.grammar.stretches import Stretch
from congkhai.schedule.lexicon import CYCLES
from congkhai.schedule.model import Frequency, Kind, Rule, Schedule, Span
from congkhai.schedule.tokens import END, NUMBER, ROMAN_NUMBER

_UNITS = {
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "quarter": Frequency.QUARTERLY,
    "year": Frequency.ANNUAL,
}
_A_YEAR = {1: Frequency.ANNUAL, 2: Frequency.SEMIANNUAL, 4: Frequency.QUARTERLY, 12: Frequency.MONTHLY}
_ORDER = list(Frequency)
_ONE = frozenset({"mot", "1"})


class _Item(NamedTuple):
    frequency: Frequency | None
    stop: int
    sure: bool = False


def ordered(frequencies: tuple[Frequency, ...]) -> tuple[Frequency, ...]:
    """Each frequency once, the shortest cycle first."""
    return tuple(sorted(set(frequencies), key=_ORDER.index))


def cycle(src: Source, at: int, *, listed: bool = False) -> Clause | None:
    """Read how often a duty comes; a bare "quý" or "năm" counts only in a list, after "báo cáo", or as the whole cell."""
    found: list[Frequency] = []
    stop, sure, named = at, False, False
    every = listed and src.tokens[at].kind != "report"
    weekday, stop = _weekday(src, stop)
    while True:
        while src.tokens[stop].kind in ("every", "report", "filler") or src.tokens[stop].word == "theo":
            kind = src.tokens[stop].kind
            every |= (kind == "every" and src.tokens[stop].word != "cac") or src.tokens[stop].word == "theo"
            named |= kind == "report"
            stop += 1
        item = _item(src, stop, reported=named or every or listed)
        if item is None:
            break
        sure |= item.sure
        if item.frequency:
            found.append(item.frequency)
        stop = item.stop
        following = _after_mark(src, stop)
        if following is None:
            return _finish(
                src,
                at,
                stop,
                found,
                (every or sure, every or listed or named or sure or len(found) > 1),
                weekday,
            )
        stop = following
    return _alone(src, at, found, every)


def _finish(
    src: Source, at: int, stop: int, found: list[Frequency], proof: tuple[bool, bool], weekday: int
) -> Clause | None:
    every, sure = proof
    if not found and not sure:
        return None
    lone = src.tokens[at].kind != "year" and src.tokens[at].numbers in ((), (6,))
    if not sure and not (lone and at == 0 and src.tokens[stop].kind in (END, ".", "(")):
        return None
    schedule = Schedule(
        Kind.RECURRING, recurrence=ordered(tuple(found)), rule=Rule(weekday=weekday) if weekday else None
    )
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


def _item(src: Source, at: int, *, reported: bool) -> _Item | None:
    token = src.tokens[at]
    if token.kind == NUMBER:
        return _counted(src, at, reported=reported)
    if token.kind == "half" and src.tokens[at + 1].kind == "year":
        return _Item(Frequency.SEMIANNUAL, at + 2)
    if (
        token.kind in ("mid", "tail")
        and src.tokens[at + 1].kind == "year"
        and reported
        and src.tokens[at + 2].kind != NUMBER
    ):
        return _Item(Frequency.SEMIANNUAL if token.kind == "mid" else Frequency.ANNUAL, at + 2)
    if (
        token.kind == "whole"
        and src.tokens[at].word == "ca nam"
        and reported
        and src.tokens[at + 1].kind != NUMBER
    ):
        return _Item(Frequency.ANNUAL, at + 1)
    if token.kind in ("months", "quarters") and src.tokens[at + 1].kind not in (NUMBER, ROMAN_NUMBER):
        return _Item(_UNITS[token.kind[:-1]], at + 1, sure=True)
    if token.kind not in _UNITS:
        return None
    behind = src.tokens[at + 1]
    if (
        behind.word in ("it nhat", "toi thieu", "khong it hon")
        and src.tokens[at + 2].kind == NUMBER
        and reported
    ):
        return _times(
            src.tokens[at + 2].numbers[0], token.kind, at + 3 + (src.tokens[at + 3].kind == "times")
        )
    if token.kind == "quarter" and reported and (behind.kind == ROMAN_NUMBER):
        return _quarters(src, at)
    if behind.kind == NUMBER and src.tokens[at + 2].kind == "times" and reported:
        return _times(behind.numbers[0], token.kind, at + 3)
    if (behind.kind in (NUMBER, ROMAN_NUMBER) and token.kind != "year") or behind.word in (
        "hoc",
        "thu",
        "sau",
        "nay",
    ):
        return None
    if token.kind in ("month", "quarter", "week") and behind.kind in ("head", "tail", "next"):
        return None
    if behind.kind == NUMBER and not (
        reported and _UNITS[token.kind] is Frequency.ANNUAL and _listed(src, at)
    ):
        return None
    return _Item(_UNITS[token.kind], _per_time(src, at + 1))


def _listed(src: Source, at: int) -> bool:
    return (
        src.tokens[at - 1].kind in ("and", ",", "report")
        and src.tokens[max(at - 2, 0)].kind != END
        and at > 1
    )


def _quarters(src: Source, at: int) -> _Item | None:
    """ "báo cáo quý I, II, III [và năm]": the quarters of the year, if a yearly or half-yearly item follows."""
    stop = at
    while True:
        stop += src.tokens[stop].kind == "quarter"
        if src.tokens[stop].kind != ROMAN_NUMBER:
            return None
        stop += 1
        mark = stop
        while src.tokens[mark].kind in (",", "and", "-", "report"):
            mark += 1
        if mark == stop:
            return None
        tokens = src.tokens
        if tokens[mark].kind in ("year", "whole") or (
            tokens[mark].kind == NUMBER and tokens[mark + 1].kind == "month"
        ):
            return _Item(Frequency.QUARTERLY, stop)
        stop = mark


def _counted(src: Source, at: int, *, reported: bool) -> _Item | None:
    """ "6 tháng", "01 năm", "2 lần/năm", "6 tháng/lần", "01 cuộc/quý"."""
    tokens, numbers = src.tokens, src.tokens[at].numbers
    if len(numbers) != 1:
        return None
    count, unit = numbers[0], tokens[at + 1].kind
    if count == 6 and unit == "month" and tokens[at + 2].kind == "head" and tokens[at + 3].kind == "year":
        return _half_reported(src, at + 4) if reported else None
    if unit == "month" and tokens[at + 2].kind not in ("head", "tail") and count in CYCLES:
        return _months(src, at, count)
    if unit in _UNITS and count == 1 and tokens[at + 2].kind == NUMBER and tokens[at + 3].kind == "times":
        return _times(tokens[at + 2].numbers[0], unit, at + 4)
    if (
        unit in ("quarter", "year", "week")
        and count == 1
        and tokens[at + 2].kind not in (NUMBER, ROMAN_NUMBER)
    ):
        return _Item(_UNITS[unit], _per_time(src, at + 2), sure=_per_time(src, at + 2) > at + 2)
    if unit == "year" and 1 < count <= 20 and _per_time(src, at + 2) > at + 2:
        return _Item(None, _per_time(src, at + 2), sure=True)
    stop = at + 1
    while stop < at + 5 and tokens[stop].kind in ("times", "word", "actor", "report", "document", "verb"):
        stop += 1
    if tokens[stop].kind == "/" or (
        (tokens[stop].kind in ("every", "within") or tokens[stop].word == "mot") and stop > at + 1
    ):
        stop += 1
        stop += tokens[stop].numbers == (1,) or tokens[stop].word == "mot"
        if tokens[stop].kind in _UNITS and tokens[stop + 1].kind not in (NUMBER, ROMAN_NUMBER):
            return _times(count, tokens[stop].kind, stop + 1)
        if tokens[stop].numbers == (6,) and tokens[stop + 1].kind == "month":
            return _Item(Frequency.SEMIANNUAL, stop + 2, sure=True)
    return None


def _half_reported(src: Source, at: int) -> _Item | None:
    """ "Sơ kết 6 tháng đầu năm, tổng kết năm": the half-year of a list of reports."""
    stop = at
    while src.tokens[stop].kind in (",", "and", "report", ";"):
        stop += 1
    whole = src.tokens[stop].word == "ca nam" or src.tokens[stop].kind == "year"
    return (
        _Item(Frequency.SEMIANNUAL, at)
        if stop > at and whole and src.tokens[stop + 1].kind != NUMBER
        else None
    )


def _months(src: Source, at: int, count: int) -> _Item | None:
    tokens, stop = src.tokens, at + 2
    if tokens[stop].kind in ("since", "after", "khi", "before event", "from") or (
        tokens[stop].kind == "before" and not opens(src, stop)
    ):
        return None
    if tokens[stop].kind == NUMBER and tokens[stop + 1].kind == "times":
        return _Item(CYCLES[count], stop + 2, sure=True)
    end = _per_time(src, stop)
    return _Item(CYCLES[count], end, sure=end > stop)


def _times(count: int, unit: str, stop: int) -> _Item | None:
    if unit == "year":
        return _Item(_A_YEAR.get(count), stop, sure=True)
    return _Item(_UNITS[unit], stop, sure=True)


def _per_time(src: Source, at: int) -> int:
    """Skip "/lần", "một lần", "/01 lần" behind a unit."""
    stop = at + (src.tokens[at].kind == "/")
    stop += src.tokens[stop].numbers == (1,) or src.tokens[stop].word == "mot"
    return stop + 1 if src.tokens[stop].kind == "times" and stop > at else at


def _after_mark(src: Source, at: int) -> int | None:
    """The index behind a list mark, if another item of the list stands there."""
    if src.tokens[at].kind not in (",", "/", "and", "or", "-", ";"):
        return None
    stop = at + 1
    while src.tokens[stop].kind in ("and", "every", "report", "or") or src.tokens[stop].word == "theo":
        stop += 1
    item = _item(src, stop, reported=True)
    if item is None or (src.tokens[at].kind == "-" and src.tokens[at].line):
        return None
    return at + 1 + (src.tokens[at + 1].kind in ("and", "or"))


def _weekday(src: Source, at: int) -> tuple[int, int]:
    """ "Thứ Sáu hằng tuần": 1 for Monday to 7."""
    tokens = src.tokens
    if tokens[at].word != "thu":
        return 0, at
    token = tokens[at + 1]
    number = token.numbers[0] if token.numbers else _DAY_NAMES.get(token.word, 0)
    return (number - 1, at + 2) if 2 <= number <= 7 and _UNITS.get(tokens[at + 2 + (tokens[at + 2].kind == "every")].kind) is Frequency.WEEKLY else (0, at)


_DAY_NAMES = {"hai": 2, "ba": 3, "nam": 5, "year": 5, "sau": 6, "bay": 7}
