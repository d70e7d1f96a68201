"""What a machine that builds a part of a site leaves for the one that merges all parts, and how that takes it over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import DecodeError, Struct, msgpack

from congkhai.build.parts import MANIFEST, PartError, Share
from congkhai.checks.links import SavedLinks
from congkhai.foundation.digest import digest_of_bytes
from congkhai.foundation.paths import real
from congkhai.foundation.problem import Problem
from congkhai.foundation.processes import spread
from congkhai.site.rendering import File, Staged
from congkhai.site.search import Card

# Files that a process copies before it asks for more.
_FEW = 200


class Part(Struct, frozen=True):
    """What a part has for the site: its files with their digests, the links of its pages, the search cards of its
    records, the problems that its checks found.
    """

    build: str
    share: str
    files: dict[str, bytes]
    links: SavedLinks
    cards: list[Card]
    problems: tuple[Problem, ...]


_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(Part).decode


def manifest(part: Part) -> bytes:
    """Return what a part has as bytes."""
    return _encode(part)


def read_parts(folders: tuple[Path, ...], digest: str) -> tuple[tuple[Path, Part], ...]:
    """Return all parts of a build with their folders, in order; raise PartError where one is wrong or missing."""
    found: dict[int, tuple[Path, Part]] = {}
    of = 0
    for folder in folders:
        part = _read_manifest(folder)
        share = Share.read(part.share)
        if part.build != digest or share is None or of not in (0, share.of):
            raise PartError("other-build", folder)
        if share.number in found:
            raise PartError("twice", share)
        of = share.of
        found[share.number] = folder, part
    if missing := sorted(set(range(1, of + 1)) - found.keys()):
        raise PartError("missing", Share(missing[0], of))
    return tuple(one for _, one in sorted(found.items()))


def copies_of(
    parts: Sequence[tuple[Path, Part]], write: Callable[[str, bytes], Staged] | None, jobs: int
) -> Iterator[File]:
    """Yield the files of all parts; raise PartError where one is lost or not as it was made.

    With `write`, `jobs` processes write them.
    """
    files = [(folder, path, digest) for folder, part in parts for path, digest in part.files.items()]
    few = [files[start : start + _FEW] for start in range(0, len(files), _FEW)]
    for copied in spread(partial(_copied, write), few, jobs if write else 1):
        yield from copied


def _copied(write: Callable[[str, bytes], Staged] | None, files: Iterable[tuple[Path, str, bytes]]) -> list[File]:
    copied = []
    for folder, path, digest in files:
        data = _bytes_of(folder, path)
        if digest_of_bytes(data) != digest:
            raise PartError("unreadable", folder / path)
        copied.append(File(path, b"", staged=write(path, data)) if write else File(path, data))
    return copied


def _bytes_of(folder: Path, path: str) -> bytes:
    if not real(folder / path).is_relative_to(real(folder)):
        raise PartError("unreadable", folder)
    try:
        return (folder / path).read_bytes()
    except OSError as error:
        raise PartError("unreadable", folder / path) from error


def _read_manifest(folder: Path) -> Part:
    try:
        return _decode((folder / MANIFEST).read_bytes())
    except (OSError, DecodeError) as error:
        raise PartError("unreadable", folder) from error
