"""The names in the cells of a plan that a registry does not know: each once, with its count and the first row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from congkhai.foundation.text import collapse, fold
from congkhai.knowledge.plans.assignments import CellReader
from congkhai.knowledge.plans.ditto import is_ditto
from congkhai.records.plan import Plan

# Words by which a phrase names nobody in particular, folded.
_NOBODY = re.compile(r"\b(?:lien quan|ca nhan|nhan dan|nguoi dan|doanh nghiep|to chuc khac|co quan khac|don vi khac)\b")
_MANY = re.compile(r"\b(?:cac|nhung|toan the|tat ca|moi)\s")
# The words that names of offices begin with, folded: "và" between two of them joins two names.
_HEADS = (
    *("phong", "so", "ban", "bo", "van phong", "trung tam", "cong an", "hoi", "doan", "ubnd", "hdnd", "uy ban"),
    *("tram", "truong", "to", "chi cuc", "cuc", "vien", "benh vien", "dang uy", "mat tran", "doi", "kho bac", "toa an"),
    *("thanh tra", "nha", "quy", "lien doan", "cac"),
)
_JOINED = re.compile(rf"\s+(?:va|&)\s+(?=(?:{'|'.join(_HEADS)})\s)")
# A list's mark before a name, and the signs behind it.
_EDGES = " \t-–—+•*.,;:()/"


class NameKind(StrEnum):
    """What a name is drafted as."""

    AGENCY = "agencies"
    GROUP = "groups"
    COLLECTIVE = "collectives"


class UnknownName(Struct):
    """A name with how often it stands in cells, and the task that has it first."""

    name: str
    kind: NameKind
    task: str
    count: int = 0


def unknown_names(plan: Plan, read: CellReader) -> tuple[UnknownName, ...]:
    """The names that `read` does not know in the lead and coordination cells, the most frequent first."""
    found: dict[str, UnknownName] = {}
    for task in plan.tasks():
        cells = ((task.lead, "lead"), (task.coordination, "coordinating"))
        for cell, role in ((cell, role) for cell, role in cells if not is_ditto(cell or "")):
            for span in read(cell or "", role).unresolved:  # type: ignore[arg-type]
                for name in _names_in(span.text):
                    entry = found.setdefault(fold(name), UnknownName(name, _kind(name), task.id))
                    entry.count += 1
    return tuple(sorted(found.values(), key=lambda entry: -entry.count))


def _names_in(text: str) -> Iterator[str]:
    """The names in words that no name of a registry explains; “và” separates only what are two names by themselves."""
    for piece in re.split(r"[;\n]|,(?=\s)", text):
        cuts = [0, *(found.end() for found in _JOINED.finditer(fold(piece))), len(piece)]
        for start, end in itertools.pairwise(cuts):
            name = collapse(piece[start:end]).strip(_EDGES)
            name = re.sub(r"\s+(?:và|&)$", "", re.sub(r"^(?:và|với|cùng|phối hợp với)\s+", "", name)).strip(_EDGES)
            if len(name) > 1 and any(char.isalpha() for char in name):
                yield name


def _kind(name: str) -> NameKind:
    folded = fold(name)
    if _NOBODY.search(folded) or name[0].islower():  # "trường học" is no name of one school
        return NameKind.GROUP if _MANY.match(folded) and not _NOBODY.search(folded) else NameKind.COLLECTIVE
    return NameKind.GROUP if _MANY.search(folded) else NameKind.AGENCY
