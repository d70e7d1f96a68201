"""One time phrase at a time: which rule reads the words that begin here, and under which bound."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from congkhai.vietnamese.schedule.calendar import is_year
from congkhai.vietnamese.schedule.grammar.clock import past_clock
from congkhai.vietnamese.schedule.grammar.cycle_items import day_of_week, is_weekday
from congkhai.vietnamese.schedule.grammar.cycles import cycle
from congkhai.vietnamese.schedule.grammar.dates import bare_year, dates, onward, this_year, yearless
from congkhai.vietnamese.schedule.grammar.events import counted, deferred, on_request, triggered
from congkhai.vietnamese.schedule.grammar.limits import limited
from congkhai.vietnamese.schedule.grammar.openings import after, counted_range, ended_event, opened
from congkhai.vietnamese.schedule.grammar.point_days import Point
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.grammar.spans import bounded
from congkhai.vietnamese.schedule.grammar.stretches import Stretch, stretches
from congkhai.vietnamese.schedule.lexicon import ROMAN
from congkhai.vietnamese.schedule.model import Bound, Frequency, Kind, Offset, Relation, Rule, Schedule
from congkhai.vietnamese.schedule.tokens import END, NUMBER, ROMAN_NUMBER, WORD

_PERIOD_STARTS = frozenset(
    {"day", "month", "quarter", "half", "week", "head", "mid", "tail", "span", "months", "quarters"}
)

_ENDS = frozenset({END, ")", ",", ";", "."})


def clause(src: Source, at: int) -> Clause | None:
    """Read the time phrase that begins at token `at`, or None."""
    rule = _RULES.get(src.tokens[at].kind)
    found = rule(src, at) if rule else None
    if found and src.tokens[found.stop].kind == "lunar":  # no day of the common calendar is stated
        src.fault("schedule-not-understood", at, found.stop + 1)
        return Clause(Schedule(Kind.UNSPECIFIED), found.first, found.stop + 1)
    return found


def _during(src: Source, at: int) -> Clause | None:
    """ "Trong giai đoạn 2021-2025" is a period, "trong giai đoạn dự thảo" an event."""
    if src.tokens[at].word.endswith("thoi gian") and src.tokens[at + 1].kind == NUMBER:
        return counted(src, at + 1, Bound.WITHIN, at)
    begin = at + 1 + (src.tokens[at + 1].kind == "from")
    dated = dates(src, begin, Bound.WITHIN, at) if src.tokens[begin].kind in (NUMBER, "span", "year") else None
    return dated or triggered(src, at)


def _thursday(src: Source, at: int) -> Clause | None:
    """ "Thứ Sáu hằng tuần" is a cycle; "thứ Sáu, ngày 20/6/2025" is that day."""
    if src.tokens[at].word != "thu":
        return None
    repeated = cycle(src, at)
    stop = at + 2 + (src.tokens[at + 2].kind == ",")
    dated = not repeated and src.tokens[stop].kind == "day" and is_weekday(src, at)
    found = dates(src, stop, None, at) if dated else None
    return repeated or found or _weekday_alone(src, at)


def _weekday_alone(src: Source, at: int) -> Clause | None:
    """ "Hằng tuần (thứ Sáu)": a weekday that a weekly duty before it waits for; "lần thứ 2" is none."""
    before = src.tokens[at - 1].kind if at else ";"
    if before not in ("(", ",", ":", ";", "every") or not is_weekday(src, at) or src.tokens[at + 2].kind not in _ENDS:
        return None
    rule = Rule(weekday=day_of_week(src, at))
    return Clause(Schedule(Kind.RECURRING, None, None, None, (), rule), at, at + 2, False, unit="bare day")


def _deferred(src: Source, at: int) -> Clause | None:
    """ "Theo quý" is a cycle, "theo kế hoạch" defers."""
    return (cycle(src, at) if src.tokens[at].word == "theo" else None) or deferred(src, at)


def _when(src: Source, at: int) -> Clause | None:
    """ "Khi có …"; "từ khi … đến hết năm 2028" ends on a day."""
    clock = past_clock(src, at + 1)
    if clock > at + 1:  # "lúc 7h30 ngày 15/5"
        return dates(src, clock, None, at)
    since = src.tokens[at].word in ("tu khi", "ngay tu khi")
    return (ended_event(src, at) if since else None) or triggered(src, at)


def _always(src: Source, at: int) -> Clause | None:
    """ "Thường xuyên"; "thường trực" beside a name is a body ("Thường trực HĐND", "cơ quan thường trực")."""
    if src.tokens[at].word == "thuong truc" and (_names(src, at - 1) or _names(src, at + 1)):
        return None
    return Clause(Schedule(Kind.CONTINUOUS), at, at + 1)


def _names(src: Source, at: int) -> bool:
    """Whether the token at `at` is a word of a name or a deed, not a mark or a word of time."""
    return at >= 0 and src.tokens[at].kind in (WORD, "actor", "verb", "report", "document", "times", "span")


def _whole(src: Source, at: int) -> Clause | None:
    """ "Cả năm [2024]", "suốt năm": all the time within the period."""
    token = src.tokens[at]
    if token.word.endswith("nam") and src.tokens[at + 1].word == "hoc":  # no year of the calendar
        event = src.text[token.start : src.tokens[at + 1].end]
        event = event.lower().removeprefix("trong ")
        return Clause(Schedule(Kind.RELATIVE, offset=Offset(None, None, Relation.DURING, event)), at, at + 2, open=True)
    if token.word.endswith("nam") and src.tokens[at + 1].kind != NUMBER:
        found: tuple[list[Stretch], int] | None = ([this_year()], at + 1)
    elif token.word.endswith("nam"):
        found = stretches(src, at + 1)
    else:
        found = stretches(src, at + 1) or bare_year(src, at + 1)
    if found is None or len(found[0]) != 1:
        return None
    span = bounded(src, found[0], None, at, found[1])
    return Clause(
        Schedule(Kind.CONTINUOUS, span.start, span.end),
        at,
        found[1],
        yearless=yearless(found[0]),
        unit="year",
    )


def _plain(src: Source, at: int) -> Clause | None:
    """A date or period without a bound, or a cycle."""
    repeated = cycle(src, at) or _part_of_cycle(src, at)
    if repeated:
        return repeated
    found = dates(src, at, None, at)
    return _onwards(src, found) if found else None


def _part_of_cycle(src: Source, at: int) -> Clause | None:
    """ "Cuối quý", "đầu mỗi tháng": a vague part of every cycle."""
    tokens, part = src.tokens, src.tokens[at].kind
    if part == "week":
        return _week_of_cycle(src, at)
    unit = at + 1 + (tokens[at + 1].kind == "every")
    bare = tokens[unit].kind in ("month", "quarter") and tokens[unit + 1].kind not in (NUMBER, ROMAN_NUMBER)
    if part not in ("head", "mid", "tail") or not (bare or (unit > at + 1 and tokens[unit].kind == "year")):
        return None
    found = cycle(src, unit, listed=True)
    return found and found._replace(
        schedule=replace(found.schedule, vague=f"{part} {tokens[unit].kind}"), first=at, unit="cycle"
    )


def _week_of_cycle(src: Source, at: int) -> Clause | None:
    """ "Tuần cuối hằng tháng", "tuần thứ 3 của tháng"."""
    tokens, stop = src.tokens, at + 1 + (src.tokens[at + 1].word == "thu")
    part = {"head": "head", "tail": "tail", NUMBER: "mid"}.get(tokens[stop].kind)
    if tokens[stop].numbers == (1,):
        part = "head"
    stop += 1
    while tokens[stop].kind in ("of", "every") or tokens[stop].word == "tien":
        stop += 1
    if part is None or tokens[stop].kind != "month" or tokens[stop + 1].kind == NUMBER:
        return None
    schedule = Schedule(Kind.RECURRING, recurrence=(Frequency.MONTHLY,), vague=f"{part} month")
    return Clause(schedule, at, stop + 1, unit="cycle")


def _onwards(src: Source, found: Clause) -> Clause:
    """ "Năm 2024 và các năm tiếp theo", "Quý II/2024 trở đi"."""
    skip = onward(src, found.stop)
    if not skip or found.schedule.kind not in (Kind.WITHIN_PERIOD, Kind.DATE_RANGE, Kind.BY_DATE):
        return found
    start = found.schedule.start or (found.schedule.end if found.schedule.kind is Kind.BY_DATE else None)
    return found._replace(schedule=Schedule(Kind.CONTINUOUS, start), stop=found.stop + skip, firm=True)


def _limited_onwards(src: Source, at: int) -> Clause | None:
    found = limited(src, at)
    return _onwards(src, found) if found else None


def _number(src: Source, at: int) -> Clause | None:
    if src.tokens[at].numbers in ((24, 7), (24, 24)) and src.tokens[at + 1].kind in (END, "hour", "."):
        return Clause(Schedule(Kind.CONTINUOUS), at, at + 1 + (src.tokens[at + 1].kind == "hour"))
    found = cycle(src, at) or counted_range(src, at, at) or counted(src, at, None, at)
    if found:
        return found
    if past_clock(src, at) > at:
        return dates(src, past_clock(src, at), None, at)
    found = dates(src, at, None, at)
    if found and found.schedule.kind is Kind.UNSPECIFIED and len(src.tokens[at].numbers) < 3:
        src.faults.pop()
        return None
    return _onwards(src, found) if found else None


def _repeated(src: Source, at: int) -> Clause | None:
    found = cycle(src, at)
    if found is None and src.tokens[at].kind == "every":
        return (
            clause(src, at + 1)
            if src.tokens[at + 1].kind in _PERIOD_STARTS | {NUMBER} and src.tokens[at].word == "cac"
            else None
        )
    return found


def _quarter_alone(src: Source, at: int) -> Clause | None:
    """ "IV/2025" at the head of a cell or part is a quarter."""
    mark, year = src.tokens[at + 1 : at + 3]
    alone = at == 0 or src.tokens[at].line or src.tokens[at - 1].kind in (";", ",")
    if not alone or mark.kind != "/" or year.kind != NUMBER or not is_year(year.numbers[0]):
        return None
    number = ROMAN[src.tokens[at].word.replace("l", "i")]
    quarter = Point("quarter", number * 3 - 2, number * 3, 0, year.numbers[0])
    schedule = bounded(src, [Stretch(quarter, quarter)], None, at, at + 3)
    return Clause(schedule, at, at + 3, unit="quarter")


def _onward_alone(_src: Source, at: int) -> Clause:
    return Clause(Schedule(Kind.CONTINUOUS), at, at + 1, unit="onward")


_RULES: dict[str, Callable[[Source, int], Clause | None]] = {
    "always": _always,
    "whole": _whole,
    "request": on_request,
    "defer": _deferred,
    "during": _during,
    WORD: _thursday,
    "khi": _when,
    **dict.fromkeys(("around", "before event"), triggered),
    **dict.fromkeys(("before", "by", "until", "within"), _limited_onwards),
    "after": after,
    **dict.fromkeys(("from", "since"), opened),
    **dict.fromkeys(_PERIOD_STARTS | {"year"}, _plain),
    **dict.fromkeys(("every", "report"), _repeated),
    NUMBER: _number,
    ROMAN_NUMBER: _quarter_alone,
    "onward": _onward_alone,
}
