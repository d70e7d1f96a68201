"""Problems in words: worded from the labels catalogue and printed for people, for CI annotations, or as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Place, Problem, Severity
from congkhai.foundation.text import fold

MAX_SNIPPET = 160
# Lines of files by path and number (from 1).
Lines = Mapping[tuple[str, int], str]


class Worded(NamedTuple):
    """A problem as it is said: its weight, the sentence, and what to do."""

    severity: Severity
    message: str
    hint: str


def word(problem: Problem, labels: Labels) -> Worded:
    """Say a problem in the language of the labels; a value called `key` is shown with its name in words."""
    wording = labels.problems[problem.code]
    values = {name: _shown(name, value, labels) for name, value in problem.values}
    message, advice = (_named_keys(said.format(**values), labels) for said in (wording.message, wording.hint))
    return Worded(wording.severity, message, " ".join(part for part in (near(problem, labels), advice) if part))


def near(problem: Problem, labels: Labels) -> str:
    """What may have been meant, as a question; nothing where nothing is near."""
    return labels("report.near", near=", ".join(_suggested(problem, labels))) if problem.suggestions else ""


def _suggested(problem: Problem, labels: Labels) -> list[str]:
    """The near misses, each value of an enumeration with what it means; only one where its meaning was written."""
    values = dict(problem.values)
    meanings = {value: labels.get(f"choice.{values.get('choices')}.{value}") for value in problem.suggestions}
    meant = [value for value, words in meanings.items() if words and fold(words) == fold(values.get("value", ""))]
    return [f"“{value}” ({words})" if (words := meanings[value]) else f"“{value}”" for value in meant or meanings]


def _named_keys(said: str, labels: Labels) -> str:
    """A sentence of the catalogue in which each key of a record (`lead`) has its name in words beside it."""
    # A name in backquotes that no explanation follows.
    return re.sub(r"`(\w+)`(?! \()", lambda found: _key(found[1], labels), said) if "`" in said else said


def _key(name: str, labels: Labels) -> str:
    in_words = labels.get(f"field.{name}")
    return f"`{name}` ({in_words})" if in_words else f"`{name}`"


def _shown(name: str, value: str, labels: Labels) -> str:
    if name == "key":
        return _key(value, labels)
    return labels.get(f"value.{name}.{value}", value)


def has_errors(problems: Iterable[Problem], labels: Labels, *, strict: bool = False) -> bool:
    """Whether the problems forbid publishing: any error, or with `strict` any problem at all."""
    return any(strict or labels.problems[problem.code].severity is Severity.ERROR for problem in problems)


def as_text(problems: Iterable[Problem], labels: Labels, source: Path) -> str:
    """All problems for a person at a terminal, each with the line of the file and a caret under the place."""
    problems = tuple(problems)
    lines = _lines_of([problem.place for problem in problems], source)
    return "".join(_paragraph(problem, labels, lines) for problem in problems)


def _paragraph(problem: Problem, labels: Labels, lines: Lines) -> str:
    worded = word(problem, labels)
    said = [
        f"{labels('report.' + worded.severity)} {address(problem.place)} [{problem.code}]",
        f"  {worded.message}",
        *_snippet(problem.place, lines),
    ]
    if worded.hint:
        said.append(f"  → {worded.hint}")
    return "\n".join(said) + "\n\n"


def address(place: Place) -> str:
    """A place as it is written: path:line:column."""
    return ":".join(str(part) for part in place[:3] if part)


def _lines_of(places: Iterable[Place], source: Path) -> Lines:
    """The lines that places are on: each file is read once, however many problems it has, and only those are kept."""
    wanted: dict[str, set[int]] = {}
    for place in places:
        if place.line:
            wanted.setdefault(place.path, set()).add(place.line)
    found: dict[tuple[str, int], str] = {}
    for path, numbers in wanted.items():
        try:
            file = source / path
            # A pipe would be waited for without end.
            text = file.read_bytes()[: 6 * 1024 * 1024].decode("utf-8", "replace") if file.is_file() else ""
        except OSError:
            continue
        lines = text.split("\n")
        found.update({(path, number): lines[number - 1] for number in numbers if number <= len(lines)})
    return found


def _snippet(place: Place, lines: Lines) -> list[str]:
    """The line of the file and a caret below the column; nothing where the file can't be read."""
    line = lines.get((place.path, place.line))
    if line is None:
        return []
    start = max(0, place.column - MAX_SNIPPET // 2)
    shown = line[start : start + MAX_SNIPPET]
    if not shown.isprintable():
        shown = "".join(c if c.isprintable() else " " for c in shown)
    margin = f"{place.line:>6} | "
    return [f"{margin}{shown}", f"{' ' * 6} | {' ' * max(0, place.column - 1 - start)}^"]


def as_json(problems: Iterable[Problem], labels: Labels) -> str:
    """All problems as a JSON list of {code, severity, path, line, column, message, hint}."""
    rows = []
    for problem in problems:
        worded = word(problem, labels)
        path, line, column = problem.place[:3]
        rows.append(
            {
                "code": problem.code,
                "severity": worded.severity.value,
                "path": path,
                "line": line,
                "column": column,
                "message": worded.message,
                "hint": worded.hint,
            }
        )
    import json  # loaded for those who ask for it: most runs print text

    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_github(problems: Iterable[Problem], labels: Labels) -> str:
    """All problems as workflow commands, which GitHub shows beside the lines of a change."""
    lines = []
    for problem in problems:
        worded = word(problem, labels)
        path, line, column = problem.place[:3]
        properties = f"file={_escape_property(path)},line={line or 1},col={column or 1},title={problem.code}"
        message = _escape_data(" ".join(part for part in (worded.message, worded.hint) if part))
        lines.append(f"::{worded.severity.value} {properties}::{message}\n")
    return "".join(lines)


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Iterable[Problem], Labels], str]] = {"json": as_json, "github": as_github}
