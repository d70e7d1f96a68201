"""A list of agencies or communes put into registries: known names get where they are reached, others are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct

from congkhai.editing.importers.again.merge import Edit, values_of
from congkhai.editing.importers.again.splice import splice
from congkhai.editing.importers.agencies import ListedAgency
from congkhai.editing.importers.house_yaml import to_yaml
from congkhai.editing.registry.draft import agency_id, new_registry
from congkhai.editing.starter.place import UnknownPlaceError, place_named
from congkhai.foundation.text import fold
from congkhai.knowledge.library import Library
from congkhai.knowledge.units import Unit
from congkhai.vietnamese.responsibility import words_of

AGENCIES, CONTACT = "agencies", "contact"


class Registered(Struct, frozen=True):
    """A registry's text with a list in it, how many agencies are new or were filled in, and what an editor must see to.

    `left` are rows whose agency says something else already, or stands in a form that is not edited, with the key.
    """

    text: str
    new: int = 0
    filled: int = 0
    left: tuple[tuple[ListedAgency, str], ...] = ()


def with_listed(text: str, listed: Sequence[ListedAgency], area: str) -> Registered:
    """The text of a registry ("" where there is none yet) with a list in it; nothing that stands there is changed."""
    text = text or to_yaml({"territory": area, AGENCIES: []})
    new = filled = 0
    left: list[tuple[ListedAgency, str]] = []
    for agency in listed:
        agencies = _agencies(text)
        if agencies is None:
            return Registered(text, left=tuple((one, CONTACT) for one in listed))
        at = _rank(agencies, agency.name)
        edits = [_added(agency, agencies, area)] if at is None else list(_contact_edits(agencies[at], at, agency))
        made = splice(text, edits) if edits else text
        if at is not None:
            left += ((agency, key) for key in _contradicted(agencies[at], agency))
        if made is None:
            left.append((agency, CONTACT))
        elif made != text:
            text, new, filled = made, new + (at is None), filled + (at is not None)
    return Registered(text, new, filled, tuple(left))


def _agencies(text: str) -> list[Any] | None:
    """The agencies of a registry; None where its text can't be read, of which `check` tells why."""
    try:
        found = values_of(text).get(AGENCIES) or []
    except (yaml.YAMLError, AttributeError):
        return None
    return found if isinstance(found, list) else None


def commune_of(agency: ListedAgency, province: str) -> Unit | None:
    """The commune that a row of a list means, in the province whose name is given; None where no one is."""
    try:
        return place_named(f"{_bare(agency.name)}, {province}")
    except UnknownPlaceError:
        return None


def with_commune(text: str, unit: Unit, agency: ListedAgency, library: Library) -> Registered:
    """The registry of a commune, with its standard agencies where there is none, and where its office is reached."""
    text = text or new_registry(unit.id, unit, library)
    office = next((found["name"] for found in _agencies(text) or [] if _is_office(found)), "")
    meant = ListedAgency(office or f"UBND {agency.name}", agency.aliases, agency.contact, agency.line)
    return with_listed(text, [meant], unit.id)


def _is_office(agency: Mapping[str, Any]) -> bool:
    return str(agency.get("id", "")).startswith("ubnd-")


def _bare(name: str) -> str:
    """The name of a commune in that of its office: "UBND xã An Bình" → "xã An Bình"."""
    for office in ("UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân "):
        if fold(name).startswith(fold(office)):
            return name[len(office) :]
    return name


def _rank(agencies: Sequence[Mapping[str, Any]], name: str) -> int | None:
    """The rank of the agency of a name, None where there is none."""
    wanted = words_of(name)
    ranks = (at for at, agency in enumerate(agencies) if wanted in map(words_of, _names(agency)))
    return next(ranks, None)


def _names(agency: Mapping[str, Any]) -> Iterable[str]:
    aliases = agency.get("aliases")
    return (str(agency.get("name", "")), *(map(str, aliases) if isinstance(aliases, list) else ()))


def _added(agency: ListedAgency, agencies: Sequence[Mapping[str, Any]], area: str) -> Edit:
    entry: dict[str, Any] = {"id": agency_id(agency.name, area), "name": agency.name}
    entry |= {"aliases": list(agency.aliases)} if agency.aliases else {}
    entry |= {CONTACT: dict(agency.contact)} if agency.contact else {}
    return Edit((AGENCIES, len(agencies) - 1), entry, after=True)


def _contact_edits(known: Mapping[str, Any], at: int, agency: ListedAgency) -> Iterator[Edit]:
    there = known.get(CONTACT)
    if not there and agency.contact:
        yield Edit((AGENCIES, at, CONTACT), dict(agency.contact))
    elif isinstance(there, dict):
        missing = {key: text for key, text in agency.contact.items() if not there.get(key)}
        yield from (Edit((AGENCIES, at, CONTACT, key), text) for key, text in missing.items())


def _contradicted(known: Mapping[str, Any], agency: ListedAgency) -> Iterator[str]:
    there = known.get(CONTACT)
    if isinstance(there, dict):
        yield from (key for key, text in agency.contact.items() if there.get(key) and there[key] != text)
