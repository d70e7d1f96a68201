"""What an import found, guessed and could not place, so that an editor knows what needs eyes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from congkhai.foundation.problem import Place, Problem, Problems


class Understanding(Struct, frozen=True):
    """How the caller's readers judge a cell: whether every agency, or the time, in it is understood."""

    agency: Callable[[str], bool]
    time: Callable[[str], bool]


@dataclass(slots=True)
class ImportReport:
    """Counts and problems of one import; codes: import-guess-…, import-cell-…, import-leftover, import-row-…."""

    path: str
    tables: int = 0
    rows: int = 0
    groups: int = 0
    sections: int = 0
    line: int = 0  # the line of a file of many records that this report is about
    problems: Problems = field(default_factory=Problems)
    sectors: dict[str, str] = field(default_factory=dict)
    decisions: dict[str, None] = field(default_factory=dict)

    def needs(self, sector_id: str, sector: str, decision: str) -> None:
        """Keep what a procedure names and an import does not bring: its sector (id and name) and its decision."""
        if sector_id:
            self.sectors.setdefault(sector_id, sector)
        if decision:
            self.decisions.setdefault(decision)

    def note(self, code: str, line: int = 0, column: int = 0, /, **values: object) -> None:
        """Note something about a place of the source (line of a text, row of a table)."""
        pairs = tuple((name, str(value)) for name, value in values.items())
        self.problems.extend([Problem(code, Place(self.path, line, column), pairs)])

    def fail(self, code: str, values: Mapping[str, object]) -> None:
        """Note why the file could not be read."""
        pairs = {"file": self.path, **{name: str(value) for name, value in values.items()}}
        self.problems.extend([Problem(code, Place(self.path), tuple(pairs.items()))])

    def count(self, code: str) -> int:
        """How many problems of one code were noted."""
        return sum(problem.code == code for problem in self.problems.found)

    def leftovers(self) -> tuple[str, ...]:
        """The texts that found no place in the draft, in the order of the source."""
        noted = (problem for problem in self.problems.found if problem.code == "import-leftover")
        return tuple(dict(problem.values)["text"] for problem in noted)

    @property
    def failed(self) -> bool:
        """Whether nothing could be drafted."""
        return any(problem.code.startswith("import-file-") for problem in self.problems.found)


class Draft(Struct, frozen=True):
    """A draft record as YAML ("" where the file could not be read), its id, and the report."""

    yaml: str
    report: ImportReport
    id: str = ""


def failed(path: Path, code: str, values: Mapping[str, object]) -> Draft:
    """A draft that could not be made, with the reason."""
    report = ImportReport(path.name)
    report.fail(code, values)
    return Draft("", report)
