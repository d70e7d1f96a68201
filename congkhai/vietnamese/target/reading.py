"""Reads the targets of a cell: numbers with a unit, and what the words around each say of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.text import nfc
from congkhai.vietnamese.target.measures import Measure, measure_of
from congkhai.vietnamese.target.model import Direction, Scope, Target, Unit
from congkhai.vietnamese.target.scopes import scope_of

_UNITS = {
    "%": Unit.PERCENT,
    "phút": Unit.MINUTE,
    "giờ": Unit.HOUR,
    "hồ sơ": Unit.FILE,
    "cuộc": Unit.MEETING,
    "lớp": Unit.COURSE,
    "video": Unit.VIDEO,
    "xã": Unit.COMMUNE,
}
# No target needs more digits.
_NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}|\d{1,12}(?:,\d{1,6})?"
# A number, or two with a dash, with its unit: "30%", "80% - 100%", "1.600 hồ sơ"; no part of a document's number.
_FIGURE = re.compile(
    rf"(?<![\w/.,-])(?P<first>{_NUMBER})(?:[ \t]*+%?[ \t]*+[-–][ \t]*(?P<second>{_NUMBER}))?"
    rf"[ \t]*(?P<unit>{'|'.join(_UNITS)})(?!\w)"
)
_AT_LEAST = re.compile(r"tối thiểu|ít nhất|không dưới|không thấp hơn|(?:trên|từ)\s*$")
_AT_MOST = re.compile(r"tối đa|nhiều nhất|không quá|không vượt quá|(?:dưới|trong vòng)\s*$")
_AND_MORE = re.compile(r"\s*trở lên")
# What is added rather than reached; "tăng … lên 30%" reaches.
_GROWTH = re.compile(r"(?<!\w)(?:tăng(?! cường)|thêm)(?!\w)(?!.*(?:lên|đạt|đến)(?!\w))", re.DOTALL)
# How many communes something is brought to: "áp dụng đối với 45 xã, thị trấn".
_REACHES = re.compile(r"(?:đối với|tại|cho)\s*$")
# What says no more of a number: its purpose, and what is left out.
_ASIDE = re.compile(r"(?<!\w)(?:để|nhằm|trừ)(?!\w)")
# What ends a clause: a line, a semicolon, a full stop with a space behind.
_CLAUSE_END = re.compile(r"\n|;|\.\s")
# Words that begin something new: what stands behind them is not bound by what was said before.
_NEW = re.compile(r"(?<!\w)(?:đạt|đến khi|được|lên|xuống|còn)(?!\w)")
_SHORT = 10
# How far, each way, a number belongs to a clause; and from how far its measure may come where that names none.
_REACH, _FAR = 1000, 4000
# A text of more numbers is no list of targets; reading on would take minutes.
_MOST = 500


class _Figure(Struct, frozen=True):
    """A number where it stands."""

    match: re.Match[str]
    unit: Unit
    line: int
    begins: int
    ends: int


def read_targets(text: str) -> tuple[Target, ...]:
    """The targets of a text, in its order; a number that nothing calls a target is passed over."""
    signed = nfc(text)
    lowered = signed.lower()
    found: list[Target] = []
    before: _Figure | None = None
    for figure in islice(_figures(lowered), _MOST):
        last = found[-1] if found and before is not None and before.line == figure.line else None
        target = _target(lowered, figure, before if last else None, last)
        if target:
            words = " ".join(signed[figure.begins : figure.ends].split()).strip(" ;.-")
            found.append(replace(target, words=words))
            before = figure
    return tuple(found)


def _figures(text: str) -> Iterator[_Figure]:
    clauses = [found.span() for found in _CLAUSE_END.finditer(text)]
    firsts, lasts = [0, *(end for _, end in clauses)], [*(start for start, _ in clauses), len(text)]
    lines = [at for at, char in enumerate(text) if char == "\n"]
    for match in _FIGURE.finditer(text):
        begins = max(firsts[bisect_right(firsts, match.start()) - 1], match.start() - _REACH)
        ends = min(lasts[bisect_left(lasts, match.end())], match.end() + _REACH)
        yield _Figure(match, _UNITS[match["unit"]], bisect_left(lines, match.start()), begins, ends)


def _target(text: str, figure: _Figure, before: _Figure | None, last: Target | None) -> Target | None:
    match = figure.match
    since = max(figure.begins, before.match.end() if before else 0)
    own = text[since : match.start()]
    behind = _ASIDE.split(text[match.end() : _next_figure(text, figure)], maxsplit=1)[0]
    first, second = _number(match["first"]), _number(match["second"]) if match["second"] else None
    direction = _direction(own, behind, ranged=second is not None)
    growth = bool(_GROWTH.search(own))
    if direction is None and last and before and _goes_on(text[before.match.end() : match.start()], figure, last):
        direction, growth = last.direction, last.growth
    if direction is None and not _is_bare_target(figure, own):
        return None
    measure = measure_of(_without_aside(text, since, figure), _without_aside(text, figure.begins, figure))
    if measure is Measure.OTHER:
        measure = last.measure if last else measure_of(text[max(0, match.start() - _FAR) : match.start()])
    return Target(
        measure=measure,
        value=first,
        unit=figure.unit,
        direction=direction or Direction.EXACTLY,
        upto=second,
        growth=growth,
        scope=(Scope.COMMUNE,)
        if figure.unit is Unit.COMMUNE
        else scope_of(own, behind, text[figure.begins : match.start()]),
    )


def _is_bare_target(figure: _Figure, own: str) -> bool:
    """Whether a number without a word that binds it is one to be reached: a share, or how far something is brought."""
    return figure.unit is Unit.PERCENT or (figure.unit is Unit.COMMUNE and bool(_REACHES.search(own)))


def _without_aside(text: str, since: int, figure: _Figure) -> str:
    """A clause from a place on, without what it says behind its number of purposes and exceptions."""
    return text[since : figure.match.end()] + _ASIDE.split(text[figure.match.end() : figure.ends], maxsplit=1)[0]


def _direction(own: str, behind: str, *, ranged: bool) -> Direction | None:
    """How a number binds by the words since the number before it and right behind it."""
    if ranged:
        return Direction.BETWEEN
    least = [found.start() for found in _AT_LEAST.finditer(own)]
    most = [found.start() for found in _AT_MOST.finditer(own)]
    if most and (not least or most[-1] > least[-1]):
        return Direction.AT_MOST
    return Direction.AT_LEAST if least or _AND_MORE.match(behind) else None


def _goes_on(gap: str, figure: _Figure, last: Target) -> bool:
    """Whether a number is one more of a list: the same unit, a few words further, and nothing new said between."""
    return figure.unit is last.unit and len(gap.split()) <= _SHORT and not _NEW.search(gap)


def _next_figure(text: str, figure: _Figure) -> int:
    following = _FIGURE.search(text, figure.match.end(), figure.ends)
    return following.start() if following else figure.ends


def _number(text: str) -> float:
    """A number as it is written here: 1.600 is sixteen hundred, 99,5 is ninety-nine and a half."""
    return float(text.replace(".", "").replace(",", "."))
