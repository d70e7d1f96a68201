"""Rows of a table with known columns: headings, tasks, and what is left of rows that a page turn has split."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from congkhai.editing.importers.blocks import Grid, Row
from congkhai.editing.importers.likeness import TICKS, time_likeness
from congkhai.editing.importers.marks import Mark, MarkKind, read_mark, split_mark
from congkhai.editing.importers.tables.columns import FIELDS, Column, Header, Role
from congkhai.editing.importers.tables.headings import is_heading_row, role_of
from congkhai.foundation.text import fold

# A text that cannot end here: its last word is a preposition or a conjunction, or a comma stands behind it.
_DANGLING = re.compile(
    r"(?:,|\b(?:của|và|các|những|cho|về|trong|với|tại|theo|đến|từ|được|để|do|hoặc|là|trên|việc|số))$"
)
# Words (folded) with which a cell that names agencies may begin small: a plural, or "as above".
_OWN_WORDS = re.compile(r"(?:cac|nhung|toan the|tat ca|nt|nhu tren)\b")
# What the rows that are no tasks begin with (folded).
_SUM = re.compile(
    r"(?:tong(?: cong| so| kinh phi)?|cong(?: cong)?)(?:\s*[:(]|\s*$|\s+(?:\d|cac\b|so\b|nhiem vu|toan|[ivx]+\b))"
)
_SIGNATURE = re.compile(
    r"nguoi (?:lap(?: bieu| bang)?|tong hop|kiem tra|ky)|thu truong(?: don vi| co quan)?|(?:pho )?(?:chu tich|giam doc|"
    r"truong phong|truong ban|chanh van phong|hieu truong)|k[yý],? (?:ghi ro )?(?:ho,? ?ten|dong dau).*|da ky|"
    r"xac nhan.*|"
    r".{2,25}, ngay.{0,8}thang.{0,8}nam.{0,6}"
)
_SPEAKS = re.compile(
    r"\(?\*{0,3}\)?\s*(?:ghi chu|chu thich|luu y)\s*[:(]|\(\*+\)|\*+\s?\S|"
    r"nguon\s*:|don vi tinh\s*:|\(?don vi\s*:"
)


class PlanRow(Struct, frozen=True):
    """One row of an annex, its cells by role; `number` as printed, `row` its rank in the grid."""

    mark: Mark | None
    group: str
    title: str
    fields: tuple[tuple[Role, str], ...]
    row: int
    group_repeats: bool = False
    number_repeats: bool = False
    title_repeats: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether only a number and a title stand in the row."""
        return not any(text for _, text in self.fields)

    def field(self, role: Role) -> str:
        """The text of one field, "" where the table has no such column."""
        return dict(self.fields).get(role, "")


def read_rows(grid: Grid, header: Header) -> tuple[list[PlanRow], list[int]]:
    """The rows below a heading, and the ranks of those passed over: repeated headings and rows (1) (2) (3)."""
    rows: list[PlanRow] = []
    passed: list[int] = []
    for index in range(header.body_row, len(grid.rows)):
        row = grid.rows[index]
        if not any(cell.text for cell in row):
            continue
        if _repeats_heading(row, header) or _counts_columns(row) or _is_signature(row):
            passed.append(index)
            continue
        made = _plan_row(row, header.columns, index)
        if _is_no_task(made):
            passed.append(index)
        else:
            rows.append(made)
    return list(join_split_rows(rows)), passed


def merged_agencies(grid: Grid, header: Header) -> Iterator[tuple[int, str]]:
    """The rows whose lead agency reaches over the column of those that help, each with its text."""
    roles = header.roles
    for index in range(header.body_row, len(grid.rows)):
        row = grid.rows[index]
        for at in range(1, min(len(row), len(roles))):
            if {roles[at - 1], roles[at]} == {Role.LEAD, Role.COORDINATION} and row[at].across and row[at].text:
                alone = len({cell.text for cell in row if cell.text}) < 3
                if not alone:
                    yield index, row[at].text


def join_split_rows(rows: Sequence[PlanRow]) -> Iterator[PlanRow]:
    """Join a row to the one above where a page turn has split it."""
    held: PlanRow | None = None
    tasks = [row for row in rows if not row.is_heading]
    numbered = sum(row.mark is not None for row in tasks) > 0.5 * len(tasks)
    for row in rows:
        if held and _continues(row, held, numbered=numbered):
            held = _joined(held, row)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _is_signature(row: Row) -> bool:
    """Whether only those who drew up and signed the table stand in a row."""
    texts = [cell.own for cell in row if cell.own]
    return all(_SIGNATURE.fullmatch(fold(text).strip(" .:()")) for text in texts)


def _is_no_task(row: PlanRow) -> bool:
    """Whether a row sums up the table or speaks about it: "Tổng cộng …", "Ghi chú: …", "(*) …"."""
    if any(row.field(role) for role in FIELDS):
        return False
    return bool(_SUM.match(fold(row.title)) or (row.is_heading and _SPEAKS.match(fold(row.title))))


def _plan_row(row: Row, columns: Sequence[Column], index: int) -> PlanRow:
    texts = {role: _values(row, columns, role) for role in Role}
    number, title = " ".join(texts[Role.NUMBER]), "\n".join(texts[Role.TITLE])
    mark = read_mark(number) if number else None
    if mark is None and number:
        mark, rest = split_mark(number)
        title = f"{rest}\n{title}" if title else rest
    if mark is None and title:
        mark, title = split_mark(title)
    fields = [(role, "\n".join(texts[role])) for role in FIELDS if any(column.role is role for column in columns)]
    remark = "\n".join([*texts[Role.REMARK], *_labelled(row, columns)])
    if remark or any(column.role is Role.REMARK for column in columns):
        fields.append((Role.REMARK, remark))
    group = "\n".join(texts[Role.GROUP])
    if group and not title and not any(text for _, text in fields):
        group, title = "", group
    return PlanRow(
        mark, group, title, tuple(fields), index,
        _repeated(row, columns, Role.GROUP), _repeated(row, columns, Role.NUMBER), _repeated(row, columns, Role.TITLE),
    )  # fmt: skip


def _values(row: Row, columns: Sequence[Column], role: Role) -> list[str]:
    """The texts of all columns of one role; where ticks stand below dates, the dates."""
    found: list[str] = []
    several = sum(column.role is role for column in columns) > 1
    if role is Role.TIME and (span := _span(row, columns)):
        return [span]
    for cell, column in zip(row, columns, strict=False):
        if column.role is not role or not cell.own:
            continue
        ticked = several and cell.text in TICKS
        text = column.label if ticked else cell.text
        found.append(f"{column.label}: {text}" if several and not ticked and role is Role.TIME else text)
    return found


def _span(row: Row, columns: Sequence[Column]) -> str:
    """The time of a row whose start and end stand in columns of their own ("01/3/2026 – 30/6/2026")."""
    ends = {column.side: cell.own for cell, column in zip(row, columns, strict=False) if column.role is Role.TIME}
    last = ends.get("end", ends.get(""))
    return (
        " – ".join(filter(None, (ends["start"], last)))
        if len(ends) == 2 and "start" in ends and last is not None
        else ""
    )


def _labelled(row: Row, columns: Sequence[Column]) -> list[str]:
    """The cells of columns that a task has no key for, each behind its heading."""
    return [
        _behind_heading(cell.own, column)
        for cell, column in zip(row, columns, strict=False)
        if column.role is Role.OTHER and cell.own
    ] + [cell.own for cell in row[len(columns) :] if cell.own]


def _behind_heading(text: str, column: Column) -> str:
    """A cell behind the heading of its column; a tick says the heading itself ("Hình thức xử lý: Thay thế")."""
    if text in TICKS and column.above:
        return f"{column.above}: {column.label}"
    return f"{column.label}: {text}" if column.heading else text


def _repeated(row: Row, columns: Sequence[Column], role: Role) -> bool:
    return any(cell.down for cell, column in zip(row, columns, strict=False) if column.role is role)


def _repeats_heading(row: Row, header: Header) -> bool:
    if not is_heading_row(row) and not any(role_of(cell.text) is Role.NUMBER for cell in row[:1]):
        return False
    texts = [(role_of(cell.text), column.role) for cell, column in zip(row, header.columns, strict=False) if cell.text]
    same = sum(found is wanted or (wanted is Role.GROUP and found is Role.TITLE) for found, wanted in texts)
    return len(texts) > 1 and same >= 0.6 * len(texts)


def _counts_columns(row: Row) -> bool:
    marks = [read_mark(cell.text) for cell in row if cell.text]
    if len(marks) < 3 or len(marks) < len(row) - 1:
        return False
    kinds = {mark.kind for mark in marks if mark and mark.kind is not MarkKind.DOTTED}
    return all(marks) and len(kinds) == 1


def _continues(row: PlanRow, above: PlanRow, *, numbered: bool) -> bool:
    """Whether a row is the rest of the one above: no number, no start of a sentence, or lone scraps of cells.

    Where the rows of the table are numbered, one cell that goes on in mid-sentence is enough.
    """
    if row.mark or row.group or row.title_repeats or row.number_repeats or above.is_heading:
        return False
    scraps = [text for _, text in row.fields if text]
    small = [_goes_on(role, text, above.field(role)) for role, text in row.fields if text]
    if row.title:
        goes_on = any(small) if numbered else bool(small) and all(small)
        cut = bool(_DANGLING.search(above.title)) and (numbered or not scraps)
        return _is_middle(row.title) or cut or (goes_on and _is_open(above.title))
    whole = bool(row.field(Role.LEAD)) and bool(row.field(Role.TIME)) and not all(small)
    return bool(scraps) and not whole


def _goes_on(role: Role, text: str, upper: str) -> bool:
    """Whether a cell is the rest of the one above: it begins in mid-sentence, and not as cells of its column may.

    Many write "trước 15/6" and "các ngành liên quan" with a small letter; below a text that can't end they are a rest.
    """
    own = time_likeness(text) == 2 if role is Role.TIME else _OWN_WORDS.match(fold(text)) is not None
    return _is_middle(text) and not (own and upper and not _DANGLING.search(upper))


def _is_middle(text: str) -> bool:
    """Whether a text begins in mid-sentence."""
    return text[:1].islower() or text[:1] in "(,;.)"


def _is_open(text: str) -> bool:
    return not text.endswith((".", ";", ":", "!", "?"))


def _joined(above: PlanRow, row: PlanRow) -> PlanRow:
    fields = tuple((role, _glue(text, row.field(role))) for role, text in above.fields)
    return replace(above, title=_glue(above.title, row.title), fields=fields)


def _glue(upper: str, lower: str) -> str:
    if not upper or not lower:
        return upper or lower
    starts_entry = lower[:1] in "-+" or (lower[:1].isupper() and not _is_open(upper))
    return f"{upper}\n{lower}" if starts_entry else f"{upper} {lower}"
