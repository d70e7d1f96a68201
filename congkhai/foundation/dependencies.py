"""Dependency tracking: which records a build task reads, found out while it reads them."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from typing import Any, TypeVar

V = TypeVar("V")
# What a task read: the name of a mapping and one of its keys, or ALL its values, or the set of its KEYS.
Dependency = tuple[str, str]
# Called with the parts of a Dependency at each read.
OnRead = Callable[[str, str], None]
ALL, KEYS = "*", "#"
# Suffix of the name of a mapping: line and column of its records count as well.
PLACED = "@"
# Results that a tracker keeps for the tasks that follow: those of one page of sheets and of the pages beside it.
_KEPT = 512


class DependencyTracker:
    """Collects the dependencies of the task that is running; ignores reads outside tasks."""

    __slots__ = ("_found", "_kept", "_suffix")

    def __init__(self) -> None:
        self._found: set[Dependency] | None = None
        self._suffix = ""
        self._kept: dict[tuple[Any, ...], tuple[Any, set[Dependency], tuple[Any, ...]]] = {}

    def on_read(self, group: str, key: str) -> None:
        """Record that `key` of the mapping `group` was read."""
        if self._found is not None:
            self._found.add((group + self._suffix, key))

    @contextmanager
    def track(self, *, placed: bool = False) -> Iterator[set[Dependency]]:
        """Give the set that fills with the dependencies of the enclosed code.

        With `placed`, line and column of the records read are dependencies, too.
        """
        before = self._found, self._suffix
        found: set[Dependency] = set()
        self._found, self._suffix = found, PLACED if placed else ""
        try:
            yield found
        finally:
            self._found, self._suffix = before

    def once(self, function: Callable[..., V], *given: Any) -> V:
        """Return `function` of the very same objects, worked out once for the tasks that come one after the other.

        What it read is a dependency of each of these tasks. Of the objects nothing may change.
        """
        key = (function, self._suffix, *map(id, given))
        if (kept := self._kept.get(key)) is None:
            with self.track(placed=self._suffix == PLACED) as read:
                value = function(*given)
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            # Whoever is kept keeps its id.
            kept = self._kept[key] = value, read, given
        if self._found is not None:
            self._found |= kept[1]
        found: V = kept[0]
        return found


class TrackedMapping(Mapping[str, V]):
    """A mapping that calls `on_read` at each look-up."""

    __slots__ = ("_group", "_inner", "_on_read")

    def __init__(self, inner: Mapping[str, V], group: str, on_read: OnRead) -> None:
        self._inner, self._group, self._on_read = inner, group, on_read

    def __getitem__(self, key: str) -> V:
        self._on_read(self._group, key)
        return self._inner[key]

    def __contains__(self, key: object) -> bool:
        self._on_read(self._group, str(key))
        return key in self._inner

    def __iter__(self) -> Iterator[str]:
        self._on_read(self._group, KEYS)
        return iter(self._inner)

    def __len__(self) -> int:
        self._on_read(self._group, KEYS)
        return len(self._inner)

    def values(self) -> ValuesView[V]:
        """Return all values; a dependency on ALL."""
        self._on_read(self._group, ALL)
        return self._inner.values()

    def items(self) -> ItemsView[str, V]:
        """Return all items; a dependency on ALL."""
        self._on_read(self._group, ALL)
        return self._inner.items()


class LazyMapping(Mapping[str, V]):
    """A mapping that calls `make` for its contents when it is first used."""

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
        """Return all values."""
        return self._inner.values()

    def items(self) -> ItemsView[str, V]:
        """Return all items."""
        return self._inner.items()
