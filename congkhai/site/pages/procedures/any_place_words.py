"""Whether one may hand in at another place than one's own: short below the place of the answer, whole further down."""

from __future__ import annotations

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.any_place import AnyPlace, Reach, any_place
from congkhai.knowledge.procedures.commune_office import is_commune_office
from congkhai.records.procedure import Procedure, ProcedureLevel
from congkhai.site.pages.page import shortened

_LONGEST = 60


def told_place(procedure: Procedure, office: str, *, single_window: bool) -> AnyPlace | None:
    """How far the places reach; None where an editor said where, or none of communes is asked for.

    `office` is where the answer lets one hand in; `single_window` says that it is a desk for many agencies.
    """
    if procedure.reading and procedure.reading.where:
        return None
    found = any_place(procedure)
    is_commune = ProcedureLevel.COMMUNE in procedure.levels
    asks = is_commune and (not office or single_window or is_commune_office(office))
    return found if found.reach is not Reach.UNSAID or asks else None


def short_words(labels: Labels, found: AnyPlace) -> str:
    """The line for the first screen, which has room for no more."""
    if found.reach is Reach.OWN:
        return labels("answer.place.own", words=shortened(found.words, _LONGEST))
    return _on_condition(labels(f"answer.place.{found.reach}"), found)


def whole_words(labels: Labels, found: AnyPlace) -> str:
    """The sentence for the part on handing in."""
    if found.reach is Reach.OWN:
        return labels("answer.place.own", words=found.words)
    return _on_condition(labels(f"answer.place.{found.reach}.whole"), found)


def _on_condition(words: str, found: AnyPlace) -> str:
    return f"{words} ({found.words})" if found.words else words
