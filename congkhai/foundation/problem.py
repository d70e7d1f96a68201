"""Problems as values: where something is wrong and what, without a word of how it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec import Struct


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning is only shown."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A point in a source file: path relative to the source folder, line and column from 1 (0: unknown).

    `indent` tells how the text of a value lies in the file, so that a point inside the text can be found:
    0 or more is the indentation of a block scalar that begins on the next line, -1 a plain scalar, -2 a quoted one.
    """

    path: str
    line: int = 0
    column: int = 0
    indent: int = -1

    def inside(self, text: str, offset: int) -> Place:
        """The place of character `offset` of the `text` whose value begins here."""
        line_start = text.rfind("\n", 0, offset) + 1
        if self.indent >= 0:
            line = self.line + 1 + text.count("\n", 0, offset)
            return Place(self.path, line, self.indent + offset - line_start + 1)
        return Place(self.path, self.line, self.column + offset + (1 if self.indent == -2 else 0))


class Problem(Struct, frozen=True):
    """One thing that is wrong: its code, its place, the values its sentence needs, and near misses to suggest.

    The sentence for a code, and its severity, stand in the labels catalogue; only `report` prints it.
    """

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """The order of printing: file, line, column, code."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.values)


def to_row(problem: Problem) -> list[Any]:
    """A problem as plain values, fit for JSON."""
    values = [list(pair) for pair in problem.values]
    return [problem.code, list(problem.place), values, list(problem.suggestions)]


def from_row(row: list[Any]) -> Problem:
    """The problem of a row that `to_row` made; raises ValueError or TypeError for any other."""
    code, place, values, suggestions = row
    return Problem(code, Place(*place), tuple((name, value) for name, value in values), tuple(suggestions))


@dataclass(slots=True)
class Problems:
    """A growing list of problems: readers and checks add to it and go on."""

    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, place: Place, *, suggestions: Iterable[str] = (), **values: object) -> None:
        """Note a problem; `values` fill the placeholders of its sentence."""
        pairs = tuple((name, str(value)) for name, value in values.items())
        self.found.append(Problem(code, place, pairs, tuple(suggestions)))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Note problems that were found elsewhere."""
        self.found.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(set(self.found), key=lambda problem: problem.sort_key))

    def __len__(self) -> int:
        return len(self.found)
