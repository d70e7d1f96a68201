"""What is understood of a procedure: its times and fees as amounts, its state on a day, the decisions about it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import partial

from msgspec import Struct

from congkhai.foundation.problem import Place
from congkhai.knowledge.library import Library
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.stated import stated_times
from congkhai.records.announcement import AnnouncedProcedure, Announcement, Change
from congkhai.records.procedure import FeeKind, Procedure, ProcedureStatus
from congkhai.records.procedure_reading import Channel
from congkhai.vietnamese.quantity import DurationReading, FeeReading, base_code, read_duration, read_fee


class Standing(StrEnum):
    """How a procedure stands on a day; the words are those of the tags.

    One is `LISTED` that a register has and of which neither its record nor a decision with a day says that it holds.
    """

    IN_FORCE = "in_force"
    LISTED = "listed"
    AMENDED = "amended"
    NOT_YET = "not_yet"
    REPLACED = "replaced"
    ABOLISHED = "abolished"


class TimeOf(Struct, frozen=True):
    """A processing time of a procedure as a whole (no channel) or of one channel."""

    channel: Channel | None
    reading: DurationReading


class FeeOf(Struct, frozen=True):
    """A fee of a procedure as a whole (with its kind) or of one channel."""

    kind: FeeKind | None
    channel: Channel | None
    reading: FeeReading


class Decision(Struct, frozen=True):
    """A decision about a procedure and what it did to it."""

    announcement: Announcement
    entry: AnnouncedProcedure

    @property
    def day(self) -> datetime.date | None:
        """The day it takes effect, or was signed where that is all that is known."""
        return self.announcement.effective or self.announcement.signed


def read_times(procedure: Procedure) -> Iterator[TimeOf]:
    """The processing times of a procedure, each distinct text once, the whole one first."""
    for channel, text, place in stated_times(procedure):
        reading = read_duration(text)
        yield TimeOf(channel, read_duration(text, place()) if reading.problems else reading)


def read_fees(procedure: Procedure) -> Iterator[FeeOf]:
    """The fees and charges of a procedure, then those that its channels state otherwise."""
    seen: set[str] = set()
    if isinstance(procedure.fees, tuple):
        for fee in procedure.fees:
            text = fee.text or " ".join(part for part in (fee.amount, fee.currency) if part)
            seen.add(text)
            yield FeeOf(fee.kind, None, _read_fee(text, fee.currency, partial(fee.place_of, "text")))
    for row in procedure.submission:
        if row.fee and row.fee not in seen:
            seen.add(row.fee)
            yield FeeOf(None, row.channel, _read_fee(row.fee, "", partial(row.place_of, "fee")))


def _read_fee(text: str, currency: str, place: Callable[[], Place]) -> FeeReading:
    """A fee as read; where it stands is asked for where there is a problem to tell."""
    reading = read_fee(text, currency)
    return read_fee(text, currency, place()) if reading.problems else reading


def decisions_of(library: Library) -> Mapping[str, tuple[Decision, ...]]:
    """The decisions about each procedure by its base code, the oldest first, those without a day before them."""
    found: dict[str, list[Decision]] = {}
    for announcement in library.announcements.values():
        for entry in (one for one in announcement.entries if one.code):
            found.setdefault(base_code(entry.code), []).append(Decision(announcement, entry))
    return {code: tuple(sorted(decisions, key=_in_order)) for code, decisions in found.items()}


def _in_order(decision: Decision) -> tuple[datetime.date, str]:
    return decision.day or datetime.date.min, decision.announcement.id


# How a procedure stands about which no decision is recorded.
_BY_STATUS: Mapping[ProcedureStatus | None, Standing] = {
    ProcedureStatus.IN_FORCE: Standing.IN_FORCE,
    ProcedureStatus.AMENDED: Standing.AMENDED,
    ProcedureStatus.REPLACED: Standing.REPLACED,
    ProcedureStatus.ABOLISHED: Standing.ABOLISHED,
}


def standing_on(
    procedure: Procedure | ProcedureCard, decisions: tuple[Decision, ...], today: datetime.date
) -> Standing:
    """How a procedure stands on a day: what is not yet in force waits, what a decision ended is over."""
    if not decisions:
        return _BY_STATUS.get(procedure.status, Standing.LISTED)
    known = [decision for decision in decisions if decision.day]
    begins = [decision.day for decision in known if decision.entry.change is Change.NEW and decision.day]
    if begins and min(begins) > today:
        return Standing.NOT_YET
    passed = [decision for decision in known if decision.day and decision.day <= today]
    ends = {Change.ABOLISHED: Standing.ABOLISHED, Change.REPLACED: Standing.REPLACED}
    if passed and passed[-1].entry.change in ends:
        return ends[passed[-1].entry.change]
    pending = {decision.entry.change for decision in known if decision.day and decision.day > today}
    if procedure.status is ProcedureStatus.ABOLISHED and Change.ABOLISHED not in pending:
        return Standing.ABOLISHED
    if procedure.status is ProcedureStatus.REPLACED and Change.REPLACED not in pending:
        return Standing.REPLACED
    if procedure.status is ProcedureStatus.AMENDED:
        return Standing.AMENDED
    return Standing.IN_FORCE if passed or procedure.status is ProcedureStatus.IN_FORCE else Standing.LISTED


def shown_cards(
    library: Library, decisions: Mapping[str, tuple[Decision, ...]], today: datetime.date
) -> tuple[ProcedureCard, ...]:
    """The procedures that are posted on a day, in the order of the files."""
    return tuple(
        card
        for card in library.cards.values()
        if is_shown(standing_on(card, decisions.get(base_code(card.code), ()), today))
    )


def is_shown(standing: Standing) -> bool:
    """Whether a procedure is posted and listed: neither over nor yet to come (Circular 02/2017/TT-VPCP Art. 14.1)."""
    return standing in (Standing.IN_FORCE, Standing.AMENDED, Standing.LISTED)


def state_beside(standing: Standing) -> str:
    """The state that a tag tells beside a name; "" where nothing keeps it from holding."""
    return "" if standing in (Standing.IN_FORCE, Standing.LISTED) else standing.value
