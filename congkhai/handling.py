"""Which agencies of the registry handle which procedures: names in procedures matched with names in the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congkhai.library import Library
from congkhai.records.procedure import Procedure
from congkhai.text import fold

# What stands between the agencies of one field: a line break, semicolon or bar.
_BETWEEN = re.compile(r"[\n;|]+")


@dataclass(frozen=True, slots=True)
class Handling:
    """The agencies of a library by their folded names; a name that two agencies share belongs to neither."""

    by_name: Mapping[str, str]

    @classmethod
    def of(cls, library: Library) -> Handling:
        """The names of a library's agencies."""
        found: dict[str, str] = {}
        for agency in library.agencies():
            name = fold(agency.name)
            found[name] = agency.id if found.get(name, agency.id) == agency.id else ""
        return cls({name: agency_id for name, agency_id in found.items() if agency_id})

    def named(self, text: str) -> str:
        """The id of the agency that a text is the name of, "" where there is none."""
        return self.by_name.get(fold(" ".join(text.split())), "")

    def agencies_of(self, procedure: Procedure) -> Iterator[str]:
        """The ids of the agencies that handle or decide a procedure, each once."""
        fields = (procedure.agency, procedure.competent_agency, procedure.authorised_agency)
        names = (name for field in fields for name in _BETWEEN.split(field))
        return iter(dict.fromkeys(found for name in names if (found := self.named(name))))


def procedures_by_agency(library: Library) -> Mapping[str, tuple[Procedure, ...]]:
    """The procedures that each agency handles or decides, in the order of the files."""
    handling = Handling.of(library)
    found: dict[str, list[Procedure]] = {}
    for procedure in library.procedures.values():
        for agency_id in handling.agencies_of(procedure):
            found.setdefault(agency_id, []).append(procedure)
    return {agency_id: tuple(procedures) for agency_id, procedures in found.items()}
