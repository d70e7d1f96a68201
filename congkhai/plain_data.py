"""Records as plain data under the keys of their YAML, and the short hash that names what a record says."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, cast

import orjson

from congkhai.record import Record, keys_of

# Kinds of values that are plain data already.
_AS_IT_IS = frozenset({str, int, type(None)})


def as_data(value: Any) -> Any:
    """A record, or any value in it, as plain data under the keys of its YAML; absent keys are left out."""
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, Record):
        names, values_of = _keys_and_values(cast(Hashable, type(value)))
        return {
            name: found if type(found) in _AS_IT_IS else as_data(found)
            for name, found in zip(names, values_of(value)[1:], strict=True)
            if found is not None and found != ()
        }
    if isinstance(value, tuple):
        return [item if type(item) in _AS_IT_IS else as_data(item) for item in value]
    if isinstance(value, Mapping):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def version_of(record: Record) -> str:
    """A short hash of all that a record says: the same words give the same seven characters.

    What is blank says nothing: a key that records learn later does not make every sheet on a wall out of date.
    """
    return hashlib.sha256(orjson.dumps(_said(record), option=orjson.OPT_SORT_KEYS)).hexdigest()[:7]


class Versions(Mapping[str, str]):
    """The versions of records by id, each worked out when it is first asked for: a check asks for none."""

    def __init__(self, records: Mapping[str, Record]) -> None:
        self._records, self._known = records, dict[str, str]()

    def __getitem__(self, key: str) -> str:
        if key not in self._known:
            self._known[key] = version_of(self._records[key])
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


def _said(record: Record) -> dict[str, Any]:
    """What a record says under the keys of its YAML, without its blank texts, lists and records."""
    names, values_of = _keys_and_values(cast(Hashable, type(record)))
    found: dict[str, Any] = {}
    for name, value in zip(names, values_of(record)[1:], strict=True):
        if type(value) is tuple:
            if value:
                found[name] = [_said(item) if isinstance(item, Record) else as_data(item) for item in value]
        elif isinstance(value, Record):
            if said := _said(value):
                found[name] = said
        elif value is not None and value != "":
            found[name] = value if type(value) is str else as_data(value)
    return found


@cache
def _keys_and_values(cls: Any) -> tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]]]:
    """The keys of a kind of record, and what fetches the place of one and then all its values at once."""
    keys = keys_of(cls)
    return tuple(declared.name for declared in keys.values()), attrgetter("place", *keys)
