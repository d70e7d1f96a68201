"""What is new and what has changed: plans that were signed, decisions about procedures, procedures that were posted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.vietnamese.quantity import base_code

Day = datetime.date


class ChangeSort(StrEnum):
    """What happened to a record on a day."""

    PLAN_SIGNED = "plan_signed"
    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    ABOLISHED = "abolished"
    POSTED = "posted"
    POSTED_MANY = "posted_many"


# More procedures than this, posted on one day, are told as one change.
MOST_POSTED = 20


class RecordChange(Struct, frozen=True):
    """One change: the day, what happened, the record's name and address, and the decision behind it ("" for none).

    Of many procedures posted on a day the name is their number; `only_signed` tells that the day is that of signing,
    because none of effect is known.
    """

    day: Day
    sort: ChangeSort
    name: str
    url: str
    decision: str = ""
    only_signed: bool = False


def changes_of(library: Library) -> tuple[RecordChange, ...]:
    """All changes whose day is known, the newest first; what happened on a day in the order of the records.

    A decision counts on its day of effect, or on the day of its signing where it states no other.
    """
    found = [*_plans(library), *_decisions(library), *_posted(library)]
    return tuple(sorted(found, key=lambda change: change.day, reverse=True))


def _plans(library: Library) -> Iterator[RecordChange]:
    for plan in library.plans.values():
        if len(plan.signed) == 10:
            day = Day.fromisoformat(plan.signed)
            yield RecordChange(day, ChangeSort.PLAN_SIGNED, plan.title, urls.plan_url(plan.id))


def _decisions(library: Library) -> Iterator[RecordChange]:
    for decision in library.announcements.values():
        day = decision.effective or decision.signed
        for entry in decision.entries if day else ():
            card = library.cards.get(base_code(entry.code))
            if day and card and entry.change:
                sort = ChangeSort(entry.change.value)
                yield RecordChange(
                    day, sort, card.name, urls.procedure_url(card.code), decision.id, not decision.effective
                )


def _posted(library: Library) -> Iterator[RecordChange]:
    """Procedures by the day they were posted; many of one day are one change, which leads to the list of all."""
    by_day: dict[Day, list[ProcedureCard]] = {}
    for card in library.cards.values():
        if card.published:
            by_day.setdefault(card.published, []).append(card)
    for day, cards in by_day.items():
        if len(cards) > MOST_POSTED:
            yield RecordChange(day, ChangeSort.POSTED_MANY, str(len(cards)), urls.PROCEDURES)
        else:
            for card in cards:
                yield RecordChange(day, ChangeSort.POSTED, card.name, urls.procedure_url(card.code))
