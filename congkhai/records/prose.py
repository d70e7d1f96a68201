"""Prose pages of the site: about, how to report an error, accessibility."""

from __future__ import annotations

from dataclasses import dataclass

from congkhai.fields import boolean, identifier, integer, line
from congkhai.problem import Problems
from congkhai.record import Record, key, read_record
from congkhai.yaml_source import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage(Record):
    """A page of content/pages: front matter, then Markdown; `body_place` is where the Markdown begins."""

    id: str = key(identifier, required=True, default="")
    title: str = key(line, required=True, default="")
    description: str = key(line, default="")
    order: int = key(integer(0, 999), default=100)
    in_footer: bool = key(boolean, default=True)
    body: str = ""


def read_prose_front(node: Node, problems: Problems) -> ProsePage | None:
    """Read the front matter of a prose page."""
    return read_record(ProsePage, node, problems)
