"""Pieces put together: for each syllable its documents in all of them, and which syllables lie in one file."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from congkhai.site.search import packing, tables
from congkhai.site.search.keep import Keep, Rows
from congkhai.site.search.listing import as_json
from congkhai.site.search.packing import as_text, block, from_text, varint
from congkhai.site.search.segments import Rest, add_run

# How many shards of titles there may be, so that a query reads little that it does not need: each divides the groups of
# tables.py or is divided by them. How many pages and phrases may share one. Shards of bodies divide those of titles.
_TITLE_SHARDS, _IN_A_SHARD = (8, 24, 96, 192, 384, 768), 30
_BODY_SHARDS, _BODY_SHARDS_OF_A_SMALL_SITE, _SMALL = 8, 4, 1500
_BUCKETS = 24  # what is kept together; a shard is one or several of them

# What the pieces say of a syllable, by the name of the piece.
Row = dict[str, Any]
# The number of each piece, by its name.
Numbers = Mapping[str, int]
_Parts = list[tuple[int, str]]


def members(vocabulary: Iterable[str], most: int, wanted: Iterable[int]) -> dict[int, list[str]]:
    """The syllables of the wanted shards, of `most`, in their order."""
    found: dict[int, list[str]] = {number: [] for number in wanted}
    for key in vocabulary:
        if (number := shard_of(key, most)) in found:
            found[number].append(key)
    return found


def title_shards(pages: int, phrases: int) -> int:
    """How many shards of titles, and of what phrases mean, a site has."""
    return next((count for count in _TITLE_SHARDS if count * _IN_A_SHARD >= pages + phrases), _TITLE_SHARDS[-1])


def body_shards(pages: int) -> int:
    """How many shards of bodies a site has."""
    return _BODY_SHARDS if pages > _SMALL else _BODY_SHARDS_OF_A_SMALL_SITE


@lru_cache(maxsize=65536)
def shard_of(key: str, most: int) -> int:
    """The number of the shard, of `most`, that a syllable lies in: fixed by the syllable, whatever the site says."""
    group, groups = tables.group_of(key), tables.group_count()
    if most <= groups:
        return group * most // groups
    parts = most // groups  # of a group
    return group * parts + zlib.crc32(key.encode()) % parts


class Postings:
    """One part of the index (titles, or others) as rows of syllables; remembers which rows were changed."""

    def __init__(self, keep: Keep, name: str, fresh: bool) -> None:
        self._keep, self._name = keep, name
        self._rows = Rows(keep, name, fresh)
        self.touched: dict[str, Row] = {}

    def replace(self, piece: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Put what a piece says now in place of what it said."""
        for key, value in new.items():
            if old.get(key) != value:
                self._touch(key)[piece] = value
        for key in old:
            if key not in new:
                del self._touch(key)[piece]

    def row(self, key: str) -> Row:
        """What the pieces say of a syllable."""
        return self._rows.get(shard_of(key, _BUCKETS), key)

    def blocks(self, number: int, keys: Sequence[str]) -> dict[str, bytes]:
        """The blocks of a shard as it was, of the keys that it held."""
        content = self._keep.get(self._shard(number)) if keys else None
        return dict(zip(keys, packing.blocks(content), strict=True)) if content else {}

    def said(self, number: int) -> bytes:
        """What a shard says behind its blocks, as it was."""
        return self._keep.get(f"{self._shard(number)} said") or b""

    def shard(self, number: int, blocks: Sequence[bytes], said: bytes | None = None) -> bytes:
        """A shard of these blocks in the order of the vocabulary, and what it says behind them, None for what it said.

        Nothing if all is empty.
        """
        content = b"".join(blocks)
        self._keep.put(self._shard(number), content)
        if said is None:
            said = self.said(number)
        else:
            self._keep.put(f"{self._shard(number)} said", said)
        return (content.strip(b"\0") or said) and content + said

    def save(self) -> None:
        """Keep what was changed."""
        self._rows.save()

    def _shard(self, number: int) -> str:
        return f"{self._name} shard/{number}"

    def _touch(self, key: str) -> Row:
        if key not in self.touched:
            self.touched[key] = self._rows.for_change(shard_of(key, _BUCKETS), key)
        return self.touched[key]


def title_block(_key: str, row: Row, numbers: Numbers) -> bytes:
    """The forms of a syllable, each with its documents piece by piece, then their places."""
    if not row:
        return b""
    found: dict[str, tuple[_Parts, list[str]]] = {}
    for number, forms in _in_order(row, numbers):
        for form, (docs, places) in forms.items():
            parts, placed = found.setdefault(form, ([], []))
            parts.append((number, docs))
            placed.append(places)
    packed = [varint(len(found))]
    for form, (parts, placed) in sorted(found.items()):
        packed += [block(form.encode()), _numbered(parts), from_text("".join(placed))]
    return b"".join(packed)


def other_block(row: Row, numbers: Numbers, with_bodies: bool) -> bytes:
    """The documents whose context (sector, agency) has a syllable, then those whose body it tells apart."""
    context: _Parts = []
    bodies: _Parts = []
    for number, (by_context, by_body) in _in_order(row, numbers):
        if by_context:
            context.append((number, by_context))
        if by_body and with_bodies:
            bodies.append((number, by_body))
    return _numbered(context) + _numbered(bodies) if context or bodies else b""


def facets(rests: Iterable[Rest]) -> str:
    """For each facet and value the runs of documents that have it, and the deadlines, for filters and sorting."""
    found: dict[str, dict[str, list[int]]] = {}
    due: list[tuple[int, str]] = []
    start = 0
    for rest in rests:
        for facet, values in rest.facets.items():
            for value, runs in values.items():
                _add_runs(found.setdefault(facet, {}).setdefault(value, []), runs, start)
        due += [(start + doc, date) for doc, date in rest.due]
        start += len(rest.codes)
    tables = {
        facet: [[value, _gaps(runs)] for value, runs in sorted(values.items())]
        for facet, values in sorted(found.items())
    }
    return as_json({"facets": tables, "deadlines": due})


def _add_runs(runs: list[int], more: Sequence[int], start: int) -> None:
    for first, last in zip(more[::2], more[1::2], strict=True):
        add_run(runs, start + first, start + last)


def _gaps(runs: Sequence[int]) -> list[int]:
    """Runs as gap since the last one, length less one."""
    listed: list[int] = []
    end = 0
    for first, last in zip(runs[::2], runs[1::2], strict=True):
        listed += (first - end, last - first)
        end = last + 1
    return listed


def _in_order(row: Row, numbers: Numbers) -> Sequence[tuple[int, Any]]:
    return sorted((numbers[piece], value) for piece, value in row.items())


def _numbered(parts: _Parts) -> bytes:
    """Parts with the gap since the piece before each."""
    packed = [as_text(varint(len(parts)))]
    last = -1
    for number, part in parts:
        packed += [_GAPS[number - last - 1], part]
        last = number
    return from_text("".join(packed))


_GAPS = [as_text(varint(number)) for number in range(4096)]
