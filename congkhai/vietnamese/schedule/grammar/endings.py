"""Where free text ends: the event, the requester or the document behind "sau khi", "theo yêu cầu của", "theo"."""

from __future__ import annotations

from congkhai.vietnamese.schedule.grammar.labels import skip_citation
from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.tokens import CITATION, END, NUMBER, ROMAN_NUMBER

_LIMITS = frozenset({"before", "by", "until"})
# What begins a duty of its own behind a comma: "khi có yêu cầu, báo cáo năm trước ngày 10/12".
_DUTIES = frozenset({"report", "actor", "for"})
_PHRASES = frozenset({"always", "request"})
_PERIODS = frozenset({"day", "month", "quarter"})


def free_text_end(src: Source, at: int) -> int:
    """The index behind the free text that begins at `at`: it runs on until another time phrase opens, or a bracket."""
    tokens, stop = src.tokens, at
    while tokens[stop].kind not in (END, ")"):
        kind = tokens[stop].kind
        if kind == "(":
            behind = _behind_aside(src, stop)
            if behind == stop:
                return stop
            stop = behind
            continue
        if stop > at and kind in (",", "and", "or", "-", ".", ";", "/") and _opens_after(src, stop):
            return stop
        if stop > at and _bounds_the_duty(src, stop):
            return stop
        if stop > at and tokens[stop].line and (opens(src, stop) or _labelled(src, stop)):
            return stop
        # The date of a document belongs to its name, even behind a comma: "Công văn số 7/UBND, ngày 30/11/2024".
        stop = max(skip_citation(src, stop), stop + 1) if kind == CITATION else stop + 1
    return stop


def _bounds_the_duty(src: Source, at: int) -> bool:
    """ "Sau khi có hướng dẫn nhưng trước ngày 30/6", "… chậm nhất ngày 30/6": a limit of the duty, not of the event."""
    token = src.tokens[at]
    but = token.word in ("nhung", "song") and src.tokens[at + 1].kind in _LIMITS
    return (but and _dated(src, at + 2)) or (token.kind == "by" and _dated(src, at + 1))


def _behind_aside(src: Source, opening: int) -> int:
    """Behind a bracket inside a name that goes on ("khi Luật Đất đai (sửa đổi) được thông qua"), else the bracket."""
    tokens, close = src.tokens, opening + 1
    while tokens[close].kind in ("word", "verb", "of", "and"):
        close += 1
    behind = tokens[close + 1]
    goes_on = tokens[close].kind == ")" and behind.kind in ("word", "verb", "filler") and behind.gap and not behind.line
    return close + 1 if goes_on and close > opening + 1 else opening


def _opens_after(src: Source, mark: int) -> bool:
    stop = mark + 1
    while src.tokens[stop].kind in ("and", "or", "-", "filler", "number") and src.tokens[stop].kind != NUMBER:
        stop += 1
    kind = src.tokens[mark].kind
    if opens(src, stop):
        return True
    if kind == "and" and src.tokens[stop].kind == "within" and _dated(src, stop + 1) and _whole_period(src, stop + 1):
        return True
    if kind in (",", ";", "-", "."):
        if src.tokens[stop].kind in ("after", "before event", "khi", "within", "from", "since", "defer"):
            return kind in (";", "-") or src.tokens[stop].kind in ("after",) or _dated(src, stop + 1)
        if kind in (";", "-") and (_labelled(src, stop) or _firm_ahead(src, stop)):
            return True
        if kind == "," and src.tokens[stop].kind in _DUTIES and _firm_ahead(src, stop, ","):
            return True
        if kind == "." and src.tokens[mark].end < src.tokens[mark + 1].start and _firm_ahead(src, stop):
            return True
        return src.tokens[stop].kind in _PERIODS and _whole_period(src, stop)
    return False


def opens(src: Source, at: int) -> bool:
    """Whether an unmistakable time phrase begins here: "thường xuyên", "theo yêu cầu", "trước ngày 5/6", "hằng quý"."""
    token, behind = src.tokens[at], src.tokens[at + 1]
    if token.kind in _PHRASES:
        return True
    if token.kind == "every":
        return (behind.kind in ("week", "month", "quarter", "year") and token.word != "cac") or behind.kind == NUMBER
    return token.kind in _LIMITS and _dated(src, at + 1)


def _dated(src: Source, at: int) -> bool:
    while src.tokens[at].kind in ("before", "by", "until", "within", "filler", "day"):
        at += 1
    kind = src.tokens[at].kind
    return kind == NUMBER or (
        kind in ("month", "quarter", "year") and src.tokens[at + 1].kind in (NUMBER, ROMAN_NUMBER)
    )


def _whole_period(src: Source, at: int) -> bool:
    """A period that fills the rest of its part: "…, quý II/2024"."""
    while src.tokens[at].kind in ("day", "month", "quarter", "year", NUMBER, ROMAN_NUMBER, "/", "-"):
        at += 1
    return src.tokens[at].kind in (END, ";", ")", ".")


def _labelled(src: Source, at: int) -> bool:
    for stop in range(at, at + 8):
        if src.tokens[stop].kind == ":":
            return True
        if src.tokens[stop].kind in (END, ";", ",", "("):
            return False
    return False


def _firm_ahead(src: Source, at: int, mark: str = ";") -> bool:
    while src.tokens[at].kind not in (END, ";", "(", mark):
        if src.tokens[at].kind in _LIMITS and _dated(src, at + 1):
            return True
        at += 1
    return False
