"""The tree of an annex: sections, groups and tasks, made of rows by their numbers and blank cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from congkhai.editing.importers.likeness import in_capitals
from congkhai.editing.importers.marks import Mark, MarkKind, split_mark
from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.rows import PlanRow

# The level of a heading without a number: in capitals, named by a column of its own, or plain.
_BARE_LEVELS = {"capitals": (0, 0), "group": (1, 0), "plain": (8, 0)}
_LEVELS = {
    MarkKind.LETTER: (0, 1),
    MarkKind.ROMAN: (0, 2),
    MarkKind.NUMBER: (2, 0),
    MarkKind.SMALL: (6, 0),
    MarkKind.DASH: (7, 0),
}


@dataclass(slots=True)
class Node:
    """A section, group or task that grows while rows are read; a task has fields, the others have items."""

    number: str | None
    title: str
    kind: str = ""
    mark: Mark | None = None
    fields: tuple[tuple[Role, str], ...] = ()
    items: list[Node] = field(default_factory=list)
    text: str = ""
    row: int = 0
    heading: bool = False
    shares_number: bool = False  # its number is merged with that of the row above
    level: tuple[float, float] | None = None  # of a heading without a number, where the rows below it tell

    def tasks(self) -> Iterator[Node]:
        """All tasks below (or this node, if it is one), in order."""
        if not self.heading:
            yield self
        for item in self.items:
            yield from item.tasks()


def grow(rows: Sequence[PlanRow]) -> list[Node]:
    """The nodes at the top of a table, all others below them."""
    top = Node(None, "", heading=True)
    stack = [top]
    own_numbers = _tasks_have_numbers(rows)
    for rank, row in enumerate(rows):
        if row.group and not row.group_repeats:
            _open_group(row, stack, own_numbers=own_numbers)
        node = _node(row, numbered=not row.group or own_numbers)
        if node.kind == "plain" and node.heading:
            node.level = _above_next(rows, rank)
        _place(node, stack)
    _close_leaves(top.items)
    return top.items


def as_sections(nodes: Sequence[Node], title: str) -> list[Node]:
    """The nodes as sections; tasks that stand outside of any are put in one with the given title."""
    if nodes and all(node.heading for node in nodes):
        return list(nodes)
    headings = [node for node in nodes if node.heading]
    numerals = any(node.mark and node.mark.kind in (MarkKind.ROMAN, MarkKind.LETTER) for node in headings)
    mixed = numerals or len(headings) > 0.6 * len(nodes)
    sections: list[Node] = []
    for node in nodes:
        if node.heading and (mixed or _is_loud(node)):
            sections.append(node)
            continue
        if not sections or sections[-1].kind != "made":
            sections.append(Node(None, title, "made", heading=True, row=node.row))
        sections[-1].items.append(node)
    return sections


def split_heading(cell: str) -> tuple[str, str]:
    """The title and the text below it, of a heading cell ("XÂY DỰNG …\\n- UBND các huyện: …")."""
    lines = cell.split("\n")
    stop = 1
    while stop < len(lines) and (in_capitals(lines[stop]) or not in_capitals(lines[0])):
        if lines[stop][:1] in "-+(*":
            break
        stop += 1
    return " ".join(lines[:stop]), "\n".join(lines[stop:])


def _open_group(row: PlanRow, stack: list[Node], *, own_numbers: bool) -> None:
    mark, title = row.mark, row.group
    if own_numbers:
        mark, title = split_mark(row.group)
    node = Node(mark.text if mark else None, title, "group", mark, heading=True, row=row.row)
    current = next((open_ for open_ in stack if open_.kind == "group"), None)
    if current and current.title == title:
        return
    while stack[-1].kind == "group" or any(open_.kind == "group" for open_ in stack):
        stack.pop()
    stack[-1].items.append(node)
    stack.append(node)


def _tasks_have_numbers(rows: Sequence[PlanRow]) -> bool:
    """In a table with a column of groups, whether numbers belong to the tasks rather than to the groups."""
    inside = [row for row in rows if (not row.group or row.group_repeats) and not row.is_heading]
    numbered = sum(row.mark is not None and not row.number_repeats for row in inside)
    return numbered > len(inside) / 2 if inside else not any(row.group for row in rows)


def _node(row: PlanRow, *, numbered: bool) -> Node:
    shares = row.number_repeats and row.mark is not None
    mark = row.mark if numbered and (not shares or row.title_repeats) else None
    heading = row.is_heading
    title, text = split_heading(row.title) if heading else (row.title, "")
    kind = mark.kind.value if mark else "capitals" if heading and in_capitals(title) else "plain"
    return Node(
        mark.text if mark else None,
        title,
        kind,
        mark,
        row.fields,
        text=text,
        row=row.row,
        heading=heading,
        shares_number=shares and numbered,
    )


def _place(node: Node, stack: list[Node]) -> None:
    """Hang a node below the heading that its number asks for."""
    if node.mark or node.heading:
        while len(stack) > 1 and not _holds(stack[-1], node):
            stack.pop()
    stack[-1].items.append(node)
    if node.heading:
        stack.append(node)


def _holds(parent: Node, node: Node) -> bool:
    """Whether a heading may have the node below it."""
    if parent.kind == "group":
        return not (node.heading and node.kind in ("roman", "letter", "capitals"))
    if node.mark and node.mark.kind is MarkKind.DOTTED:
        return _holds_dotted(parent, node.mark)
    if node.kind == parent.kind:
        return False
    if {node.kind, parent.kind} == {"roman", "letter"}:
        return parent.row < node.row and _level(parent) < _level(node)
    return _level(parent) < _level(node)


def _holds_dotted(parent: Node, mark: Mark) -> bool:
    above = parent.mark
    if above is None or above.kind in (MarkKind.ROMAN, MarkKind.LETTER):
        return above is None or mark.parts[0].isdigit() or mark.parts[0] == above.parts[0]
    if above.kind not in (MarkKind.NUMBER, MarkKind.DOTTED):
        return False
    if mark.parts[: len(above.parts)] == above.parts:
        return len(above.parts) < len(mark.parts)
    siblings = [item.mark for item in parent.items if item.mark]
    return bool(siblings) and len(siblings[-1].parts) == len(mark.parts) and len(above.parts) < len(mark.parts)


def _above_next(rows: Sequence[PlanRow], rank: int) -> tuple[float, float] | None:
    """The level right above the numbered row that comes next: a plain row over numbered ones gathers them."""
    following = rows[rank + 1] if rank + 1 < len(rows) else None
    if following is None or following.mark is None or following.mark.kind is MarkKind.DASH or following.group:
        return None
    level, depth = _level(_node(following, numbered=True))
    return level, depth - 0.5


def _level(node: Node) -> tuple[float, float]:
    if node.level is not None:
        return node.level
    if node.mark is None:
        return _BARE_LEVELS.get(node.kind, (8, 0))
    if node.mark.kind is MarkKind.DOTTED:
        return (3, len(node.mark.parts))
    return _LEVELS[node.mark.kind]


def _close_leaves(nodes: Iterable[Node]) -> None:
    """A heading without anything below it is a task whose cells are blank, unless it is a section."""
    for node in nodes:
        if node.heading and not node.items and not _is_loud(node):
            node.heading = False
            node.title = "\n".join(filter(None, (node.title, node.text)))
            node.text = ""
        _close_leaves(node.items)


def _is_loud(node: Node) -> bool:
    return node.kind in ("capitals", "group") or (
        node.mark is not None and node.mark.kind in (MarkKind.ROMAN, MarkKind.LETTER)
    )
