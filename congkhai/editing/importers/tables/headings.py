"""Where the heading of a table stands, and what its columns are for, in any wording and order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from congkhai.editing.importers.blocks import Cell, Grid, Row
from congkhai.editing.importers.likeness import TICKS
from congkhai.editing.importers.marks import read_mark
from congkhai.editing.importers.tables.columns import FIELDS, Column, Header, Role
from congkhai.editing.importers.tables.meaning import LONGEST_HEADING, Meaning, Sort, meaning_of
from congkhai.editing.importers.tables.settling import settle
from congkhai.foundation.text import fold

_SEARCH_DEPTH = 40  # a table in a spreadsheet may begin below a head of many lines
_SHORT = 60  # letters: what a heading in a second row has at most
# Columns of an estimate of costs (folded): its rows are things to pay for.
_ESTIMATE = re.compile(r"don gia|thanh tien|so luong|dinh muc chi")
_ROLES = {
    Sort.NUMBER: Role.NUMBER,
    Sort.TASK: Role.TITLE,
    Sort.GROUP: Role.TITLE,
    Sort.LEAD: Role.LEAD,
    Sort.COORDINATION: Role.COORDINATION,
    Sort.TIME: Role.TIME,
    Sort.RESULT: Role.DELIVERABLE,
    Sort.REMARK: Role.REMARK,
    Sort.OTHER: Role.OTHER,
}


def role_of(heading: str) -> Role | None:
    """The role that a heading names, or none ("Tiến độ" → time; "Đơn vị chủ trì, phối hợp" → lead)."""
    meaning = meaning_of(heading)
    return _ROLES[meaning.sort] if meaning else None


def find_header(grid: Grid) -> Header | None:
    """The heading of a table of tasks, or none if the table is something else."""
    for index, row in enumerate(grid.rows[:_SEARCH_DEPTH]):
        texts = [cell.text for cell in row]
        below = index + 1
        while below < len(grid.rows) and below < index + 4 and is_second_row(grid.rows, below, row):
            texts = _joined_rows(texts, grid.rows[below])
            below += 1
        if is_heading_row(row) or (below > index + 1 and is_heading_row(tuple(Cell(text) for text in texts))):
            header = settle(grid, Header(read_columns(texts), index, below))
            return header if names_tasks(header.columns) else None
    return None


def is_heading_row(row: Row) -> bool:
    """Whether a row names columns: the task, and at least one of who, when and what comes out."""
    texts = [cell.own for cell in row if cell.own]
    if len(texts) < 2 or max(map(len, texts)) > LONGEST_HEADING or any(read_mark(text) for text in texts):
        return False
    meanings = [_column_meaning(text) for text in texts]
    known = [meaning for meaning in meanings if meaning]
    if len(known) < len(texts) * 0.6:
        return False
    roles = {_ROLES[sort] for meaning in known for sort in (meaning.sort, meaning.also) if sort}
    return bool(roles & set(FIELDS)) and (Role.TITLE in roles or (Role.NUMBER in roles and len(texts) > 2))


def names_tasks(columns: Iterable[Column]) -> bool:
    """Whether columns name tasks and something of them, if only behind a slash; an estimate of costs names none."""
    columns = tuple(columns)
    roles = {column.role for column in columns}
    if any(_ESTIMATE.match(fold(column.label)) for column in columns):
        return False
    also = {meaning.also for column in columns if (meaning := meaning_of(column.heading))}
    return Role.TITLE in roles and bool(roles & set(FIELDS) or also & {Sort.LEAD, Sort.COORDINATION, Sort.TIME})


def read_columns(texts: Sequence[str]) -> tuple[Column, ...]:
    """The columns that headings name; of several for the lead agency the one that names it most clearly counts."""
    meanings = [_column_meaning(text) for text in texts]
    roles = [_ROLES[meaning.sort] if meaning else Role.OTHER for meaning in meanings]
    chief = max((meaning.strength for meaning in meanings if meaning and meaning.sort is Sort.LEAD), default=0)
    for index, meaning in enumerate(meanings):
        weaker = meaning is not None and meaning.sort is Sort.LEAD and meaning.strength < chief
        if weaker and not (chief < 3 and _above(texts[index])):
            roles[index] = Role.OTHER
    _order_titles(roles, meanings)
    if Role.NUMBER not in roles and roles[:2] == [Role.OTHER, Role.TITLE] and not texts[0].strip():
        roles[0] = Role.NUMBER
    sides = [meaning.side if meaning and meaning.sort is Sort.TIME else "" for meaning in meanings]
    headings = ["\n".join(" ".join(line.split()) for line in text.split("\n")) for text in texts]
    return tuple(Column(*parts) for parts in zip(roles, headings, sides, strict=True))


def is_second_row(rows: Sequence[Row], index: int, above: Row) -> bool:
    """Whether a row is the lower half of a heading: it is blank or merged but below headings that are wide or blank."""
    row = rows[index]
    fresh = [at for at, cell in enumerate(row) if cell.text and not cell.down and not cell.across]
    if not fresh or any(len(row[at].text) > _SHORT or read_mark(row[at].text) for at in fresh):
        return False
    if any(row[at].text in TICKS for at in fresh) or (row[0].text and not row[0].down):
        return False
    under = [_is_wide(above, at) for at in fresh]
    if not all(under):
        return False
    named = sum(_column_meaning(row[at].text) is not None for at in fresh)
    whole = all(cell.down or cell.across or not cell.text for at, cell in enumerate(row) if at not in fresh)
    return named == len(fresh) or (whole and len(fresh) > 1)


def _is_wide(above: Row, at: int) -> bool:
    """Whether the heading above a place reaches over several columns: merged, or with blank places behind it."""
    if at >= len(above) or above[at].across or not above[at].text:
        return any(cell.text for cell in above[: at + 1])
    following = above[at + 1] if at + 1 < len(above) else Cell("")
    return following.across or not following.text


def _column_meaning(text: str) -> Meaning | None:
    """The meaning of a heading of one or two rows: the lower row decides, unless money or the like stands above."""
    upper, lower = _above(text), text.split("\n")[-1]
    over = meaning_of(upper) if upper else None
    found = meaning_of(lower)
    whole = found or meaning_of(text)
    if over is None or (over.sort is Sort.LEAD and over.strength < 3 and found):
        return whole
    if over.sort is Sort.OTHER and not (found and found.sort in (Sort.LEAD, Sort.COORDINATION)):
        return over
    if found and found.side == "period" and over.sort is not Sort.TIME:
        return Meaning(Sort.OTHER)
    return found or over


def _above(text: str) -> str:
    """The general heading above the lowest line of a heading; a heading that is only wrapped has none."""
    lines = text.split("\n")
    upper = " ".join(lines[:-1])
    return upper if len(lines) > 1 and meaning_of(upper) and (meaning_of(lines[-1]) or len(lines) == 2) else ""


def _order_titles(roles: list[Role], meanings: Sequence[Meaning | None]) -> None:
    """Of several columns named like tasks, the last that names single tasks holds them; one before it holds groups."""
    titles = [at for at, role in enumerate(roles) if role is Role.TITLE]
    if len(titles) < 2:
        return
    plain = [at for at in titles if (meaning := meanings[at]) and meaning.sort is Sort.TASK]
    task = plain[-1] if plain and plain[-1] - titles[0] <= len(titles) else (plain or titles)[0]
    for at in titles:
        roles[at] = Role.TITLE if at == task else Role.GROUP if at < task else Role.OTHER
    for at in [at for at in titles if roles[at] is Role.GROUP][:-1]:
        roles[at] = Role.OTHER


def _joined_rows(texts: Sequence[str], row: Row) -> list[str]:
    """The headings of two rows, one below the other; a heading with blank places behind it reaches over them."""
    lower = [cell.text for cell in row[: len(texts)]] + [""] * (len(texts) - len(row))
    joined: list[str] = []
    last = ""
    for upper, below in zip(texts, lower, strict=True):
        last = upper or (last if below else "")
        joined.append(_joined(last, below) if below else upper)
    return joined


def _joined(upper: str, lower: str) -> str:
    return upper if not lower or lower == upper else f"{upper}\n{lower}" if upper else lower
