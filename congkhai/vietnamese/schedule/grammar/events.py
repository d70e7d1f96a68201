"""Times without a calendar: relative to an event, on request, or deferred to a document."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.endings import free_text_end, opens
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.model import Bound, Kind, Offset, Relation, Schedule, Unit
from congkhai.vietnamese.schedule.tokens import END, NUMBER

_COUNTED = {
    "day": Unit.DAYS,
    "month": Unit.MONTHS,
    "week": Unit.DAYS,
    "year": Unit.MONTHS,
    "hour": Unit.HOURS,
}
_TIMES = {"week": 7, "year": 12}
_ACTIVITIES = frozenset(
    {
        "xay dung",
        "thuc hien",
        "trien khai",
        "soan thao",
        "giai quyet",
        "tien hanh",
        "to chuc",
        "tham dinh",
        "kiem tra",
        "ra soat",
    }
)
_EDGE = " \t\n.,;:-–—"


def on_request(src: Source, at: int) -> Clause:
    """ "Theo yêu cầu của …", "khi cần thiết", "đột xuất": no date, whoever may ask is free text."""
    return Clause(Schedule(Kind.ON_REQUEST), at, free_text_end(src, at), open=True)


def deferred(src: Source, at: int) -> Clause:
    """ "Theo kế hoạch của …", "căn cứ tình hình thực tế": unspecified, naming what it refers to."""
    stop = free_text_end(src, at)
    named = _trim(src.words(at + 1, stop))
    return Clause(Schedule(Kind.UNSPECIFIED, refers_to=named or None), at, stop, open=True, unit="defer")


def triggered(src: Source, at: int, bound: Bound | None = None, first: int | None = None) -> Clause | None:
    """ "Sau khi …", "ngay khi …", "trước khi …", "trong quá trình …", "trước kỳ họp …"."""
    token = src.tokens[at]
    begin = at if token.kind in ("during",) else at + 1
    stop = free_text_end(src, begin)
    if stop == begin or src.tokens[begin].kind == END:
        return None
    relation = _relation(src, at)
    if bound is Bound.BY and src.tokens[at].kind == "khi":
        relation = Relation.BEFORE
    if src.tokens[at - 1].kind == "and" and src.tokens[at - 2].kind == "within":
        relation = Relation.AROUND
    event, days, unit = _distance_behind(src, begin, stop)
    if token.kind in ("khi", "after") and token.word.startswith("ngay") and days is None:
        days, unit = 0, Unit.DAYS
    limit = bound or (Bound.BEFORE if relation is Relation.BEFORE else Bound.WITHIN if days else None)
    schedule = Schedule(Kind.RELATIVE, bound=limit, offset=Offset(days, unit, relation, event))
    return Clause(schedule, at if first is None else first, stop, open=True)


def counted(src: Source, at: int, bound: Bound | None, first: int) -> Clause | None:
    """ "05 ngày làm việc kể từ ngày ký …", "trước 05 ngày tính đến …", "trong vòng 03 tháng"."""
    measure = measure_at(src, at)
    if measure is None:
        return None
    count, unit, stop = measure
    while src.tokens[stop].kind == "," and src.tokens[stop + 1].kind in ("since", "after", "from"):
        stop += 1
    token = src.tokens[stop]
    linked = not (token.kind == "before" and opens(src, stop)) and token.kind in (
        "since",
        "after",
        "before",
        "before event",
        "from",
        "khi",
    )
    if not linked:
        if unit is not Unit.WORKING_DAYS and bound is None and token.kind not in (END, ".", ";", ")", ","):
            return None
        if unit is Unit.MONTHS and bound is None:
            return None
        linked_stop = free_text_end(src, stop)
        named = _trim(src.words(stop, linked_stop)).removeprefix("khi ") if src.tokens[first].kind == "after" else None
        offset = Offset(count, unit, Relation.BEFORE if bound is Bound.BEFORE else Relation.AFTER, named or None)
        return Clause(
            Schedule(Kind.RELATIVE, bound=bound or Bound.WITHIN, offset=offset), first, linked_stop, open=True
        )
    return _linked(src, stop, (count, unit, bound), first)


def _linked(src: Source, at: int, measure: tuple[int, Unit, Bound | None], first: int) -> Clause:
    count, unit, bound = measure
    word = src.tokens[at].word
    backwards = word.startswith("truoc") or (bound is Bound.BEFORE and word.startswith(("tinh den", "khi")))
    relation = Relation.BEFORE if backwards else Relation.AFTER
    begin = at + 1
    stop = free_text_end(src, begin)
    event = _trim(src.text[src.tokens[at + 1].start : src.tokens[stop - 1].end]) if stop > begin else None
    limit = bound or (Bound.BEFORE if backwards else Bound.WITHIN)
    schedule = Schedule(Kind.RELATIVE, bound=limit, offset=Offset(count, unit, relation, event or None))
    return Clause(schedule, first, stop, open=True)


def measure_at(src: Source, at: int) -> tuple[int, Unit, int] | None:
    """A count of days, weeks, months or hours: (count, unit, index behind)."""
    tokens = src.tokens
    if tokens[at].kind != NUMBER or len(tokens[at].numbers) != 1 or tokens[at].numbers[0] > 400:
        return None
    count, stop = tokens[at].numbers[0], at + 1
    if tokens[stop].kind == "(":  # "05 (năm) ngày"
        stop += 3
    if tokens[stop].kind not in _COUNTED or tokens[stop + 1].kind in (NUMBER, "head", "tail"):
        return None
    unit = _COUNTED[tokens[stop].kind]
    count *= _TIMES.get(tokens[stop].kind, 1)
    stop += 1
    if tokens[stop].kind == "working":
        return count, (Unit.WORKING_DAYS if unit is Unit.DAYS else unit), stop + 1
    return count, unit, stop


def _relation(src: Source, at: int) -> Relation:
    token = src.tokens[at]
    if token.kind == "during" or (token.kind == "khi" and src.tokens[at + 1].word in _ACTIVITIES):
        return Relation.DURING
    if token.kind == "around":
        return Relation.AROUND
    return Relation.BEFORE if token.kind in ("before event", "before", "until") else Relation.AFTER


def _distance_behind(src: Source, begin: int, stop: int) -> tuple[str | None, int | None, Unit | None]:
    """ "trước kỳ họp 15 ngày": the count behind the event's name."""
    start = src.tokens[begin].start
    if src.tokens[begin].kind == "during":
        if src.tokens[begin].word.startswith(("trong ", "tai ")):
            start += src.tokens[begin].word.index(" ") + 1
        elif src.tokens[begin].word.startswith(("cung ", "dong ", "song ", "gan ", "ket ")) and stop > begin + 1:
            start = src.tokens[begin + 1].start
    while stop > begin + 1 and src.tokens[stop - 1].kind in (".", ",", ";"):
        stop -= 1
    for at in range(max(begin + 1, stop - 4), stop):
        measure = measure_at(src, at)
        if measure and measure[2] == stop and src.tokens[at - 1].kind not in ("day", "month", "within"):
            while at > begin + 1 and src.tokens[at - 1].kind == "filler":
                at -= 1
            return _trim(src.text[start : src.tokens[at - 1].end]), measure[0], measure[1]
    return _trim(src.text[start : src.tokens[stop - 1].end]) or None, None, None


def _trim(text: str) -> str:
    return " ".join(text.split()).strip(_EDGE)
