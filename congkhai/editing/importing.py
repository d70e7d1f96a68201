"""Importing into a source: what its registries understand, what may be written, and the report in words."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from pathlib import Path

import yaml
from msgspec import Struct
from msgspec.structs import replace

from congkhai.editing.importers.again.comparing import is_other
from congkhai.editing.importers.again.merge import values_of
from congkhai.editing.importers.announcement import import_announcements
from congkhai.editing.importers.frame import frame
from congkhai.editing.importers.import_report import Draft, ImportReport, Understanding, failed
from congkhai.editing.importers.known_source import KnownSource
from congkhai.editing.importers.plan import import_plan
from congkhai.editing.importers.procedures import import_procedures
from congkhai.editing.importers.sources.unreadable import UnreadableError
from congkhai.editing.registry.beside import Beside, beside
from congkhai.editing.registry.territory import known_territory
from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problem
from congkhai.foundation.report import word
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import cell_reader
from congkhai.knowledge.plans.ditto import is_ditto
from congkhai.vietnamese.schedule import read_schedule

_YEAR = re.compile("[0-9]{4}")
# How many places of one kind are listed where a file holds thousands of records; a plan's are all listed.
LISTED_OF_MANY = 5
LONGEST_QUOTATION = 160
# What is told behind all else: it is long, and asks for little.
_LAST = ("import-leftover", "import-read")


class ImportKind(StrEnum):
    """What a file is imported as."""

    PLAN = "plan"
    ANNOUNCEMENT = "announcement"
    PROCEDURES = "procedures"


class Imported(Struct, frozen=True):
    """The drafts of a file by path (relative to the output folder), their report, and a word to the editor.

    `beside` is what a plan needs and the source has not: agencies and documents. `sectors` are those that procedures
    name and the source lacks: names by id.
    """

    drafts: dict[str, str]
    report: ImportReport
    advice: tuple[str, ...] = ()
    beside: Beside | None = None
    sectors: Mapping[str, str] = {}


def import_file(
    kind: ImportKind, path: Path, library: Library, labels: Labels, *, territory: str = "", year: int | None = None
) -> Imported:
    """Draft the records of a file, with the cells of plans tried on the registries of `library`."""
    try:
        with frame():
            return _imported(kind, path, library, labels, territory=territory, year=year)
    except UnreadableError as reason:
        return _joined([failed(path, reason.code, reason.values)])


def _imported(
    kind: ImportKind, path: Path, library: Library, labels: Labels, *, territory: str, year: int | None
) -> Imported:
    if kind is ImportKind.PROCEDURES:
        report = ImportReport(path.name)
        drafts = dict(import_procedures(path, report, KnownSource.of(library)))
        sectors = {key: name for key, name in report.sectors.items() if key not in library.sectors}
        return Imported(drafts, report, tuple(_lacking(report, library, labels)), sectors=sectors)
    if kind is ImportKind.ANNOUNCEMENT:
        return _joined(list(import_announcements(path)))
    first = import_plan(path, territory=territory, year=year)
    area, plan_year = _area_and_year(first)
    if not territory and (meant := known_territory(area, library)) != area:
        area = territory = meant
    draft = import_plan(path, territory=territory, year=year, understands=_understanding(library, area, plan_year))
    needed = beside(draft.yaml, path, library, labels) if draft.yaml else Beside({})
    known = not area or area in library.territories or bool(needed.files)
    advice = [] if known else [labels("import.no-registry", territory=area)]
    advice += _taken_id(draft, library, labels)
    return replace(_joined([draft]), advice=(*advice, *needed.lines), beside=needed)


def _taken_id(draft: Draft, library: Library, labels: Labels) -> Iterator[str]:
    """A word where another plan of the source has the id of the draft already."""
    there = library.plans.get(draft.id)
    record = values_of(draft.yaml) if there and draft.yaml else {}
    if there and is_other({"number": there.number, "signed": there.signed, "title": there.title}, record):
        yield labels("import.id-taken", id=draft.id, number=there.number or "–", title=there.title)


def report_lines(imported: Imported, labels: Labels, *, many: bool = False) -> Iterator[str]:
    """The report in words: counts, then every kind of problem with its hint and its places."""
    report = imported.report
    counts = {name: getattr(report, name) for name in ("rows", "sections", "groups", "tables")}
    yield labels("import.summary", file=report.path, **counts)
    found = sorted(report.problems.found, key=lambda problem: (problem.code in _LAST, problem.code))
    for code, group in groupby(found, key=lambda problem: problem.code):
        yield from _kind_lines(code, list(group), labels, LISTED_OF_MANY if many else None)
    if not found:
        yield labels("import.clean")
    yield from imported.advice


def _kind_lines(code: str, problems: Sequence[Problem], labels: Labels, limit: int | None) -> Iterator[str]:
    severity = labels(f"report.{labels.problems[code].severity.value}")
    yield ""
    yield labels("import.kind-count", severity=severity, code=code, count=len(problems))
    said: dict[str, list[Problem]] = {}
    for problem in problems[:limit]:
        said.setdefault(word(_short(problem), labels).message, []).append(problem)
    for message, same in said.items():
        yield f"  {_places(same, labels)}{message}"
    if limit and len(problems) > limit:
        yield f"  {labels('import.more', count=len(problems) - limit)}"
    yield f"  → {word(problems[0], labels).hint}"


def _places(same: Sequence[Problem], labels: Labels) -> str:
    """How often something is to be said, and the lines of the source; nothing where it is of the whole file."""
    lines = [str(problem.place.line) for problem in same if problem.place.line]
    shown = ", ".join(lines[:LISTED_OF_MANY]) + (", …" if len(lines) > LISTED_OF_MANY else "")
    often = f"{len(same)}× " if len(same) > 1 else ""
    return f"{often}{labels('import.at', line=shown)}: " if shown else often


def _short(problem: Problem) -> Problem:
    """A problem whose quotations fit a line: whoever looks for them has the document at hand."""
    quoted = ((name, textwrap.shorten(text, LONGEST_QUOTATION, placeholder=" …")) for name, text in problem.values)
    return replace(problem, values=tuple(quoted))


def sector_lines(sectors: Mapping[str, str], labels: Labels) -> Iterator[str]:
    """The sectors that an import needs and the source lacks, to be put into content/sectors.yaml by hand."""
    yield labels("import.sectors", count=len(sectors))
    for key, name in sectors.items():
        yield f"  - {{id: {key}, name: {json.dumps(name, ensure_ascii=False)}}}"


def _lacking(report: ImportReport, library: Library, labels: Labels) -> Iterator[str]:
    """The decisions that procedures name and the source has not."""
    known = {name for found in library.announcements.values() for name in (found.id, found.number)}
    if decisions := [number for number in report.decisions if number not in known]:
        first = "; ".join(decisions[:LISTED_OF_MANY]) + ("; …" if len(decisions) > LISTED_OF_MANY else "")
        yield labels("import.decisions", count=len(decisions), first=first)


def _joined(drafts: Sequence[Draft]) -> Imported:
    """The drafts of one file under the names their ids give them; a second of the same id gets a number."""
    report = drafts[0].report
    for draft in drafts[1:]:
        report.tables += draft.report.tables
        report.rows += draft.report.rows
        report.problems.extend(draft.report.problems.found)
    found: dict[str, str] = {}
    for draft in drafts:
        if draft.yaml:
            names = (f"{draft.id}{suffix}.yaml" for suffix in ("", *(f"-{rank}" for rank in range(2, len(drafts) + 2))))
            found[next(name for name in names if name not in found)] = draft.yaml
    return Imported(found, report)


def _area_and_year(draft: Draft) -> tuple[str, int | None]:
    """The territory and year that a draft plan names."""
    record = yaml.load(draft.yaml, Loader=yaml.BaseLoader) if draft.yaml else {}
    area, year = str(record.get("territory") or ""), str(record.get("year") or "")
    return "" if area == "null" else area, int(year) if _YEAR.fullmatch(year) else None


def _understanding(library: Library, territory: str, year: int | None) -> Understanding:
    """How cells are judged: agencies by the registry of the territory, where there is one; times by the grammar."""
    read = cell_reader(library, territory)
    known = territory in library.territories
    return Understanding(
        agency=lambda cell: not known or is_ditto(cell) or not read(cell, "lead").unresolved,
        time=lambda cell: is_ditto(cell) or not read_schedule(cell, year=year).problems,
    )
