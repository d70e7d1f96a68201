"""Records as plain data under the keys of their YAML, and the short hash that names what a record says."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from operator import attrgetter, methodcaller
from typing import Any, cast

import orjson

from congkhai.records.model.record import Record, keys_of

# Characters of the short hash that names what a record says.
VERSION_LENGTH = 7
_Values = Callable[[Record], tuple[Any, ...]]


def as_data(value: Any) -> Any:
    """A record, or any value in it, as plain data under the keys of its YAML; absent keys are left out."""
    return _way_of(cast(Hashable, type(value)))(value)


@cache
def _way_of(kind: Any) -> Callable[[Any], Any]:
    """How values of a kind become plain data."""
    if issubclass(kind, Record):
        return partial(_data_of_record, *_keys_and_values(kind))
    if issubclass(kind, tuple):
        return lambda items: [item if type(item) is str else as_data(item) for item in items]
    if issubclass(kind, Mapping):
        return lambda found: {key: as_data(item) for key, item in found.items()}
    if issubclass(kind, Decimal):
        return lambda number: int(number) if number == int(number) else float(number)
    if issubclass(kind, datetime.date):
        return methodcaller("isoformat")
    return attrgetter("value") if issubclass(kind, StrEnum) else lambda value: value


def _data_of_record(names: tuple[str, ...], values_of: _Values, record: Record) -> dict[str, Any]:
    return {
        name: found if type(found) is str else as_data(found)
        for name, found in zip(names, values_of(record)[1:], strict=True)
        if found is not None and (found or type(found) is not tuple)
    }


def version_of(record: Record) -> str:
    """A short hash of all that a record says: the same words give the same seven characters.

    What is blank says nothing: a key that records learn later does not make every sheet on a wall out of date. Nor
    does what we read of a record: a sheet shows its own words.
    """
    said = {name: value for name, value in _said(record).items() if name != "reading"}
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()[:VERSION_LENGTH]


def _said(record: Record) -> dict[str, Any]:
    """What a record says under the keys of its YAML, without its blank texts, lists and records."""
    names, values_of = _keys_and_values(cast(Hashable, type(record)))
    found: dict[str, Any] = {}
    for name, value in zip(names, values_of(record)[1:], strict=True):
        if type(value) is str:
            if value:
                found[name] = value
        elif type(value) is tuple:
            if value:
                found[name] = [_said(item) if isinstance(item, Record) else as_data(item) for item in value]
        elif isinstance(value, Record):
            if said := _said(value):
                found[name] = said
        elif value is not None:
            found[name] = as_data(value)
    return found


@cache
def _keys_and_values(cls: Any) -> tuple[tuple[str, ...], _Values]:
    """The keys of a kind of record, and what fetches the path of one and then all its values at once."""
    keys = keys_of(cls)
    return tuple(declared.name for declared in keys.values()), attrgetter("file_path", *keys)
