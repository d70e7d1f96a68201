"""Central records that come with the program, below those of a site: ministries, documents, abbreviations, sectors.

A site asks for them by `central_records: true`. A record of its own lies over the central one of the same id, whole:
what a file of the site says is all of that record. Whoever keeps the central records settles what is doubtful in them,
so nothing of it is told to an office.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import cache
from typing import Any

from congkhai.foundation.problem import Problem
from congkhai.foundation.program import CENTRAL, CENTRAL_NAMES

# How places in central records are told from those in the files of a site.
PREFIX = "congkhai:"
# The key of a doubt, of one line.
_DOUBT = re.compile(r"^( +)verify: (?=[^|>\s])", re.MULTILINE)

Kinds = Mapping[str, Mapping[str, Any]]


def central_texts() -> Iterator[tuple[str, str]]:
    """The files of central records: their paths below content/ and their texts, without doubts and life events."""
    for name in CENTRAL_NAMES:
        text = _DOUBT.sub(r"\1# Cần kiểm chứng: ", (CENTRAL / name).read_text(encoding="utf-8"))
        yield name, _without_life_events(text) if name == "sectors.yaml" else text


def lay_below(kinds: dict[str, MutableMapping[str, Any]], central: Kinds) -> None:
    """Put the central records below those of a site, by kind and id."""
    for kind, records in central.items():
        kinds[kind] = {**records, **kinds.get(kind, {})}


def central_kinds(read: Callable[[str, bytes], Kinds], folder: str = "") -> Kinds:
    """The central records of a folder ("agencies", "sectors.yaml") or of all, by kind and id; `read` reads one file."""
    found: dict[str, dict[str, Any]] = {}
    for name, text in central_texts():
        if not folder or name.partition("/")[0] == folder:
            for kind, records in _read_once(read, name, text).items():
                found.setdefault(kind, {}).update(records)
    return found


@cache
def _read_once(read: Callable[[str, bytes], Kinds], name: str, text: str) -> Kinds:
    return read(f"{PREFIX}{name}", text.encode())


def is_central(problem: Problem) -> bool:
    """Whether a problem stands in a central record, which no office can mend."""
    return problem.place.path.startswith(PREFIX)


def _without_life_events(text: str) -> str:
    """Sectors alone: life events name procedures, which a site may not have."""
    sectors = text.split("\nlife_events:", 1)[0] + "\n"
    return re.sub(r"\n +life_events: \[[^\]]*\]", "", sectors)
