"""Edits put into the text of a YAML file: only the lines they touch are written, comments stay where they are."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

import yaml

from congkhai.editing.importers.again.merge import ABSENT, Edit, values_of
from congkhai.editing.importers.house_yaml import entry_lines, item_lines

Lines = list[str]


def splice(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with the edits in it, or none where they can't be put in without touching more than they say."""
    wanted = applied(values_of(text), edits)
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    lines = text.split("\n")
    changes: list[tuple[int, int, Lines]] = []
    for edit in edits:
        found = _change(root, edit, lines)
        if found is None:
            return None
        changes.append(found)
    made = _replaced(lines, changes)
    return made if values_of(made) == wanted else None


def applied(value: Any, edits: Sequence[Edit]) -> Any:
    """The values with the edits done; their paths are those of the values before any of them."""
    value = copy.deepcopy(value)
    late: list[tuple[list[Any], int, int, Edit]] = []  # rows put in and taken out last, from the back
    for order, edit in enumerate(edits):
        parent = value
        for part in edit.path[:-1]:
            parent = parent[part]
        last = edit.path[-1] if edit.path else ""
        if edit.after or (isinstance(parent, list) and edit.value is ABSENT):
            late.append((parent, int(last), order, edit))
        elif edit.value is ABSENT:
            parent.pop(last, None)
        else:
            parent[last] = edit.value
    for parent, at, _, edit in sorted(late, key=lambda one: (one[1], one[2]), reverse=True):
        if edit.after:
            parent.insert(at + 1, edit.value)
        else:
            del parent[at]
    return value


def _replaced(lines: Lines, changes: Sequence[tuple[int, int, Lines]]) -> str:
    """The lines with each change made, from the last to the first; of several at one place the first comes first."""
    made = list(lines)
    for _, (start, end, new) in sorted(
        enumerate(changes), key=lambda one: (one[1][0], one[1][1], one[0]), reverse=True
    ):
        made[start:end] = new
    return "\n".join(made)


def _change(root: Any, edit: Edit, lines: Lines) -> tuple[int, int, Lines] | None:
    """The lines an edit replaces (from, to, new ones)."""
    parent = root
    for part in edit.path[:-1]:
        parent = _child(parent, part)
        if parent is None:
            return None
    if parent.flow_style and parent.value:
        return None
    last = edit.path[-1]
    if isinstance(parent, yaml.MappingNode):
        return _in_mapping(parent, str(last), edit, lines)
    return _in_list(root, parent, int(last), edit, lines)


def _child(node: Any, part: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    return node.value[part] if isinstance(node, yaml.SequenceNode) and int(part) < len(node.value) else None


def _in_mapping(parent: Any, name: str, edit: Edit, lines: Lines) -> tuple[int, int, Lines] | None:
    spot = next((rank for rank, (key, _) in enumerate(parent.value) if key.value == name), None)
    indent = " " * parent.value[0][0].start_mark.column
    if spot is None:  # a new key goes behind the last one
        end = _end(parent.value[-1][1], lines)
        return end, end, entry_lines(name, edit.value, indent)
    key, value = parent.value[spot]
    start, end = key.start_mark.line, _end(value, lines)
    lead = lines[start][: key.start_mark.column]
    if edit.value is ABSENT:
        return (start, end, []) if not lead.strip() else None
    new = entry_lines(name, edit.value, indent)
    new[0] = lead + new[0][len(indent) :]
    comment = _comment(value, lines)
    if comment and len(new) == 1:
        new[0] += comment
    elif comment:
        new.insert(0, indent + comment.strip()) if not lead.strip() else new.append(indent + comment.strip())
    return start, end, new


def _in_list(root: Any, parent: Any, at: int, edit: Edit, lines: Lines) -> tuple[int, int, Lines] | None:
    if not parent.value:  # "items: []": the whole value is written anew
        key = next((key for key, value in _pairs(root) if value is parent), None)
        if key is None or not edit.after:
            return None
        indent = " " * key.start_mark.column
        lead = lines[key.start_mark.line][: key.start_mark.column]
        new = entry_lines(key.value, [edit.value], indent)
        new[0] = lead + new[0][len(indent) :]
        return key.start_mark.line, _end(parent, lines), new
    dash = lines[parent.value[0].start_mark.line].index("-")
    indent = " " * dash
    if edit.after:
        spot = _end(parent.value[at], lines) if at >= 0 else _dash_line(parent.value[0], lines, dash)
        return spot, spot, item_lines(edit.value, indent)
    start, end = _dash_line(parent.value[at], lines, dash), _end(parent.value[at], lines)
    if edit.value is ABSENT:  # what an editor wrote into the row as a comment stays
        comments = [line for line in lines[start:end] if line.lstrip().startswith("#")]
        return (start, end, comments) if len(parent.value) > 1 else None
    return start, end, item_lines(edit.value, indent)


def _dash_line(item: Any, lines: Lines, column: int) -> int:
    """The line where the dash of an item stands: its own, or one above."""
    line: int = item.start_mark.line
    while line and lines[line][column : column + 1] != "-":
        line -= 1
    return line


def _pairs(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, value
            yield from _pairs(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _pairs(value)


def _end(node: Any, lines: Lines) -> int:
    """The line behind a value: the blanks and comments behind it belong to what follows."""
    mark = node.end_mark
    end: int = mark.line + 1 if mark.column and lines[mark.line][: mark.column].strip() else mark.line
    start: int = node.start_mark.line
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return max(end, start + 1)


def _comment(value: Any, lines: Lines) -> str:
    """The comment behind a value of one line, with the blanks before it."""
    if (
        not isinstance(value, yaml.ScalarNode)
        or value.end_mark.line != value.start_mark.line
        or value.style in ("|", ">")
    ):
        return ""
    rest = lines[value.end_mark.line][value.end_mark.column :]
    return rest.rstrip() if rest.strip().startswith("#") else ""
