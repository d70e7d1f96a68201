"""Whether one may hand in at another place than one's own, in one line below the place of the answer."""

from __future__ import annotations

from congkhai.foundation.labels import Labels
from congkhai.knowledge.procedures.any_place import Reach, any_place
from congkhai.knowledge.procedures.commune_office import is_commune_office
from congkhai.records.procedure import Procedure, ProcedureLevel
from congkhai.site.pages.page import shortened

_LONGEST = 84


def any_place_words(labels: Labels, procedure: Procedure, office: str, *, single_window: bool) -> str:
    """How far the places reach at which one may hand in; that it is not known, of communes alone; else "".

    `office` is where the answer lets one hand in; `single_window` says that it is a desk for many agencies.
    """
    if procedure.reading and procedure.reading.where:
        return ""
    found = any_place(procedure)
    if found.reach is Reach.OWN:
        return labels("answer.place.own", words=shortened(found.words, _LONGEST))
    if found.reach is not Reach.UNSAID:
        words = labels(f"answer.place.{found.reach}")
        return f"{words} ({found.words})" if found.words else words
    is_commune = ProcedureLevel.COMMUNE in procedure.levels
    told = is_commune and (not office or single_window or is_commune_office(office))
    return labels("answer.place.unsaid") if told else ""
