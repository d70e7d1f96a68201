"""Reads a source folder into a library; the only room that reads content."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import orjson

from congkhai.build.loader.central import central_kinds, is_central, lay_below
from congkhai.build.loader.folder import (
    digest_of_file,
    files_below,
    is_inside,
    read_file,
    shown_path,
    states_below,
    text_of_file,
)
from congkhai.build.loader.gathering import LEFT_OUT, gather
from congkhai.build.loader.packed import Pack, PackedProcedures, packed, unpacked
from congkhai.build.loader.shelf import FILES, UNREAD, Shelf, records_in
from congkhai.foundation.paths import real
from congkhai.foundation.problem import Place, Problem, Problems
from congkhai.foundation.processes import spread
from congkhai.foundation.text import nfc
from congkhai.foundation.timer import NO_TIMER, Timer
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard, card_of, from_row, to_row
from congkhai.records.model.plain_data import version_of
from congkhai.records.model.record_file import CONTENT
from congkhai.records.record_files import BY_FOLDER
from congkhai.records.site_config import SiteConfig, SourceFolder, read_site_config
from congkhai.records.stored_file import PUBLISHED_TYPES, StoredFile
from congkhai.source.yaml_source import parse_yaml

__all__ = [
    "CONTENT",
    "FILES",
    "PROCEDURES",
    "digest_of_file",
    "is_central",
    "load_config",
    "load_library",
    "load_part",
    "load_site",
    "states_below",
    "stored_files",
    "text_of_file",
]

SITE = "site.yaml"
PROCEDURES = "procedures"
# Files that a process reads before it returns what is in them.
_FEW = 50


def load_config(source: Path, problems: Problems) -> SiteConfig:
    """Read site.yaml; without it the settings are empty and a problem is noted."""
    if not os.path.lexists(source / SITE):
        problems.add("missing-site-config", Place(SITE))
        return SiteConfig()
    data = read_file(source, SITE, problems) if is_inside(source, SITE, problems) else None
    node = None if data is None else parse_yaml(data, SITE, problems)
    config = read_site_config(node, problems) if node is not None else None
    return config or SiteConfig()


def load_library(
    source: Path,
    problems: Problems,
    timer: Timer = NO_TIMER,
    digests: dict[str, bytes] | None = None,
    sources: Sequence[SourceFolder] = (),
    *,
    central: bool = False,
    jobs: int = 1,
    left_out: Container[str] = (),
) -> Library:
    """Read all records below `source`/content, then those of `sources` inside it; every fault of every file is noted.

    With `central`, the central records of the program lie below them. `digests` takes those of the files that were
    read, by path below content/. Procedures are read by `jobs` processes. Folders `left_out` are not read.
    """
    procedures = PackedProcedures()
    shelf = Shelf(problems, {PROCEDURES: procedures}, digests={} if digests is None else digests)
    paths = []
    for path in files_below(source, CONTENT, problems):
        kind = path.split("/", 2)[1]
        if kind in left_out:
            continue
        if kind == PROCEDURES:
            paths.append(path)
            continue
        with timer("read", kind):
            _load_file(path, source, shelf)
    with timer("read", PROCEDURES):
        packs = dict(_procedures(paths, source, shelf, procedures, jobs))
    if central:
        with timer("read", "central"):
            lay_below(shelf.kinds, central_kinds(records_in))
    for folder in (found for found in sources if found.path and found.territory):
        with timer("read", "sources"):
            _load_source(folder, source, shelf)
    with timer("read", "cards"):
        return _library(shelf.kinds, procedures, packs)


def _library(
    kinds: Mapping[str, Any], procedures: PackedProcedures, packs: dict[str, tuple[ProcedureCard, str]]
) -> Library:
    """All records, with the cards and versions of procedures; those that came from other sources have none yet."""
    for code in procedures.keys() - packs.keys():
        packs[code] = card_of(procedures[code]), version_of(procedures[code])
    cards, versions = {code: packs[code][0] for code in procedures}, {code: packs[code][1] for code in procedures}
    return Library(**kinds, cards=cards, versions=versions)


class _Read(NamedTuple):
    """What became of some files of procedures: their digests, their problems, the procedures in them."""

    digests: dict[str, bytes]
    problems: list[Problem]
    packs: list[Pack]


def _procedures(
    paths: Sequence[str], source: Path, shelf: Shelf, procedures: PackedProcedures, jobs: int
) -> Iterator[tuple[str, tuple[ProcedureCard, str]]]:
    """Put the procedures of all files on the shelf, and yield the card and version of each by its code."""
    few = [paths[start : start + _FEW] for start in range(0, len(paths), _FEW)]
    for read in spread(partial(_read, source), few, jobs):
        shelf.digests.update(read.digests)
        shelf.problems.extend(read.problems)
        for code, data, card, version in read.packs:
            if code in procedures:
                shelf.put(PROCEDURES, code, unpacked(data), at="code")
            else:
                procedures.put(code, data)
                yield code, (from_row(orjson.loads(card)), version)


def _read(source: Path, paths: Sequence[str]) -> _Read:
    read = _Read({}, [], [])
    for path in paths:
        shelf = Shelf(Problems(), digests=read.digests)
        _load_file(path, source, shelf)
        read.problems.extend(shelf.problems)
        for code, found in shelf.kinds.get(PROCEDURES, {}).items():
            read.packs.append(Pack(code, packed(found), orjson.dumps(to_row(card_of(found))), version_of(found)))
    return read


def load_site(source: Path) -> Library:
    """The records of a site with those of its `sources:`, for commands that only look names up: faults are not told."""
    config = load_config(source, Problems())
    return load_library(source, Problems(), sources=config.sources, central=config.central_records)


def load_part(
    source: Path, name: str, problems: Problems, digests: dict[str, bytes] | None = None, *, central: bool = False
) -> Mapping[str, Mapping[str, Any]]:
    """The records of one file or folder below content/ ("procedures/ho-tich/1.001193.yaml"), by kind and id.

    With `central`, the central records of that folder lie below them.
    """
    shelf = Shelf(problems, digests={} if digests is None else digests)
    path, whole = f"{CONTENT}/{name}", source / CONTENT / name
    for file in files_below(source, path, problems) if whole.is_dir() else (path,) if whole.is_file() else ():
        _load_file(file, source, shelf)
    if central:
        lay_below(shelf.kinds, central_kinds(records_in, name))
    return shelf.kinds


def stored_files(source: Path, library: Library) -> Iterator[tuple[str, bytes]]:
    """The files below content/files that may be published: path there, bytes."""
    for path, file in library.files.items():
        if file.type in PUBLISHED_TYPES:
            yield path, (source / file.file_path).read_bytes()


def _load_source(folder: SourceFolder, source: Path, shelf: Shelf) -> None:
    """Read the records of a source folder inside the site's."""
    top = f"{folder.path}/{CONTENT}"
    if real(source) not in real(source / top).parents:
        shelf.problems.add("outside-link", folder.place_of("path"))
        return
    if not (source / top).is_dir():
        shelf.problems.add("missing-source", folder.place_of("path"), path=folder.path)
        return
    guest = Shelf(shelf.problems, digests=shelf.digests)
    for path in files_below(source, top, shelf.problems):
        if path.removeprefix(f"{top}/").split("/", 1)[0] not in LEFT_OUT:
            _load_file(path, source, guest, top)
    gather(shelf.kinds, guest.kinds, folder.territory, shelf.problems, shelf.put)


def _load_file(path: str, source: Path, shelf: Shelf, top: str = CONTENT) -> None:
    kind, _, below = path.removeprefix(f"{top}/").partition("/")
    if kind == FILES and below:
        _put_file(path, below, source, shelf)
        return
    file = BY_FOLDER.get(kind)
    if file is None or not path.endswith(PurePosixPath(file.pattern).suffix):
        if kind not in UNREAD:
            shelf.problems.add("unknown-file", Place(shown_path(path)))
        return
    shelf.load(file, path, source)


def _put_file(path: str, below: str, source: Path, shelf: Shelf) -> None:
    # Some systems write letters and their marks apart in names; records and addresses have them together.
    name = nfc(below)
    data = shelf.bytes_of(path, source)
    if data is not None:
        shelf.put("files", name, StoredFile(file_path=shown_path(path), path=name, size=len(data)))
