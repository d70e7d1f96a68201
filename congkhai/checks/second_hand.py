"""Second-hand faults: what is missing only because the file that has it could not be read is not told again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from congkhai.foundation.labels import Labels
from congkhai.foundation.problem import Problem, Severity

# The text of a file by its path below the source; None where it can't be read.
TextOf = Callable[[str], str | None]

_FOLDERS = {
    "agency": "agencies",
    "actor": "agencies",
    "territory": "agencies",
    "document": "documents",
    "plan": "plans",
    "procedure": "procedures",
    "matter": "procedures",
    "sector": "sectors.yaml",
    "life_event": "sectors.yaml",
    "announcement": "announcements",
}


class _Missed(NamedTuple):
    """A name that was looked for in a folder of content/; as an id or number, or as words that stand `anywhere`.

    `told_in` is the file that names it.
    """

    folder: str
    name: str
    anywhere: bool = False
    told_in: str = ""


def without_second_hand(problems: Iterable[Problem], labels: Labels, text_of: TextOf) -> tuple[Problem, ...]:
    """Leave out problems whose cause is an error that is told already, in the file that has what they miss."""
    found = tuple(problems)
    if any(one.code == "placeholder-left" for one in found):  # what is still to be filled in is the contact
        found = tuple(one for one in found if one.code != "site-without-contact")
    faulty: dict[str, list[Problem]] = {}
    for one in found:
        if labels.problems[one.code].severity is Severity.ERROR and _missed(one) is None:
            faulty.setdefault(one.place.path, []).append(one)
    if not faulty:
        return found
    files = _Files(faulty, text_of)
    misspelt = set(_of_misspelt_keys(found))
    return tuple(one for one in found if one not in misspelt and not ((name := _missed(one)) and files.may_have(name)))


def _missed(problem: Problem) -> _Missed | None:
    """What a problem says is missing, and in which folder it would stand; None for all other problems."""
    values = dict(problem.values)
    match problem.code:
        case "unknown-reference":
            folder = _FOLDERS.get(values["kind"])
            return _Missed(folder, values["id"]) if folder else None
        case "unknown-document" | "citation-unresolved":
            return _Missed("documents", values["number"])
        case "unknown-announcement" | "announcement-lacks-procedure":
            return _Missed("announcements", values["number"])
        case "procedure-ended-by-none":
            return _Missed("announcements", values["procedure"], anywhere=True)
        case "unknown-task":
            return _Missed(f"plans/{values['plan']}.yaml", values["plan"])
        case "unresolved-agency":
            return _Missed("agencies", values["text"], anywhere=True, told_in=problem.place.path)
    return None


class _Files(NamedTuple):
    """The files that have errors, with these."""

    faulty: Mapping[str, list[Problem]]
    text_of: TextOf

    def may_have(self, missed: _Missed) -> bool:
        """Whether what is missed stands in a file with an error, or in one that can't be opened at all."""
        top = f"content/{missed.folder}"
        for path, problems in self.faulty.items():
            if path == top or path.startswith(f"{top}/") or top.startswith(f"{path}/"):
                text = self.text_of(path)
                if text is None or path == top or _has(text, path, missed, problems):
                    return True
                if missed.told_in and self.is_lost_registry(path, missed.told_in):
                    return True
        return False

    def is_lost_registry(self, path: str, plan: str) -> bool:
        """Whether a file is the registry of the territory of a plan, and no word of it could be read."""
        broken = any(problem.code.startswith("yaml-") for problem in self.faulty[path])
        return broken and f"\nterritory: {PurePosixPath(path).stem}\n" in f"\n{self.text_of(plan)}\n"


def _has(text: str, path: str, missed: _Missed, problems: Iterable[Problem]) -> bool:
    if missed.anywhere:
        return _mentions(text.casefold(), missed.name.casefold())
    if PurePosixPath(path).stem == missed.name or (missed.folder.endswith(".yaml") and _defines(text, missed.name)):
        return True
    lines = text.split("\n")
    wrong = (lines[problem.place.line - 1] for problem in problems if 0 < problem.place.line <= len(lines))
    return _defines(text, missed.name) or any(missed.name in line for line in wrong)


def _mentions(text: str, name: str) -> bool:
    """Whether a name stands in a text; of several names run together (“Sở A, Sở B và Sở C”), any of them."""
    pieces = (piece.strip(" -.") for piece in re.split(r"[,;\n]|\bvà\b", name))
    return name in text or any(" " in piece and piece in text for piece in pieces)


def _defines(text: str, name: str) -> bool:
    """Whether a key that identifies records has this value somewhere in the text, quoted or not."""
    # A key of identity, the name in quotes or without, and what may follow a value.
    pattern = rf"\b(?:id|number|code|territory|plan):[ \t]*([\"']?){re.escape(name)}\1[ \t]*(?=[,}}#\r\n]|$)"
    return re.search(pattern, text) is not None


def _of_misspelt_keys(problems: Iterable[Problem]) -> Iterator[Problem]:
    """For each misspelt key the demand for the key that was meant, in the record that has it."""
    demands: dict[tuple[str, str], list[Problem]] = {}
    misspelt = []
    for problem in problems:
        if problem.code in ("missing-key", "procedure-part-missing", "procedure-part-not-stated"):
            demands.setdefault((problem.place.path, dict(problem.values)["key"]), []).append(problem)
        elif problem.code == "unknown-key":
            misspelt.append(problem)
    for problem in misspelt:
        for meant in problem.suggestions[:1]:
            before = [
                one for one in demands.get((problem.place.path, meant), ()) if one.place.line <= problem.place.line
            ]
            yield from before[-1:]
