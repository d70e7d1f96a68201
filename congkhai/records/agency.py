"""Agencies of a territory, groups of them, and phrases that name nobody in particular."""

from __future__ import annotations

import datetime
from enum import StrEnum

from msgspec.structs import replace

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import boolean, cell, date, identifier, line, list_of, one_of, url
from congkhai.records.model.record import Record, key, read_record, record
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.source.yaml_source import Node


class Level(StrEnum):
    """The level of government an agency belongs to (two local levels since 1 July 2025: no district)."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Validity(Record, frozen=True, kw_only=True):
    """From when until when an agency or document exists or applies, and the document that says so."""

    since: datetime.date | None = key(date, name="from")
    until: datetime.date | None = key(date)
    document: str = key(line, default="", refers_to="document")

    def is_over(self, day: datetime.date) -> bool:
        """Whether it has ended before a day; it still stands on its last one."""
        return self.until is not None and self.until < day


class Contact(Record, frozen=True, kw_only=True):
    """Where an agency is reached; `office` is the desk that receives, `hours` when it is open."""

    office: str = key(line, default="")
    address: str = key(line, default="")
    phone: str = key(line, default="")
    email: str = key(line, default="")
    url: str = key(url, default="")
    hours: str = key(cell, default="")


class Agency(Record, frozen=True, kw_only=True):
    """A body that leads, coordinates, issues or receives.

    A `general` one stands for those called so everywhere ("Công an cấp xã"), as the national data names them.
    """

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    aliases: tuple[str, ...] = key(list_of(line), default=())
    level: Level | None = key(one_of(Level))
    parent: str = key(identifier, default="", refers_to="agency")
    valid: Validity | None = key(record(Validity))
    successors: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="agency")
    contact: Contact | None = key(record(Contact))
    general: bool = key(boolean, default=False)
    note: str = key(cell, default="")
    verify: str = key(cell, default="")
    territory: str = ""


class AgencyGroup(Record, frozen=True, kw_only=True):
    """A name that stands for several agencies ("Sở, ban, ngành tỉnh").

    `level` tells that of its members where they are not recorded one by one ("UBND cấp huyện").
    """

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    aliases: tuple[str, ...] = key(list_of(line), default=())
    level: Level | None = key(one_of(Level))
    members: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="actor")
    valid: Validity | None = key(record(Validity))
    successors: tuple[str, ...] = key(list_of(identifier), default=(), refers_to="actor")
    note: str = key(cell, default="")
    verify: str = key(cell, default="")
    territory: str = ""


class Collective(Record, frozen=True, kw_only=True):
    """A phrase that names nobody in particular ("các cơ quan, đơn vị có liên quan")."""

    id: str = key(identifier, required=True, default="")
    name: str = key(line, required=True, default="")
    aliases: tuple[str, ...] = key(list_of(line), default=())
    note: str = key(cell, default="")
    verify: str = key(cell, default="")
    territory: str = ""


Actor = Agency | AgencyGroup | Collective


class Registry(Record, frozen=True, kw_only=True):
    """A file of content/agencies: the actors of one territory."""

    territory: str = key(identifier, required=True, default="")
    name: str = key(line, default="")
    parent: str = key(identifier, default="", refers_to="territory")
    note: str = key(cell, default="")
    agencies: tuple[Agency, ...] = key(list_of(record(Agency)), default=())
    groups: tuple[AgencyGroup, ...] = key(list_of(record(AgencyGroup)), default=())
    collectives: tuple[Collective, ...] = key(list_of(record(Collective)), default=())


def read_registry(node: Node, problems: Problems) -> Registry | None:
    """Read a file of content/agencies; each actor learns its territory."""
    registry = read_record(Registry, node, problems)
    if registry is None:
        return None
    territory = registry.territory
    return replace(
        registry,
        agencies=tuple(replace(agency, territory=territory) for agency in registry.agencies),
        groups=tuple(replace(group, territory=territory) for group in registry.groups),
        collectives=tuple(replace(phrase, territory=territory) for phrase in registry.collectives),
    )


FILES = RecordFile(
    "agency",
    "content/agencies/*.yaml",
    Registry,
    "territory",
    keeps=(
        Kept("territories", "territory"),
        Kept("actors", inside="agencies"),
        Kept("actors", inside="groups"),
        Kept("actors", inside="collectives"),
    ),
    reads=read_registry,
    menu=6,
    summary="{{name}}",
)
