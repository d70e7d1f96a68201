"""Parts of a procedure that the law lists as "if any": there, or stated as absent, never blank."""

from __future__ import annotations

from typing import TypeVar

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import boolean, cell
from congkhai.records.model.record import Reader, Record, Shape, key, read_record, record, shaped
from congkhai.source.yaml_source import Mapping, Node

T = TypeVar("T")


class Absent(Record, frozen=True, kw_only=True):
    """A part that does not exist, and why that is known (Decree 63/2010/NĐ-CP Art. 8.2)."""

    absent: bool = key(boolean, required=True, default=False)
    reason: str = key(cell, default="")


def or_absent(reader: Reader[T]) -> Reader[T | Absent]:
    """A reader of a part, or of the statement that there is none: `{absent: true, reason: …}`."""

    @shaped(Shape("either", inside=(record(Absent), reader), switch="absent"))
    def read(node: Node, problems: Problems) -> T | Absent | None:
        if isinstance(node, Mapping) and "absent" in node.values:
            return read_record(Absent, node, problems)
        return reader(node, problems)

    return read
