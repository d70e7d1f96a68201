"""What a procedure costs, in one answer: by the editor's reading, by the amounts it states, by who sets them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from congkhai.knowledge.procedures.reading import FeeOf, read_fees
from congkhai.records.absent import Absent
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import Channel, ReadFee
from congkhai.vietnamese.citation import find_citations
from congkhai.vietnamese.quantity import FeeAmount, FeeReading, is_ceiling, is_over, read_terms

_NOTHING = Decimal(0)


class Charge(StrEnum):
    """What a procedure costs, all its fees taken together."""

    FREE = "free"
    FREE_BUT_COPIES = "free_but_copies"
    FREE_IN_PART = "free_in_part"
    AMOUNTS = "amounts"
    COUNCIL = "council"
    CITED = "cited"
    NOT_SET = "not_set"
    UNKNOWN = "unknown"


class ChargeAnswer(Struct, frozen=True):
    """What it costs on a day: how, the amounts that hold then (each with its channel), whether some are let
    off, the document with the tariff (type and number).

    `more` tells that there are further fees without an amount here, or under a condition.
    """

    kind: Charge
    amounts: tuple[tuple[Channel | None, FeeAmount], ...] = ()
    waived_for_some: bool = False
    more: bool = False
    document: tuple[str, str] = ("", "")


def charge_answer(procedure: Procedure, today: datetime.date) -> ChargeAnswer:
    """What a procedure costs on a day; an editor's reading overrules what the national data says."""
    if procedure.reading and procedure.reading.fees:
        return _of_reading(procedure.reading.fees)
    if isinstance(procedure.fees, Absent) and procedure.fees.absent:
        return ChargeAnswer(Charge.FREE)
    return charge_on(tuple(read_fees(procedure)), today)


def charge_on(fees: tuple[FeeOf, ...], today: datetime.date) -> ChargeAnswer:
    """What all fees together come to on a day; "0" beside words that name a payment is never simply free."""
    readings = [fee.reading for fee in fees]
    terms = [read_terms(reading.text) for reading in readings]
    for_some = any(term.waived_for_some for term in terms)
    settled = [r.free == "yes" or t.waived or t.only_on_request for r, t in zip(readings, terms, strict=True)]
    if money := _money(fees, today):
        more = any(
            not (one.amounts or term.waived_for_some)
            for one, term, done in zip(readings, terms, settled, strict=True)
            if not done
        )
        free = any(reading.free == "yes" for reading in readings)
        return ChargeAnswer(Charge.AMOUNTS, money, for_some or free, more)
    if readings and all(settled):
        return ChargeAnswer(Charge.FREE_BUT_COPIES if any(term.on_request for term in terms) else Charge.FREE)
    if any(settled):
        return ChargeAnswer(Charge.FREE_IN_PART)
    if any(term.council for term in terms):
        return ChargeAnswer(Charge.COUNCIL, waived_for_some=for_some)
    if readings and all(term.not_set for term in terms):
        return ChargeAnswer(Charge.NOT_SET)
    document = next((found for reading in readings if (found := _tariff(reading))[1]), ("", ""))
    return ChargeAnswer(Charge.CITED if document[1] else Charge.UNKNOWN, waived_for_some=for_some, document=document)


def _money(fees: tuple[FeeOf, ...], today: datetime.date) -> tuple[tuple[Channel | None, FeeAmount], ...]:
    """The amounts that hold on a day, without shares of others and without ceilings."""
    found = ((fee.channel, amount) for fee in fees for amount in fee.reading.amounts)
    return tuple(
        dict.fromkeys(
            (channel, amount)
            for channel, amount in found
            if amount.amount_max > _NOTHING
            and amount.currency != "%"
            and not is_over(amount, today)
            and not is_ceiling(amount)
        )
    )


def _tariff(reading: FeeReading) -> tuple[str, str]:
    """The type and number of the document that holds the tariff, the first that a fee cites: others amend it."""
    citations = find_citations(reading.text)
    return (citations[0].type, citations[0].number) if citations else ("", "")


def _of_reading(fees: tuple[ReadFee, ...]) -> ChargeAnswer:
    amounts = tuple((fee.channel, _amount(fee)) for fee in fees if fee.amount)
    free = [fee for fee in fees if fee.amount == 0]
    if not amounts:
        return ChargeAnswer(Charge.FREE if free else Charge.UNKNOWN)
    return ChargeAnswer(Charge.AMOUNTS, amounts, waived_for_some=bool(free))


def _amount(fee: ReadFee) -> FeeAmount:
    value = Decimal(fee.amount or 0)
    currency: Literal["VND", "USD"] = "USD" if fee.currency == "USD" else "VND"
    return FeeAmount(value, value, currency, fee.per, fee.case)
