"""Prose without a table: its tasks and duties as a tree of parts, each with its actor, helpers and deadline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from congkhai.editing.importers.marks import MarkKind
from congkhai.editing.importers.prose.actors import leading_actor
from congkhai.editing.importers.prose.outline import Entry, outline
from congkhai.editing.importers.prose.parts import Part, part_of_heading
from congkhai.editing.importers.prose.sentences import Said, read_sentence
from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.tree import Node
from congkhai.foundation.text import fold

# Where the text of a document ends, and paragraphs that ground it or only close it.
_FOOT = re.compile(
    r"(?:noi nhan|tren day la|van phong .{0,60}thong bao .{0,60}(?:biet|thuc hien)|t/?m\.? |k/?t\.? |tm\.|kt\.|"
    r"tl\.|tuq\.)"
)
_NO_DUTY = re.compile(
    r"(?:can cu|theo de nghi|xet|kinh gui|quyet dinh:?$|quyet nghi:?$|chi thi:?$|tren co so|"
    r".*\bchiu trach nhiem thi hanh\b|.*co hieu luc|trong qua trinh|moi vuong mac|neu co vuong mac|tran trong|"
    r".{0,60}\bnhu sau\s*:?$)"
)
# "… yêu cầu các sở, ngành thực hiện các nội dung sau:" gives all that follows to them.
_TO_ALL = re.compile(r"\b(?:yêu cầu|đề nghị|giao)\s+(?=\S)(?=.*:\s*$)", re.IGNORECASE)


class _Context(Struct, frozen=True):
    """Where an entry stands: in which part, and below which actor."""

    part: Part = Part.OTHER
    lead: str = ""
    coordination: str = ""


@dataclass(slots=True)
class Telling:
    """What prose tells: nodes of sections, groups and tasks, and the ranks of the paragraphs they come from."""

    nodes: list[Node] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def tell(texts: Sequence[tuple[int, str]]) -> Telling:
    """Read the paragraphs (rank and text) of a document between its title and its foot."""
    telling = Telling()
    telling.nodes = _siblings(outline(texts), _Context(), telling.used)
    return telling


def ends_body(text: str) -> bool:
    """Whether a paragraph is the foot of a document, or closes its text."""
    return _FOOT.match(fold(text)) is not None


def _siblings(entries: Sequence[Entry], context: _Context, used: set[int]) -> list[Node]:
    """The nodes of entries side by side; one that speaks to somebody before a list gives them the list."""
    nodes: list[Node] = []
    for entry in entries:
        if entry.is_loose and context.part is not Part.AIMS and (found := _all_actors(entry.text)):
            context = _Context(context.part, found)
            if not entry.below:
                continue
        nodes += _read(entry, context, used)
    return nodes


def _all_actors(text: str) -> str:
    """Who a sentence before a list speaks to, "" where it speaks to nobody."""
    given = list(_TO_ALL.finditer(text))
    found = leading_actor(text[given[-1].end() :]) if given else None
    return found.name if found else ""


def _read(entry: Entry, context: _Context, used: set[int]) -> list[Node]:
    """The nodes that an entry and all below it make: none where it tells of no work."""
    said = read_sentence(entry.text)
    opened = part_of_heading(entry.text) if entry.below and not entry.sign and not said.names_only else None
    if opened:
        return _group(entry, _Context(opened), used)
    if context.part is Part.AIMS:
        return _group(entry, context, used) if entry.below else []
    if _NO_DUTY.match(fold(entry.text)) and not entry.below:
        return []
    if said.names_only:
        return _group(entry, _Context(Part.DUTIES, said.lead), used) if entry.below else []
    if said.lead and _may_tell(entry, said, context):
        if entry.below and entry.text.rstrip().endswith(":"):
            return _group(entry, _Context(Part.DUTIES, said.lead, said.coordination), used)
        return [_task(entry, said, context, used)]
    if (context.lead and not entry.is_loose) or (context.lead and context.part is Part.DUTIES):
        return _of_actor(entry, said, context, used)
    if entry.below:
        return _group(entry, context, used)
    is_task = context.part is Part.TASKS and entry.level > 2.5 and not entry.text.rstrip().endswith(":")
    return [_task(entry, said, context, used)] if is_task else []


def _may_tell(entry: Entry, said: Said, context: _Context) -> bool:
    """Whether a sentence with an actor gives work: by its verb, its number, or the part it stands in."""
    return said.gives or context.part is Part.DUTIES or not entry.is_loose


def _of_actor(entry: Entry, said: Said, context: _Context, used: set[int]) -> list[Node]:
    """What stands below the name of an actor: its duties, or headings over them."""
    heads = entry.text.rstrip().endswith(":") or (entry.mark is not None and len(entry.text.split()) < 12)
    if entry.below and heads and any(not below.sign or entry.mark for below in entry.below):
        return _group(entry, context, used)
    return [_task(entry, said, context, used)]


def _group(entry: Entry, context: _Context, used: set[int]) -> list[Node]:
    """A heading with the nodes below it; nothing where there are none."""
    items = _siblings(entry.below, context, used)
    if not items:
        return []
    used.add(entry.index)
    number = entry.mark.text if entry.mark else None
    return [Node(number, entry.text, "group", entry.mark, items=items, row=entry.index, heading=True)]


def _task(entry: Entry, said: Said, context: _Context, used: set[int]) -> Node:
    used.update(entry.indexes())
    lead = said.lead or context.lead
    helpers = said.coordination or context.coordination
    values = ((Role.LEAD, lead), (Role.COORDINATION, helpers), (Role.TIME, said.time))
    fields = tuple((role, value) for role, value in values if value)
    number = entry.mark.text if entry.mark and entry.mark.kind is not MarkKind.DASH else None
    return Node(number, "\n".join(entry.lines()), "told", entry.mark, fields, row=entry.index)
