"""Abbreviations that plans use, with what they stand for."""

from __future__ import annotations

from congkhai.records.model.fields import cell, line, list_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile


class Abbreviation(Record, frozen=True, kw_only=True):
    """A short form ("TTHC") and its long form ("thủ tục hành chính")."""

    short: str = key(line, required=True, default="")
    long: str = key(line, required=True, default="")
    note: str = key(cell, default="")


class AbbreviationFile(Record, frozen=True, kw_only=True):
    """A file of content/abbreviations."""

    abbreviations: tuple[Abbreviation, ...] = key(list_of(record(Abbreviation)), required=True, default=())


FILES = RecordFile(
    "abbreviation",
    "content/abbreviations/*.yaml",
    AbbreviationFile,
    keeps=(Kept("abbreviations", "short", inside="abbreviations"),),
)
