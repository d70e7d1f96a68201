"""Abbreviations that plans use, with what they stand for."""

from __future__ import annotations

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import cell, line, list_of
from congkhai.records.model.record import Record, key, read_record, record
from congkhai.source.yaml_source import Node


class Abbreviation(Record, frozen=True, kw_only=True):
    """A short form ("TTHC") and its long form ("thủ tục hành chính")."""

    short: str = key(line, required=True, default="")
    long: str = key(line, required=True, default="")
    note: str = key(cell, default="")


class AbbreviationFile(Record, frozen=True, kw_only=True):
    """A file of content/abbreviations."""

    abbreviations: tuple[Abbreviation, ...] = key(list_of(record(Abbreviation)), required=True, default=())


def read_abbreviations(node: Node, problems: Problems) -> AbbreviationFile | None:
    """Read a file of content/abbreviations."""
    return read_record(AbbreviationFile, node, problems)
