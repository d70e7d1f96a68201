"""The names in the cells of a plan that a registry does not know: each once, with its count and the first row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
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
_EDGES = " \t-–—+•*.,;:/"
# A plural that lists kinds and ends with nobody in particular: "Các phòng, ban, ngành liên quan" is one phrase.
_PLURAL_LIST = re.compile(
    r"(?:cac|nhung|toan the|tat ca)\s[^;:\n]*,[^;:\n]*\b(?:lien quan|khac|tren dia ban|truc thuoc)\b.*"
)


# Between names: a semicolon, a line, or a comma, unless short forms follow a name of words: "trường MN, TH, THCS".
_SHORT_FORMS_APART = re.compile(r"[;\n]|,(?=\s)(?!\s*[A-ZĐ]{2,5}\s*(?:[,;\n]|$))")


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
            for name in _names_of(cell or "", [span.text for span in read(cell or "", role).unresolved]):  # type: ignore[arg-type]
                entry = found.setdefault(fold(name), UnknownName(name, _kind(name), task.id))
                entry.count += 1
    return tuple(sorted(found.values(), key=lambda entry: -entry.count))


def _names_of(cell: str, unresolved: Sequence[str]) -> Iterator[str]:
    """The names in the words of a cell that no name of a registry explains."""
    items = (item.strip(_EDGES) for item in re.split(r"[;\n]", cell))
    whole = [item for item in items if _PLURAL_LIST.fullmatch(fold(item))]
    torn = [text for text in unresolved if not any(text in item for item in whole)]
    yield from (item for item in whole if any(text in item for text in unresolved))
    for text in torn:
        yield from _names_in(text)


def _names_in(text: str) -> Iterator[str]:
    """The names in unknown words; “và” separates only what are two names by themselves.

    What stands behind a colon is what somebody does: "Đoàn Thanh niên xã: hướng dẫn".
    """
    for piece in _SHORT_FORMS_APART.split(text):
        piece = piece.partition(":")[0] if piece.partition(":")[2].strip()[:1].islower() else piece
        cuts = [0, *(found.end() for found in _JOINED.finditer(fold(piece))), len(piece)]
        for start, end in itertools.pairwise(cuts):
            name = collapse(piece[start:end]).strip(_EDGES)
            name = re.sub(r"\s+(?:và|&)$", "", re.sub(r"^(?:và|với|cùng|phối hợp với)\s+", "", name)).strip(_EDGES)
            name = _without_bracket(name)
            if len(name) > 1 and any(char.isalpha() for char in name):
                yield name


def _without_bracket(name: str) -> str:
    """A name without the remark in brackets behind it, which may have lost its end: "Viettel (khu vực"."""
    return name.partition(" (")[0].replace("(", "").replace(")", "").strip(_EDGES)


def _kind(name: str) -> NameKind:
    folded = fold(name)
    if _NOBODY.search(folded) or name[0].islower():  # "trường học" is no name of one school
        return NameKind.GROUP if _MANY.match(folded) and not _NOBODY.search(folded) else NameKind.COLLECTIVE
    return NameKind.GROUP if _MANY.search(folded) else NameKind.AGENCY
