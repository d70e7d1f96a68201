"""Records as frozen dataclasses whose fields are declared with their readers, and the one function that reads them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from congkhai.problem import Place, Problems
from congkhai.yaml_source import Mapping as MappingNode
from congkhai.yaml_source import Node, Scalar, Sequence

T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol[T_co]):
    """Turns a node into a value; notes problems and gives None where it can't."""

    def __call__(self, node: Node, problems: Problems) -> T_co | None:
        """Read a node."""


def key(reader: Reader[Any], *, required: bool = False, default: Any = None, refers_to: str = "") -> Any:
    """Declare a field of a record: its reader, whether it must stand there, and what kind of record it names."""
    metadata = {"reader": reader, "required": required, "refers_to": refers_to}
    if isinstance(default, (list, dict)):
        raise TypeError("defaults are immutable")
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: where they stand in the files, as a whole and value by value ("aliases/0")."""

    place: Place = field(default=Place(""), compare=False, repr=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def place_of(self, name: str) -> Place:
        """Where the value of a key stands, or the record as a whole where the key is absent."""
        return self.places.get(name, self.place)


R = TypeVar("R", bound=Record)


def read_record(cls: type[R], node: Node, problems: Problems) -> R | None:
    """Read a mapping as a record of `cls`; unknown and missing keys are problems, None where it is no mapping."""
    if not isinstance(node, MappingNode):
        problems.add("expected-mapping", node.place)
        return None
    declared = {f.name: f for f in dataclasses.fields(cls) if "reader" in f.metadata}
    for name, place in node.key_places.items():
        if name not in declared:
            suggestions = node.suggest(name, tuple(declared))
            problems.add("unknown-key", place, suggestions=suggestions, key=name, record=cls.__name__.lower())
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for name, declaration in declared.items():
        _read_field(node, name, declaration.metadata, values, places, problems)
    return cls(place=node.place, places=places, **values)


def _read_field(
    node: MappingNode,
    name: str,
    metadata: Mapping[str, Any],
    values: dict[str, Any],
    places: dict[str, Place],
    problems: Problems,
) -> None:
    child = node.values.get(name)
    if child is None or (isinstance(child, Scalar) and child.is_null):
        if metadata["required"]:
            place = child.place if child else node.place
            problems.add("missing-key", place, key=name)
        if child is not None:
            places[name] = child.place
        return
    places[name] = child.place
    if isinstance(child, Sequence):
        places.update({f"{name}/{index}": item.place for index, item in enumerate(child.items)})
    value = metadata["reader"](child, problems)
    if value is not None:
        values[name] = value


def record(cls: type[R]) -> Reader[R]:
    """A reader of a nested record."""
    return lambda node, problems: read_record(cls, node, problems)
