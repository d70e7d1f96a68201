"""What an event of life calls for: a procedure of the site, or a matter that it has none of, as records know it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.register import procedure_of_register
from congkhai.records.elsewhere import Elsewhere
from congkhai.vietnamese.quantity import base_code


class Matter(NamedTuple):
    """A matter that the site has no page of: who handles it, and its national code where it is a procedure."""

    name: str
    code: str
    agency: str
    note: str = ""


def called_for(library: Library, names: Iterable[str], *, register: bool) -> Iterator[ProcedureCard | Matter]:
    """What some names stand for, in their order; names that stand for nothing are left out, as their check tells."""
    for name in names:
        if found := meant_by(library, name, register=register):
            yield found


def meant_by(library: Library, name: str, *, register: bool) -> ProcedureCard | Matter | None:
    """The procedure of the site with a code; else what content/elsewhere tells of a code or an id; else the `register`.

    A matter that the site has posted since is the procedure.
    """
    told = _told(library, name)
    code = base_code(told.code if told else name)
    if code in library.cards:
        return library.cards[code]
    if told:
        return Matter(told.name, told.code, told.agency, told.note)
    if register and (found := procedure_of_register(code)):
        return Matter(found.name, found.code, found.agency)
    return None


def _told(library: Library, name: str) -> Elsewhere | None:
    return library.elsewhere.get(name) or next((one for one in library.elsewhere.values() if one.code == name), None)
