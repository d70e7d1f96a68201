"""What procedures cost on the day of the build, as understood: each amount a row, with per what and who pays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import ProcedureCard, Settled
from congkhai.knowledge.procedures.charges import Charge, ChargeAnswer, charge_on
from congkhai.knowledge.procedures.reading import FeeOf
from congkhai.records.procedure_reading import Channel
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
    text,
)
from congkhai.site.pages.page import Context
from congkhai.vietnamese.quantity import FeeAmount, read_fee

_UNDERSTOOD = Origin.UNDERSTOOD
_SETTLED = {Settled.FREE: Charge.FREE, Settled.READ: Charge.READ}


class ChargedAmount(NamedTuple):
    """An amount of what a procedure costs, None where no amount is known; `number` counts those of the procedure."""

    card: ProcedureCard
    number: int
    answer: ChargeAnswer
    channel: Channel | None
    amount: FeeAmount | None


def _charged(context: Context) -> tuple[ChargedAmount, ...]:
    answers: dict[object, ChargeAnswer] = {}  # many procedures state the same fees
    found: list[ChargedAmount] = []
    for card in context.library.cards.values():
        stated = card.settled, card.fees
        if stated not in answers:
            answers[stated] = _answer(context, card)
        found += _amounts(card, answers[stated])
    return tuple(found)


def _charged_of(context: Context, card: ProcedureCard) -> Iterator[ChargedAmount]:
    return _amounts(card, _answer(context, card))


def _amounts(card: ProcedureCard, answer: ChargeAnswer) -> Iterator[ChargedAmount]:
    amounts = answer.amounts or ((None, None),)
    return (ChargedAmount(card, number, answer, *paid) for number, paid in enumerate(amounts, start=1))


def _answer(context: Context, card: ProcedureCard) -> ChargeAnswer:
    """What a procedure costs by its card; what an editor reads stands on its page alone."""
    if card.settled:
        return ChargeAnswer(_SETTLED[card.settled])
    fees = (FeeOf(None, channel, read_fee(words)) for channel, words in card.fees)
    return charge_on(tuple(fees), context.today)


def _charged_row(context: Context, one: ChargedAmount) -> Row:
    amount = one.amount
    labels = context.labels
    return (
        one.card.code,
        one.number,
        one.card.name,
        one.answer.kind.value,
        one.channel.value if one.channel else None,
        float(amount.amount_min) if amount else None,
        float(amount.amount_max) if amount else None,
        amount.currency if amount else None,
        amount.per if amount else "",
        amount.condition if amount else "",
        one.answer.payer or "",
        labels("charge.waived.some") if one.answer.waived == "" else one.answer.waived or "",
        amount.until if amount else None,
        tuple(words for _, words in one.card.fees),
        address_of(context, urls.procedure_url(one.card.code)),
    )


FEES = DataSet(
    "fees",
    "phi-le-phi",
    (
        code("code"),
        integer("fee_number"),
        text("name", Origin.STATED),
        choice("charge", Charge, "choice.Charge", _UNDERSTOOD),
        choice("channel", Channel, "choice.Channel"),
        Column("fee_least", ColumnKind.NUMBER, _UNDERSTOOD),
        Column("fee_most", ColumnKind.NUMBER, _UNDERSTOOD),
        text("currency", _UNDERSTOOD),
        text("per", _UNDERSTOOD),
        text("condition", _UNDERSTOOD),
        text("payer", _UNDERSTOOD),
        text("waived", _UNDERSTOOD),
        day("fee_until", _UNDERSTOOD),
        listing("fees", Origin.STATED),
        ADDRESS,
    ),
    _charged,
    _charged_row,
    key=2,
    by_key=ByKey(
        lambda context: context.library.cards,
        lambda context, code: _charged_of(context, context.library.cards[code]),
        128,
    ),
)
