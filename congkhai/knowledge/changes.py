"""What is new and what has changed: plans that were signed, decisions about procedures, procedures that were posted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.records.announcement import AnnouncedProcedure, Announcement, ProcedurePart
from congkhai.records.plan import Plan
from congkhai.records.procedure import is_internal
from congkhai.vietnamese.quantity import base_code

Day = datetime.date


class ChangeSort(StrEnum):
    """What happened to a record on a day."""

    PLAN_SIGNED = "plan_signed"
    DECIDED = "decided"
    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    ABOLISHED = "abolished"
    NAMED = "named"
    POSTED = "posted"
    POSTED_MANY = "posted_many"


# More procedures than this, posted on one day, are told as one change.
MOST_POSTED = 20


class RecordChange(Struct, frozen=True):
    """One change: the day, what happened, the record's name and address, and the decision behind it ("" for none).

    Of many procedures posted on a day the name is their number; `only_signed` tells that the day is that of signing,
    because none of effect is known, `only_month` that no day is known but the month that `day` begins. `parts` are
    those of the procedure with that `code` that the decision tells before and after. What is `internal` passes between
    offices only.
    """

    day: Day
    sort: ChangeSort
    name: str
    url: str
    decision: str = ""
    only_signed: bool = False
    only_month: bool = False
    parts: tuple[str, ...] = ()
    internal: bool = False
    code: str = ""

    @property
    def when(self) -> str:
        """The day (ISO), or the month where that is all that is known."""
        return self.day.isoformat()[:7] if self.only_month else self.day.isoformat()


def changes_of(library: Library) -> tuple[RecordChange, ...]:
    """All changes whose day is known, the newest first; what happened on a day in the order of the records.

    A decision counts on its day of effect, or on the day of its signing where it states no other; it comes before the
    procedures it is about, whether they have a page here or not.
    """
    found = [*_plans(library), *_decisions(library), *_posted(library)]
    return tuple(sorted(found, key=lambda change: change.day, reverse=True))


def _plans(library: Library) -> Iterator[RecordChange]:
    for plan in library.plans.values():
        if has_month(plan):
            day, only_month = Day.fromisoformat(f"{plan.signed}-01"[:10]), len(plan.signed) == 7
            url = urls.plan_url(plan.id)
            yield RecordChange(day, ChangeSort.PLAN_SIGNED, plan.title, url, only_month=only_month)


def has_month(plan: Plan) -> bool:
    """Whether it is known in which month a plan was signed."""
    return len(plan.signed) >= 7


def _decisions(library: Library) -> Iterator[RecordChange]:
    """Each decision that has a day, then what it did to the procedures that have a page here."""
    for decision in library.announcements.values():
        day = decision.effective or decision.signed
        if day:
            found = tuple(_of_decision(library, decision, day))
            internal = bool(found) and all(change.internal for change in found)
            url, signed = urls.decision_url(decision.id), not decision.effective
            yield RecordChange(
                day, ChangeSort.DECIDED, decision.number, url, decision.id, only_signed=signed, internal=internal
            )
            yield from found


def _of_decision(library: Library, decision: Announcement, day: Day) -> Iterator[RecordChange]:
    for entry in decision.entries:
        card = library.cards.get(base_code(entry.code))
        if card:
            sort = ChangeSort(entry.change.value) if entry.change else ChangeSort.NAMED
            yield RecordChange(
                day,
                sort,
                card.name,
                urls.procedure_url(card.code),
                decision.id,
                only_signed=not decision.effective,
                parts=tuple(_parts(entry)),
                internal=is_internal(card.applicants),
                code=card.code,
            )


def _parts(entry: AnnouncedProcedure) -> Iterator[str]:
    """The parts of a procedure that a decision tells before and after."""
    parts = [changed.part for changed in entry.changes if changed.part]
    if entry.new_name and ProcedurePart.NAME not in parts:
        yield ProcedurePart.NAME.value
    yield from (part.value for part in parts)


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
                yield RecordChange(day, ChangeSort.POSTED, card.name, urls.procedure_url(card.code), code=card.code)
