"""The part "Tổ chức thực hiện" of a plan: who is told to do what, as far as its numbering shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congkhai.editing.importers.blocks import Paragraph
from congkhai.editing.importers.house_yaml import Value
from congkhai.editing.importers.likeness import looks_like_agency
from congkhai.editing.importers.marks import split_mark
from congkhai.foundation.text import fold

_PART = re.compile(
    r"(?:to chuc thuc hien|phan cong (?:to chuc )?thuc hien|trach nhiem (?:thuc hien|"
    r"cua cac co quan))"
)
_END = re.compile(r"(?:tren day la|noi nhan|phu luc|yeu cau (?:cac|thu truong)|trong qua trinh)")
_LONGEST_ACTOR = 160


def read_duties(paragraphs: Sequence[Paragraph]) -> tuple[list[Value], set[int]]:
    """The duties, each with actor and the words of the document as a first summary; and the paragraphs used."""
    start = _start(paragraphs)
    if start is None:
        return [], set()
    duties: list[tuple[str, list[str]]] = []
    used = {start}
    for index in range(start + 1, len(paragraphs)):
        text = " ".join(paragraphs[index].text.split())
        if _END.match(fold(text)):
            break
        actor, rest = _actor(text)
        if actor:
            duties.append((actor, [rest] if rest else []))
        elif duties:
            duties[-1][1].append(text)
        else:
            continue
        used.add(index)
    return [{"actor": actor, "summary": "\n".join(lines) or actor} for actor, lines in duties], used


def _start(paragraphs: Sequence[Paragraph]) -> int | None:
    """The rank of the heading "Tổ chức thực hiện": the last one that stands alone with its number."""
    found = None
    for index, paragraph in enumerate(paragraphs):
        mark, rest = split_mark(" ".join(paragraph.text.split()))
        if mark and len(rest) < 80 and _PART.match(fold(rest)):
            found = index
    return found


def _actor(text: str) -> tuple[str, str]:
    """The actor that a numbered paragraph names, and what it says besides ("a) Sở Nội vụ: chủ trì …")."""
    mark, rest = split_mark(text)
    if mark is None or not looks_like_agency(rest):
        return "", ""
    name, colon, said = rest.partition(":")
    if colon and len(name) < _LONGEST_ACTOR:
        return name.strip(), said.strip()
    return (rest.rstrip(" .;"), "") if len(rest) < _LONGEST_ACTOR else ("", "")
