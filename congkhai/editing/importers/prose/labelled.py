"""Plans told in labelled prose instead of a table: "Đơn vị thực hiện: …", "Thời gian thực hiện: …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from congkhai.editing.importers.blocks import Paragraph
from congkhai.editing.importers.likeness import in_capitals
from congkhai.editing.importers.marks import PART_MARKS, Mark, MarkKind, split_mark
from congkhai.editing.importers.prose.labels import detail_in, labels_in
from congkhai.editing.importers.prose.parts import Part, part_of_heading
from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.rows import PlanRow

_TELLING = {Role.LEAD, Role.TIME, Role.COORDINATION, Role.DELIVERABLE}
_HIGHER = {MarkKind.LETTER: 0, MarkKind.ROMAN: 1, MarkKind.NUMBER: 2, MarkKind.DOTTED: 3, MarkKind.SMALL: 4}


class Told(Struct, frozen=True):
    """What prose tells: rows as of a table, and which paragraphs they used."""

    rows: tuple[PlanRow, ...]
    used: frozenset[int]


@dataclass(slots=True)
class _Block:
    """The paragraphs before some labels, and what the labels say."""

    paragraphs: list[int] = field(default_factory=list)
    values: dict[Role, str] = field(default_factory=dict)
    label_paragraphs: list[int] = field(default_factory=list)


def read_prose(paragraphs: Sequence[Paragraph]) -> Told | None:
    """The tasks that labelled prose tells, or none if the text has no such labels."""
    blocks = _blocks(paragraphs)
    roles = {role for block in blocks for role in block.values}
    if len(roles & _TELLING) < 2:
        return None
    columns = tuple(role for role in Role if role in roles and role is not Role.TITLE)
    rows: list[PlanRow] = []
    used: set[int] = set()
    part: Part | None = None
    for index, block in enumerate(blocks):
        part = _part(block, paragraphs, part)
        if part is Part.AIMS or not block.values.keys() & _TELLING:
            continue
        made, taken = _rows(blocks, index, paragraphs, columns)
        rows += made
        used |= taken | set(block.label_paragraphs)
    return Told(tuple(rows), frozenset(used))


def _part(block: _Block, paragraphs: Sequence[Paragraph], part: Part | None) -> Part | None:
    """The part of the document that a block stands in: the last one opened before its labels."""
    for at in block.paragraphs:
        mark, text = split_mark(labels_in(paragraphs[at].text)[0])
        if (mark and mark.kind in PART_MARKS) or (mark is None and in_capitals(text)):
            part = part_of_heading(text) or Part.OTHER
    return part


def _blocks(paragraphs: Sequence[Paragraph]) -> list[_Block]:
    blocks: list[_Block] = []
    current = _Block()
    for index, paragraph in enumerate(paragraphs):
        before, labels = labels_in(paragraph.text)
        detail = detail_in(paragraph.text) if not labels and current.values else ""
        if detail:
            before, labels = "", [(Role.REMARK, detail)]
        titled = any(role is Role.TITLE for role, _ in labels)
        if (before or not labels or titled) and current.values.keys() - {Role.TITLE}:
            blocks.append(current)
            current = _Block()
        if before or not labels:
            current.paragraphs.append(index)
        for role, text in labels:
            current.values[role] = "\n".join(filter(None, (current.values.get(role, ""), text)))
        if labels:
            current.label_paragraphs.append(index)
    return [*blocks, current] if current.values else blocks


def _rows(
    blocks: Sequence[_Block], index: int, paragraphs: Sequence[Paragraph], columns: Sequence[Role]
) -> tuple[list[PlanRow], set[int]]:
    """The headings and the task of one block, and the paragraphs they come from."""
    marks = [split_mark(labels_in(paragraphs[at].text)[0]) for at in blocks[index].paragraphs]
    chain = _chain([mark for mark, _ in marks])
    if not chain:
        chain = [len(marks) - 1 if index == 0 else 0] if marks else []
        task_from = chain[0] if chain else 0
        headings: list[int] = []
    else:
        *headings, task_from = chain
    named = blocks[index].values.get(Role.TITLE, "")
    if named:
        headings, task_from = ([*headings, task_from] if chain and marks[task_from][0] else headings), len(marks)
    elif chain and marks[task_from][0] and _is_heading(blocks, index, marks, task_from, paragraphs):
        headings, task_from = [*headings, task_from], task_from + 1
    rows = [_row(marks[at][0], marks[at][1], (), blocks[index].paragraphs[at]) for at in headings]
    lines = [text for _, text in marks[task_from:]]
    mark = marks[task_from][0] if task_from < len(marks) else None
    title = named or "\n".join(lines) or (rows[-1].title if rows else "")
    fields = tuple((role, blocks[index].values.get(role, "")) for role in columns)
    at = blocks[index].paragraphs[task_from] if task_from < len(marks) else -1
    used = {blocks[index].paragraphs[at] for at in (*headings, *range(task_from, len(marks)))}
    return [*rows, _row(mark, title, fields, at)], used


def _chain(marks: Sequence[Mark | None]) -> list[int]:
    """The numbered paragraphs that lead to the labels: each higher than the next, read from the last backwards."""
    chain: list[int] = []
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        if mark and (not chain or _rank(mark) < _rank_at(marks, chain[-1])):
            chain.append(index)
    return chain[::-1]


def _is_heading(
    blocks: Sequence[_Block],
    index: int,
    marks: Sequence[tuple[Mark | None, str]],
    at: int,
    paragraphs: Sequence[Paragraph],
) -> bool:
    """Whether the last numbered paragraph is a heading: un-numbered tasks follow, or its siblings are headings."""
    mark = marks[at][0]
    if mark is None:
        return False
    following = blocks[index + 1].paragraphs if index + 1 < len(blocks) else []
    bare_next = bool(following) and not any(split_mark(paragraphs[n].text)[0] for n in following)
    if bare_next and at + 1 < len(marks):
        return True
    return any(_has_below(block, mark.kind, paragraphs) for block in blocks[:index])


def _has_below(block: _Block, kind: MarkKind, paragraphs: Sequence[Paragraph]) -> bool:
    marks = [split_mark(paragraphs[at].text)[0] for at in block.paragraphs]
    chain = [marks[at] for at in _chain(marks)]
    return any(mark and mark.kind is kind for mark in chain[:-1])


def _rank(mark: Mark) -> tuple[int, int]:
    return _HIGHER.get(mark.kind, 9), len(mark.parts)


def _rank_at(marks: Sequence[Mark | None], index: int) -> tuple[int, int]:
    mark = marks[index]
    return _rank(mark) if mark else (9, 0)


def _row(mark: Mark | None, title: str, fields: tuple[tuple[Role, str], ...], row: int) -> PlanRow:
    return PlanRow(mark, "", title, fields, row)
