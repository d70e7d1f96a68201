"""What the cells of a column say about it, where its heading leaves it open or says too much."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from congkhai.editing.importers.blocks import Grid, Row
from congkhai.editing.importers.likeness import TICKS, looks_like_agency, time_likeness
from congkhai.editing.importers.marks import read_mark
from congkhai.editing.importers.tables.columns import Column, Header, Role
from congkhai.editing.importers.tables.meaning import Sort, meaning_of

# A number with or without a unit behind it: "320", "1.150", "95%", "3,5 tỷ"; a lone year is a time.
_AMOUNT = re.compile(r"(?!(?:19|20)\d\d$)[-+≥≤><~]?\s*\d[\d.,\s]*(?:%|‰|\s*(?:tỷ|triệu|nghìn|đồng|đ))*")
_MOST = 0.6  # of the cells of a column: what they look like, it is


class Cells(Struct, frozen=True):
    """The filled cells of one column of a table, by what they look like (shares of 1)."""

    texts: tuple[str, ...]
    marks: float = 0.0
    ticks: float = 0.0
    amounts: float = 0.0
    times: float = 0.0
    agencies: float = 0.0
    words: float = 0.0  # in the middle


def settle(grid: Grid, header: Header) -> Header:
    """The header with its columns set right by what stands below them."""
    rows = [row for row in grid.rows[header.body_row :] if sum(bool(cell.own) for cell in row) > 2]
    columns = list(header.columns)
    seen = [_cells(rows, at) for at in range(len(columns))]
    _settle_numbers(columns, seen)
    _settle_times(columns, seen)
    _settle_agencies(columns, seen)
    _settle_title(columns, seen)
    return _settle_groups(grid, replace(header, columns=tuple(columns)))


def _cells(rows: Sequence[Row], at: int) -> Cells:
    texts = tuple(row[at].own for row in rows if at < len(row) and row[at].own)
    if not texts:
        return Cells(())
    words = sorted(len(text.split()) for text in texts)[len(texts) // 2]
    return Cells(
        texts,
        marks=_share(texts, [text not in TICKS and read_mark(text) is not None for text in texts]),
        ticks=_share(texts, [text in TICKS for text in texts]),
        amounts=_share(texts, [_AMOUNT.fullmatch(text) is not None for text in texts]),
        times=_share(texts, [time_likeness(text) > 0 for text in texts]),
        agencies=_share(texts, [looks_like_agency(text) for text in texts]),
        words=words,
    )


def _share(texts: Sequence[str], flags: Sequence[bool]) -> float:
    return sum(flags) / len(texts)


def _settle_numbers(columns: list[Column], seen: Sequence[Cells]) -> None:
    """A column of codes ("Mã": NV-01) is none of numbers; so is a second column of numbers."""
    numbers = [at for at, column in enumerate(columns) if column.role is Role.NUMBER]
    for at in numbers:
        long = seen[at].texts and seen[at].marks < 0.3 and max(map(len, seen[at].texts)) > 4
        if long or at != numbers[0]:
            columns[at] = replace(columns[at], role=Role.OTHER)


def _settle_times(columns: list[Column], seen: Sequence[Cells]) -> None:
    """A period is a time where ticks or times stand below it; no amounts, no states; the clearest heading counts."""
    times = [at for at, column in enumerate(columns) if column.role is Role.TIME]
    for at in times:
        cells = seen[at]
        period = columns[at].side == "period"
        like = max(cells.ticks, cells.times)
        bare = bool(cells.texts) and (cells.amounts >= _MOST or (period and like < 0.5))
        state = bool(cells.texts) and cells.times < 0.2 and cells.ticks < 0.5 and len(times) > 1 and not period
        if bare or state:
            columns[at] = replace(columns[at], role=Role.OTHER)
    left = [at for at in times if columns[at].role is Role.TIME and columns[at].side != "period"]
    best = max((_time_rank(columns[at]) for at in left), default=0)
    for at in left:
        if _time_rank(columns[at]) < min(best, 2) or (best == 4 and _time_rank(columns[at]) == 1):
            columns[at] = replace(columns[at], role=Role.OTHER)


def _time_rank(column: Column) -> int:
    meaning = meaning_of(column.label) or meaning_of(column.heading)
    return meaning.strength if meaning and meaning.sort is Sort.TIME else 0


def _settle_agencies(columns: list[Column], seen: Sequence[Cells]) -> None:
    """No column of amounts names agencies."""
    for at, column in enumerate(columns):
        cells = seen[at]
        wrong = cells.amounts >= _MOST or (cells.times >= 0.8 and cells.agencies < 0.2)
        if column.role in (Role.LEAD, Role.COORDINATION) and cells.texts and wrong:
            columns[at] = replace(column, role=Role.OTHER)


def _settle_title(columns: list[Column], seen: Sequence[Cells]) -> None:
    """The title is no column of amounts; where no heading names it, it is the column with the longest sentences."""
    title = next((at for at, column in enumerate(columns) if column.role is Role.TITLE), None)
    if title is not None and not (seen[title].texts and seen[title].amounts >= _MOST):
        return
    if title is not None:
        columns[title] = replace(columns[title], role=Role.OTHER)
    free = [
        at
        for at, column in enumerate(columns)
        if column.role is Role.OTHER and meaning_of(column.heading) is None and column.heading
        and max(seen[at].amounts, seen[at].times, seen[at].agencies, seen[at].ticks) < 0.5
    ]  # fmt: skip
    if free:
        at = max(free, key=lambda at: seen[at].words)
        columns[at] = replace(columns[at], role=Role.TITLE)


def _settle_groups(grid: Grid, header: Header) -> Header:
    """Let the cells decide which of two columns for tasks holds groups: the one blank or merged in most rows."""
    roles = list(header.roles)
    tasks = [at for at, role in enumerate(roles) if role in (Role.GROUP, Role.TITLE)]
    tasks += [at for at, column in enumerate(header.columns) if roles[at] is Role.OTHER and _names_task(column)]
    if len(tasks) < 2 or Role.TITLE not in roles:
        return header
    first, second = sorted(tasks)[:2]
    share = [_own_share(grid, header.body_row, at) for at in (first, second)]
    if roles[first] is Role.GROUP and share[0] > 0.85 and share[1] > 0.5:
        roles[first], roles[second] = Role.TITLE, Role.OTHER
    elif roles[first] is Role.TITLE and share[0] < 0.6 and share[1] > 0.85:
        roles[first], roles[second] = Role.GROUP, Role.TITLE
    columns = (replace(column, role=role) for column, role in zip(header.columns, roles, strict=True))
    return replace(header, columns=tuple(columns))


def _names_task(column: Column) -> bool:
    meaning = meaning_of(column.label)
    return meaning is not None and meaning.sort in (Sort.TASK, Sort.GROUP)


def _own_share(grid: Grid, start: int, column: int) -> float:
    """The share of rows with several cells in which a column has a text of its own, unlike the row above."""
    rows = [row for row in grid.rows[start:] if sum(bool(cell.own) for cell in row) > 2 and column < len(row)]
    own, last = 0, ""
    for row in rows:
        own += bool(row[column].own) and not row[column].down and row[column].text != last
        last = row[column].text
    return own / len(rows) if len(rows) > 2 else 0.0 if column else 1.0
