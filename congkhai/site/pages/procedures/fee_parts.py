"""What a procedure costs, in one sentence where an editor read it, then fee by fee as the national data states it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.foundation.own_words import capitalised
from congkhai.knowledge.procedures.charges import Charge, charge_on
from congkhai.knowledge.procedures.reading import FeeOf
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.charge_words import charge_cases, read_fee_words
from congkhai.site.pages.procedures.parts import absent_words
from congkhai.vietnamese.quantity import is_over, waiver_of

# An amount that has lost its zeros or its currency: "10 VNĐ".
_IMPLAUSIBLE = "quantity-implausible-amount"
# What is paid apart from a fee that is free, and told beside an editor's reading.
_APART = (Charge.FREE_BUT_COPIES, Charge.FREE_BUT_CARRIAGE)


class FeesView(Struct, frozen=True):
    """The sentence, the rows (as understood, kind, as written), and what stands where the record has no fee."""

    sentence: str
    rows: tuple[tuple[str, str, str], ...]
    absent: str


def fees_view(context: Context, procedure: Procedure, fees: tuple[FeeOf, ...]) -> FeesView:
    """The part on fees."""
    return FeesView(
        fee_sentence(context, procedure, fees),
        tuple(fee_rows(context, procedure, fees)),
        absent_words(context, procedure.fees),
    )


def fee_sentence(context: Context, procedure: Procedure, fees: tuple[FeeOf, ...]) -> str:
    """What an editor understands of the fees, as one sentence with what is paid apart; "" where nobody read them."""
    labels, reading = context.labels, procedure.reading
    if not reading or not reading.fees:
        return ""
    parts = [read_fee_words(labels, fee) for fee in reading.fees]
    kinds = {charge_on((fee,), context.today).kind for fee in fees if fee.channel is None}
    parts += [labels(f"answer.charge.apart.{kind}") for kind in _APART if kind in kinds]
    return capitalised("; ".join([parts[0], *map(_continued, parts[1:])])) + "."


def _continued(words: str) -> str:
    """Words as they stand within a sentence; an abbreviation keeps its letters."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def fee_rows(context: Context, procedure: Procedure, fees: tuple[FeeOf, ...]) -> Iterator[tuple[str, str, str]]:
    """The fees of the procedure as a whole: as understood, their kind, as written."""
    for stated in fees:
        if stated.channel is None:
            over = _is_overruled(context, procedure, stated)
            words = context.labels("answer.charge.above") if over else _fee(context, stated)
            yield words, context.labels(f"procedure.fee.{stated.kind or 'any'}"), stated.reading.text


def _is_overruled(context: Context, procedure: Procedure, fee: FeeOf) -> bool:
    """Whether an editor read the fees, and what this one says without an amount is the source's alone."""
    is_read = bool(procedure.reading and procedure.reading.fees)
    return is_read and charge_on((fee,), context.today).kind not in (Charge.AMOUNTS, *_APART)


def _fee(context: Context, fee: FeeOf) -> str:
    labels = context.labels
    if words := charge_cases(labels, charge_on((fee,), context.today)):
        return words
    if any(problem.code == _IMPLAUSIBLE for problem in fee.reading.problems):
        return labels("answer.charge.unsure")
    if fee.reading.amounts and all(is_over(amount, context.today) for amount in fee.reading.amounts):
        return labels("answer.charge.over")
    who = waiver_of(fee.reading.text, context.today)
    return labels("answer.charge.let_off", who=who) if who else labels("answer.charge.no_amount")
