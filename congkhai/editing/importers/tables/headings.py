"""What each column of a table is for, read from its headings in any wording and order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from congkhai.editing.importers.blocks import Grid, Row
from congkhai.editing.importers.marks import read_mark
from congkhai.foundation.text import fold

_SEARCH_DEPTH = 40  # a table in a spreadsheet may begin below a head of many lines
_LONGEST_HEADING = 90


class Role(StrEnum):
    """What a column holds; the values are the keys of a task where there is one."""

    NUMBER = "number"
    GROUP = "group"
    TITLE = "title"
    LEAD = "lead"
    COORDINATION = "coordination"
    TIME = "time"
    DELIVERABLE = "deliverable"
    REMARK = "remark"
    OTHER = "other"


class Column(Struct, frozen=True):
    """One column: what it is for and its heading as printed (both rows of a two-row heading)."""

    role: Role
    heading: str

    @property
    def label(self) -> str:
        """The heading without the general one above it; in small letters where it stands in capitals."""
        last = self.heading.split("\n")[-1]
        return last.capitalize() if last.isupper() else last


class Header(Struct, frozen=True):
    """The heading of a table: its columns and the first row below it."""

    columns: tuple[Column, ...]
    first_row: int
    body_row: int

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles in the order of the columns."""
        return tuple(column.role for column in self.columns)


# The first pattern (over folded text) that is found decides; so "kết quả thực hiện" is a product, no agency.
_PATTERNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.NUMBER, re.compile(r"^(?:so )?(?:s?tt|thu tu)$|^(?:#|no\.?|so)$")),
    (Role.REMARK, re.compile(r"ghi chu|^(?:mot so )?luu y$")),
    (Role.OTHER, re.compile(r"kinh phi|nguon (?:von|luc|so lieu)|du toan|lanh dao|don vi tinh|(?:cap|"
                            r"co quan|don vi) "
                            r"(?:trinh|ban hanh|phe duyet|tham dinh)|nguoi ky|tham quyen|can cu|du kien so|"
                            r"dien thoai|"
                            r"van ban (?:giao|chi dao)|uu tien|^dia diem|^doi tuong|^thanh phan")),
    (Role.LEAD, re.compile(r"chu tri")),
    (Role.COORDINATION, re.compile(r"phoi hop|^(?:cac )?(?:co quan|"
                                   r"don vi)[,/ ]*(?:don vi )?(?:co )?lien quan")),
    (Role.TIME, re.compile(r"thoi (?:gian|han|diem|hạn)|tien do|lo trinh|moc |ngay hoan thanh|thoi ky|ky han|"
                           r"^(?:du kien )?hoan thanh|^quy [iv\d]+$|^thang \d+$|^nam \d{4}$|"
                           r"\bhan (?:hoan thanh|xu ly|cuoi)|^bat dau|^ket thuc|"
                           r"ky bao cao|^tg\b|deadline")),
    (Role.DELIVERABLE, re.compile(r"san pham|ket qua|dau ra|hinh thuc (?:van ban|thuc hien)|yeu cau can dat")),
    (Role.LEAD, re.compile(r"(?:don vi|co quan|to chuc|bo phan|ca nhan|nguoi|phong|ban)\b.*(?:thuc hien|"
                           r"phu trach|tham muu|"
                           r"trien khai|trach nhiem|dau moi|duoc (?:giao|phan cong)|bao cao|soan thao)|"
                           r"phan cong|trach nhiem|"
                           r"dau moi|^(?:co quan|don vi|(?:co quan|don vi)[,/ ]+(?:don vi|co quan))$|"
                           r"^thuc hien$|"
                           r"^(?:nguoi|don vi) phu trach")),
    (Role.TITLE, re.compile(r"nhiem vu|noi dung|cong viec|hoat dong|giai phap|tieu chi|danh muc|"
                            r"viec can lam|^ten\b|"
                            r"linh vuc|muc tieu|chi tieu|van de|de an|hang muc|nhom|dau viec")),
)  # fmt: skip
# Headings that stand above several columns and say little themselves.
_PARENT = re.compile(r"phan cong|to chuc thuc hien|co quan|don vi|thoi gian|thuc hien|tien do|trach nhiem")
_GROUP = re.compile(
    r"noi dung|linh vuc|nhom|muc tieu|muc|nhiem vu (?:chung|trong tam|chinh)|chuyen de|"
    r"tieu chi"
)
_TASK = re.compile(r"nhiem vu|cong viec|hoat dong|giai phap|noi dung|san pham")


def role_of(heading: str) -> Role | None:
    """The role that a heading names, or none ("Tiến độ" → time; "Đơn vị chủ trì, phối hợp" → lead)."""
    folded = fold(" ".join(heading.split())).strip(" .:*()")
    if not folded or len(folded) > _LONGEST_HEADING:
        return None
    return next((role for role, pattern in _PATTERNS if pattern.search(folded)), None)


def find_header(grid: Grid) -> Header | None:
    """The heading of a table of tasks, or none if the table is something else."""
    for index, row in enumerate(grid.rows[:_SEARCH_DEPTH]):
        if is_heading_row(row):
            texts = [cell.text for cell in row]
            below = index + 1
            while below < len(grid.rows) and _is_second_row(grid.rows[below], row):
                texts = [_joined(*pair) for pair in zip(texts, _texts(grid.rows[below], len(texts)), strict=True)]
                below += 1
            return settle_groups(grid, Header(read_columns(texts), index, below))
    return None


def is_heading_row(row: Row) -> bool:
    """Whether a row names columns: the task, and at least one of who, when and what comes out."""
    texts = [cell.own for cell in row]
    if any(read_mark(text) for text in texts):
        return False
    roles = {role for text in texts if text and (role := role_of(text))}
    named = sum(role_of(text) is not None for text in texts)
    filled = sum(bool(text) for text in texts)
    if max((len(text) for text in texts), default=0) > _LONGEST_HEADING or named < filled * 0.6:
        return False
    return bool(roles & set(_FIELDS)) and (Role.TITLE in roles or (Role.NUMBER in roles and filled > 2))


def read_columns(texts: Sequence[str]) -> tuple[Column, ...]:
    """The columns that headings name; of two columns for tasks the general one holds groups."""
    roles = [_child_role(text) for text in texts]
    titles = [index for index, role in enumerate(roles) if role is Role.TITLE]
    if len(titles) > 1:
        task = _task_column(titles, texts)
        for index in titles:
            roles[index] = Role.TITLE if index == task else Role.GROUP if index < task else Role.OTHER
        groups = [index for index, role in enumerate(roles) if role is Role.GROUP]
        for index in groups[:-1]:
            roles[index] = Role.OTHER
    if not titles:
        _choose_title(roles, texts)
    if Role.NUMBER not in roles and roles[:2] == [Role.OTHER, Role.TITLE] and not texts[0].strip():
        roles[0] = Role.NUMBER
    if any(role is Role.LEAD and "chu tri" in fold(text) for role, text in zip(roles, texts, strict=True)):
        roles = [
            Role.OTHER if role is Role.LEAD and "chu tri" not in fold(text) and "\n" not in text else role
            for role, text in zip(roles, texts, strict=True)
        ]
    headings = ["\n".join(" ".join(line.split()) for line in text.split("\n")) for text in texts]
    return tuple(Column(role, heading) for role, heading in zip(roles, headings, strict=True))


def settle_groups(grid: Grid, header: Header) -> Header:
    """Let the cells decide which of two columns for tasks holds groups: the one blank or merged in most rows."""
    roles = list(header.roles)
    tasks = [at for at, role in enumerate(roles) if role in (Role.GROUP, Role.TITLE)]
    tasks += [
        at
        for at, column in enumerate(header.columns)
        if roles[at] is Role.OTHER and role_of(column.label) is Role.TITLE
    ]
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


def _own_share(grid: Grid, start: int, column: int) -> float:
    """The share of rows with several cells in which a column has a text of its own, unlike the row above."""
    rows = [row for row in grid.rows[start:] if sum(bool(cell.own) for cell in row) > 2 and column < len(row)]
    own, last = 0, ""
    for row in rows:
        own += bool(row[column].own) and not row[column].down and row[column].text != last
        last = row[column].text
    return own / len(rows) if len(rows) > 2 else 0.0 if column else 1.0


_FIELDS = (Role.LEAD, Role.COORDINATION, Role.TIME, Role.DELIVERABLE)


def _child_role(text: str) -> Role:
    """The role of a heading of one or two rows: the lower row decides if it names one."""
    for part in (text.split("\n")[-1], text):
        role = role_of(part)
        if role:
            return role
    return Role.OTHER


def _task_column(titles: list[int], texts: Sequence[str]) -> int:
    """Of several columns named like tasks, the one that holds the single task: the last that is named so."""
    ranked = [
        index
        for index in titles
        if re.search(
            r"nhiem vu|cong viec|hoat dong|"
            r"giai phap",
            fold(texts[index]),
        )
    ]
    general = [index for index in titles if _GROUP.search(fold(texts[index]))]
    if ranked and (len(ranked) == 1 or general):
        return ranked[-1] if ranked[-1] > min(titles) or len(titles) == 1 else ranked[0]
    return titles[-1] if _TASK.search(fold(texts[titles[-1]])) else titles[0]


def _choose_title(roles: list[Role], texts: Sequence[str]) -> None:
    """Where no heading names the task, the first column with an unknown heading holds it."""
    for index, role in enumerate(roles):
        if role is Role.OTHER and texts[index].strip():
            roles[index] = Role.TITLE
            return


def _is_second_row(row: Row, above: Row) -> bool:
    """Whether a row is the lower half of a heading: its new cells name columns below a general heading."""
    fresh = [cell.text for cell in row if cell.text and not cell.down and not cell.across]
    repeated = any(cell.down or cell.across for cell in row)
    if not fresh or any(len(text) > _LONGEST_HEADING or read_mark(text) for text in fresh):
        return False
    named = sum(role_of(text) is not None for text in fresh)
    blank_left = not row[0].text or row[0].down
    under_parent = any(cell.across for cell in above) or any(
        cell.text and parent.text and _PARENT.search(fold(parent.text))
        for cell, parent in zip(row, above, strict=False)
    )
    return blank_left and under_parent and (named == len(fresh) or (repeated and named >= len(fresh) / 2))


def _joined(upper: str, lower: str) -> str:
    return upper if not lower or lower == upper else f"{upper}\n{lower}" if upper else lower


def _texts(row: Row, width: int) -> list[str]:
    texts = [cell.text for cell in row[:width]]
    return texts + [""] * (width - len(texts))
