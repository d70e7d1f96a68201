"""Headings of tables inside a bare sequence of cells: where they begin and end, and the columns they make."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from congkhai.editing.importers.likeness import is_period
from congkhai.editing.importers.marks import MarkKind, ordinal, read_mark
from congkhai.editing.importers.tables.columns import FIELDS, Column, Role
from congkhai.editing.importers.tables.headings import read_columns, role_of
from congkhai.foundation.text import fold

_LONGEST_WORDS = 24
_WIDEST = 10  # columns that a second row of headings may leave blank
_FIELDS = set(FIELDS)


class HeadingRun(Struct, frozen=True):
    """The headings of one table: pieces `start` to `stop` (behind the last one, number row included)."""

    columns: tuple[Column, ...]
    start: int
    stop: int


def find_heading_runs(texts: Sequence[str]) -> list[HeadingRun]:
    """All runs of cells that name the columns of a table of tasks; text before the first heading is tolerated."""
    runs: list[HeadingRun] = []
    index = 0
    while index < len(texts):
        run = _run_at(texts, index)
        if run:
            runs.append(run)
        index = run.stop if run else index + 1
    return runs


def _run_at(texts: Sequence[str], start: int) -> HeadingRun | None:
    first = last_heading(texts[start])
    begins = role_of(first) in (Role.NUMBER, Role.TITLE) and len(first.split()) <= _LONGEST_WORDS
    if not begins or (start and read_mark(texts[start - 1])):
        return None
    names = [first]
    stop = start + 1
    while stop < len(texts):
        stop = _below_blanks(texts, stop) if len(names) > 2 else stop
        if not _continues(texts, stop, names):
            break
        names.append(texts[stop])
        stop += 1
    if sum(map(is_period, names)) == 1 and is_period(names[-1]):
        names.pop()  # "Năm 2026" below the headings is a row
        stop -= 1
    roles = {role_of(name) for name in names}
    if len(names) < 3 or Role.TITLE not in roles or len(roles & _FIELDS) + (Role.NUMBER in roles) < 2:
        return None
    columns = read_columns(_two_rows(names))
    while len(columns) < len(names) and stop < len(texts) and not texts[stop]:
        stop += 1  # the blank places at the end of a second row of headings
    return HeadingRun(columns, start, stop + _number_row(texts[stop : stop + len(columns) + 1]))


def _below_blanks(texts: Sequence[str], at: int) -> int:
    """The rank of the first heading of a second row, behind the blank places at its start; else the rank as it is."""
    ahead = next((to for to in range(at, min(at + _WIDEST, len(texts))) if texts[to]), at)
    text = texts[ahead]
    lower = role_of(text) in (Role.LEAD, Role.COORDINATION, Role.TIME) and len(text.split()) < 4 and not is_period(text)
    return ahead if lower else at


def last_heading(text: str) -> str:
    """The last line of a piece, or its last two where a heading is wrapped ("…như sau:\\nSố\\nTT" → "Số TT")."""
    lines = text.split("\n")
    two = " ".join(lines[-2:])
    if role_of(two) is Role.NUMBER or (len(lines) < 3 and role_of(lines[-1]) is not Role.NUMBER):
        return two
    return lines[-1]


def _continues(texts: Sequence[str], index: int, names: list[str]) -> bool:
    text = " ".join(texts[index].split())
    if not text or read_mark(text) or len(text.split()) > _LONGEST_WORDS or text[:1] in "-+" or text[:1].islower():
        return False
    role = role_of(text)
    if role is Role.TITLE:
        return role_of(names[-1]) in (Role.NUMBER, Role.TITLE) and len(names) < 4
    seen = {role_of(name) for name in names}
    if role is None:
        following = texts[index + 1 : index + 2]
        return bool(following) and role_of(following[0]) in _FIELDS | {Role.REMARK} and Role.TITLE in seen
    return role is not Role.NUMBER and (role not in seen or role in (Role.LEAD, Role.TIME, Role.OTHER))


def _two_rows(names: list[str]) -> list[str]:
    """Put the lower half of a two-row heading under its parent ("Phân công thực hiện" over "Chủ trì", "Phối hợp")."""
    for tail in range(3, len(names) - 1):
        lower = names[tail:]
        roles = [role_of(name) for name in lower]
        if (
            roles[0] not in (Role.LEAD, Role.TIME)
            or len(lower) > 4
            or set(roles) - {Role.LEAD, Role.COORDINATION, Role.TIME}
        ):
            continue
        parents = [at for at in range(1, tail) if role_of(names[at]) is roles[0]]
        if parents and len(lower) > 1 and not any("chu tri" in fold(names[at]) for at in parents):
            at = parents[0]
            return [*names[:at], *(f"{names[at]}\n{name}" for name in lower), *names[at + 1 : tail]]
    return names


def _number_row(texts: Sequence[str]) -> int:
    """How many pieces a row (1) (2) (3) behind the headings takes: 0 where there is none."""
    count = 0
    for text in texts:
        mark = read_mark(text)
        if mark is None or mark.kind is not MarkKind.NUMBER or ordinal(mark.parts[0]) != count + 1:
            break
        count += 1
    return count if count > 2 else 0
