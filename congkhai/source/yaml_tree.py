"""The tree that a YAML file is read as: single values, lists and mappings with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from congkhai.foundation.problem import Place
from congkhai.foundation.spots import Spot, place_at
from congkhai.foundation.text import near_misses


class Scalar(NamedTuple):
    """A single value, always text; `is_null` where the file leaves it empty or writes null."""

    text: str
    path: str
    spot: Spot
    is_null: bool

    @property
    def place(self) -> Place:
        """Where it stands."""
        return place_at(self.path, self.spot)


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple[Node, ...]
    path: str
    spot: Spot

    @property
    def place(self) -> Place:
        """Where it begins."""
        return place_at(self.path, self.spot)


class Mapping(NamedTuple):
    """Keys with their values in the order of the file, and the spot of each key."""

    values: dict[str, Node]
    keys: dict[str, Spot]
    path: str
    spot: Spot

    @property
    def place(self) -> Place:
        """Where it begins."""
        return place_at(self.path, self.spot)

    def place_of_key(self, key: str) -> Place:
        """Where a key stands."""
        return place_at(self.path, self.keys[key])

    def suggest(self, key: str, known: Iterable[str]) -> tuple[str, ...]:
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
