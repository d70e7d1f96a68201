"""The files procedures come in: JSON (lines, an array, an object), CSV, and the list that the portal exports."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from congkhai.editing.importers.blocks import Grid, clean
from congkhai.editing.importers.import_report import ImportReport
from congkhai.editing.importers.procedure_keys import key_of, recognised, with_our_keys
from congkhai.editing.importers.sources.read import UnreadableError, read_source
from congkhai.editing.importers.sources.separated import separated_rows

_MOST_BYTES = 500_000_000  # unpacked
_MOST_CHARS = 100_000_000  # of a file that is no JSON lines, and so is held in memory whole
# The half of a character, as JSON can write it and no file can hold it; two of them may be a whole one.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
# Signs that part values, of which each takes some hundred bytes in memory; 10,000 procedures have a million.
_PARTING = (",", "[", "{", ";", "\t", "|", "\n")
_MOST_VALUES = 4_000_000
_LONGEST_LINE = 5_000_000  # characters
_TABLES = (".xlsx", ".xlsm", ".docx", ".odt", ".html", ".htm", ".md")
_SHOWN = 12
_Record = Mapping[str, Any]
_Numbered = tuple[int, _Record]


def procedure_records(path: Path, report: ImportReport) -> Iterator[_Numbered]:
    """The records of a file under our keys, each with its place; a file without any raises `UnreadableError`."""
    names: dict[str, None] = {}
    unknown: dict[str, None] = {}
    waiting: list[_Numbered] = []
    is_known = False
    for place, record in _raw_records(path, report):
        names |= dict.fromkeys(map(str, record))
        ours, not_known = with_our_keys(record)
        unknown |= dict.fromkeys(not_known)
        waiting.append((place, ours))
        is_known = is_known or recognised(names)
        if is_known:
            yield from waiting
            waiting.clear()
    if not is_known and (names or not report.problems):
        raise UnreadableError("import-file-no-procedures", keys=_listed(names))
    if unknown:
        report.note("import-procedure-keys", keys=_listed(unknown))


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return ", ".join(found[:_SHOWN]) + (", …" if len(found) > _SHOWN else "") or "–"


def _raw_records(path: Path, report: ImportReport) -> Iterator[_Numbered]:
    if path.suffix.casefold() in _TABLES:
        yield from _of_tables(path)
        return
    opener = lzma.open if path.suffix.casefold() == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8-sig", errors="replace", newline="") as stream:
            yield from _of_text(stream, report)
    except (OSError, lzma.LZMAError, EOFError):
        raise UnreadableError("import-file-corrupt") from None


def _of_text(stream: TextIO, report: ImportReport) -> Iterator[_Numbered]:
    """The records of a text file, by what it begins with: an object a line, other JSON, or a row of headings."""
    leading, first = _first_line(stream)
    start = first.lstrip()[:1]
    if start == "{" and isinstance(found := _parsed(first), dict) and not _holds_records(found):
        lines = chain(leading, (first,), iter(lambda: stream.readline(_LONGEST_LINE), ""))
        yield from _of_lines(lines, report)
        return
    text = "".join(leading) + first + stream.read(_MOST_CHARS)
    if stream.read(1) or sum(map(text.count, _PARTING)) > _MOST_VALUES:
        raise UnreadableError("import-file-too-large", limit=_MOST_CHARS // 1_000_000)
    is_json = start in ("{", "[")
    found = enumerate(_of_json(_parsed(text)), start=1) if is_json else _of_rows(separated_rows(text, _is_key))
    records = list(found)
    if not records:
        raise UnreadableError("import-file-no-procedures", keys=_listed(filter(None, clean(first[:200]).split("\n"))))
    yield from records


def _is_key(heading: str) -> bool:
    return bool(key_of(heading))


def _first_line(stream: TextIO) -> tuple[list[str], str]:
    """The first line that says what a file is, and those before it: blank ones, and JSON that is no object."""
    leading: list[str] = []
    for line in iter(lambda: stream.readline(_LONGEST_LINE), ""):
        if line.strip() and not (line.strip() == "null" or isinstance(_parsed(line), str | int | float)):
            return leading, line
        leading.append(line)
    return leading, ""


def _holds_records(found: Mapping[str, Any]) -> bool:
    """Whether an object is no record itself but holds an array of them."""
    arrays = (value for value in found.values() if isinstance(value, list))
    return not recognised(found) and any(
        isinstance(value[0], dict) and recognised(value[0]) for value in arrays if value
    )


def _of_lines(lines: Iterable[str], report: ImportReport) -> Iterator[_Numbered]:
    read = 0
    for number, line in enumerate(lines, start=1):
        read += len(line)
        if read > _MOST_BYTES:
            raise UnreadableError("import-file-too-large", limit=_MOST_BYTES // 1_000_000)
        record = _parsed(line) if line.strip() else {}
        if not isinstance(record, dict):
            report.note("import-line-json", number)
        elif record:
            yield number, record


def _parsed(text: str) -> Any:
    try:
        found = json.loads(text)
        if _HALF.search(text):
            return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
        return found
    except (ValueError, RecursionError):
        return None


def _of_json(found: Any) -> Iterator[_Record]:
    """The records of an array, of one object, or of the longest array that an object holds ("data", "items" …)."""
    if isinstance(found, list):
        yield from (record for record in found if isinstance(record, dict))
    elif isinstance(found, dict) and recognised(map(str, found)):
        yield found
    elif isinstance(found, dict):
        yield from _of_json(max((value for value in found.values() if isinstance(value, list)), key=len, default=None))


def _of_tables(path: Path) -> Iterator[_Numbered]:
    for block in read_source(path):
        if isinstance(block, Grid):
            yield from _of_rows((block.line_of(at), [cell.text for cell in row]) for at, row in enumerate(block.rows))


def _of_rows(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[_Numbered]:
    """The records below the row of headings, with the places of their rows; a heading that repeats is passed over."""
    headings: list[str] = []
    for place, row in rows:
        if recognised(row):
            headings = [clean(cell) for cell in row]
        elif headings and any(cell.strip() for cell in row):
            yield place, {name: cell for name, cell in zip(headings, row, strict=False) if name}
