"""Putting the keys of YAML mappings in the order their records declare, comments and blank lines going with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import yaml

from congkhai.records.model.record import Key, Record, Shape, keys_of, shape_of

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def declared_keys(shape: Shape | None, names: Sequence[str]) -> Mapping[str, Key]:
    """The keys, by name and in order, of the record that a mapping with these names is read as; {} for none."""
    while shape and shape.kind in ("list", "either"):
        shape = shape_of(shape.inside[1 if shape.kind == "either" and shape.switch not in names else 0])
    if shape is None or shape.record is None:
        return {}
    return {declared.name: declared for declared in keys_of(shape.record).values()}


def ranks(names: Sequence[str], declared: Mapping[str, Key]) -> list[int]:
    """The positions of names in declared order; unknown names keep their order behind the others."""
    order = list(declared)
    return sorted(range(len(names)), key=lambda at: order.index(names[at]) if names[at] in declared else len(order))


def in_order(text: str, record: type[Record]) -> str:
    """The text with the keys of all its block mappings in order; only whole lines move, none is changed.

    Raise yaml.YAMLError for a text that is no YAML.
    """
    root = yaml.compose(text, Loader=_Loader)
    lines = text.split("\n")
    _order(root, Shape("record", record=record), lines)
    return "\n".join(lines)


def _order(node: Any, shape: Shape | None, lines: list[str]) -> None:
    """Order what is inside first: that moves lines only within the lines of the value."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _order(item, shape_of(shape.inside[0]) if shape and shape.kind == "list" else shape, lines)
    elif isinstance(node, yaml.MappingNode) and not node.flow_style:
        names = [str(key.value) for key, _ in node.value]
        declared = declared_keys(shape, names)
        for key, value in node.value:
            known = declared.get(str(key.value))
            _order(value, shape_of(known.reader) if known else None, lines)
        wanted = ranks(names, declared)
        if wanted != sorted(wanted):
            _move(node, wanted, lines)


def _move(node: Any, wanted: Sequence[int], lines: list[str]) -> None:
    """Put the chunks of lines of a mapping's keys in the wanted order; the hyphen of a list stays on top."""
    column = node.value[0][0].start_mark.column
    starts = [key.start_mark.line for key, _ in node.value]
    first = starts[0]
    bounds = [first, *(_comments_above(lines, start, column, floor) for floor, start in pairwise(starts))]
    end = _end(lines, starts[-1], column)
    before = lines[first][:column]
    lines[first] = " " * column + lines[first][column:]
    chunks = [lines[begin:stop] for begin, stop in pairwise([*bounds, end])]
    moved = [line for at in wanted for line in chunks[at]]
    top = next(at for at, line in enumerate(moved) if line.strip() and not line.lstrip().startswith("#"))
    moved[top] = before + moved[top][column:]
    lines[first:end] = moved


def _comments_above(lines: Sequence[str], start: int, column: int, floor: int) -> int:
    """The first of the comment and blank lines that stand right above a key."""
    begin = start
    while begin - 1 > floor and _is_between(lines[begin - 1], column):
        begin -= 1
    return begin


def _is_between(line: str, column: int) -> bool:
    stripped = line.lstrip(" ")
    return not stripped or (stripped.startswith("#") and len(line) - len(stripped) <= column)


def _end(lines: Sequence[str], last: int, column: int) -> int:
    """Where the lines of the last key end: before the next line that is not indented deeper, without blank lines."""
    end = last + 1
    for at in _indented(lines, last + 1, column):
        end = at + 1
    return end


def _indented(lines: Sequence[str], start: int, column: int) -> Iterator[int]:
    for at in range(start, len(lines)):
        stripped = lines[at].lstrip(" ")
        if stripped and len(lines[at]) - len(stripped) <= column:
            return
        if stripped:
            yield at
