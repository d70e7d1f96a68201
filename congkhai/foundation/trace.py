"""What a piece of work read, noted while it reads: it must be done again only when something of that has changed."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from typing import TypeVar

V = TypeVar("V")
# What was read: a group of things and the key of one of them, ALL of them, or only which KEYS there are.
Question = tuple[str, str]
Note = Callable[[str, str], None]
ALL, KEYS = "*", "#"
# Behind the name of a group: the places of its records matter as well.
PLACED = "@"


class Trace:
    """Takes down what is read while a job runs; outside of jobs it takes down nothing."""

    __slots__ = ("_mark", "_read")

    def __init__(self) -> None:
        self._read: set[Question] | None = None
        self._mark = ""

    def note(self, group: str, key: str) -> None:
        """Something was read."""
        if self._read is not None:
            self._read.add((group + self._mark, key))

    @contextmanager
    def job(self, *, placed: bool = False) -> Iterator[set[Question]]:
        """The questions of all that is read within; of `placed` work the places of records in their files, too."""
        before = self._read, self._mark
        found: set[Question] = set()
        self._read, self._mark = found, PLACED if placed else ""
        try:
            yield found
        finally:
            self._read, self._mark = before


class NotedMapping(Mapping[str, V]):
    """A mapping that notes what is asked of it."""

    __slots__ = ("_group", "_inner", "_note")

    def __init__(self, inner: Mapping[str, V], group: str, note: Note) -> None:
        self._inner, self._group, self._note = inner, group, note

    def __getitem__(self, key: str) -> V:
        self._note(self._group, key)
        return self._inner[key]

    def __contains__(self, key: object) -> bool:
        self._note(self._group, str(key))
        return key in self._inner

    def __iter__(self) -> Iterator[str]:
        self._note(self._group, KEYS)
        return iter(self._inner)

    def __len__(self) -> int:
        self._note(self._group, KEYS)
        return len(self._inner)

    def values(self) -> ValuesView[V]:
        """All that is there."""
        self._note(self._group, ALL)
        return self._inner.values()

    def items(self) -> ItemsView[str, V]:
        """All that is there with its keys."""
        self._note(self._group, ALL)
        return self._inner.items()


class LateMapping(Mapping[str, V]):
    """A mapping that is made when it is first looked at."""

    __slots__ = ("_found", "_make")

    def __init__(self, make: Callable[[], Mapping[str, V]]) -> None:
        self._make = make
        self._found: Mapping[str, V] | None = None

    @property
    def _inner(self) -> Mapping[str, V]:
        if self._found is None:
            self._found = self._make()
        return self._found

    def __getitem__(self, key: str) -> V:
        return self._inner[key]

    def __contains__(self, key: object) -> bool:
        return key in self._inner

    def __iter__(self) -> Iterator[str]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)

    def values(self) -> ValuesView[V]:
        """All that is there."""
        return self._inner.values()

    def items(self) -> ItemsView[str, V]:
        """All that is there with its keys."""
        return self._inner.items()
