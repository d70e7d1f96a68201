"""What references choose from, in forms and in editors' tools: the records of the site by id, with their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from congkhai.foundation.text import sort_key
from congkhai.knowledge.library import Library
from congkhai.records.agency import Collective

# Ids with what is shown of each.
PickList = tuple[tuple[str, str], ...]
# A longer list would make every form heavy; its field takes an id as text.
_LONGEST = 400
_LONGEST_TITLE = 80


def pick_lists(library: Library) -> Mapping[str, PickList]:
    """The records that a reference of each kind may name, by their names, as far as a list can hold them."""
    named = (actor for actor in library.actors.values() if not isinstance(actor, Collective))
    found = {
        "territory": _listed((key, found.name) for key, found in library.territories.items()),
        "agency": _listed((agency.id, agency.name) for agency in library.agencies()),
        "actor": _listed((actor.id, actor.name) for actor in named),
        "plan": _listed((key, plan.title) for key, plan in library.plans.items()),
        "sector": _listed((key, sector.name) for key, sector in library.sectors.items()),
        "procedure": _listed((code, card.name) for code, card in library.cards.items()),
        "matter": _matters(library),
        "life_event": _listed((key, event.name) for key, event in library.life_events.items()),
        "document": _documents(library),
    }
    return {kind: listed for kind, listed in found.items() if len(listed) <= _LONGEST}


def _matters(library: Library) -> PickList:
    """What an event of life may call for: procedures of the site and matters of content/elsewhere."""
    elsewhere = ((key, one.name) for key, one in library.elsewhere.items())
    return _listed((*((code, card.name) for code, card in library.cards.items()), *elsewhere))


def _documents(library: Library) -> PickList:
    """All documents by number, by id where several bear one number; and what is cited already without a record."""
    records = library.documents.values()
    often = Counter(document.number for document in records)
    named = {document.number if often[document.number] == 1 else document.id: document for document in records}
    cited = (number for plan in library.plans.values() for number in (*plan.implements, *plan.legal_basis))
    bare = ((number, number) for number in dict.fromkeys(cited) if number not in named)
    words = ((key, f"{found.number} {_short(found.title)}".strip()) for key, found in named.items())
    return tuple(sorted((*words, *bare), key=lambda pair: sort_key(pair[1])))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rpartition(' ')[0]} …"


def offers(library: Library) -> Mapping[str, PickList]:
    """What a tool offers while one types: the pick lists, and documents, which may also be named without a record."""
    numbered = _listed((document.number, document.title) for document in library.documents.values())
    decided = _listed((found.number, found.title) for found in library.announcements.values())
    return {**pick_lists(library), "document": numbered, "citation": numbered, "announcement": decided}


def _listed(named: Iterable[tuple[str, str]]) -> PickList:
    whole = ((key, f"{name} ({key})" if name else key) for key, name in named)
    return tuple(sorted(whole, key=lambda pair: sort_key(pair[1])))
