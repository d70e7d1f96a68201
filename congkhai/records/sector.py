"""Sectors (lĩnh vực) of procedures, and the events of life that lead people to them."""

from __future__ import annotations

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import cell, identifier, line, list_of
from congkhai.records.model.record import Record, key, read_record, record
from congkhai.source.yaml_source import Node


class Sector(Record, frozen=True, kw_only=True):
    """A sector with the names it has elsewhere."""

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    aliases: tuple[str, ...] = key(list_of(line), default=())
    life_events: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="life_event")
    note: str = key(cell, default="")


class LifeEvent(Record, frozen=True, kw_only=True):
    """An event of life ("Sinh con") with the procedures it calls for, in the order they are needed."""

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    procedures: tuple[str, ...] = key(list_of(line), default=(), refers_to="procedure")


class SectorFile(Record, frozen=True, kw_only=True):
    """The file content/sectors.yaml."""

    sectors: tuple[Sector, ...] = key(list_of(record(Sector)), default=())
    life_events: tuple[LifeEvent, ...] = key(list_of(record(LifeEvent)), default=())


def read_sectors(node: Node, problems: Problems) -> SectorFile | None:
    """Read content/sectors.yaml."""
    return read_record(SectorFile, node, problems)
