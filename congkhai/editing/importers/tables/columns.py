"""The columns of a table of tasks: what each is for, its heading, and the heading row as a whole."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


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


FIELDS = (Role.LEAD, Role.COORDINATION, Role.TIME, Role.DELIVERABLE)


class Column(Struct, frozen=True):
    """One column: what it is for and its heading as printed (both rows of a two-row heading).

    `side` tells of a column of times that it holds the start, the end, or stands for a period.
    """

    role: Role
    heading: str
    side: str = ""

    @property
    def label(self) -> str:
        """The heading without the general one above it; in small letters where it stands in capitals."""
        last = self.heading.split("\n")[-1]
        return last.capitalize() if last.isupper() and len(last) > 4 else last

    @property
    def above(self) -> str:
        """The general heading above it, "" where it has none."""
        return self.heading.split("\n")[0] if "\n" in self.heading else ""


class Header(Struct, frozen=True):
    """The heading of a table: its columns, the row it begins in and the first row below it."""

    columns: tuple[Column, ...]
    first_row: int
    body_row: int

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles in the order of the columns."""
        return tuple(column.role for column in self.columns)
