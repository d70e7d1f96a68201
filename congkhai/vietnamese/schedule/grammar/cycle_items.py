"""One item of a cycle: "quý", "6 tháng", "2 lần/năm", "quý I, II, III", or a weekday."""

from __future__ import annotations

from typing import NamedTuple

from congkhai.vietnamese.schedule.grammar.endings import opens
from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.lexicon import CYCLES
from congkhai.vietnamese.schedule.model import Frequency
from congkhai.vietnamese.schedule.tokens import END, NUMBER, ROMAN_NUMBER

_UNITS = {
    "week": Frequency.WEEKLY,
    "month": Frequency.MONTHLY,
    "quarter": Frequency.QUARTERLY,
    "year": Frequency.ANNUAL,
}
_A_YEAR = {1: Frequency.ANNUAL, 2: Frequency.SEMIANNUAL, 4: Frequency.QUARTERLY, 12: Frequency.MONTHLY}
_DOING = ("thuc hien", "trien khai", "to chuc", "thi hanh", "ap dung", "thi diem", "van hanh")
_DAY_NAMES = {"hai": 2, "ba": 3, "tu": 4, "nam": 5, "year": 5, "sau": 6, "bay": 7}


class Item(NamedTuple):
    """A frequency (None without a name: "5 năm một lần"), the index behind, and whether it is surely a cycle."""

    frequency: Frequency | None
    stop: int
    sure: bool = False


def item_at(src: Source, at: int, *, reported: bool) -> Item | None:
    """Read one item of a cycle; `reported`: it stands behind "báo cáo" or "hằng", where a bare "năm" counts."""
    token = src.tokens[at]
    if token.kind == NUMBER:
        return _counted(src, at, reported=reported)
    if token.kind == "half" and src.tokens[at + 1].kind == "year":
        return Item(Frequency.SEMIANNUAL, at + 2)
    if (
        token.kind in ("mid", "tail")
        and src.tokens[at + 1].kind == "year"
        and reported
        and src.tokens[at + 2].kind != NUMBER
    ):
        return Item(Frequency.SEMIANNUAL if token.kind == "mid" else Frequency.ANNUAL, at + 2)
    if token.kind == "whole" and src.tokens[at].word == "ca nam" and reported and src.tokens[at + 1].kind != NUMBER:
        return Item(Frequency.ANNUAL, at + 1)
    if token.kind in ("months", "quarters") and src.tokens[at + 1].kind not in (NUMBER, ROMAN_NUMBER):
        return Item(_UNITS[token.kind[:-1]], at + 1, sure=True)
    if token.kind not in _UNITS:
        return None
    behind = src.tokens[at + 1]
    if behind.word in ("it nhat", "toi thieu", "khong it hon") and src.tokens[at + 2].kind == NUMBER and reported:
        return _times(src.tokens[at + 2].numbers[0], token.kind, at + 3 + (src.tokens[at + 3].kind == "times"))
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
    if behind.kind == NUMBER and not (reported and _UNITS[token.kind] is Frequency.ANNUAL and _listed(src, at)):
        return None
    return Item(_UNITS[token.kind], _per_time(src, at + 1))


def _listed(src: Source, at: int) -> bool:
    before, further = src.tokens[at - 1].kind, src.tokens[max(at - 2, 0)].kind
    if before == "report" and further == NUMBER:  # "ngày 15/01/2026 gửi báo cáo năm 2025"
        return False
    return before in ("and", ",", "report") and further != END and at > 1


def _quarters(src: Source, at: int) -> Item | None:
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
        if tokens[mark].kind in ("year", "whole") or (tokens[mark].kind == NUMBER and tokens[mark + 1].kind == "month"):
            return Item(Frequency.QUARTERLY, stop)
        stop = mark


def _counted(src: Source, at: int, *, reported: bool) -> Item | None:
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
    if unit == "year" and tokens[at + 2].word.startswith(_DOING):
        return None  # "sơ kết 01 năm thực hiện Nghị quyết" says how long it was done
    if unit in ("quarter", "year", "week") and count == 1 and tokens[at + 2].kind not in (NUMBER, ROMAN_NUMBER):
        return Item(_UNITS[unit], _per_time(src, at + 2), sure=_per_time(src, at + 2) > at + 2)
    if unit == "year" and 1 < count <= 20 and _per_time(src, at + 2) > at + 2:
        return Item(None, _per_time(src, at + 2), sure=True)
    stop = at + 1
    while stop < at + 5 and tokens[stop].kind in ("times", "word", "actor", "report", "document", "verb"):
        stop += 1
    if tokens[stop].kind == "/" or (
        (tokens[stop].kind in ("every", "within") or tokens[stop].word == "mot") and stop > at + 1
    ):
        stop += 1
        stop += tokens[stop].numbers == (1,) or tokens[stop].word == "mot"
        if tokens[stop].kind == "year" and count > 12 and not any(one.kind == "times" for one in tokens[at:stop]):
            return None  # "20 TTHC/năm" says how much, not how often
        if tokens[stop].kind in _UNITS and tokens[stop + 1].kind not in (NUMBER, ROMAN_NUMBER):
            return _times(count, tokens[stop].kind, stop + 1)
        if tokens[stop].numbers == (6,) and tokens[stop + 1].kind == "month":
            return Item(Frequency.SEMIANNUAL, stop + 2, sure=True)
    return None


def _half_reported(src: Source, at: int) -> Item | None:
    """ "Sơ kết 6 tháng đầu năm, tổng kết năm": the half-year of a list of reports."""
    stop = at
    while src.tokens[stop].kind in (",", "and", "report", ";"):
        stop += 1
    whole = src.tokens[stop].word == "ca nam" or src.tokens[stop].kind == "year"
    return Item(Frequency.SEMIANNUAL, at) if stop > at and whole and src.tokens[stop + 1].kind != NUMBER else None


def _months(src: Source, at: int, count: int) -> Item | None:
    tokens, stop = src.tokens, at + 2
    if tokens[stop].kind in ("since", "after", "khi", "before event", "from") or (
        tokens[stop].kind == "before" and not opens(src, stop)
    ):
        return None
    if tokens[stop].kind == NUMBER and tokens[stop + 1].kind == "times":
        return Item(CYCLES[count], stop + 2, sure=True)
    end = _per_time(src, stop)
    return Item(CYCLES[count], end, sure=end > stop)


def _times(count: int, unit: str, stop: int) -> Item | None:
    if unit == "year":
        return Item(_A_YEAR.get(count), stop, sure=True)
    return Item(_UNITS[unit], stop, sure=True)


def _per_time(src: Source, at: int) -> int:
    """Skip "/lần", "một lần", "/01 lần" behind a unit."""
    stop = at + (src.tokens[at].kind == "/")
    stop += src.tokens[stop].numbers == (1,) or src.tokens[stop].word == "mot"
    return stop + 1 if src.tokens[stop].kind == "times" and stop > at else at


def weekday(src: Source, at: int) -> tuple[int, int]:
    """ "Thứ Sáu hằng tuần": 1 for Monday to 7."""
    tokens = src.tokens
    if tokens[at].word != "thu" or not is_weekday(src, at):
        return 0, at
    unit = tokens[at + 2 + (tokens[at + 2].kind == "every")].kind
    return (_day_number(src, at) - 1, at + 2) if _UNITS.get(unit) is Frequency.WEEKLY else (0, at)


def day_of_week(src: Source, at: int) -> int:
    """The weekday that stands here, 1 for Monday."""
    return _day_number(src, at) - 1


def is_weekday(src: Source, at: int) -> bool:
    """Whether "thứ Hai" to "thứ Bảy" stands here."""
    return src.tokens[at].word == "thu" and 2 <= _day_number(src, at) <= 7


def _day_number(src: Source, at: int) -> int:
    token = src.tokens[at + 1]
    return token.numbers[0] if token.numbers else _DAY_NAMES.get(token.word, 0)
