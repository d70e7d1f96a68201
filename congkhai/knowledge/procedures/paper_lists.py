"""Papers that one line of a dossier lists: "Hồ sơ gồm: - Đơn …; - Bản sao …" are two papers, not one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from congkhai.records.procedure import Component

# "1. Thành phần hồ sơ gồm:": the heading of a dossier, before the list of its papers.
_HEADING = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d)?[.)]\s*)?(?:thành phần(?: hồ sơ)?|hồ sơ|các giấy tờ)(?![^:;.]*trường hợp)[^:;.]{0,60}:",
    re.I,
)
# A mark that opens an item, at the beginning or behind the end of a sentence.
_MARK = re.compile(
    r"(?:^|(?<=[.;:,]))\s*(?P<mark>[-+•*–]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|\d{1,2}\.(?!\d))\s*(?=[^\W\d_])", re.I
)
# "2. Số lượng hồ sơ: 01 bộ": how many sets, behind the last paper.
_SETS = re.compile(r"[\s;.]*(?:\d{1,2}[.)]|[a-zđ]\)|[-+*])?\s*Số lượng(?: bộ)?(?: hồ sơ)?\s*:.*$", re.I)
# A form, a case, a sentence on others, are a part of the paper before them; so is what begins with a small letter.
_NO_PAPER = re.compile(r"(?:mẫu|đối với|trường hợp|nội dung|phụ lục|một trong|hoặc|nếu)", re.I)
_LEAST = 2


@lru_cache(maxsize=4096)
def listed(name: str) -> tuple[str, ...]:
    """The papers that a name lists, in its own words, the heading of their list before them; else the name alone."""
    words = " ".join(name.split())
    heading = _HEADING.match(words)
    start = heading.end() if heading else 0
    if not (first := _MARK.match(words, start)):
        return (name,)
    kind = _kind(first["mark"])
    marks = [found for found in _MARK.finditer(words, start) if _kind(found["mark"]) == kind]
    ends = [found.start() for found in marks[1:]] + [len(words)]
    items = [words[mark.end() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=True)]
    items[-1] = _SETS.sub("", items[-1])
    if (
        len(items) < _LEAST
        or any(item[:1].islower() or _NO_PAPER.match(item) or not item for item in items)
        or items[0].endswith(":")
    ):
        return (name,)
    return (*((words[:start].strip(),) if heading else ()), *items)


def papers_in(component: Component) -> Iterator[Component]:
    """The papers of a line of a dossier, each with what the line says of all of them."""
    names = listed(component.name)
    if len(names) == 1:
        yield component
        return
    for name in names:
        yield replace(component, name=name)


@lru_cache(maxsize=256)
def _kind(mark: str) -> str:
    """Marks of one list: the same sign, or numbers and letters set alike."""
    return re.sub(r"\d+", "1", re.sub(r"[a-zđ]+", "a", mark.lower()))
