"""What a procedure costs, in one answer: by the editor's reading, by the amounts it states, by who sets them."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge.procedures.apply_by import ApplyBy, apply_by, for_everybody
from congkhai.knowledge.procedures.reading import FeeOf, read_fees
from congkhai.records.absent import Absent
from congkhai.records.procedure import Procedure
from congkhai.records.procedure_reading import Channel, ReadFee
from congkhai.vietnamese.citation import find_citations
from congkhai.vietnamese.quantity import (
    FeeAmount,
    FeeReading,
    FeeTerms,
    is_ceiling,
    is_for_now,
    is_over,
    on_time_of,
    payer_of,
    read_terms,
    waiver_of,
)
from congkhai.vietnamese.quantity.fee_reduction import Reduction, reduces_for_some, reduction_on

_NOTHING = Decimal(0)
# An amount in the words of an editor's reading, or that there is none.
_AMOUNT = re.compile(r"\d (?:đồng|đô la)|miễn|\d/", re.I)
_FREE = FeeAmount(_NOTHING, _NOTHING, "VND")


class Charge(StrEnum):
    """What a procedure costs, all its fees taken together."""

    FREE = "free"
    FREE_BUT_COPIES = "free_but_copies"
    FREE_BUT_CARRIAGE = "free_but_carriage"
    FREE_IN_PART = "free_in_part"
    AMOUNTS = "amounts"
    COUNCIL = "council"
    CITED = "cited"
    MINISTRY = "ministry"
    LAW = "law"
    NOT_SET = "not_set"
    READ = "read"
    UNKNOWN = "unknown"


class ChargeAnswer(Struct, frozen=True):
    """What it costs on a day: how, the amounts that hold then (each with its channel; nothing is an amount, too, where
    another channel pays), the document with the tariff (type and number), or who sets it.

    `on_time` says what must be done in time to pay nothing, `period` within which time, where that is stated; `ceiling`
    is the most that the amounts come to; `then` is the one amount after the last day of a reduction. `waived` says whom
    it lets off, `payer` who alone pays, both in the words of the record: "" for those it does not name, None where
    there are none. `more` tells that there are further fees without an amount here, `reduced` that by the notes on
    handing in some pay less; `read` are the fees of an editor's reading where that tells cases apart.
    """

    kind: Charge
    amounts: tuple[tuple[Channel | None, FeeAmount], ...] = ()
    waived: str | None = None
    payer: str | None = None
    more: bool = False
    document: tuple[str, str] = ("", "")
    read: tuple[ReadFee, ...] = ()
    on_time: str = ""
    period: ApplyBy | None = None
    ceiling: FeeAmount | None = None
    reduced: bool = False
    then: FeeAmount | None = None


def charge_answer(procedure: Procedure, today: datetime.date) -> ChargeAnswer:
    """What a procedure costs on a day; an editor's reading overrules what the national data says."""
    if procedure.reading and procedure.reading.fees:
        return _of_reading(procedure.reading.fees)
    if isinstance(procedure.fees, Absent) and procedure.fees.absent:
        return ChargeAnswer(Charge.FREE)
    answer = charge_on(tuple(read_fees(procedure)), today)
    if answer.kind is Charge.AMOUNTS and not any(amount.until for _, amount in answer.amounts):
        notes = procedure.submission_notes
        answer = replace(answer, reduced=any(reduces_for_some(note, today) for note in notes))
    periods = for_everybody(apply_by(procedure)) if answer.on_time else ()
    return replace(answer, period=periods[0]) if len(periods) == 1 and not periods[0].before else answer


def is_untold(answer: ChargeAnswer) -> bool:
    """Whether it is told who sets what is paid, or where it stands, and no amount is."""
    if answer.kind is Charge.READ:
        return any(fee.amount is None and not _AMOUNT.search(fee.text) for fee in answer.read)
    return answer.kind in (Charge.COUNCIL, Charge.CITED, Charge.MINISTRY, Charge.LAW)


def charge_on(fees: tuple[FeeOf, ...], today: datetime.date) -> ChargeAnswer:
    """What all fees together come to on a day, and whether who is on time pays nothing."""
    answer = _charge_on(fees, today)
    answer = replace(answer, then=_then(answer, fees))
    deed, others = on_time_of(answer.waived or "")
    return replace(answer, on_time=deed, waived=others or None) if deed else answer


def _charge_on(fees: tuple[FeeOf, ...], today: datetime.date) -> ChargeAnswer:
    """What all fees come to; "0" beside words that name a payment is never simply free."""
    readings = [fee.reading for fee in fees]
    terms = [read_terms(reading.text) for reading in readings]
    waived = _waived(readings, terms, today)
    settled = [r.free == "yes" or t.waived or t.only_on_request for r, t in zip(readings, terms, strict=True)]
    if money := _money(fees, today):
        more = any(
            not (one.amounts or term.waived_for_some)
            for one, term, done in zip(readings, terms, settled, strict=True)
            if not done
        )
        most = next((one for reading in readings for one in reading.amounts if is_ceiling(one)), None)
        return ChargeAnswer(Charge.AMOUNTS, money, waived, more=more, ceiling=most)
    if readings and all(settled):
        return ChargeAnswer(_free(terms))
    if any(settled) and all(done or term.only_for_some for done, term in zip(settled, terms, strict=True)):
        paid = (payer_of(one.text) for one, done in zip(readings, settled, strict=True) if not done)
        return ChargeAnswer(Charge.FREE_IN_PART, payer=next(filter(None, paid), ""))
    if any(term.council for term in terms):
        return ChargeAnswer(Charge.COUNCIL, waived=waived)
    if readings and all(term.not_set for term in terms):
        return ChargeAnswer(Charge.NOT_SET)
    document = next((found for reading in readings if (found := _tariff(reading))[1]), ("", ""))
    if document[1]:
        return ChargeAnswer(Charge.CITED, waived=waived, document=document)
    for kind, name in ((Charge.MINISTRY, "ministry"), (Charge.LAW, "law")):
        if named := next(filter(None, (getattr(term, name) for term in terms)), ""):
            return ChargeAnswer(kind, document=("", named))
    return ChargeAnswer(Charge.UNKNOWN)


def _then(answer: ChargeAnswer, fees: tuple[FeeOf, ...]) -> FeeAmount | None:
    """What one amount that holds until a day becomes behind it, if that is one amount, too."""
    if len(answer.amounts) != 1 or not (until := answer.amounts[0][1].until):
        return None
    behind = _charge_on(fees, until + datetime.timedelta(days=1)).amounts
    return behind[0][1] if len(behind) == 1 and not behind[0][1].until else None


def _free(terms: list[FeeTerms]) -> Charge:
    """Free, but for what is paid to who brings the papers, or for what is asked for besides."""
    if any(term.to_carrier for term in terms):
        return Charge.FREE_BUT_CARRIAGE
    return Charge.FREE_BUT_COPIES if any(term.on_request for term in terms) else Charge.FREE


def _waived(readings: list[FeeReading], terms: list[FeeTerms], today: datetime.date) -> str | None:
    """Whom the fees let off, of several the one they name; None where they let nobody off."""
    found = [waiver_of(one.text, today) for one, term in zip(readings, terms, strict=True) if term.waived_for_some]
    known = [who for who in found if who is not None]
    return next(filter(None, known), "") if known else None


def _money(fees: tuple[FeeOf, ...], today: datetime.date) -> tuple[tuple[Channel | None, FeeAmount], ...]:
    """The amounts that hold on a day, without shares of others and ceilings; of a free channel, nothing.

    What a fee states of all channels on lines of their own, the rows of the channels say again.
    """
    paid = dict.fromkeys((fee.channel, amount) for fee in fees for amount in _current(fee.reading, today))
    if not paid:
        return ()
    channels = {channel for channel, _ in paid}
    free = (fee.channel for fee in fees if fee.channel and fee.reading.free == "yes" and fee.channel not in channels)
    return (*paid, *((channel, _FREE) for channel in dict.fromkeys(free)))


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
    amounts = {amount.amount_max for amount in found}
    if len(amounts) == 1 and (reduction := reduction_on(reading.text, today)):
        return [_reduced(amount, reduction) for amount in found]
    for_now = [amount for amount in found if is_for_now(amount, today)]
    return for_now if len(amounts) == 2 and len({amount.amount_max for amount in for_now}) == 1 else found


def _reduced(amount: FeeAmount, reduction: Reduction) -> FeeAmount:
    """What is paid of an amount for the time being."""
    low, high = reduction.of(amount.amount_min), reduction.of(amount.amount_max)
    return replace(amount, amount_min=low, amount_max=high, until=reduction.until)


def _tariff(reading: FeeReading) -> tuple[str, str]:
    """The type and number of the document that holds the tariff, the first that a fee cites: others amend it."""
    citations = find_citations(reading.text)
    return (citations[0].type, citations[0].number) if citations else ("", "")


def _of_reading(fees: tuple[ReadFee, ...]) -> ChargeAnswer:
    if any(fee.case or fee.text for fee in fees):
        return ChargeAnswer(Charge.READ, read=fees)
    amounts = tuple((fee.channel, _amount(fee)) for fee in fees if fee.amount is not None)
    if not any(amount.amount_max for _, amount in amounts):
        return ChargeAnswer(Charge.FREE if amounts else Charge.UNKNOWN)
    return ChargeAnswer(Charge.AMOUNTS, amounts)


def _amount(fee: ReadFee) -> FeeAmount:
    value = Decimal(fee.amount or 0)
    currency: Literal["VND", "USD"] = "USD" if fee.currency == "USD" else "VND"
    return FeeAmount(value, value, currency, fee.per, fee.case)
