"""Values: the dataclass of the standard library in all that our code and its tools see of it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from congkhai.foundation.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A value with a default, a factory, and a field that is neither compared nor shown."""

    x: int
    y: int = 2
    marks: list[str] = field(default_factory=list)
    seen: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Fields by name only, of which a kind adds more."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Named):
    """More fields, and equality of its own."""

    size: int = 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kind) and other.name == self.name

    def __hash__(self) -> int:
        return 1


@dataclass(frozen=True, slots=True)
class Empty:
    """No fields at all."""


def test_fields_are_given_by_place_by_name_or_by_default() -> None:
    assert (Point(1).x, Point(1).y, Point(x=3, y=4).y) == (1, 2, 4)
    assert Point(1).marks is not Point(1).marks
    for wrong in ((), (1, 2, [], "", 5)):
        with pytest.raises(TypeError):
            Point(*wrong)
    with pytest.raises(TypeError, match="positional"):
        Named("x")  # type: ignore[misc]
    assert Kind(name="x", size=2).size == 2
    assert Empty() == Empty()


def test_equality_looks_at_the_compared_fields_of_the_same_class() -> None:
    assert Point(1, seen="a") == Point(1, seen="b") != Point(2)
    assert Point(1) != (1, 2, [], "")
    assert Kind(name="x", size=1) == Kind(name="x", size=2)
    assert hash(Kind(name="x")) == 1
    assert hash(Named(name="x")) == hash(Named(name="x"))
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))


def test_a_value_is_shown_as_the_standard_library_shows_it() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2, marks=[])"
    assert repr(Kind(name="x")) == "Kind(name='x', size=1)"


def test_nothing_can_be_set_in_a_value_or_deleted() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.y
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.z = 2  # type: ignore[attr-defined]


def test_values_are_copied_replaced_matched_and_sent_to_other_processes() -> None:
    point = Point(1, 5, ["a"], "b")
    for other in (copy.copy(point), copy.deepcopy(point), pickle.loads(pickle.dumps(point))):
        assert dataclasses.astuple(other) == dataclasses.astuple(point)
    assert dataclasses.replace(point, y=6) == Point(1, 6, ["a"])
    match point:
        case Point(x, y):
            assert (x, y) == (1, 5)


def test_a_value_is_never_mutable_by_declaration() -> None:
    with pytest.raises(TypeError):
        dataclass(frozen=False, slots=True)
