"""By when one must hand in, in words, and the form that counts it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from congkhai.foundation.labels import Labels
from congkhai.foundation.own_words import capitalised
from congkhai.knowledge.procedures.apply_by import ApplyBy, apply_by
from congkhai.knowledge.procedures.yearly import YearlyTime
from congkhai.records.procedure import Procedure
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.amount_words import duration_words
from congkhai.vietnamese.quantity import Duration


class ApplyByView(Struct, frozen=True):
    """The periods in words, each with what the script counts by ("60 days"; "" for one it does not)."""

    rows: tuple[tuple[str, str, str], ...]


def apply_by_words(labels: Labels, found: ApplyBy, *, parted: bool = False) -> str:
    """A period as one reads it: "Trong 60 ngày kể từ ngày sinh con", "Với người chưa thành niên: trong 60 ngày …".

    Parted, a semicolon stands before the event where more than the period is told: the first screen has little room.
    """
    amount = Decimal(found.amount)
    words = duration_words(labels, Duration(amount, amount, found.unit))  # type: ignore[arg-type]
    form = ".parted" if parted and (found.deed or found.whom) else ""
    said = labels(f"apply_by.{'before' if found.before else 'after'}{form}", words=words, event=found.event)
    for ahead, key in ((found.deed, "apply_by.deed"), (found.whom, "apply_by.whom")):
        said = labels(key, ahead=capitalised(ahead), words=f"{said[:1].lower()}{said[1:]}") if ahead else said
    return labels(f"apply_by.fined{form}", words=said) if found.fined else said


def yearly_words(labels: Labels, found: YearlyTime) -> str:
    """The days of each year in the words of the record: "Trước ngày 15/10 hằng năm"; with whom they bind."""
    if not found.whom:
        return capitalised(found.words)
    return labels("apply_by.whom", ahead=capitalised(found.whom), words=f"{found.words[:1].lower()}{found.words[1:]}")


def apply_by_view(context: Context, procedure: Procedure) -> ApplyByView | None:
    """The form that counts by when to hand in; None where the record sets the applicant no period."""
    rows = tuple(_row(context.labels, one) for one in apply_by(procedure))
    return ApplyByView(rows) if rows else None


def _row(labels: Labels, found: ApplyBy) -> tuple[str, str, str]:
    """The words, the period to count, and what the day to begin with is called."""
    period = found.period
    event = found.event[:1].upper() + found.event[1:]
    return apply_by_words(labels, found), f"{period.amount} {period.unit}" if period else "", event
