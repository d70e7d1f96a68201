"""Records as frozen values whose fields are declared with their readers, and the one function that reads them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from msgspec import Struct, StructMeta

from congkhai.foundation.problem import Place, Problems
from congkhai.foundation.spots import PLACES, in_row, item_in_row, list_spot, place_at, row
from congkhai.source.yaml_source import Mapping as MappingNode
from congkhai.source.yaml_source import Node, Scalar, Sequence

T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol[T_co]):
    """Turns a node into a value; notes problems and gives None where it can't."""

    def __call__(self, node: Node, problems: Problems) -> T_co | None:
        """Read a node."""


class Shape(NamedTuple):
    """What a reader accepts, told to editors' tools (JSON Schema, scaffolds, forms).

    Kinds: line, cell, prose, id, date, partial_date, url, points, boolean, integer, choice, tokens, list, record and
    either, which is read by the first of `inside` where the mapping has the key `switch`, else by the second.
    """

    kind: str
    pattern: str = ""
    low: int = 0
    high: int = 0
    choices: type[StrEnum] | None = None
    record: type[Record] | None = None
    inside: tuple[Reader[Any], ...] = ()
    switch: str = ""


F = TypeVar("F", bound=Callable[..., Any])


def shaped(shape: Shape | Callable[[], Shape]) -> Callable[[F], F]:
    """Let a reader tell its shape; a function tells it later, where rows hold rows."""

    def tell(reader: F) -> F:
        reader.__dict__["shape"] = shape
        return reader

    return tell


def shape_of(reader: Reader[Any]) -> Shape:
    """The shape that a reader tells; a reader without one is a bug (KeyError)."""
    shape: Shape | Callable[[], Shape] = reader.__dict__["shape"]
    return shape if isinstance(shape, Shape) else shape()


class Key(NamedTuple):
    """What a record says of one of its keys."""

    name: str
    reader: Reader[Any]
    required: bool
    refers_to: str
    default: Any


def key(
    reader: Reader[Any], *, required: bool = False, default: Any = None, refers_to: str = "", name: str = ""
) -> Any:
    """Declare a field: its reader, whether it must stand there, what kind of record it names, its key if another."""
    return Key(name, reader, required, refers_to, default)


class _Kind(StructMeta):
    """Takes the declared keys out of a kind of record; what is left of each is the default of its field."""

    keys: Mapping[str, Key]

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> Any:
        declared = {field: value for field, value in namespace.items() if isinstance(value, Key)}
        defaults = {field: found.default for field, found in declared.items()}
        cls = super().__new__(mcs, name, bases, namespace | defaults, **options)
        cls.keys = {field: found if found.name else found._replace(name=field) for field, found in declared.items()}
        return cls


class Record(Struct, metaclass=_Kind, frozen=True, kw_only=True):
    """What all records share: where they stand in the files, as a whole and value by value ("aliases/0").

    `spots` are those of the record, of its keys in their order, and of the items of lists.
    """

    file_path: str = ""
    spots: bytes = b""

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, wherever they stand."""
        return type(self) is type(other) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    @property
    def place(self) -> Place:
        """Where the record stands as a whole."""
        return place_at(self.file_path, in_row(self.spots, 0)) if self.spots else Place(self.file_path)

    def place_of(self, name: str) -> Place:
        """Where the value of a key stands, or the record as a whole where the key is absent."""
        slots, spots = _layout_of(cast(Hashable, type(self))).slots, self.spots
        if "/" not in name:
            found = in_row(spots, slots.get(name, 0))
        else:
            key_name, _, index = name.partition("/")
            found = item_in_row(spots, in_row(spots, slots.get(key_name, 0)), int(index))
        return place_at(self.file_path, found) if found else self.place


R = TypeVar("R", bound=Record)


def _values(found: Record) -> tuple[Any, ...]:
    return tuple(getattr(found, name) for name in found.__struct_fields__ if name not in PLACES)


def keys_of(cls: type[Record]) -> Mapping[str, Key]:
    """The declared keys of a kind of record, by the name of the field that holds their value."""
    return cls.keys


class Layout(NamedTuple):
    """How a kind of record is read: each key with its slot among the spots and its field; the slots of all keys."""

    keys: tuple[tuple[int, str, Key], ...]
    slots: Mapping[str, int]


def layout_of(cls: type[Record]) -> Layout:
    """How a kind of record is read."""
    return _layout_of(cast(Hashable, cls))


@cache
def _layout_of(cls: Any) -> Layout:
    keys = tuple((slot, field, declared) for slot, (field, declared) in enumerate(keys_of(cls).items(), start=1))
    return Layout(keys, {declared.name: slot for slot, _, declared in keys})


def read_record(cls: type[R], node: Node, problems: Problems) -> R | None:
    """Read a mapping as a record of `cls`; unknown and missing keys are problems, None where it is no mapping."""
    if not isinstance(node, MappingNode):
        problems.add("expected-mapping", node.place)
        return None
    layout = layout_of(cls)
    if not node.values.keys() <= layout.slots.keys():
        _note_unknown_keys(layout, node, problems)
    values: dict[str, Any] = {}
    spots = [0] * (len(layout.keys) + 1)
    spots[0], children = node.spot, node.values
    for slot, field_name, (name, reader, required, *_) in layout.keys:
        child = children.get(name)
        if child is None or (isinstance(child, Scalar) and child.is_null):
            if required:
                problems.add("missing-key", child.place if child else node.place, key=name)
            continue
        spots[slot] = child.spot
        if isinstance(child, Sequence):
            spots[slot] = list_spot(child.spot, len(spots))
            spots += [len(child.items), *(item.spot for item in child.items)]
        value = reader(child, problems)
        if value is not None:
            values[field_name] = value
    return cls(file_path=node.path, spots=row(spots), **values)


def record(cls: type[R]) -> Reader[R]:
    """A reader of a nested record."""

    @shaped(Shape("record", record=cls))
    def read(node: Node, problems: Problems) -> R | None:
        return read_record(cls, node, problems)

    return read


def _note_unknown_keys(layout: Layout, node: MappingNode, problems: Problems) -> None:
    for name in node.values.keys() - layout.slots.keys():
        problems.add("unknown-key", node.place_of_key(name), suggestions=node.suggest(name, layout.slots), key=name)
