"""What build tasks read of the rows of plans, named for their dependencies: of all plans, of one, of one actor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from congkhai.foundation.dependencies import ALL, OnRead

# What a build task may depend on: the rows of all plans, of one plan, or of one actor, with their actors and times.
ROWS, ROWS_OF_PLAN, ROWS_OF_ACTOR = "rows", "rows_of_plan", "rows_of_actor"
V = TypeVar("V")


class RowMapping(Mapping[tuple[str, str], V]):
    """What is known of rows by plan id and task id; each look-up is reported as a read of the plan's rows."""

    __slots__ = ("_inner", "_on_read")

    def __init__(self, inner: Mapping[tuple[str, str], V], on_read: OnRead) -> None:
        self._inner, self._on_read = inner, on_read

    def __getitem__(self, key: tuple[str, str]) -> V:
        self._on_read(ROWS_OF_PLAN, key[0])
        return self._inner[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        self._on_read(ROWS, ALL)
        return iter(self._inner)

    def __len__(self) -> int:
        self._on_read(ROWS, ALL)
        return len(self._inner)
