"""Rows from a bare sequence of cells: the cheapest way to cut it, given what each column holds.

Text copied from a page keeps the cells and loses the rows; merged cells are there once or not at all. Each way to
cut the sequence into rows has a score (does a cell look like its column? do the numbers follow each other?), and
the best cut is found by dynamic programming, in time linear in the number of cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from congkhai.editing.importers.likeness import in_capitals, is_period
from congkhai.editing.importers.marks import Mark, MarkKind, follows, read_mark, split_mark
from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.fit import fit, look_at

_NEVER = -1e9
_PERIOD = 3.0  # what a period above the first row adds
_REST = 0.1  # what a piece behind the table costs


class Piece(Struct, frozen=True):
    """One cell of the sequence with its line in the file; nothing between two bars may end a row."""

    text: str
    line: int = 0
    ends_row: bool = False


class Habits(Struct, frozen=True):
    """How a shape of text treats cells: what a cell left out costs, and whether one cell may be several pieces."""

    missing: float = -6.0
    several: bool = False
    number: float = 4.0  # what it adds that the number is the cell left out
    lead: float = 1.0  # … or the lead agency


BARS = Habits()
PARAGRAPHS = Habits(missing=-1.2, several=True, number=-1.0, lead=-0.5)

# What it costs that a column has no cell, beside the habit of the shape: groups and remarks are often left out.
_MISSING = {Role.TITLE: -6.0, Role.GROUP: 3.0, Role.COORDINATION: 0.2, Role.REMARK: 0.6, Role.OTHER: 0.6}


class CutRow(Struct, frozen=True):
    """One row: for each column the pieces that stand in it (none: the cell is missing)."""

    cells: tuple[tuple[Piece, ...], ...]


class Cut(Struct, frozen=True):
    """A sequence cut into rows, and the pieces behind the table that belong to none."""

    rows: tuple[CutRow, ...]
    rest: tuple[Piece, ...]


class _Best(Struct, frozen=True):
    score: float
    start: int = -1
    columns: tuple[int, ...] = ()  # the column of each piece
    mark: Mark | None = None


def cut_rows(pieces: Sequence[Piece], roles: Sequence[Role], habits: Habits = BARS) -> Cut:
    """Cut a sequence of cells into rows of a table with these columns; what fits no row is the rest."""
    looks = [look_at(piece.text) for piece in pieces]
    marks = [look.mark for look in looks]
    numbered = [Role.NUMBER not in roles, *(mark is not None for mark in marks)]
    fits = [
        [fit(look, role) - (4.0 if role is Role.GROUP and not numbered[index] else 0.0) for role in roles]
        for index, look in enumerate(looks)
    ]
    longest = len(roles) + (4 if habits.several else 0)
    best: list[_Best] = [_Best(0.0)]
    for end in range(1, len(pieces) + 1):
        choices = []
        for start in _starts(end, longest, marks, numbers_lead=roles[0] is Role.NUMBER):
            score, columns = _align(fits[start:end], pieces[start:end], roles, habits)
            if not start and end == 1 and is_period(pieces[0].text):  # "Năm 2026" above the first row
                score, columns = _PERIOD, (roles.index(Role.TITLE) if Role.TITLE in roles else 0,)
            mark = marks[start] or split_mark(pieces[start].text)[0]
            score += _sequence_score(mark, best[start].mark) + best[start].score
            choices.append(_Best(score, start, columns, mark or best[start].mark))
        best.append(max(choices, key=lambda choice: choice.score))
    end = max(range(len(best)), key=lambda at: best[at].score - _REST * (len(pieces) - at))
    return Cut(_tracker(best[: end + 1], pieces, len(roles)), tuple(pieces[end:]))


def _starts(end: int, longest: int, marks: Sequence[Mark | None], *, numbers_lead: bool) -> Iterator[int]:
    """Where a row that ends before `end` may begin; where numbers stand first, no row reaches back over one."""
    for start in range(end - 1, max(0, end - longest) - 1, -1):
        yield start
        mark = marks[start]
        if numbers_lead and mark and mark.kind is not MarkKind.DASH:
            return


def _sequence_score(mark: Mark | None, previous: Mark | None) -> float:
    if mark is None:
        return 0.0
    return 1.5 if follows(mark, previous) else -0.5


def _align(
    fits: Sequence[Sequence[float]], pieces: Sequence[Piece], roles: Sequence[Role], habits: Habits
) -> tuple[float, tuple[int, ...]]:
    """The best way to lay the pieces into the columns from left to right, and its score."""
    heading = _heading_score(pieces, roles)
    table = [[_NEVER] * len(roles) for _ in pieces]
    origin = [[-1] * len(roles) for _ in pieces]
    extra = {**_MISSING, Role.NUMBER: habits.number, Role.LEAD: habits.lead}
    gaps = [habits.missing + extra.get(role, 0.0) for role in roles]
    for index, row in enumerate(fits):
        for column in range(len(roles)):
            table[index][column], origin[index][column] = _step(index, column, table, gaps)
            if habits.several and index:
                stay = table[index - 1][column] + _same_cell(pieces[index - 1].text, pieces[index].text)
                if stay > table[index][column]:
                    table[index][column], origin[index][column] = stay, column
                    table[index][column] += max(row[column], 0.0) * 0.3
                    continue
            table[index][column] += row[column]
    last = len(pieces) - 1
    scores = [table[last][column] + sum(gaps[column + 1 :]) for column in range(len(roles))]
    column = max(range(len(roles)), key=lambda candidate: scores[candidate])
    whole = scores[column] + (2.0 if len(pieces) == len(roles) else 0.0)
    if heading[0] > whole:
        return heading
    columns = [column]
    for index in range(last, 0, -1):
        column = origin[index][column]
        columns.append(column)
    return whole, tuple(reversed(columns))


def _step(index: int, column: int, table: list[list[float]], gaps: list[float]) -> tuple[float, int]:
    """The best score with which piece `index` may be the first of a column, and the column of the piece before."""
    if index == 0:
        return sum(gaps[:column]), -1
    options = [(table[index - 1][left] + sum(gaps[left + 1 : column]), left) for left in range(column)]
    return max(options, default=(_NEVER, -1))


def _same_cell(upper: str, lower: str) -> float:
    """What it costs to take a piece as a further paragraph of the cell above."""
    if not upper or not lower:
        return _NEVER
    if lower[:1] in "-+*" and upper[:1] in "-+*":
        return 0.5
    if lower[:1].islower() or upper.endswith((":", ",")):
        return -1.0
    if lower[:1] in "-+*(":
        return -3.0
    return -9.0


def _heading_score(pieces: Sequence[Piece], roles: Sequence[Role]) -> tuple[float, tuple[int, ...]]:
    """The score of a heading row: a number and a title, or only a title, merged across the table."""
    if Role.TITLE not in roles or len(pieces) > 2:
        return _NEVER, ()
    title = roles.index(Role.TITLE)
    text = pieces[-1].text
    capitals = 3.0 if in_capitals(text.split("\n")[0]) else 0.0
    if len(pieces) == 2:
        mark = read_mark(pieces[0].text)
        if mark is None or Role.NUMBER not in roles or fit(look_at(text), Role.TITLE) < -1:
            return _NEVER, ()
        roman = 1.5 if mark.kind in (MarkKind.ROMAN, MarkKind.LETTER) else 0.0
        return 4.0 + capitals + roman, (roles.index(Role.NUMBER), title)
    if read_mark(text):
        return _NEVER, ()
    mark = split_mark(text)[0]
    if capitals or (mark and mark.kind in (MarkKind.ROMAN, MarkKind.LETTER)):
        return 1.5 + capitals + (3.0 if mark else 0.0), (title,)
    return (0.5 if mark else _NEVER), (title,)


def _tracker(best: list[_Best], pieces: Sequence[Piece], width: int) -> tuple[CutRow, ...]:
    rows: list[CutRow] = []
    end = len(best) - 1
    while end > 0:
        step = best[end]
        placed = list(zip(pieces[step.start : end], step.columns, strict=True))
        rows.append(CutRow(tuple(tuple(piece for piece, at in placed if at == column) for column in range(width))))
        end = step.start
    return tuple(reversed(rows))
