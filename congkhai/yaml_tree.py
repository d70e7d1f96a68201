"""The tree that a YAML file is read as: single values, lists and mappings with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from congkhai.problem import Place
from congkhai.text import near_misses


class Scalar(NamedTuple):
    """A single value, always text; `is_null` where the file leaves it empty or writes null."""

    text: str
    place: Place
    is_null: bool


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple[Node, ...]
    place: Place


class Mapping(NamedTuple):
    """Keys with their values in the order of the file, and the place of each key."""

    values: dict[str, Node]
    key_places: dict[str, Place]
    place: Place

    def suggest(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Known keys that are not in use here and that `key` may stand for."""
        return near_misses(key, [name for name in known if name not in self.values])


Node = Scalar | Sequence | Mapping


def walk(node: Node) -> Iterator[Scalar]:
    """All single values below a node, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
        return
    for child in node.items if isinstance(node, Sequence) else node.values.values():
        yield from walk(child)
