"""A procedure between offices: for whom it is and from when its time runs; its page begins so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from congkhai.knowledge.procedures.charges import Charge, ChargeAnswer
from congkhai.knowledge.procedures.reading import Standing, is_shown
from congkhai.knowledge.procedures.times import TimeAnswer
from congkhai.records.procedure import Procedure, is_internal
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.procedures.calculator import CalculatorView, calculator_view

_OF_PEOPLE = ("online", "bring", "by", "yearly")


class InternalView(Struct, frozen=True):
    """That a procedure passes between offices only, with what its record says of its time."""

    title: str
    text: str


def internal_view(context: Context, procedure: Procedure) -> InternalView | None:
    """For whom the procedure is; None for one that people or businesses apply for."""
    if not is_internal(procedure.applicants):
        return None
    return InternalView(context.labels("procedure.internal"), " ".join(_times(context, procedure)))


def internal_facts(context: Context, facts: Mapping[str, Fact], charge: ChargeAnswer) -> Iterator[Fact]:
    """Of the facts of an answer those that mean something between offices, called so: nobody brings anything."""
    labels = context.labels
    names = {"result": labels("procedure.result"), "where": labels("procedure.agency")}
    for name, fact in facts.items():
        if name in _OF_PEOPLE or (name == "fee" and charge.kind is Charge.FREE) or not fact.value:
            continue
        yield replace(fact, key=names.get(name, fact.key))


def calculator_of(
    context: Context, procedure: Procedure, standing: Standing, time: TimeAnswer, href: Href
) -> CalculatorView | None:
    """When it will be ready; not of what is over, nor of what passes between offices, where nobody waits at a desk."""
    if not is_shown(standing) or is_internal(procedure.applicants):
        return None
    return calculator_view(context, procedure, time, href)


def _times(context: Context, procedure: Procedure) -> Iterator[str]:
    """The notes that the record sets beside a time, in its own words; that steps may have times of their own."""
    noted = dict.fromkeys((row.time, row.note) for row in procedure.submission if row.time and row.note)
    for time, note in noted:
        yield context.labels("procedure.internal.time", time=time, note=note.strip().rstrip("."))
    if " ngày" in procedure.steps:
        yield context.labels("procedure.internal.steps")
