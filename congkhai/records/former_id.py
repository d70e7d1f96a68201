"""Ids that have ended: what bore them, and what took its place, so that old addresses still say something."""

from __future__ import annotations

import datetime
import re
from enum import StrEnum

from congkhai.foundation.file_names import is_device
from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import cell, date, line, one_of
from congkhai.records.model.record import Record, Shape, key, shaped
from congkhai.source.yaml_source import Node

# Ids and codes of procedures as they may once have stood in addresses: no part of them leads anywhere else.
_ONCE_IN_ADDRESS = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*\Z")


class FormerKind(StrEnum):
    """What an id belonged to."""

    PLAN = "plan"
    AGENCY = "agency"
    PROCEDURE = "procedure"
    ANNOUNCEMENT = "announcement"
    DOCUMENT = "document"
    SECTOR = "sector"


@shaped(Shape("line", pattern=_ONCE_IN_ADDRESS.pattern))
def _once_in_address(node: Node, problems: Problems) -> str | None:
    """An id or code that an address may have had; another is a problem, and has no page."""
    text = line(node, problems)
    if text is None or (_ONCE_IN_ADDRESS.match(text) and len(text) <= 80 and not is_device(text)):
        return text
    problems.add("bad-id", node.place, id=text)
    return None


class FormerId(Record, frozen=True, kw_only=True):
    """An id that no record bears any more; `successor` is the id of the same kind that stands in its place."""

    kind: FormerKind | None = key(one_of(FormerKind), required=True)
    id: str = key(_once_in_address, required=True, default="")
    successor: str = key(line, default="")
    on: datetime.date | None = key(date)
    note: str = key(cell, default="")
