"""The shelf that records come in on, file by file."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from congkhai.build.loader.folder import read_file, shown_path
from congkhai.foundation.digest import digest_of_bytes
from congkhai.foundation.problem import Problems
from congkhai.records.model.record import Record
from congkhai.records.model.record_file import CONTENT, RecordFile
from congkhai.records.prose import read_prose
from congkhai.records.record_files import BY_FOLDER
from congkhai.source.yaml_source import parse_yaml

FILES = "files"
# What lies in content for its editors.
UNREAD = ("README.md",)


@dataclass(slots=True)
class Shelf:
    """Records as they come in, by kind and id; a second record of the same id is a problem."""

    problems: Problems
    kinds: dict[str, MutableMapping[str, Any]] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)

    def bytes_of(self, path: str, source: Path) -> bytes | None:
        """The bytes of a file, whose digest is kept; None where it can't be read."""
        data = read_file(source, path, self.problems)
        if data is not None:
            self.digests[path.removeprefix(f"{CONTENT}/")] = digest_of_bytes(data)
        return data

    def put(self, kind: str, record_id: str, record: Record, at: str = "id") -> None:
        """Put a record where it belongs, unless one of its id is there."""
        records = self.kinds.setdefault(kind, {})
        if first := records.get(record_id):
            address = f"{first.place.path}:{first.place_of(at).line}"
            self.problems.add("duplicate-id", record.place_of(at), id=record_id, first=address)
        elif record_id:
            records[record_id] = record

    def named_as_file(self, record: Record, record_id: str, at: str = "id") -> None:
        """Note a problem where a file's name is not the id of the record in it."""
        stem = PurePosixPath(record.place.path).stem
        if record_id and record_id != stem:
            self.problems.add("id-not-file-name", record.place_of(at), id=record_id, stem=stem)

    def load(self, file: RecordFile, path: str, source: Path) -> None:
        """Read a file and put what is in it where it belongs."""
        data = self.bytes_of(path, source)
        found = None if data is None else _read(file, data, path, self.problems)
        if found is None:
            return
        if file.id_key and not file.any_name:
            self.named_as_file(found, getattr(found, file.id_key), at=file.id_key)
        for kept, record in file.kept(found):
            self.put(kept.mapping, getattr(record, kept.id), record, at=kept.id)


def records_in(path: str, data: bytes) -> dict[str, MutableMapping[str, Any]]:
    """The records of one file of a folder of content/ ("congkhai:documents/trung-uong.yaml"), by kind and id."""
    shelf = Shelf(Problems())
    file = BY_FOLDER[path.partition(":")[2].partition("/")[0]]
    found = _read(file, data, path, shelf.problems)
    for kept, record in file.kept(found) if found is not None else ():
        shelf.put(kept.mapping, getattr(record, kept.id), record, at=kept.id)
    return shelf.kinds


def _read(file: RecordFile, data: bytes, path: str, problems: Problems) -> Any:
    if path.endswith(".md"):
        return read_prose(data, shown_path(path), problems)
    node = parse_yaml(data, shown_path(path), problems)
    return None if node is None else file.read(node, problems)
