"""Procedures as a build keeps them: packed, because there are thousands, and each is looked at a few times."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import NamedTuple

from msgspec import msgpack

from congkhai.records.procedure import Procedure

# Procedures that stay unpacked: cards, pages and sheets of one come close to each other.
_OPEN = 64
_pack = msgpack.Encoder().encode
_unpack = msgpack.Decoder(Procedure).decode


class Pack(NamedTuple):
    """A procedure as it travels between processes: its code, all of it, its card (JSON), its version."""

    code: str
    data: bytes
    card: bytes
    version: str


class PackedProcedures(MutableMapping[str, Procedure]):
    """Procedures by code; each is unpacked when it is looked up."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}
        self._open: dict[str, Procedure] = {}

    def put(self, code: str, data: bytes) -> None:
        """Put a procedure that is packed already."""
        self._packed[code] = data

    def __getitem__(self, code: str) -> Procedure:
        if (found := self._open.get(code)) is None:
            found = _unpack(self._packed[code])
            if len(self._open) >= _OPEN:
                del self._open[next(iter(self._open))]
            self._open[code] = found
        return found

    def __setitem__(self, code: str, procedure: Procedure) -> None:
        self._packed[code] = packed(procedure)
        self._open.pop(code, None)

    def __delitem__(self, code: str) -> None:
        del self._packed[code]
        self._open.pop(code, None)

    def __contains__(self, code: object) -> bool:
        return code in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def packed(procedure: Procedure) -> bytes:
    """All of a procedure as bytes, with its places in the file."""
    return _pack(procedure)


def unpacked(data: bytes) -> Procedure:
    """The procedure that `packed` made bytes of."""
    return _unpack(data)
