"""Many problems for a person: errors first, one by one; notes by kind, each spelling once with its count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path, PurePosixPath

from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problem, Severity
from congkhai.foundation.report import address, as_text, near, word

# What two problems share that differ in nothing but their places.
_Same = tuple[Hashable, ...]


def as_groups(problems: Iterable[Problem], labels: Labels, source: Path) -> str:
    """All problems: errors with the line they are on, then the notes, a line for each that says something else."""
    errors, notes = split(problems, labels)
    return _told_errors(errors, labels, source) + "".join(_kind(code, found, labels) for code, found in _kinds(notes))


def as_short(problems: Iterable[Problem], labels: Labels, source: Path) -> str:
    """Errors with the line they are on, then the notes counted by kind."""
    errors, notes = split(problems, labels)
    return _told_errors(errors, labels, source) + as_summary(notes, labels)


def as_summary(problems: Iterable[Problem], labels: Labels) -> str:
    """All problems counted by kind, errors first: a line a kind."""
    lines = []
    for found in split(problems, labels):
        for code, of_kind in _kinds(found):
            wording = labels.problems[code]
            said = wording.message.format_map(defaultdict(lambda: "…"))
            lines.append(f"{len(of_kind):>6} {labels('report.' + wording.severity)} {said} [{code}]\n")
    return "".join(lines)


def split(problems: Iterable[Problem], labels: Labels) -> tuple[list[Problem], list[Problem]]:
    """The errors and the notes among problems, each in their order."""
    errors: list[Problem] = []
    notes: list[Problem] = []
    for problem in problems:
        (errors if labels.problems[problem.code].severity is Severity.ERROR else notes).append(problem)
    return errors, notes


def _told_errors(errors: Sequence[Problem], labels: Labels, source: Path) -> str:
    """Each error as a paragraph; where the same is said of several places, once, with the other places below it."""
    told = []
    for same in _same(errors):
        paragraph = as_text(same[:1], labels, source)
        if len(same) > 1:
            paragraph = f"{paragraph.rstrip()}\n  {_others(same, labels)}\n\n"
        told.append(paragraph)
    return "".join(told)


def _others(same: Sequence[Problem], labels: Labels) -> str:
    shown = ", ".join(address(problem.place) for problem in same[1:4])
    more = len(same) - 4
    return labels("report.others" if more <= 0 else "report.others-more", count=len(same) - 1, places=shown)


def _kind(code: str, notes: Sequence[Problem], labels: Labels) -> str:
    """The notes of a kind: how many, what to do, and a line for each that says something else."""
    groups = sorted(_same(notes, _general), key=lambda same: -len(same))
    # Advice that is the same for all stands once.
    hints = {labels.problems[code].hint.format_map(dict(problem.values)) for problem in notes}
    head = labels("report.kind", severity=labels("report.warning"), code=code, count=len(notes), kinds=len(groups))
    lines = [head]
    if len(hints) == 1 and hints != {""}:
        lines.append(f"  → {word(Problem(code, notes[0].place, notes[0].values), labels).hint}")
        lines += [_line(same, labels, near(same[0], labels)) for same in groups]
    else:
        lines += [_line(same, labels, word(same[0], labels).hint) for same in groups]
    return "\n".join(lines) + "\n\n"


def _line(same: Sequence[Problem], labels: Labels, advice: str) -> str:
    first = same[0]
    told = first if len({problem.values for problem in same}) == 1 else _general(first)
    said = " ".join(part for part in (word(told, labels).message, advice) if part)
    return f"{len(same):>6}× {said} ({address(first.place)}{', …' if len(same) > 1 else ''})"


def _general(problem: Problem) -> Problem:
    """A problem without what only tells whose it is: the id of the record whose file it is in, the number of a row."""
    own = PurePosixPath(problem.place.path).stem
    values = ((name, "…" if name == "task" or value == own else value) for name, value in problem.values)
    return Problem(problem.code, problem.place, tuple(values), problem.suggestions)


def _kinds(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    """Problems by code, the most frequent first."""
    kinds: dict[str, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(problem.code, []).append(problem)
    return sorted(kinds.items(), key=lambda kind: -len(kind[1]))


def _same(
    problems: Iterable[Problem], alike: Callable[[Problem], Problem] = lambda problem: problem
) -> list[list[Problem]]:
    """Problems that differ in nothing but their places, together."""
    found: dict[_Same, list[Problem]] = {}
    for problem in problems:
        said = alike(problem)
        found.setdefault((said.code, said.values, said.suggestions), []).append(problem)
    return list(found.values())
