"""The card of a procedure: what lists, counts and other records need of it, so that they never read it whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, NamedTuple

from congkhai.knowledge.procedures.completeness import is_complete
from congkhai.knowledge.procedures.counter import counter_of
from congkhai.knowledge.procedures.stated import StatedFee, StatedTime, stated_fees
from congkhai.knowledge.procedures.times import understood_times
from congkhai.records.absent import Absent
from congkhai.records.procedure import Applicant, OnlineLevel, Procedure, ProcedureLevel, ProcedureStatus, Way
from congkhai.records.procedure_reading import Channel

_STATED = (Way.DESK, Way.INTER_AGENCY, Way.POSTAL, Way.ANYWHERE)


class Settled(StrEnum):
    """What settles the cost of a procedure before its fees do: none is charged, or an editor reads them otherwise."""

    FREE = "free"
    READ = "read"


class ProcedureCard(NamedTuple):
    """What others than its own pages show of a procedure, its version apart; fields are named as there."""

    code: str
    name: str
    sector: str
    levels: tuple[ProcedureLevel, ...]
    applicants: tuple[Applicant, ...]
    agency: str
    competent_agency: str
    authorised_agency: str
    online_level: OnlineLevel | None
    status: ProcedureStatus | None
    published: datetime.date | None
    announcement: str
    legal_basis: tuple[str, ...]
    times: tuple[StatedTime, ...]
    is_complete: bool
    time_words: str
    takes_online: bool
    window: tuple[Way, ...]
    fees: tuple[StatedFee, ...]
    settled: Settled | None
    counter: str
    collected: str


class PublicService(NamedTuple):
    """What catalogues and lists of public information say of a procedure in force: how long it takes is not of it."""

    code: str
    name: str
    sector: str
    agency: str
    published: datetime.date | None
    legal_basis: tuple[str, ...]
    takes_online: bool


def service_of(card: ProcedureCard) -> PublicService:
    """The service that a card is of; its agency is the competent one, or the one that handles it."""
    agency = card.competent_agency or card.agency
    return PublicService(card.code, card.name, card.sector, agency, card.published, card.legal_basis, card.takes_online)


def card_of(procedure: Procedure) -> ProcedureCard:
    """The card of a procedure; its times are those to answer with."""
    reading = procedure.reading
    return ProcedureCard(
        procedure.code,
        procedure.name,
        procedure.sector,
        procedure.levels,
        procedure.applicants,
        procedure.agency,
        procedure.competent_agency,
        procedure.authorised_agency,
        procedure.online.level if procedure.online else None,
        procedure.status,
        procedure.published,
        procedure.announcement,
        procedure.legal_basis,
        tuple(understood_times(procedure)),
        is_complete(procedure),
        reading.processing_time.text if reading and reading.processing_time else "",
        Channel.ONLINE in (reading.channels if reading else ())
        or any(row.channel is Channel.ONLINE for row in procedure.submission),
        tuple(_window(procedure)),
        tuple(stated_fees(procedure)),
        _settled(procedure),
        _counter(procedure),
        procedure.source.collected if procedure.source else "",
    )


def _counter(procedure: Procedure) -> str:
    """The single window that the steps name, where no editor said which office takes the dossier; else ""."""
    found = None if procedure.reading and procedure.reading.offices else counter_of(procedure)
    return found.name if found and found.single_window else ""


def _settled(procedure: Procedure) -> Settled | None:
    if procedure.reading and procedure.reading.fees:
        return Settled.READ
    return Settled.FREE if isinstance(procedure.fees, Absent) and procedure.fees.absent else None


def _window(procedure: Procedure) -> Iterator[Way]:
    """Which ways through the single window are stated: in its own part, as the channel of the post, by delegation."""
    window = procedure.single_window
    by_post = any(row.channel is Channel.POST for row in procedure.submission)
    for way in _STATED:
        if (window and getattr(window, way)) or (way is Way.POSTAL and by_post):
            yield way
    if window and window.desk is False:
        yield Way.NOT_DESK
    if procedure.authorised_agency:
        yield Way.AUTHORISED


def to_row(card: ProcedureCard) -> list[Any]:
    """A card as plain values, fit for JSON."""
    return [
        card.code,
        card.name,
        card.sector,
        " ".join(card.levels),
        " ".join(card.applicants),
        card.agency,
        card.competent_agency,
        card.authorised_agency,
        card.online_level,
        card.status,
        card.published and card.published.isoformat(),
        card.announcement,
        list(card.legal_basis),
        " ".join([channel or _WHOLE for channel, _ in card.times]),
        [text for _, text in card.times],
        card.is_complete,
        card.time_words,
        card.takes_online,
        " ".join(card.window),
        " ".join([channel or _WHOLE for channel, _ in card.fees]),
        [text for _, text in card.fees],
        card.settled,
        card.counter,
        card.collected,
    ]


# What stands for a time of the procedure as a whole in a row.
_WHOLE = "-"


def from_row(row: list[Any]) -> ProcedureCard:
    """The card of a row that `to_row` made; raises ValueError or TypeError for any other."""
    code, name, sector, levels, applicants, agency, competent, authorised, online, status, published, *rest = row
    announcement, legal_basis, channels, times, complete, time_words, takes_online, window, payers, fees, *last = rest
    settled, counter, collected = last
    return ProcedureCard(
        code,
        name,
        sector,
        _levels(levels),
        _applicants(applicants),
        agency,
        competent,
        authorised,
        _online_level(online),
        _status(status),
        published and _day(published),
        announcement,
        tuple(legal_basis),
        tuple(zip(_channels(channels), times, strict=True)),
        complete,
        time_words,
        takes_online,
        _ways(window),
        tuple(zip(_channels(payers), fees, strict=True)),
        None if settled is None else Settled(settled),
        counter,
        collected,
    )


# Few are told apart by ten thousand procedures: each is read once.


@cache
def _levels(words: str) -> tuple[ProcedureLevel, ...]:
    return tuple(map(ProcedureLevel, words.split()))


@cache
def _applicants(words: str) -> tuple[Applicant, ...]:
    return tuple(map(Applicant, words.split()))


@cache
def _channels(words: str) -> tuple[Channel | None, ...]:
    return tuple(None if word == _WHOLE else Channel(word) for word in words.split())


@cache
def _ways(words: str) -> tuple[Way, ...]:
    return tuple(map(Way, words.split()))


@cache
def _online_level(word: str | None) -> OnlineLevel | None:
    return None if word is None else OnlineLevel(word)


@cache
def _status(word: str | None) -> ProcedureStatus | None:
    return None if word is None else ProcedureStatus(word)


@lru_cache(maxsize=1 << 12)
def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)
