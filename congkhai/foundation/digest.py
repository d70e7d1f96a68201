"""Digests of values: what says the same has the same digest, in every process and on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from msgspec import Struct

from congkhai.foundation.spots import PLACES

_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SORT_KEYS


def digest_of(value: Any, default: Callable[[Any], Any] | None = None) -> bytes:
    """The digest of a value; `default` makes JSON of what JSON does not know, else `parts_of` without places does."""
    return digest_of_bytes(orjson.dumps(value, default or parts_of, option=_OPTIONS))


def digest_of_bytes(data: bytes) -> bytes:
    """The digest of the bytes of a file, or of anything else."""
    return hashlib.blake2b(data, digest_size=12).digest()


def parts_of(value: Any, *, placed: bool = False) -> Any:
    """The parts of a value that is no JSON; of a record without its places in the files unless `placed`."""
    if isinstance(value, Struct):
        names = [name for name in value.__struct_fields__ if placed or name not in PLACES]
        return [type(value).__name__, *((name, getattr(value, name)) for name in names)]
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, bytes):
        return value.hex()
    return list(value) if isinstance(value, tuple) else str(value)
