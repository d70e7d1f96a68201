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
from congkhai.vietnamese.quantity import FeeAmount, FeeReading, is_ceiling, is_for_now, is_over, read_terms

_NOTHING = Decimal(0)


class Charge(StrEnum):
    """What a procedure costs, all its fees taken together."""

    FREE = "free"
    FREE_BUT_COPIES = "free_but_copies"
    FREE_IN_PART = "free_in_part"
    AMOUNTS = "amounts"
    COUNCIL = "council"
    CITED = "cited"
    MINISTRY = "ministry"
    NOT_SET = "not_set"
    UNKNOWN = "unknown"


class ChargeAnswer(Struct, frozen=True):
    """What it costs on a day: how, the amounts that hold then (each with its channel), whether some are let
    off, the document with the tariff (type and
    number), or who sets it.

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
    if any(settled) and all(done or term.only_for_some for done, term in zip(settled, terms, strict=True)):
        return ChargeAnswer(Charge.FREE_IN_PART)
    if any(term.council for term in terms):
        return ChargeAnswer(Charge.COUNCIL, waived_for_some=for_some)
    if readings and all(term.not_set for term in terms):
        return ChargeAnswer(Charge.NOT_SET)
    document = next((found for reading in readings if (found := _tariff(reading))[1]), ("", ""))
    if document[1]:
        return ChargeAnswer(Charge.CITED, waived_for_some=for_some, document=document)
    ministry = next((term.ministry for term in terms if term.ministry), "")
    return ChargeAnswer(Charge.MINISTRY, document=("", ministry)) if ministry else ChargeAnswer(Charge.UNKNOWN)


def _money(fees: tuple[FeeOf, ...], today: datetime.date) -> tuple[tuple[Channel | None, FeeAmount], ...]:
    """The amounts that hold on a day, without shares of others and without ceilings."""
    return tuple(dict.fromkeys((fee.channel, amount) for fee in fees for amount in _current(fee.reading, today)))


def _current(reading: FeeReading, today: datetime.date) -> list[FeeAmount]:
    """What a fee costs on a day; of two amounts one that holds for the time being stands in place of the other."""
    found = [
        amount
        for amount in reading.amounts
        if amount.amount_max > _NOTHING
        and amount.currency != "%"
        and not is_over(amount, today)
        and not is_ceiling(amount)
    ]
    for_now = [amount for amount in found if is_for_now(amount, today)]
    several = len({amount.amount_max for amount in found}) == 2
    return for_now if several and len({amount.amount_max for amount in for_now}) == 1 else found


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
