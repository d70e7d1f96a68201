"""Sectors (lĩnh vực) of procedures, and the events of life that lead people to them."""

from __future__ import annotations

from enum import StrEnum

from congkhai.records.model.fields import cell, identifier, line, list_of, one_of
from congkhai.records.model.record import Record, key, record
from congkhai.records.model.record_file import Kept, RecordFile


class EventPicture(StrEnum):
    """The pictures of events of life, by their names in static/img/events.svg."""

    BIRTH = "birth"
    MARRIAGE = "marriage"
    DEATH = "death"
    INHERITANCE = "inheritance"
    MOVING = "moving"
    PAPERS = "papers"
    SCHOOL = "school"
    BUILDING = "building"
    LAND = "land"
    BUSINESS = "business"
    VEHICLE = "vehicle"
    WORK = "work"
    UNEMPLOYMENT = "unemployment"
    OLD_AGE = "old_age"
    ABROAD = "abroad"
    OTHER = "other"


class Sector(Record, frozen=True, kw_only=True):
    """A sector with the names it has elsewhere."""

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    aliases: tuple[str, ...] = key(list_of(line), default=())
    life_events: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="life_event")
    note: str = key(cell, default="")


class LifeEvent(Record, frozen=True, kw_only=True):
    """An event of life ("Sinh con") with the procedures it calls for, in the order they are needed.

    What the site has no page of stands among them, by its id in content/elsewhere or its national code.
    `title` is the heading of its page ("Khi sinh con") where the name alone does not serve.
    """

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    title: str = key(line, default="")
    picture: EventPicture | None = key(one_of(EventPicture))
    procedures: tuple[str, ...] = key(list_of(line), default=(), refers_to="matter")


class SectorFile(Record, frozen=True, kw_only=True):
    """The file content/sectors.yaml."""

    sectors: tuple[Sector, ...] = key(list_of(record(Sector)), default=())
    life_events: tuple[LifeEvent, ...] = key(list_of(record(LifeEvent)), default=())


FILES = RecordFile(
    "sector",
    "content/sectors.yaml",
    SectorFile,
    keeps=(
        Kept("sectors", inside="sectors"),
        Kept("life_events", inside="life_events"),
    ),
)
