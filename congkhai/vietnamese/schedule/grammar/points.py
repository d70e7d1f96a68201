"""One point of the calendar as it is written: a day, a month, a quarter, a half-year, a year, or a part of one."""

from __future__ import annotations

from congkhai.vietnamese.schedule.calendar import UNTOLD, is_year
from congkhai.vietnamese.schedule.grammar.point_days import Point
from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.grammar.years import NEXT_WORDS, ORDINALS, full_year, ordinal_year, year_behind
from congkhai.vietnamese.schedule.lexicon import ROMAN
from congkhai.vietnamese.schedule.tokens import NUMBER, ROMAN_NUMBER

_PARTS = frozenset({"head", "mid", "tail"})


def point(src: Source, at: int) -> tuple[Point, int] | None:
    """Read one point that begins with its unit or is a full date; the index behind it, or None."""
    kind = src.tokens[at].kind
    if kind == NUMBER:
        return _number(src, at)
    rule = _RULES.get(kind)
    return rule(src, at) if rule else None


def _number(src: Source, at: int) -> tuple[Point, int] | None:
    numbers = src.tokens[at].numbers
    if len(numbers) == 3:
        return Point("day", numbers[1], numbers[1], numbers[0] or 99, full_year(numbers[2])), at + 1
    if len(numbers) == 2:
        return _pair(src, at)
    return _counted_months(src, at) or _spelt_day(src, at) or _dotted_day(src, at)


def _pair(src: Source, at: int) -> tuple[Point, int] | None:
    first, second = src.tokens[at].numbers
    if is_year(second):
        return (Point("month", first, first, 0, second), at + 1) if first <= 12 else None
    if second > 12 and first <= 12 and second >= 15 and src.tokens[at - 1].kind == "month":
        return Point("month", first, first, 0, full_year(second)), at + 1
    year, shift, stop = year_behind(src, at + 1)
    return Point("day", second or 99, second or 99, first or 99, year, shift=shift), stop


def _spelt_day(src: Source, at: int) -> tuple[Point, int] | None:
    """ "15 tháng 7 năm 2024"; a bare number is raw."""
    tokens, (day,) = src.tokens, src.tokens[at].numbers
    if tokens[at + 1].kind == "month" and tokens[at + 2].kind == NUMBER and day <= 31:
        found = _month(src, at + 1)
        if found and found[0].unit == "month":
            return found[0]._replace(unit="day", day=day or 99, spelt=True), found[1]
    if is_year(day):
        return Point("year", 1, 12, 0, day), at + 1
    return None


def _dotted_day(src: Source, at: int) -> tuple[Point, int] | None:
    """ "trước 30.6": day and month without a year, only behind a word that asks for a day."""
    tokens = src.tokens
    day, mark, month = tokens[at : at + 3]
    if tokens[at - 1].kind not in ("day", "before", "by", "until", "from") or mark.kind != "." or mark.gap or month.gap:
        return None
    if month.kind != NUMBER or len(month.numbers) != 1:
        return None
    return Point("day", month.numbers[0] or 99, month.numbers[0] or 99, day.numbers[0] or 99), at + 3


def _day(src: Source, at: int) -> tuple[Point, int] | None:
    at += src.tokens[at + 1].kind == ":"
    if src.tokens[at + 1].kind != NUMBER:
        return None
    found = point(src, at + 1)
    if found and found[0].unit == "day":
        return found
    numbers = src.tokens[at + 1].numbers
    if found is None and len(numbers) == 1 and numbers[0] <= 31:
        return Point("raw", 0, 0, numbers[0]), at + 2
    return None


def _month(src: Source, at: int) -> tuple[Point, int] | None:
    token = src.tokens[at + 1]
    if token.kind != NUMBER or len(token.numbers) == 3 or src.tokens[at + 2].kind == "times":
        return None
    if src.tokens[at + 2].kind == "word" and not src.tokens[at + 2].gap:
        return None
    if len(token.numbers) == 2:
        month, year = token.numbers
        if is_year(year) or year >= 15:
            return Point("month", month or 99, month or 99, 0, full_year(year)), at + 2
        return None
    month = token.numbers[0]
    year_, shift, stop = year_behind(src, at + 2)
    return Point("month", month or 99, month or 99, 0, year_, shift=shift), stop


def _quarter(src: Source, at: int) -> tuple[Point, int] | None:
    token = src.tokens[at + 1]
    if token.kind == ROMAN_NUMBER:
        number, year = ROMAN[token.word.replace("l", "i")], None
    elif _is_misread_roman(src, at + 1):
        number, year = ROMAN.get(token.word.replace("1", "i") + src.tokens[at + 2].word.replace("l", "i"), 99), None
        at += 1
    elif token.kind == NUMBER and len(token.numbers) <= 2 and token.numbers[0] <= 20:
        number, year = token.numbers[0], token.numbers[1] if len(token.numbers) == 2 else None
        if year is not None and not (is_year(year) or year >= 15):
            return None
    else:
        return None
    if year is not None:
        return _quarter_point(number, full_year(year), 0), at + 2
    year, shift, stop = year_behind(src, at + 2)
    return _quarter_point(number, year, shift), stop


def _is_misread_roman(src: Source, at: int) -> bool:
    """ "1V" for "IV": digits with letters right behind them."""
    token, behind = src.tokens[at], src.tokens[at + 1]
    return token.kind == NUMBER and behind.kind in (ROMAN_NUMBER, "word") and not behind.gap


def _quarter_point(number: int, year: int | None, shift: int) -> Point:
    return Point("quarter", number * 3 - 2 if number else 99, number * 3 if number else 99, 0, year, shift=shift)


def _year(src: Source, at: int) -> tuple[Point, int] | None:
    token = src.tokens[at + 1]
    if token.kind == NUMBER and is_year(token.numbers[0]) and len(token.numbers) == 1:
        return Point("year", 1, 12, 0, token.numbers[0]), at + 2
    untold = ordinal_year(src, at)
    if untold:
        return Point("year", 1, 12, 0, UNTOLD), at + untold
    if token.word in NEXT_WORDS or (token.word == "nay"):
        return Point("year", 1, 12, 0, None, shift=0 if token.word == "nay" else 1), at + 2
    return None


def _counted_months(src: Source, at: int) -> tuple[Point, int] | None:
    """ "6 tháng đầu năm 2024", "9 tháng đầu năm", "3 tháng cuối năm"."""
    tokens, count = src.tokens, src.tokens[at].numbers[0]
    if tokens[at + 1].kind != "month" or tokens[at + 2].kind not in ("head", "tail") or not 1 <= count <= 12:
        return None
    return _part_of_year(src, at + 3, count, tokens[at + 2].kind)


def _half(src: Source, at: int) -> tuple[Point, int] | None:
    part = src.tokens[at + 1].kind
    if part not in ("head", "tail"):
        return None
    inner = point(src, at + 2) if src.tokens[at + 2].kind in ("month", "quarter") else None
    if inner and not inner[0].part:
        return inner[0]._replace(part=part), inner[1]
    return _part_of_year(src, at + 2, 6, part)


def _part_of_year(src: Source, at: int, count: int, part: str) -> tuple[Point, int] | None:
    bare = src.tokens[at].kind == "year"
    year, shift, stop = year_behind(src, at)
    if year is None and not shift:
        if src.tokens[at].kind == "quarter" or (not bare and src.tokens[at].kind in ("week", "month")):
            return None
        stop = at + bare
    first, last = (1, count) if part == "head" else (13 - count, 12)
    return Point("half" if count == 6 else "months", first, last, 0, year, shift=shift), stop


def _part(src: Source, at: int) -> tuple[Point, int] | None:
    """ "đầu năm", "giữa quý II", "cuối tháng 6/2024", "tuần cuối tháng 6"."""
    stop = at + 1 + (src.tokens[at + 1].kind == "of")
    found = point(src, stop) if src.tokens[stop].kind not in _PARTS else None
    if found and found[0].unit in ("month", "quarter", "year", "half") and not found[0].part:
        return found[0]._replace(part=src.tokens[at].kind), found[1]
    token = src.tokens[stop]
    if token.kind == "year" and src.tokens[stop + 1].kind != NUMBER:
        return Point("year", 1, 12, part=src.tokens[at].kind), stop + 1
    return None


def _week(src: Source, at: int) -> tuple[Point, int] | None:
    """ "tuần 3 tháng 5", "tuần thứ 2 của tháng 6", "tuần cuối tháng 12": a vague part of that month."""
    tokens, at = src.tokens, at + 1
    at += tokens[at].word == "thu"
    token = tokens[at]
    first = token.kind == "head" or token.numbers == (1,) or token.word == "nhat"
    numbered = token.kind == NUMBER and token.numbers[0] <= 5
    if token.kind not in ("head", "tail") and not numbered and token.word not in ORDINALS:
        return None
    at += 1
    while tokens[at].kind in ("of", "within") or tokens[at].word == "tien":
        at += 1
    found = _month(src, at) if tokens[at].kind == "month" else None
    part = "head" if first else "tail" if token.kind == "tail" else "mid"
    return (found[0]._replace(part=part), found[1]) if found else None


_RULES = {
    "day": _day,
    "month": _month,
    "quarter": _quarter,
    "year": _year,
    "half": _half,
    "week": _week,
    **dict.fromkeys(_PARTS, _part),
}
