"""What a kind of record says of its files: where they stand, how they are read, what is kept of them, their form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from congkhai.foundation.problem import Problems
from congkhai.records.model.record import Record, read_record
from congkhai.source.yaml_source import Node

CONTENT = "content"


class Kept(NamedTuple):
    """Records that the library keeps: in which of its mappings, and by which of their fields.

    They are those in the field `inside` of the file's record, or ("") that record itself.
    """

    mapping: str
    id: str = "id"
    inside: str = ""


class RecordFile(NamedTuple):
    """Files of one kind: a pattern of their paths, the record in each, and what becomes of it.

    `id_key` is the key that bears the file's name, "" where a file may be called anything and where only one can be;
    `any_name` where such a name is only proposed. A kind with a `menu` has a form in the browser editor, in that order,
    where `summary` stands for a record in lists. `reads` is asked where reading takes more than the declared keys.
    """

    kind: str
    pattern: str
    record: type[Record]
    id_key: str = ""
    keeps: tuple[Kept, ...] = ()
    reads: Callable[[Node, Problems], Any] | None = None
    any_name: bool = False
    menu: int = 0
    summary: str = ""

    @property
    def folder(self) -> str:
        """The folder of content/, or the one file there."""
        return PurePosixPath(self.pattern).parts[1]

    def path(self, record_id: str) -> PurePosixPath:
        """The path of a record's file, relative to the source."""
        return PurePosixPath(self.pattern.replace("**/*", "*").replace("*", record_id))

    def read(self, node: Node, problems: Problems) -> Any:
        """What stands in a file, None where that is no record."""
        return self.reads(node, problems) if self.reads else read_record(self.record, node, problems)

    def kept(self, found: Any) -> Iterator[tuple[Kept, Record]]:
        """The records that the library keeps of what was read."""
        for kept in self.keeps:
            inside = getattr(found, kept.inside) if kept.inside else found
            yield from ((kept, one) for one in (inside if isinstance(inside, tuple) else (inside,)))
