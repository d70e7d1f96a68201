"""Procedures, their sectors, and the decisions that announce them, as tables."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple, get_args

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.reading import Standing, standing_on
from congkhai.knowledge.procedures.stated import StatedFee, StatedTime
from congkhai.knowledge.procedures.times import TimeAnswer, time_answer
from congkhai.records.announcement import AnnouncedProcedure, Announcement, Change
from congkhai.records.procedure import OnlineLevel
from congkhai.records.sector import Sector
from congkhai.site.data_sets.columns import (
    ADDRESS,
    ByKey,
    Column,
    ColumnKind,
    DataSet,
    Origin,
    Row,
    address_of,
    choice,
    code,
    day,
    integer,
    listing,
    name_of,
    signed,
    text,
)
from congkhai.site.pages.page import Context
from congkhai.vietnamese.quantity import base_code
from congkhai.vietnamese.quantity.duration import Unit


def _procedure_row(context: Context, card: ProcedureCard) -> Row:
    labels = context.labels
    sector = context.library.sectors.get(card.sector)
    standing = standing_on(card, context.derived.decisions.get(base_code(card.code), ()), context.today)
    answer = time_answer(card.times)
    return (
        card.code,
        card.name,
        card.sector,
        sector.name if sector else "",
        tuple(labels(f"choice.ProcedureLevel.{level}") for level in card.levels),
        tuple(labels(f"choice.Applicant.{one}") for one in card.applicants),
        card.agency,
        card.competent_agency,
        card.authorised_agency,
        _by_channel(labels, card.times),
        card.time_words,
        *_amount_of(answer),
        _by_channel(labels, card.fees),
        tuple(labels(f"procedure.window.{way}") for way in card.window),
        card.online_level.value if card.online_level else None,
        card.takes_online,
        standing.value,
        card.announcement,
        card.legal_basis,
        card.published,
        card.is_complete,
        address_of(context, urls.procedure_url(card.code)),
    )


def _by_channel(labels: Labels, stated: tuple[StatedTime | StatedFee, ...]) -> tuple[str, ...]:
    """Times or fees as stated, each with the channel it is of."""
    return tuple(f"{labels(f'choice.Channel.{channel}')}: {words}" if channel else words for channel, words in stated)


def _amount_of(answer: TimeAnswer) -> tuple[float | None, float | None, str | None]:
    """The shortest and the longest time of an answer with their unit, where they have the same."""
    durations = [duration for _, duration in answer.durations]
    if not durations or len({duration.unit for duration in durations}) > 1:
        return None, None, None
    low, high = min(one.amount_min for one in durations), max(one.amount_max for one in durations)
    return float(low), float(high), durations[0].unit


PROCEDURES = DataSet(
    "procedures",
    "thu-tuc",
    (
        code("code"),
        text("name", Origin.STATED),
        code("sector"),
        text("sector_name"),
        listing("levels", Origin.STATED),
        listing("applicants", Origin.STATED),
        signed("handling_agency"),
        signed("competent_agency"),
        signed("authorised_agency"),
        listing("processing_times"),
        text("time_words", Origin.UNDERSTOOD),
        Column("time_least", ColumnKind.NUMBER, Origin.UNDERSTOOD),
        Column("time_most", ColumnKind.NUMBER, Origin.UNDERSTOOD),
        Column("time_unit", ColumnKind.CHOICE, Origin.UNDERSTOOD, get_args(Unit), "quantity.unit"),
        listing("fees", Origin.STATED),
        listing("single_window"),
        choice("online_level", OnlineLevel, "choice.OnlineLevel"),
        Column("takes_online", ColumnKind.BOOLEAN),
        choice("standing", Standing, "design.state", Origin.UNDERSTOOD),
        signed("announcement_number"),
        listing("legal_basis", Origin.STATED),
        day("published"),
        Column("is_complete", ColumnKind.BOOLEAN, Origin.UNDERSTOOD),
        ADDRESS,
    ),
    lambda context: tuple(context.library.cards.values()),
    _procedure_row,
    by_key=ByKey(lambda context: context.library.cards, lambda context, code: (context.library.cards[code],), 128),
)


def _sector_row(context: Context, one: tuple[Sector, int]) -> Row:
    sector, count = one
    return sector.id, sector.name, sector.aliases, count, address_of(context, urls.sector_url(sector.id))


def _sectors(context: Context) -> tuple[tuple[Sector, int], ...]:
    """The sectors that have procedures, and how many."""
    counts = Counter(card.sector for card in context.library.cards.values())
    return tuple((one, counts[one.id]) for one in context.library.sectors.values() if counts[one.id])


SECTORS = DataSet(
    "sectors",
    "linh-vuc",
    (code("sector"), text("sector_name"), listing("aliases"), integer("procedures", Origin.UNDERSTOOD), ADDRESS),
    _sectors,
    _sector_row,
)


def _announcement_row(context: Context, one: Announcement) -> Row:
    return (
        one.id,
        one.number,
        one.title,
        one.issuer,
        name_of(context, one.issuer),
        one.signed,
        one.effective,
        len(one.entries),
        address_of(context, urls.decision_url(one.id)),
    )


ANNOUNCEMENTS = DataSet(
    "announcements",
    "quyet-dinh",
    (
        code("announcement"),
        signed("announcement_number"),
        signed("title"),
        code("issuer"),
        text("issuer_name"),
        day("signed_on", Origin.STATED),
        day("effective", Origin.STATED),
        integer("procedures", Origin.UNDERSTOOD),
        ADDRESS,
    ),
    lambda context: tuple(context.library.announcements.values()),
    _announcement_row,
)


class Announced(NamedTuple):
    """A line of an announcing decision."""

    announcement: Announcement
    number: int
    entry: AnnouncedProcedure


def _announced(context: Context) -> tuple[Announced, ...]:
    return tuple(
        Announced(one, number, entry)
        for one in context.library.announcements.values()
        for number, entry in enumerate(one.entries, start=1)
    )


def _announced_row(context: Context, one: Announced) -> Row:
    entry = one.entry
    known = base_code(entry.code) in context.library.cards if entry.code else False
    return (
        one.announcement.id,
        one.number,
        one.announcement.number,
        entry.code,
        entry.name,
        entry.change.value if entry.change else None,
        entry.sector,
        entry.level,
        entry.agency,
        entry.processing_time,
        entry.fee,
        entry.legal_basis,
        entry.document_effective,
        entry.database_entered,
        address_of(context, urls.procedure_url(base_code(entry.code))) if known else None,
    )


ANNOUNCED = DataSet(
    "announced_procedures",
    "thu-tuc-cong-bo",
    (
        code("announcement"),
        integer("line"),
        signed("announcement_number"),
        Column("code", ColumnKind.CODE, Origin.STATED),
        signed("name"),
        choice("change", Change, "choice.Change", Origin.STATED),
        signed("sector_words"),
        signed("level_words"),
        signed("handling_agency"),
        signed("processing_time"),
        signed("fee"),
        signed("legal_basis_words"),
        day("document_effective", Origin.STATED),
        day("database_entered", Origin.STATED),
        ADDRESS,
    ),
    _announced,
    _announced_row,
    key=2,
)
